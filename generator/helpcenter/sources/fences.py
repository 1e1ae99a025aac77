"""Where fenced code stands in a text: lines between ````` ``` ````` or ``~~~`` and the same marks again.

A fence that nobody closed is none: it would make code of all that follows. Nor are tildes with words behind them
that name no language.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator

_OPENS = re.compile(r"(`{3,})[^`]*\Z|(~{3,})[ \t]*[A-Za-z0-9+#._-]*[ \t]*\Z")
_CLOSES = re.compile(r"[ \t>]*(`{3,}|~{3,})[ \t]*\Z")
_BEFORE = " \t>"

Closers = list[tuple[int, str]]
"""The lines that can close a fence, from 0, each with its marks."""


def closers(lines: list[str]) -> Closers:
    """Return which of ``lines`` can close a fence."""
    return [(number, found[1]) for number, line in enumerate(lines) if (found := _CLOSES.match(line))]


def closing(line: str, number: int, known: Closers) -> int | None:
    """Return the number of the line that closes the fence which ``line`` opens, or None where it opens none."""
    opened = _OPENS.match(line)
    if opened is None:
        return None
    marks = opened[1] or opened[2]
    later = known[bisect(known, number, key=lambda closer: closer[0]) :]
    return next((end for end, found in later if found.startswith(marks)), None)


def fenced(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last line of each fence in ``lines``."""
    known = closers(lines)
    last = -1
    for number, line in enumerate(lines) if known else ():
        end = closing(line.lstrip(_BEFORE), number, known) if number > last else None
        if end is not None:
            last = end
            yield number, end
