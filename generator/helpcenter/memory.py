"""Results kept from one run to the next, by what they were made from.

A preview runs the whole recipe at every save. What a run makes from the same sources as the run before is not made
again: whoever calls a pure function through the memory gets the result of last time, if its arguments are those of last
time. So nobody keeps a list of what depends on what; the arguments are that list.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from types import FunctionType, NoneType
from typing import Any, TypeVar

Made = TypeVar("Made")
_PLAIN = (str, bytes, int, float, NoneType, date, PurePath, type, FunctionType)


@dataclass(frozen=True, slots=True, eq=False)
class Contents:
    """An argument that counts by all that it holds, which takes longer to tell than what made it."""

    held: object


class Memory:
    """What the last run made, and what this one asks for again; the rest is forgotten when the next one begins.

    Text, numbers, days, paths, types and functions among the arguments count by what they are, and so do plain rows
    of them; everything else counts as the same only where it is the very same value, kept from the last run itself, or
    has the very same ``epoch``.
    """

    def __init__(self) -> None:
        self._before: dict[object, tuple[object, Any]] = {}
        self._now: dict[object, tuple[object, Any]] = {}

    def begin(self) -> None:
        """Begin a run."""
        self._before, self._now = self._now, {}

    def __call__(self, function: Callable[..., Made], *arguments: object) -> Made:
        """Return ``function(*arguments)``, made anew unless this run or the last one did so."""
        key = (function, *map(_told, arguments))
        found = self._now.get(key) or self._before.get(key)
        if found is None:
            found = arguments, function(*arguments)  # the arguments stay alive, so that no other takes their number
        self._now[key] = found
        return found[1]

    def same(self, name: str, value: Made) -> Made:
        """Return what stood under ``name`` in the last run if it equals ``value``, else ``value``."""
        kept = self._now.get(name) or self._before.get(name)
        found = kept if kept is not None and kept[1] == value else (None, value)
        self._now[name] = found
        return found[1]

    def next(self, name: str, make: Callable[[Made | None], Made]) -> Made:
        """Return what ``make`` makes from what stood under ``name`` in the last run, or from None."""
        made = make(self._before.get(name, (None, None))[1])
        self._now[name] = None, made
        return made

    def beside(self, name: str) -> Memory:
        """Return the memory of work that goes on in a second process, whose results do not come back to this one."""
        return FORGETFUL

    def keep(self) -> None:
        """Let what this run asked for last beyond this process, where there is a place for it."""


class _Forgetful(Memory):
    """Makes everything anew, for what runs once."""

    def __call__(self, function: Callable[..., Made], *arguments: object) -> Made:
        return function(*arguments)

    def same(self, name: str, value: Made) -> Made:
        return value

    def next(self, name: str, make: Callable[[Made | None], Made]) -> Made:
        return make(None)


FORGETFUL: Memory = _Forgetful()
"""The memory of a build that makes everything."""


def _told(argument: object) -> object:
    if isinstance(argument, _PLAIN):
        return argument.__class__, argument
    if argument.__class__ is tuple:
        return tuple, *map(_told, argument)
    return id(getattr(argument, "epoch", argument))
