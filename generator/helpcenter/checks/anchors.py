"""Anchors of one page are unique: parts, fixed areas and the questions shown in place."""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.addresses import areas_of, part_ids
from helpcenter.model.entries import Article
from helpcenter.problems import Problem, problem
from helpcenter.sources.loading import Loaded


def check_anchors(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for each part whose id another anchor of its page has."""
    for entry in loaded.center.entries():
        origin = loaded.origins[entry.id]
        taken = set(areas_of(entry))
        questions = entry.questions if isinstance(entry, Article) else ()
        shown = ((("questions", index), question) for index, question in enumerate(questions))
        for steps, part in (*shown, *part_ids(entry)):
            if part in taken:
                yield problem("duplicate-part-id", origin.at(*steps), id=part, entry=entry.id)
            taken.add(part)
