"""Results kept from one run to the next, by what they were made from.

A preview runs the whole recipe at every save. What a run makes from the same sources as the run before is not made
again: whoever calls a pure function through the memory gets the result of last time, if its arguments are those of last
time. So nobody keeps a list of what depends on what; the arguments are that list.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from types import FunctionType, NoneType
from typing import Any, NamedTuple, Protocol, TypeVar, cast

Made = TypeVar("Made")
_PLAIN, _ROW, _ASKING, _OTHER = "plain", "row", "asking", "other"
_TELLING = (str, bytes, int, float, NoneType, date, PurePath, type, FunctionType)


@dataclass(frozen=True, slots=True, eq=False)
class Contents:
    """An argument that counts by all that it holds, which takes longer to tell than what made it."""

    held: object


class _Kept(NamedTuple):
    """A result, its key, the arguments it was made from, which stay alive so that no other takes their number, and what
    was answered meanwhile.
    """

    key: object
    arguments: tuple[object, ...]
    answers: dict[Any, Any]
    value: Any


class Asking(Protocol):
    """An argument that a function asks questions; what it was not asked does not count."""

    answers: dict[Any, Any]
    """By question what was answered."""

    def noting(self) -> Any:
        """Return the same with no ``answers`` yet."""

    def again(self, question: Any) -> Any:
        """Return the answer to a question that was noted before."""


class Memory:
    """What the last run made, and what this one asks for again; the rest is forgotten when the next one begins.

    Text, numbers, days, paths, types and functions among the arguments count by what they are, and so do plain rows
    of them; what is ``Asking`` counts as the same while all that was asked has the same answers; everything else only
    where it is the very same value, kept from the last run itself.
    """

    def __init__(self) -> None:
        self._before: dict[object, _Kept] = {}
        self._now: dict[object, _Kept] = {}

    def begin(self) -> None:
        """Begin a run."""
        self._before, self._now = self._now, {}

    def __call__(self, function: Callable[..., Made], *arguments: object) -> Made:
        """Return ``function(*arguments)``, made anew unless this run or the last one did so."""
        key = (function, *map(told, arguments))
        found = self._now.get(key)
        if found is None:
            found = self._before.get(key)
            if found is None or (found.answers and not holds(found.answers, asking(arguments))):
                found = _Kept(key, arguments, *made(function, arguments, asking(arguments)))
            self._now[found.key] = found  # as it was, so that no other like it is kept
        return found.value  # type: ignore[no-any-return]

    def here(self, function: Callable[..., Made], *arguments: object) -> Made:
        """Return ``function(*arguments)``, which no file keeps: it is large, and asked for once a run."""
        return function(*arguments)

    def same(self, name: str, value: Made) -> Made:
        """Return what stood under ``name`` in the last run if it equals ``value``, else ``value``."""
        kept = self._now.get(name) or self._before.get(name)
        found = kept if kept is not None and kept.value == value else _Kept(name, (), {}, value)
        self._now[name] = found
        return found.value  # type: ignore[no-any-return]

    def each(self, function: Callable[..., Made], things: Iterable[object], *shared: object) -> list[Made]:
        """Return ``function(thing, *shared)`` for each of ``things``, no two of which are the same."""
        return [self(function, thing, *shared) for thing in things]

    def each_here(self, function: Callable[..., Made], things: Iterable[object]) -> list[Made]:
        """Return ``function(thing)`` for each of ``things``, which takes less time than to keep it in a file."""
        return list(map(function, things))

    def of_file(self, path: str, beside: Hashable, make: Callable[[], Made]) -> Made:
        """Return what ``make`` returns, which hangs on the file at ``path`` and on what is told ``beside`` it."""
        return make()

    def beside(self, name: str) -> Memory:
        """Return the memory of work that goes on in a second process, whose results do not come back to this one."""
        return FORGETFUL

    @property
    def is_full(self) -> bool:
        """Whether a run before this one left anything, so that little need be made."""
        return False

    def keep(self) -> None:
        """Let what this run asked for last beyond this process, where there is a place for it."""


class _Forgetful(Memory):
    """Makes everything anew, for what runs once."""

    def __call__(self, function: Callable[..., Made], *arguments: object) -> Made:
        return function(*arguments)

    def same(self, name: str, value: Made) -> Made:
        return value


FORGETFUL: Memory = _Forgetful()
"""The memory of a build that makes everything."""


def asking(arguments: tuple[object, ...]) -> Asking | None:
    """Return the argument that is asked, if one is."""
    return next((cast(Asking, argument) for argument in arguments if _asks(argument)), None)


def made(
    function: Callable[..., Any], arguments: tuple[object, ...], asked: Asking | None
) -> tuple[dict[Any, Any], Any]:
    """Call ``function``; return what was ``asked`` for it, with the answers, and what it returns."""
    if asked is None:
        return {}, function(*arguments)
    noting = asked.noting()
    value = function(*(noting if argument is asked else argument for argument in arguments))
    return noting.answers, value


def holds(answers: dict[Any, Any], asked: Asking | None) -> bool:
    """Return whether all that was asked has the same answers still."""
    return asked is None or all(asked.again(question) == answer for question, answer in answers.items())


def _asks(argument: object) -> bool:
    return _kind(type(argument)) is _ASKING


def told(argument: object) -> object:
    """Return what tells ``argument`` apart from others."""
    kind = _kind(type(argument))
    if kind is _OTHER:
        return id(argument)
    if kind is _PLAIN:
        return argument.__class__, argument
    return argument.__class__ if kind is _ASKING else (tuple, *map(told, cast(tuple[object, ...], argument)))


def _kind(kind: type) -> str:
    """Return how arguments of a class are told, which is asked many thousand times a run."""
    return _KINDS.get(kind) or _KINDS.setdefault(kind, _kind_of(kind))


def _kind_of(kind: type) -> str:
    if issubclass(kind, _TELLING):
        return _PLAIN
    if kind is tuple:
        return _ROW
    return _ASKING if hasattr(kind, "noting") else _OTHER


_KINDS: dict[type, str] = {}
