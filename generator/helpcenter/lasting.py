"""Results kept from one build to the next, in other processes, by what they were made from.

A call is named by what it is made from: the function, and its arguments. Plain ones count by what they are, and what
the memory made by what stands for it. What cannot be named is kept for the run alone. So nobody keeps a list of what
depends on what.
"""

from __future__ import annotations

import marshal
import os
import pickle
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cached_property
from hashlib import blake2b
from io import BytesIO
from pathlib import Path, PurePath
from types import FunctionType, MappingProxyType, NoneType
from typing import Any, NamedTuple, TypeVar, cast

from helpcenter.memory import Asking, Contents, Memory, asking, holds, made
from helpcenter.sealed import NAME_BYTES, Sealed, Sealing

T = TypeVar("T")
_AS_IT_IS = frozenset((str, bytes, int, float, bool, NoneType))
_ROWS = frozenset((tuple, list))
_SETS = frozenset((set, frozenset))
_UNPICKLED = (pickle.PicklingError, TypeError, AttributeError, ValueError, RecursionError)


class _Made(NamedTuple):
    """A result: what stands for it in the names of calls, what was answered for it, and itself."""

    token: bytes
    answers: dict[Any, Any]
    value: Any


class LastingMemory(Memory):
    """The memory of one run, which knows what the last one kept in the sealed file at ``path``.

    With an argument that is ``Asking`` a result counts as the same as long as all that was asked has the same answers.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._asked_for: dict[bytes, _Made | None] = {}  # None: large, and in one of the files
        self._new: set[bytes] = set()
        self._tokens: dict[int, tuple[bytes, object]] = {}  # with what has them, so that no other takes its number

    def __call__(self, function: Callable[..., T], *arguments: object) -> T:
        """Return ``function(*arguments)``, made anew unless it was kept."""
        told = self._told((function, *arguments))
        if told is None:
            return super().__call__(function, *arguments)
        asked = asking(arguments)
        name = _digest(told)
        found = self._found(name, asked)
        if found is None:
            token = os.urandom(NAME_BYTES) if asked else name
            found = self._add(name, _Made(token, *made(function, arguments, asked)))
        return cast(T, self._note(name, found))

    def same(self, name: str, value: T) -> T:
        """Return what was kept under ``name`` if it equals ``value``, else ``value``."""
        key = _digest((name,))
        found = self._found(key, None)
        if found is None or found.value != value:
            found = self._add(key, _Made(os.urandom(NAME_BYTES), {}, value))
        return cast(T, self._note(key, found))

    @cached_property
    def _kept(self) -> Sealed:
        """What the last run kept: by the names of calls, pickled."""
        return Sealed(self._path)

    @cached_property
    def _added(self) -> Sealing:
        return Sealing(self._path).begin()

    def beside(self, name: str) -> Memory:
        """Return the memory of a second process, whose file beside this one's ends with ``name``."""
        return LastingMemory(self._path.with_name(f"{self._path.name}-{name}"))

    @property
    def is_full(self) -> bool:
        """Whether there is a file that is to be believed."""
        return bool(self._kept)

    def keep(self) -> None:
        """Write down what this run asked for, if it is not what the last one kept."""
        if self._new or len(self._asked_for) != len(self._kept):
            self._added.write(self._kept, (name for name in self._asked_for if name not in self._new))

    def _add(self, name: bytes, found: _Made) -> _Made:
        """Write down what was made now; what cannot be pickled is left out."""
        self._new.add(name)
        with suppress(*_UNPICKLED):
            self._added.add(name, pickle.dumps(tuple(found), pickle.HIGHEST_PROTOCOL))
        return found

    def _found(self, name: bytes, asked: Asking | None) -> _Made | None:
        if known := self._asked_for.get(name):
            return known
        content = self._added.get(name) if name in self._new else self._kept.get(name)
        if content is None:
            return None
        found = _Made(*pickle.loads(content))
        return found if holds(found.answers, asked) else None

    def _note(self, name: bytes, found: _Made) -> object:
        if name not in self._asked_for:
            self._asked_for[name] = None if found.value.__class__ is bytes else found
            self._stand_for(found.value, found.token)
        return found.value

    def _stand_for(self, value: object, token: bytes) -> None:
        """Let ``token`` stand for ``value`` and its parts, where something does not yet."""
        if value.__class__ in _ROWS:
            for place, part in enumerate(cast(list[object], value)):
                self._stand_for(part, token + place.to_bytes(4))
        if value.__class__ not in _AS_IT_IS:
            self._tokens.setdefault(id(value), (token, value))

    def _told(self, argument: object) -> object:
        """Return what tells ``argument`` apart, as ``marshal`` takes it; None if nothing does."""
        kind = argument.__class__
        if kind in _AS_IT_IS:
            return (argument,)
        if id(argument) in self._tokens:
            return "made", self._tokens[id(argument)][0]
        if kind is tuple:
            parts = tuple(map(self._told, cast(tuple[object, ...], argument)))
            return None if None in parts else ("row", *parts)
        if kind is Contents:
            return self._contents(cast(Contents, argument).held)
        if isinstance(argument, type | FunctionType):
            return None if "<" in argument.__qualname__ else ("name", argument.__module__, argument.__qualname__)
        if isinstance(argument, date | PurePath):
            return kind.__name__, str(argument)
        return ("asked", kind.__qualname__) if asking((argument,)) else None

    def _contents(self, held: object) -> object:
        stream = BytesIO()
        try:
            _Telling(stream, self._tokens).dump(held)
        except _UNPICKLED:
            return None
        return "contents", stream.getvalue()


class _Telling(pickle.Pickler):
    """Tells a value by what it holds, and what the memory made by what stands for it."""

    def __init__(self, stream: BytesIO, tokens: dict[int, tuple[bytes, object]]) -> None:
        super().__init__(stream, pickle.HIGHEST_PROTOCOL)
        self.fast = True  # what is held twice is told twice, so that equal values are told alike
        self._tokens = tokens

    def persistent_id(self, value: Any) -> object:
        """Return what stands for ``value``; a set is told in the order of how its items are written."""
        found = self._tokens.get(id(value))
        if found is not None:
            return found[0]
        return (value.__class__, sorted(value, key=repr)) if value.__class__ in _SETS else None

    def reducer_override(self, value: Any) -> Any:
        """Tell a value of the model by its fields alone: it keeps the names of those that were typed as a set."""
        if value.__class__ is MappingProxyType:
            return dict, (dict(value),)
        is_model = hasattr(value.__class__, "model_fields_set")
        return (value.__class__, (vars(value),)) if is_model else NotImplemented


def _digest(told: Any) -> bytes:
    return blake2b(marshal.dumps(told, 2), digest_size=NAME_BYTES).digest()  # version 2: equal values are equal bytes
