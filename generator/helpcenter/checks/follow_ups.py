"""Findings that only follow from another one: an entry whose id was lost is missed wherever its id is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from helpcenter.checks.renames import missing
from helpcenter.problems import Problem
from helpcenter.project import Project
from helpcenter.sources.loading import Loaded
from helpcenter.sources.revisions import RevisionError, text_at
from helpcenter.sources.salvage import ids_in


def without_follow_ups(problems: list[Problem], loaded: Loaded, project: Project) -> list[Problem]:
    """Return ``problems`` without those about ids that entries with lost ids surely had.

    These are the ids that git knows of their files. Where it cannot tell, as many as there are such entries, those
    named most, unless they are slips of the keyboard.
    """
    named = Counter(name for found in problems if (name := missing(found)))
    if not named or not loaded.lost:
        return problems
    try:
        had = {name for file in loaded.lost for name in ids_in(text_at(project.root, "HEAD", file) or "")}
    except RevisionError:
        had = _likely(named, problems, sum(loaded.lost.values()))
    return [found for found in problems if missing(found) not in had]


def _likely(named: Counter[str], problems: Iterable[Problem], most: int) -> set[str]:
    slips = {missing(found) for found in problems if found.details.get("guess")}
    counts = [(name, count) for name, count in named.most_common() if name not in slips]
    least = counts[min(most, len(counts)) - 1][1] if counts and most else 0
    return {name for name, count in counts if most and count >= least}
