"""What became of the answers since an earlier export: its mark tells every id with the version that it had."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from helpcenter.exports.answer import Answer
from helpcenter.exports.requests import json_bytes

Versions = Mapping[str, str]
"""The versions of answers (see ``Answer.digest``) by their ids."""


@dataclass(frozen=True, slots=True)
class Changes:
    """The ids of answers that are new, that say something else, and that are gone, each in order."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


def mark_of(answers: Iterable[Answer]) -> dict[str, str]:
    """Return the mark of ``answers``."""
    return {answer.id: answer.digest for answer in answers}


def mark_bytes(mark: Versions) -> bytes:
    """Return the file of a mark."""
    return json_bytes({"versions": dict(sorted(mark.items()))})


def read_mark(text: str) -> Versions | None:
    """Return the mark in ``text``; None when it is none."""
    try:
        found: Any = json.loads(text)
    except ValueError:
        return None
    versions = found.get("versions") if isinstance(found, dict) else None
    is_mark = isinstance(versions, dict) and all(isinstance(version, str) for version in versions.values())
    return versions if is_mark else None


def changes(now: Versions, before: Versions) -> Changes:
    """Return what became of the answers."""
    return Changes(
        tuple(name for name in now if name not in before),
        tuple(name for name, version in now.items() if name in before and before[name] != version),
        tuple(sorted(name for name in before if name not in now)),
    )
