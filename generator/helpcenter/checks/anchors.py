"""Anchors of one page are unique: parts, fixed areas and the questions shown in place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from helpcenter.addresses import areas_of, part_ids
from helpcenter.model.entries import Article
from helpcenter.model.help_center import AnyEntry
from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Problem, problem
from helpcenter.sources.loading import Loaded


def check_anchors(loaded: Loaded, found: Mapping[str, Iterable[tuple[KeyPath, str]]]) -> Iterator[Problem]:
    """Yield a problem for each part whose id another anchor of its page has; those were ``found`` by entry."""
    for name, parts in found.items():
        for steps, part in parts:
            yield problem("duplicate-part-id", loaded.origins[name].at(*steps), id=part, entry=name)


def repeated(entry: AnyEntry) -> list[tuple[KeyPath, str]]:
    """Return the parts whose ids another anchor has, and the ways to them."""
    taken = set(areas_of(entry))
    questions = entry.questions if isinstance(entry, Article) else ()
    shown = ((("questions", index), question) for index, question in enumerate(questions))
    found: list[tuple[KeyPath, str]] = []
    for steps, part in (*shown, *part_ids(entry)):
        if part in taken:
            found.append((steps, part))
        taken.add(part)
    return found
