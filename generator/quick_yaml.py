"""The fast path of ``yaml_source``: the plain YAML that writers mostly type, read line by line.

Mappings, lists, one-line scalars, plain or in double quotes, ``|`` texts, one-line ``[a, b]`` lists and lines that
are comments. Whatever is not surely one of
these is left to libyaml; a property test holds that both give the same values.
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


def quick_read(text: str) -> Any:
    """Return the value of a YAML text: strings, lists and dicts; or UNSURE."""
    if not text.endswith("\n") or not text.replace("\n", "").isprintable():
        return UNSURE
    reader = _Reader(text.split("\n"))
    try:
        return reader.document()
    except _UnsureError:
        return UNSURE


class _UnsureError(Exception):
    """Not the plain kind of YAML."""


class _Reader:
    """Reads lines from ``at`` on; a node ends at the first line that stands further left."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.indents = [len(line) - len(line.lstrip(" ")) for line in lines]
        self.at = 0

    def document(self) -> Any:
        if self._indent() != 0:
            raise _UnsureError
        value = self._sequence(0) if self.lines[self.at].startswith("- ") else self._mapping(0)
        if self._indent() >= 0:
            raise _UnsureError
        return value

    def _indent(self) -> int:
        """Skip empty lines and comments; return how far the next line is indented, or -1 at the end."""
        at, lines, indents = self.at, self.lines, self.indents
        while at < len(lines) and (not lines[at] or lines[at].startswith("#", indents[at])):
            at += 1
        self.at = at
        return self.indents[at] if at < len(lines) else -1

    def _mapping(self, indent: int) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        while (found := self._indent()) >= indent:
            match = _KEY.match(self.lines[self.at], indent)
            if found != indent or match is None or match[1] in mapping or indent > MAX_INDENT:
                raise _UnsureError
            self.at += 1
            mapping[match[1]] = self._value(match[2], indent) if match[2] else self._nested(indent)
        return mapping

    def _sequence(self, indent: int) -> list[Any]:
        items: list[Any] = []
        while (found := self._indent()) >= indent:
            line = self.lines[self.at]
            if found != indent:
                raise _UnsureError
            if not line.startswith("- ", indent):
                break
            rest = line[indent + 2 :]
            if _KEY.match(rest):
                self.lines[self.at] = f"{' ' * (indent + 2)}{rest}"
                self.indents[self.at] = indent + 2
                items.append(self._mapping(indent + 2))
            else:
                self.at += 1
                items.append(self._scalar(rest, indent))
        return items

    def _nested(self, indent: int) -> Any:
        """Return the value of a key with nothing after its colon."""
        found = self._indent()
        listed = found >= indent and self.lines[self.at].startswith("- ", found)
        if listed:
            return self._sequence(found)
        return self._mapping(found) if found > indent else ""

    def _value(self, rest: str, indent: int) -> Any:
        return self._literal(indent) if rest == "|" else self._scalar(rest, indent)

    def _scalar(self, rest: str, indent: int) -> Any:
        if self._indent() > indent or not rest or rest[-1] == " " or rest[0] == " ":
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
        content: list[str] = []
        inside = 0
        for at in range(self.at, len(self.lines)):
            line, found = self.lines[at], self.indents[at]
            if line and not inside:
                inside = found
            if line and (found <= indent or found < inside):
                break
            if found and found == len(line):
                raise _UnsureError
            content.append(line[inside:])
        self.at += len(content)
        while content and not content[-1]:
            content.pop()
        if not content or self._indent() > indent:
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
