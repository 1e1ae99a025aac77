"""A finding is a value: what is wrong (a code), where, and the facts its message needs.

How a problem is worded for a person stands in ``words/`` and is done by ``report``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

MOST_IN_FILE = 100
"""How many problems of one file are told."""


class Severity(StrEnum):
    """An error strands or misleads a reader and stops the build; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a source file: path relative to the project, 1-based line and column in Unicode characters."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. ``details`` are the named facts that the message of ``code`` speaks of."""

    code: str
    location: Location
    severity: Severity = Severity.ERROR
    details: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpickled, (self.code, self.location, self.severity, dict(self.details))


def _unpickled(code: str, location: Location, severity: Severity, details: dict[str, str]) -> Problem:
    return Problem(code, location, severity, MappingProxyType(details))


def problem(code: str, location: Location, **details: object) -> Problem:
    """Return an error ``code`` at ``location``."""
    return Problem(code, location, Severity.ERROR, _frozen(details))


def warning(code: str, location: Location, **details: object) -> Problem:
    """Return a warning ``code`` at ``location``."""
    return Problem(code, location, Severity.WARNING, _frozen(details))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Return whether any of ``problems`` stops the build."""
    return any(found.severity is Severity.ERROR for found in problems)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return ``problems`` by file, line and column, as a writer works through them."""
    return sorted(problems, key=lambda found: (found.location, found.severity, found.code))


def capped(problems: Iterable[Problem]) -> list[Problem]:
    """Return ``problems`` in order, of each file only the first; ``more-problems`` then says how many there are beside.

    What was counted and not told when the file was read is among these.
    """
    files: dict[str, list[Problem]] = {}
    for found in in_order(problems):
        files.setdefault(found.location.file, []).append(found)
    told: list[Problem] = []
    for found_there in files.values():
        counted = [found for found in found_there if found.code == "more-problems"]
        named = [found for found in found_there if found.code != "more-problems"]
        shown = named[:MOST_IN_FILE]
        at = shown[-1].location if shown else found_there[0].location
        told += [*shown, *more(at, *stands_for([*named[MOST_IN_FILE:], *counted]))]
    return told


def stands_for(problems: Iterable[Problem]) -> tuple[int, int]:
    """Return how many errors and warnings ``problems`` stand for."""
    errors = warnings = 0
    for found in problems:
        is_error = found.severity is Severity.ERROR
        errors += int(found.details.get("errors", is_error))
        warnings += int(found.details.get("warnings", not is_error))
    return errors, warnings


def more(location: Location, errors: int, warnings: int) -> list[Problem]:
    """Return the problem that stands for so many others of a file, none for none."""
    make = problem if errors else warning
    return [make("more-problems", location, errors=errors, warnings=warnings)] if errors or warnings else []


def _frozen(details: Mapping[str, object]) -> Mapping[str, str]:
    return MappingProxyType({name: str(value) for name, value in details.items()})


class CannotRunError(Exception):
    """What was asked for cannot be done here: a port in use, a folder that cannot be written, nothing to run."""
