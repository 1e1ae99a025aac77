"""The fast path of ``yaml_source``: the plain YAML that writers mostly type, read line by line.

Mappings, lists, one-line scalars (plain or in double quotes), ``|`` texts, one-line ``[a, b]`` lists and comments.
Whatever is not surely one of these is left to libyaml; a property test holds that both give the same values.
"""

from __future__ import annotations

import re
from typing import Any

MAX_INDENT = 40
UNSURE = object()
"""The text holds something that only the real parser knows."""

_KEY = re.compile(r"([a-z][a-z0-9_-]*):(?: (.*))?\Z")
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_FLOW_REFUSED = frozenset("[]{}#&*!|>'\"%@`:?\\")

_REMARKS = ("", " ", "#", "!", "-")
"""What follows the ``#`` of a remark; else, further right than the line before, it may be text (see ``slips``)."""


def quick_read(text: str) -> Any:
    """Return the value of a YAML text: strings, lists and dicts; or UNSURE."""
    if not text.endswith("\n") or not text.replace("\n", "").isprintable():
        return UNSURE
    try:
        return _Reader(text.split("\n")).document()
    except _UnsureError:
        return UNSURE


class _UnsureError(Exception):
    """Not the plain kind of YAML."""


class _Reader:
    """Reads row after row from ``at`` on; rows are the lines that are neither empty nor comments.

    A node ends at the first row that stands further left; the last row, which is none, stands left of all.
    """

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.rows: list[str] = []
        self.indents: list[int] = []
        self.numbers: list[int] = []
        self.at = 0
        for number, line in enumerate(lines):
            text = line.lstrip(" ")
            if text and text[0] != "#":
                self.rows.append(text)
                self.indents.append(len(line) - len(text))
                self.numbers.append(number)
            elif text[1:2] not in _REMARKS and number and len(line) - len(text) > _indent(lines[number - 1]) >= 0:
                raise _UnsureError
        self.indents.append(-1)
        self.numbers.append(len(lines))

    def document(self) -> Any:
        if self.indents[0] != 0:
            raise _UnsureError
        value = self._sequence(0) if self.rows[0].startswith("- ") else self._mapping(0)
        if self.indents[self.at] >= 0:
            raise _UnsureError
        return value

    def _mapping(self, indent: int) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        indents, rows = self.indents, self.rows
        while (found := indents[self.at]) >= indent:
            match = _KEY.match(rows[self.at])
            if found != indent or match is None or indent > MAX_INDENT:
                raise _UnsureError
            self.at += 1
            key, rest = match.groups()
            if key in mapping:
                raise _UnsureError
            mapping[key] = self._value(rest, indent) if rest else self._nested(indent)
        return mapping

    def _sequence(self, indent: int) -> list[Any]:
        items: list[Any] = []
        while (found := self.indents[self.at]) >= indent:
            row = self.rows[self.at]
            if found != indent or indent > MAX_INDENT:
                raise _UnsureError
            if not row.startswith("- "):
                break
            rest = row[2:]
            if _KEY.match(rest):
                self.rows[self.at] = rest
                self.indents[self.at] = indent + 2
                items.append(self._mapping(indent + 2))
            else:
                self.at += 1
                items.append(self._scalar(rest, indent))
        return items

    def _nested(self, indent: int) -> Any:
        """Return the value of a key with nothing after its colon."""
        found = self.indents[self.at]
        if found >= indent and self.rows[self.at].startswith("- "):
            return self._sequence(found)
        return self._mapping(found) if found > indent else ""

    def _value(self, rest: str, indent: int) -> Any:
        return self._literal(indent) if rest == "|" else self._scalar(rest, indent)

    def _scalar(self, rest: str, indent: int) -> Any:
        if self.indents[self.at] > indent or not rest or rest[-1] == " " or rest[0] == " ":
            raise _UnsureError
        if rest[0] == "[":
            return _flow_list(rest)
        if rest[0] == '"':
            return _quoted(rest)
        if rest[0] in _INDICATORS or ": " in rest or rest[-1] == ":" or " #" in rest:
            raise _UnsureError
        return rest

    def _literal(self, indent: int) -> str:
        """Return a ``|`` text: its lines without their common indentation, one line end after the last."""
        start = self.numbers[self.at - 1] + 1
        content: list[str] = []
        inside = 0
        for number in range(start, len(self.lines)):
            line = self.lines[number]
            found = len(line) - len(line.lstrip(" "))
            if line and not inside:
                inside = found
            if line and (found <= indent or found < inside):
                break
            if found and found == len(line):
                raise _UnsureError
            content.append(line[inside:])
        end = start + len(content)
        while self.numbers[self.at] < end:
            self.at += 1
        while content and not content[-1]:
            content.pop()
        if not content or self.indents[self.at] > indent:
            raise _UnsureError
        return "\n".join(content) + "\n"


def _quoted(text: str) -> str:
    inner = text[1:-1]
    if len(text) < 2 or text[-1] != '"' or '"' in inner or "\\" in inner:
        raise _UnsureError
    return inner


def _flow_list(text: str) -> list[str]:
    inner = text[1:-1].strip(" ")
    if text[-1] != "]" or not _FLOW_REFUSED.isdisjoint(inner):
        raise _UnsureError
    items = [item.strip(" ") for item in inner.split(",")] if inner else []
    if any(not item or item[0] == "-" for item in items):
        raise _UnsureError
    return items


def _indent(line: str) -> int:
    """Return how far ``line`` is indented, less than nothing when it is empty."""
    text = line.lstrip(" ")
    return len(line) - len(text) if text else -1
