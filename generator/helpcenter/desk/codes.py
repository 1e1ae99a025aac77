"""Short codes that an answer is found by at once: the first letters of how its title and other names are spoken."""

from __future__ import annotations

import re
from collections.abc import Iterable

from helpcenter.chinese.pinyin import syllables

_RUNS = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+")


def codes_of(names: Iterable[str]) -> list[str]:
    """Return the code of each of ``names``, as in ``sqbj`` for 申请被拒; letters and digits stay as they are."""
    return list(dict.fromkeys(filter(None, map(_code, names))))


def _code(name: str) -> str:
    return "".join(_spoken(run) for run in _RUNS.findall(name.lower()))


def _spoken(run: str) -> str:
    return run if run.isascii() else "".join(part[0] for part in syllables(run) if part.isascii())
