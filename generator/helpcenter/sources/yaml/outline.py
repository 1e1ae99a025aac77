"""Where everything stands in YAML that may be anything: tags, anchors and aliases are let through, nothing is made.

``mkdocs.yml`` is such a file: MkDocs reads its values, this tells their places and what stands there twice.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Location, Problem, problem
from helpcenter.sources.source_text import Places, read_text
from helpcenter.sources.yaml.faults import explained
from helpcenter.sources.yaml.reader import MAX_DEPTH, TooDeepError
from helpcenter.sources.yaml.spans import Spans, type_loader

_MERGE = "<<"


@dataclass(slots=True)
class Outline:
    """Places in the file called ``name``: of each value and, marked True, of each key."""

    name: str
    text: str
    starts: dict[tuple[KeyPath, bool], Location] = field(default_factory=dict)
    is_mapping: bool = False

    def has(self, *steps: str | int) -> bool:
        """Return whether something stands at ``steps``."""
        return (steps, False) in self.starts

    def at(self, *steps: str | int, key: bool = False) -> Location:
        """Return where the value (or, with ``key``, its key) at ``steps`` stands, else its nearest parent."""
        if key and (steps, True) in self.starts:
            return self.starts[steps, True]
        while steps and (steps, False) not in self.starts:
            steps = steps[:-1]
        return self.starts.get((steps, False), Location(self.name))


def read_outline(path: Path, name: str) -> tuple[Outline | None, list[Problem]]:
    """Read the YAML file at ``path``. Returns its outline, or None, with every problem of its text and its keys."""
    text, problems = read_text(path, name)
    if text is None:
        return None, problems
    places = Places(text)
    try:
        _refuse_depth(text)
        node = yaml.compose(text, Loader=type_loader)
    except yaml.YAMLError as error:
        return None, [explained(error, name, Spans(text))]
    if node is None:
        return None, [problem("empty-file", Location(name))]
    walk = _Walk(Outline(name, text, is_mapping=isinstance(node, yaml.MappingNode)), places)
    walk.note(node, ())
    return walk.outline, walk.problems


def _refuse_depth(text: str) -> None:
    """Raise TooDeepError before anything recursive meets a text that is nested too deep."""
    depth = 0
    for event in yaml.parse(text, Loader=type_loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise TooDeepError(event)


class _Walk:
    """Notes places; what an alias repeats has only its first."""

    def __init__(self, outline: Outline, places: Places) -> None:
        self.outline = outline
        self.problems: list[Problem] = []
        self._places = places
        self._seen: set[int] = set()

    def note(self, node: Any, steps: KeyPath) -> None:
        self.outline.starts.setdefault((steps, False), self._place(node))
        if id(node) in self._seen:
            return
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            self._mapping(node, steps)
        elif isinstance(node, yaml.SequenceNode):
            for index, value in enumerate(node.value):
                self.note(value, (*steps, index))

    def _mapping(self, node: Any, steps: KeyPath) -> None:
        own: set[str] = set()
        for key, value in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else None
            if name is None or name == _MERGE:
                continue
            if name in own:
                self.problems.append(problem("duplicate-key", self._place(key), key=name))
                self._forget((*steps, name))  # the last one counts
            own.add(name)
            self.outline.starts.setdefault(((*steps, name), True), self._place(key))
            self.note(value, (*steps, name))

    def _forget(self, steps: KeyPath) -> None:
        for below, key in list(self.outline.starts):
            if below[: len(steps)] == steps:
                del self.outline.starts[below, key]

    def _place(self, node: Any) -> Location:
        return Location(self.outline.name, *self._places.at(node.start_mark.index))
