"""YAML text to plain values, with the place of each; the only module that imports ``yaml``.

Every scalar is text, as typed. Anchors, aliases, tags, second documents, repeated keys and deep nesting are
refused. Reading keeps no positions, because nearly every file is right: ``locate`` reads the file again and
tells where a value stands when a problem needs it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from generator.problems import Location, Problem, problem
from generator.quick_yaml import UNSURE, quick_read

MAX_BYTES = 4_000_000
MAX_DEPTH = 16

Event = Any
"""An event of PyYAML's parser; its classes share no typed base with what they carry."""

type_loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Steps = tuple[str | int, ...]
"""The way to a value inside a file: keys and 0-based list indexes."""


@dataclass(frozen=True, slots=True)
class Source:
    """One YAML file: its path, its name in messages (relative to the project) and its values."""

    path: Path
    name: str
    data: Any

    def locate(self, steps: Steps = (), *, key: bool = False) -> Location:
        """Return where the value (or, with ``key``, its key) at ``steps`` stands, else its nearest parent."""
        marks = _marks_of(self.path, self.path.stat().st_mtime_ns)
        if key and (steps, True) in marks:
            return Location(self.name, *marks[steps, True])
        while steps and (steps, False) not in marks:
            steps = steps[:-1]
        return Location(self.name, *marks.get((steps, False), (1, 1)))

    def locate_text(self, steps: Steps, text: str) -> Location:
        """Return where ``text`` stands inside the value at ``steps``; the value's own place if it is not found."""
        start = self.locate(steps)
        lines = self.path.read_text(encoding="utf-8-sig").split("\n")
        for number in range(start.line - 1, len(lines)):
            column = lines[number].find(text, start.column - 1 if number == start.line - 1 else 0)
            if column >= 0:
                return Location(self.name, number + 1, column + 1)
        return start


def read(path: Path, name: str) -> tuple[Source | None, list[Problem]]:
    """Read one YAML file. Returns its source, or None with every problem that keeps it from being read."""
    text, problems = read_text(path, name)
    if text is None:
        return None, problems
    if not text.strip():
        return None, [problem("empty-file", Location(name))]
    data = quick_read(text)
    if data is not UNSURE:
        return Source(path, name, data), []
    builder = _Builder(name)
    try:
        data = builder.build(yaml.parse(text, Loader=type_loader))
    except yaml.YAMLError as error:
        return None, [*builder.problems, _syntax(error, text, name)]
    if builder.problems:
        return None, builder.problems
    return Source(path, name, data), []


def read_text(path: Path, name: str) -> tuple[str | None, list[Problem]]:
    """Read a UTF-8 file. Returns its text, or None with the problem that keeps it from being read."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return None, [problem("unreadable-file", Location(name), reason=error.strerror or str(error))]
    if len(raw) > MAX_BYTES:
        return None, [problem("file-too-large", Location(name), limit=MAX_BYTES // 1_000_000)]
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        good = raw[: error.start].decode("utf-8", errors="replace")
        line = good.count("\n") + 1
        column = len(good) - (good.rfind("\n") + 1) + 1
        return None, [problem("wrong-encoding", Location(name, line, column), guess=_guess(raw))]


def _guess(raw: bytes) -> str:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return "?"
    return "GBK / GB18030"


def _syntax(error: yaml.YAMLError, text: str, name: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error).split("\n")[0]
    if mark is not None:
        return problem("yaml-syntax", Location(name, mark.line + 1, mark.column + 1), reason=reason)
    position = getattr(error, "position", None) or 0
    before = text[:position]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return problem("yaml-syntax", Location(name, line, column), reason=reason)


class _TooDeep(yaml.YAMLError):
    """Nesting so deep that reading on would only cost time."""

    def __init__(self, event: Event) -> None:
        super().__init__("nesting")
        self.problem_mark = event.start_mark
        self.problem = f"nested more than {MAX_DEPTH} levels deep"


class _Builder:
    """Builds plain values from parser events and notes what is refused."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.problems: list[Problem] = []

    def build(self, events: Iterator[Event]) -> Any:
        """Return the value of the first document of ``events``."""
        value: Any = None
        documents = 0
        for event in events:
            kind = event.__class__
            if kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._refuse("second-document", event)
                    break
                value = self._value(next(events), events, 1)
        return value

    def _value(self, event: Event, events: Iterator[Event], depth: int) -> Any:
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                self._refuse_extras(event)
            return event.value
        if kind is yaml.AliasEvent:
            self._refuse("alias", event, name=event.anchor)
            return ""
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event)
        if depth > MAX_DEPTH:
            raise _TooDeep(event)
        if kind is yaml.MappingStartEvent:
            return self._mapping(events, depth + 1)
        return self._sequence(events, depth + 1)

    def _sequence(self, events: Iterator[Event], depth: int) -> list[Any]:
        items: list[Any] = []
        for event in events:
            if event.__class__ is yaml.SequenceEndEvent:
                break
            items.append(self._value(event, events, depth))
        return items

    def _mapping(self, events: Iterator[Event], depth: int) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for event in events:
            if event.__class__ is yaml.MappingEndEvent:
                break
            key = self._value(event, events, depth)
            value = self._value(next(events), events, depth)
            if not isinstance(key, str):
                self._refuse("key-not-text", event)
            elif key in mapping:
                self._refuse("duplicate-key", event, key=key)
            else:
                mapping[key] = value
        return mapping

    def _refuse_extras(self, event: Event) -> None:
        if event.anchor is not None:
            self._refuse("anchor", event, name=event.anchor)
        if event.tag is not None:
            self._refuse("tag", event, name=event.tag)

    def _refuse(self, code: str, event: Event, **details: object) -> None:
        mark = event.start_mark
        self.problems.append(problem(code, Location(self.name, mark.line + 1, mark.column + 1), **details))


@lru_cache(maxsize=8)
def _marks_of(path: Path, changed_ns: int) -> dict[tuple[Steps, bool], tuple[int, int]]:
    marks: dict[tuple[Steps, bool], tuple[int, int]] = {}
    try:
        node = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=type_loader)
    except (yaml.YAMLError, OSError):
        return marks
    if node is not None:
        _mark(node, (), marks)
    return marks


def _mark(node: Any, steps: Steps, marks: dict[tuple[Steps, bool], tuple[int, int]]) -> None:
    marks[steps, False] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            below = (*steps, key.value)
            marks[below, True] = (key.start_mark.line + 1, key.start_mark.column + 1)
            _mark(value, below, marks)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _mark(value, (*steps, index), marks)
