"""Where keys and values stand in a YAML text, read again event by event, as far as somebody asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from helpcenter.model.key_path import KeyPath
from helpcenter.sources.source_text import Places

type_loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A key or a text: the way to it, its start and end, and its style: nothing, or the sign it begins with."""

    steps: KeyPath
    key: bool
    start: int
    end: int
    style: str
    text: str


class Spans:
    """The places of one YAML text, whose first line is number ``first_line`` of its file."""

    def __init__(self, text: str = "", first_line: int = 1) -> None:
        self.text = text
        self.first_line = first_line
        self._found: dict[tuple[KeyPath, bool], tuple[int, int]] = {}
        self._walk = self.scalars()

    def __reduce__(self) -> tuple[Any, ...]:
        return _spans, (self.text.encode("utf-8", "surrogatepass"), self.first_line)  # text would keep its bytes

    def of(self, steps: KeyPath, *, key: bool = False) -> tuple[int, int]:
        """Return start and end index of the value (or its key) at ``steps``, else of its nearest parent.

        Lists and mappings end with the text.
        """
        wanted = (steps, key)
        while wanted not in self._found and next(self._walk, None) is not None:
            pass
        if wanted in self._found:
            return self._found[wanted]
        found: KeyPath = ()
        for step in steps:
            if ((*found, step), False) in self._found:
                found = (*found, step)
            elif step != 0:  # one value may stand for a list of one
                key = False
                break
        return self._found[found, True] if key and found else self._found.get((found, False), (0, 0))

    def at(self, index: int) -> tuple[int, int]:
        """Return line and column of the character at ``index``."""
        line, column = self._places.at(index)
        return line + self.first_line - 1, column

    def of_byte(self, offset: int) -> int:
        """Return the index of the character at a byte offset of the text in UTF-8, which libyaml counts in."""
        return self._places.of_byte(offset)

    @cached_property
    def _places(self) -> Places:
        return Places(self.text)

    def scalars(self) -> Iterator[Scalar]:
        """Yield every key and text in order, up to a mistake of syntax, and note where all that is passed stands."""
        try:
            events = yaml.parse(self.text, Loader=type_loader)
            for event in events:
                if isinstance(event, yaml.NodeEvent):
                    yield from self._value(event, events, ())
        except yaml.YAMLError:
            return

    def _value(self, event: Any, events: Iterator[Any], steps: KeyPath) -> Iterator[Scalar]:
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.MappingStartEvent):
            self._found.setdefault((steps, False), (start, len(self.text)))
            yield from self._mapping(events, steps)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._found.setdefault((steps, False), (start, len(self.text)))
            for index, item in enumerate(iter(lambda: next(events), None)):
                if isinstance(item, yaml.SequenceEndEvent):
                    return
                yield from self._value(item, events, (*steps, index))
        else:
            self._found.setdefault((steps, False), (start, end))
            yield _scalar(event, steps, key=False)

    def _mapping(self, events: Iterator[Any], steps: KeyPath) -> Iterator[Scalar]:
        for key in events:
            if isinstance(key, yaml.MappingEndEvent):
                return
            below = (*steps, getattr(key, "value", ""))
            self._found.setdefault((below, True), (key.start_mark.index, key.end_mark.index))
            yield _scalar(key, below, key=True)
            yield from self._value(next(events), events, below)


def _scalar(event: Any, steps: KeyPath, *, key: bool) -> Scalar:
    style, text = getattr(event, "style", None) or "", getattr(event, "value", "")
    return Scalar(steps, key, event.start_mark.index, event.end_mark.index, style, text)


def _spans(text: bytes, first_line: int) -> Spans:
    return Spans(text.decode("utf-8", "surrogatepass"), first_line)
