"""A finding is a value: what is wrong (a code), where, and the facts its message needs.

How a problem is worded for a person stands in ``words/`` and is done by ``report``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


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


def _frozen(details: Mapping[str, object]) -> Mapping[str, str]:
    return MappingProxyType({name: str(value) for name, value in details.items()})
