"""The memory of a preview, whose runs follow each other in one process: nearly everything is what it was."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Iterable
from typing import Any, NamedTuple, cast

from helpcenter.file_status import FileStatus, is_reliable, status_of
from helpcenter.memory import Asking, Made, Memory, asking, made, told


class _Read(NamedTuple):
    """What was made from a file, whose status then was ``status``."""

    status: FileStatus | None
    is_reliable: bool
    value: Any


class _Of(NamedTuple):
    """What was made from one thing, and what was answered for it; the thing stays alive, as its number is its name."""

    thing: object
    answers: dict[Any, Any]
    value: Any


class _Row(NamedTuple):
    """What was made from many things, by their numbers, with all that was answered; ``shared`` stays alive, too.

    ``size`` is how many answers there were when they were gathered last.
    """

    shared: tuple[object, ...]
    of: dict[int, _Of]
    answers: dict[Any, Any]
    size: int


class LiveMemory(Memory):
    """A memory that also knows files by their status, and many things of a kind at once."""

    def __init__(self) -> None:
        super().__init__()
        self._read: dict[tuple[str, Hashable], _Read] = {}
        self._read_before = self._read
        self._rows: dict[object, _Row] = {}
        self._rows_before = self._rows

    def begin(self) -> None:
        """Begin a run."""
        super().begin()
        self._read_before, self._read = self._read, {}
        self._rows_before, self._rows = self._rows, {}

    def of_file(self, path: str, beside: Hashable, make: Callable[[], Made]) -> Made:
        """Return what ``make`` returns, made anew unless the file is what it was when it was read."""
        key, status = (path, beside), status_of(path)
        found = self._read_before.get(key)
        if found is None or not found.is_reliable or found.status != status:
            begun = time.time_ns()
            found = _Read(status, status is not None and is_reliable(status, begun), make())
        self._read[key] = found
        return cast(Made, found.value)

    def here(self, function: Callable[..., Made], *arguments: object) -> Made:
        """Return ``function(*arguments)``; nothing is kept in files."""
        return self(function, *arguments)

    def each_here(self, function: Callable[..., Made], things: Iterable[object]) -> list[Made]:
        """Return ``function(thing)`` for each of ``things``; nothing is kept in files."""
        return self.each(function, things)

    def each(self, function: Callable[..., Made], things: Iterable[object], *shared: object) -> list[Made]:
        """Return ``function(thing, *shared)`` for each of ``things``, made anew unless the last run did so."""
        key, asked = (function, *map(told, shared)), asking(shared)
        before = self._rows_before.get(key) or _Row((), {}, {}, 0)
        others = _others(before.answers, asked)
        numbered = {id(thing): thing for thing in things}
        row: dict[int, Any] = dict(zip(numbered, map(before.of.get, numbered), strict=True))
        lacking = [number for number, kept in row.items() if kept is None]
        if others:
            lacking += [number for number, kept in row.items() if kept and not others.isdisjoint(kept.answers)]
        for number in lacking:
            thing = numbered[number]
            row[number] = _Of(thing, *made(function, (thing, *shared), asked))
        answers, size = before.answers, before.size
        if others or len(answers) > 2 * size:  # with questions that nothing asks any more
            lacking, answers, size = list(row), {}, 0
        for number in lacking:
            answers.update(row[number].answers)
        self._rows[key] = _Row(shared, row, answers, size or len(answers))
        return [kept.value for kept in row.values()]


def _others(answers: dict[Any, Any], asked: Asking | None) -> set[Any]:
    """Return the questions among those of the last run that have another answer now."""
    if asked is None:
        return set()
    return {question for question, answer in answers.items() if asked.again(question) != answer}
