"""Ids that are gone because they were renamed: what an earlier revision calls so has another id today.

Git is asked only when something is missing, and only for the files that said its id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from helpcenter.problems import Problem
from helpcenter.project import Project
from helpcenter.sources.loading import Loaded
from helpcenter.sources.revisions import RevisionError, files_with, text_at
from helpcenter.sources.yaml.reader import parse

REVISIONS = ("HEAD", "HEAD~1")
"""Where an id is looked for: in the last commit, and in the one before, when the last one renamed it."""
_MISSING = {
    "unknown-id": "id",
    "unknown-topic": "id",
    "unknown-link": "target",
    "flow-unknown-target": "id",
    "unknown-contact": "id",
    "unknown-value": "name",
}
"""Which detail of a problem names what is missing."""
_SHARED = frozenset(
    ("id", "topic", "owner", "reviewed", "review_every", "status", "audience", "contact", "source", "checked")
)
"""Fields that say little about which entry one is."""
_TITLES = ("title", "question", "label")
NamedEntries = Mapping[str, Mapping[str, Any]]
"""Entries, values and contacts as they were typed, by id."""


def with_renames(problems: list[Problem], loaded: Loaded, project: Project) -> list[Problem]:
    """Return ``problems``; those about a missing id that git knows name its new id, or guess nothing."""
    gone = {name for found in problems if (name := missing(found))}
    renamed = _renamed(gone, loaded, project) if gone else {}
    return [_explained(found, renamed) for found in problems] if renamed else problems


def missing(found: Problem) -> str:
    """Return the id, or the name of a value, that ``found`` says does not exist; nothing for other problems."""
    return found.details.get(_MISSING.get(found.code, ""), "").partition("#")[0]


def _explained(found: Problem, renamed: Mapping[str, str]) -> Problem:
    old = missing(found)
    if old not in renamed:
        return found
    part = found.details[_MISSING[found.code]].removeprefix(old)
    new = f"{renamed[old]}{part}" if renamed[old] else ""
    return replace(found, details=MappingProxyType({**found.details, "guess": "", "renamed": new}))


def _renamed(gone: set[str], loaded: Loaded, project: Project) -> dict[str, str]:
    """Return the new id of each of ``gone`` that a revision knows; nothing where no entry of today fits it."""
    known: dict[str, str] = {}
    today = dict(_named(origin.source.data for origin in loaded.origins.values()))
    for revision in REVISIONS:
        try:
            then = dict(_named(_data_then(revision, gone - known.keys(), project)))
        except RevisionError:
            break
        for old in gone & then.keys() - known.keys():
            known[old] = _successor(then[old], {new: data for new, data in today.items() if new not in then})
    return known


def _data_then(revision: str, ids: set[str], project: Project) -> Iterator[Any]:
    """Yield the values of the files that named one of ``ids`` at ``revision``."""
    places = [project.name(project.content), "faq.yaml", "faq"]
    for name in files_with(project.root, revision, sorted(ids), places) if ids else ():
        text = text_at(project.root, revision, name)
        source = parse(text, project.root / name, name)[0] if text and name.endswith(".yaml") else None
        if source is not None:
            yield source.data


def _named(files: Iterable[Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    seen: set[int] = set()
    for data in files:
        if id(data) in seen:
            continue
        seen.add(id(data))
        for entry in data if isinstance(data, list) else [data]:
            if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                yield entry["id"], entry
        for kind in ("values", "contacts") if isinstance(data, dict) else ():
            held = data.get(kind)
            pairs = held.items() if isinstance(held, dict) else ()
            yield from ((name, value) for name, value in pairs if isinstance(value, dict))


def _successor(old: Mapping[str, Any], today: NamedEntries) -> str:
    """Return the id of the one entry that is most like ``old``: the same title, or half of what tells entries apart."""
    scores = {new: _alike(old, data) for new, data in today.items()}
    most = max(scores.values(), default=0)
    best = [new for new, score in scores.items() if score == most]
    return best[0] if most >= 0.5 and len(best) == 1 else ""


def _alike(old: Mapping[str, Any], new: Mapping[str, Any]) -> float:
    telling = [field for field in old if field not in _SHARED]
    same = sum(bool(new.get(field) == old[field]) for field in telling)
    return same / max(len(telling), 1) + any(field in old and new.get(field) == old[field] for field in _TITLES)
