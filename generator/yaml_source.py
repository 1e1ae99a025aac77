"""YAML text to plain values, with the place of each; the only module that imports ``yaml``.

Every scalar is text, as typed. Anchors, aliases, tags, second documents, repeated keys and deep nesting are
refused. Reading keeps no positions, because nearly every file is right: ``locate`` reads the file again and
tells where a value stands when a problem needs it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from generator.problems import Location, Problem, problem
from generator.quick_yaml import UNSURE, quick_read
from generator.source_text import Places, decoded, read_text

MAX_DEPTH = 16
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

_OPENED = ("while scanning a quoted scalar", "while scanning a simple key", "while parsing a flow")
"""What libyaml was doing when a mistake is best shown where that began."""

Event = Any
"""An event of PyYAML's parser; its classes share no typed base with what they carry."""

type_loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Steps = tuple[str | int, ...]
"""The way to a value inside a file: keys and 0-based list indexes."""
Spans = dict[tuple[Steps, bool], tuple[int, int]]
"""Start and end index of each value and, marked True, of each key."""


@dataclass(frozen=True, slots=True)
class Source:
    """One YAML file: its path, its name in messages (relative to the project) and its values."""

    path: Path
    name: str
    data: Any

    def locate(self, steps: Steps = (), *, key: bool = False) -> Location:
        """Return where the value (or, with ``key``, its key) at ``steps`` stands, else its nearest parent."""
        spans, places, _ = self._spans()
        return Location(self.name, *places.at(_span(spans, steps, key)[0]))

    def locate_text(self, steps: Steps, text: str, *, skip: int = 0, nth: int = 0) -> Location:
        """Return the place ``skip`` characters into the ``nth`` (from 0) mention of ``text`` in the value at ``steps``.

        The value's own place when it is not there as typed.
        """
        spans, places, whole = self._spans()
        start, end = _span(spans, steps, False)
        found = whole.find(text, start, end)
        for _ in range(nth):
            found = whole.find(text, found + 1, end) if found >= 0 else found
        return Location(self.name, *places.at(start if found < 0 else found + skip))

    def _spans(self) -> tuple[Spans, Places, str]:
        return _spans_of(self.path, self.path.stat().st_mtime_ns)


def read(path: Path, name: str) -> tuple[Source | None, list[Problem]]:
    """Read one YAML file. Returns its source, or None with every problem that keeps it from being read."""
    text, problems = read_text(path, name)
    return (None, problems) if text is None else parse(text, path, name)


def parse(text: str, path: Path, name: str) -> tuple[Source | None, list[Problem]]:
    """Read YAML ``text``; ``path`` is the file that ``locate`` looks into."""
    data = quick_read(text)
    if data is not UNSURE:
        return Source(path, name, data), []
    builder = _Builder(name, Places(text))
    try:
        data = builder.build(yaml.parse(text, Loader=type_loader))
    except yaml.YAMLError as error:
        return None, [*builder.problems, syntax_problem(error, builder.places, name)]
    if builder.problems:
        return None, builder.problems
    return Source(path, name, data), []


def syntax_problem(error: yaml.YAMLError, places: Places, name: str) -> Problem:
    """Return what is no YAML, where the mistake is best seen."""
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error).split("\n")[0]
    return problem("yaml-syntax", Location(name, *places.at(_index(error, places))), reason=reason)


def _index(error: Any, places: Places) -> int:
    """Return the index of a mistake: of an opening quote or bracket that nothing closes, not of the file's end."""
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if context is not None and (mark is None or str(error.context).startswith(_OPENED)):
        return int(context.index)
    return places.of_byte(getattr(error, "position", 0)) if mark is None else int(mark.index)


class TooDeepError(yaml.YAMLError):
    """Nesting so deep that reading on would only cost time."""

    def __init__(self, event: Event) -> None:
        super().__init__("nesting")
        self.problem_mark = event.start_mark
        self.problem = f"nested more than {MAX_DEPTH} levels deep"


class _Builder:
    """Builds plain values from parser events and notes what is refused."""

    def __init__(self, name: str, places: Places) -> None:
        self.name = name
        self.places = places
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
            if _CONTROL.search(event.value):
                self._refuse("control-character", event)
            return event.value
        if kind is yaml.AliasEvent:
            self._refuse("alias", event, name=event.anchor)
            return ""
        if event.anchor is not None or event.tag is not None:
            self._refuse_extras(event)
        if depth > MAX_DEPTH:
            raise TooDeepError(event)
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
        place = self.places.at(event.start_mark.index)
        self.problems.append(problem(code, Location(self.name, *place), **details))


def _span(spans: Spans, steps: Steps, key: bool) -> tuple[int, int]:
    found: Steps = ()
    for step in steps:
        if ((*found, step), False) in spans:
            found = (*found, step)
        elif step != 0:  # one value may stand for a list of one
            key = False
            break
    return spans[found, True] if key and found else spans.get((found, False), (0, 0))


@lru_cache(maxsize=8)
def _spans_of(path: Path, changed_ns: int) -> tuple[Spans, Places, str]:
    spans: Spans = {}
    text = ""
    try:
        text = decoded(path)
        node = yaml.compose(text, Loader=type_loader)
    except (yaml.YAMLError, OSError, UnicodeDecodeError):
        node = None
    if node is not None:
        _note_spans(node, (), spans)
    return spans, Places(text), text


def _note_spans(node: Any, steps: Steps, spans: Spans) -> None:
    spans[steps, False] = (node.start_mark.index, node.end_mark.index)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            below = (*steps, key.value)
            spans[below, True] = (key.start_mark.index, key.end_mark.index)
            _note_spans(value, below, spans)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _note_spans(value, (*steps, index), spans)
