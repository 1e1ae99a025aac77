"""YAML text to plain values, with the place of each.

Every scalar is text, as typed. Anchors, aliases, tags, second documents, repeated keys and deep nesting are
refused. Reading keeps no positions, because nearly every file is right: ``locate`` reads the text again and
tells where a value stands when a problem needs it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from helpcenter.memory import FORGETFUL, Memory
from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Location, Problem, problem
from helpcenter.sources.odd_characters import code_point, may_hold_unseen
from helpcenter.sources.source_text import read_bytes, text_of
from helpcenter.sources.yaml.faults import explained
from helpcenter.sources.yaml.folded_lines import unfolded
from helpcenter.sources.yaml.spans import Spans, type_loader

MAX_DEPTH = 16
NULLS = ("~", "null", "Null", "NULL")
"""What YAML takes for nothing; here it stays text, which nobody means."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_HASH = re.compile(r"[^\s#][ \t]+#|\n[ \t]+#[^\s#!-]")
"""A ``#`` behind something, or one at the start of an indented line that looks like text."""

Event = Any
"""An event of PyYAML's parser; its classes share no typed base with what they carry."""


@dataclass(frozen=True, slots=True, eq=False)
class SourceFile:
    """One YAML file, or an item of one: its path, its name in messages (relative to the project) and its values.

    ``doubtful`` says that the text holds what a writer may not have meant: see ``slips``.
    """

    path: Path
    name: str
    data: Any
    spans: Spans = field(default_factory=Spans, repr=False)
    doubtful: bool = False

    def __getattr__(self, name: str) -> Any:
        """Read the values of a source that was kept without them, once somebody asks."""
        if name != "data":
            raise AttributeError(name)
        object.__setattr__(self, "data", _Builder(self.name, self.spans).build())
        return self.data

    def forget(self) -> None:
        """Let go of the values, which a model has now, until somebody asks."""
        with suppress(AttributeError):
            object.__delattr__(self, "data")

    def __reduce__(self) -> tuple[Any, ...]:
        return _without_data, (self.path, self.name, self.spans, self.doubtful)

    def locate(self, steps: KeyPath = (), *, key: bool = False) -> Location:
        """Return where the value (or, with ``key``, its key) at ``steps`` stands, else its nearest parent."""
        return self.place(self.spans.of(steps, key=key)[0])

    def locate_text(self, steps: KeyPath, text: str, *, skip: int = 0, nth: int = 0) -> Location:
        """Return the place ``skip`` characters into the ``nth`` (from 0) mention of ``text`` in the value at ``steps``.

        The value's own place when it is not there as typed.
        """
        start, end = self.spans.of(steps)
        whole = self.spans.text
        found = whole.find(text, start, end)
        for _ in range(nth):
            found = whole.find(text, found + 1, end) if found >= 0 else found
        return self.place(start if found < 0 else found + skip)

    def place(self, index: int) -> Location:
        """Return the place of the character at ``index`` of the text."""
        return Location(self.name, *self.spans.at(index))


def _without_data(*told: Any) -> SourceFile:
    source = SourceFile.__new__(SourceFile)
    for name, value in zip(("path", "name", "spans", "doubtful"), told, strict=True):
        object.__setattr__(source, name, value)
    return source


def read(path: Path, name: str, memory: Memory = FORGETFUL) -> tuple[SourceFile | None, list[Problem]]:
    """Read one YAML file. Returns its source, or None with every problem that keeps it from being read."""
    raw, problems = read_bytes(path, name)
    return (None, problems) if raw is None else memory(parsed, raw, path, name)


def parsed(raw: bytes, path: Path, name: str) -> tuple[SourceFile | None, list[Problem]]:
    """Read what the file at ``path`` holds."""
    text, problems = text_of(raw, name)
    return (None, problems) if text is None else parse(text, path, name)


def parse(text: str, path: Path, name: str, first_line: int = 1) -> tuple[SourceFile | None, list[Problem]]:
    """Read YAML ``text``, which begins at ``first_line`` of the file at ``path``."""
    spans = Spans(text, first_line)
    builder = _Builder(name, spans)
    try:
        data = builder.build()
    except yaml.YAMLError as error:
        return None, [*builder.problems, explained(error, name, spans)]
    if builder.problems:
        return None, builder.problems
    return SourceFile(path, name, data, spans, _is_doubtful(text)), []


def _is_doubtful(text: str) -> bool:
    names_nothing = any(word in text for word in NULLS)
    hashed = "#" in text and _HASH.search(text) is not None
    return names_nothing or hashed or may_hold_unseen(text)


class TooDeepError(yaml.YAMLError):
    """Nesting so deep that reading on would only cost time."""

    def __init__(self, event: Event) -> None:
        super().__init__("nesting")
        self.problem_mark = event.start_mark
        self.problem = f"nested more than {MAX_DEPTH} levels deep"


class _Builder:
    """Builds plain values from the events of the text of ``spans`` and notes what is refused."""

    def __init__(self, name: str, spans: Spans) -> None:
        self.name = name
        self.spans = spans
        self.problems: list[Problem] = []

    def build(self) -> Any:
        """Return the value of the first document."""
        self._next: Callable[[], Event] = type_loader(self.spans.text).get_event
        value: Any = None
        documents = 0
        for event in iter(self._next, None):
            if event.__class__ is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._refuse("second-document", event)
                    break
                value = self._value(self._next(), 1)
        return value

    def _value(self, event: Event, depth: int) -> Any:
        kind = event.__class__
        if kind is AliasEvent:
            self._refuse("alias", event, name=event.anchor)
            return ""
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event)
        if kind is ScalarEvent:
            return event.value if event.style == "|" else self._in_line(event)
        if depth > MAX_DEPTH:
            raise TooDeepError(event)
        return self._mapping(depth + 1) if kind is MappingStartEvent else self._sequence(depth + 1)

    def _in_line(self, event: Event) -> str:
        """Return the text of a scalar whose lines YAML folds."""
        text: str = event.value
        start, end, style = event.start_mark, event.end_mark, event.style
        if style == '"' and (control := _CONTROL.search(text)):  # nowhere else can one be told: the parser refuses them
            self._refuse("control-character", event, char=code_point(control[0]), kind="control")
        return text if start.line == end.line else unfolded(self.spans.text[start.index : end.index], text, style or "")

    def _sequence(self, depth: int) -> list[Any]:
        items: list[Any] = []
        while (event := self._next()).__class__ is not SequenceEndEvent:
            items.append(self._value(event, depth))
        return items

    def _mapping(self, depth: int) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        while (event := self._next()).__class__ is not MappingEndEvent:
            key, value = self._value(event, depth), self._value(self._next(), depth)
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
        place = self.spans.at(event.start_mark.index)
        self.problems.append(problem(code, Location(self.name, *place), **details))
