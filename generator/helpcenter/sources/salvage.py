"""What can still be told of a file that cannot be read: the items that are right, the ids that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from stat import S_ISREG
from typing import Any

from helpcenter.problems import Problem
from helpcenter.sources.yaml.reader import SourceFile, parse
from helpcenter.suggestions import nearest_word

MOST_PROBLEMS = 100
"""How many broken items of a file are told; the rest of it is not read then."""
MANY = 1_000_000
"""How many entries a list may have held of which nothing is known."""
_MOST_BYTES = 40_000_000
_BLANK = "[ \\t\u00a0\u3000]*"
_ID = re.compile(rf"""(?m)(?:^[ \t-]*|[{{,][ \t]*)["']?id["']?{_BLANK}[:：]{_BLANK}["']?([a-zA-Z0-9-]+)""")
_NAME = re.compile(rf"""(?m)(?:^[ \t]*|[{{,][ \t]*)["']?([a-z0-9_-]+)["']?{_BLANK}[:：]""")
_ITEM = re.compile(r"(?m)^( *)-(?=[ \r\n])")
_UNREADABLE = ("wrong-encoding", "file-too-large")
"""Problems of files whose ids alone can be told."""
_HEAD = re.compile(r"(?:[ \t]*(?:#[^\n]*|---[ \t]*)?\r?\n)*")


@dataclass(slots=True)
class Salvage:
    """Sources of the sound items, problems of the others, ids that those name, and how many of them name none."""

    sources: list[SourceFile] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    nameless: int = 0


def ids_in(text: str) -> set[str]:
    """Return every id that ``text``, which is no right YAML, seems to give."""
    return set(_ID.findall(text))


def names_in(text: str) -> set[str]:
    """Return everything in ``text``, which is no right YAML, that seems to stand before a colon."""
    return set(_NAME.findall(text))


def loose_text(path: Path) -> str | None:
    """Return what of the file at ``path`` can be read whatever its encoding; None when it cannot be opened.

    Ids and names are ASCII, which nearly every encoding shares.
    """
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode) or status.st_size > _MOST_BYTES:
            return None
        raw = path.read_bytes()
    except OSError:
        return None
    return raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", errors="replace")


def id_like(data: Any) -> Iterator[str]:
    """Yield what in an entry without an id may have been meant as such."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        yield from (value for key, value in data.items() if isinstance(value, str) and nearest_word(key, ["id"]))


def salvaged(path: Path, name: str, problems: list[Problem]) -> Salvage | None:
    """Read what is right of a list that has ``problems`` when it is read whole; None when it cannot be opened.

    Its problems are then those of its items, each read by itself where needed.
    """
    text = loose_text(path)
    if text is None:
        return None
    made = Salvage()
    starts = _starts(text) if all(found.code not in _UNREADABLE for found in problems) else []
    if len(starts) > 1:
        _read(text, [*starts, len(text)], text.count("\n", 0, starts[0]) + 1, SourceFile(path, name, None), made)
    else:
        made.ids = ids_in(text)
        made.nameless = 0 if made.ids else MANY
    made.problems = made.problems or problems
    return made


def _starts(text: str) -> list[int]:
    """Return where the items of a list begin; nothing when something else stands before them."""
    first = _ITEM.match(text, _HEAD.match(text).end())  # type: ignore[union-attr]
    if first is None:
        return []
    return [found.start() for found in _ITEM.finditer(text) if found[1] == first[1]]


def _read(text: str, bounds: list[int], line: int, whole: SourceFile, made: Salvage) -> None:
    """Read the items between ``bounds``, the first of them in ``line``; in halves while they are not right."""
    part = text[bounds[0] : bounds[-1]]
    if len(made.problems) >= MOST_PROBLEMS:
        made.ids |= ids_in(part)
        return
    source, problems = parse(part, whole.path, whole.name, line)
    if source is not None:
        made.sources.append(source)
    elif len(bounds) == 2:
        made.problems += problems
        found = ids_in(part)
        made.ids |= found
        made.nameless += not found
    else:
        middle = len(bounds) // 2
        _read(text, bounds[: middle + 1], line, whole, made)
        _read(text, bounds[middle:], line + text.count("\n", bounds[0], bounds[middle]), whole, made)
