"""Entries are checked again in time; dates do not lie in the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from helpcenter.model.fields import Status
from helpcenter.model.help_center import AnyEntry
from helpcenter.problems import Problem, problem, warning
from helpcenter.project import Project
from helpcenter.sources.loading import Loaded


def check_freshness(loaded: Loaded, project: Project) -> Iterator[Problem]:
    """Yield a problem for each entry that is past its review or reviewed in the future."""
    overdue = problem if project.overdue_is_error else warning
    today = project.today
    entries = list(loaded.center.entries())
    for entry, (latest, end) in zip(entries, project.memory.each_here(_days_of, entries), strict=True):
        if latest <= today.toordinal() <= end:
            continue
        reviewed = entry.reviewed
        if reviewed is not None and reviewed > today:
            yield problem("reviewed-in-future", loaded.origins[entry.id].at("reviewed"), date=reviewed)
        elif reviewed is not None and entry.is_overdue(today) and entry.status is not Status.RETIRED:
            due, place = reviewed + timedelta(days=entry.review_every), loaded.origins[entry.id].at("reviewed")
            yield overdue("review-overdue", place, id=entry.id, due=due, owner=entry.owner or entry.id)
        for index, change in enumerate(entry.changes):
            if change.date > today:
                place = loaded.origins[entry.id].at("changes", index, "date")
                yield problem("reviewed-in-future", place, date=change.date)


def _days_of(entry: AnyEntry) -> tuple[int, int]:
    """Return the latest day that ``entry`` tells of, and the day up to which it needs no review."""
    told = [change.date for change in entry.changes]
    if entry.reviewed is None:
        return max(told, default=date.min).toordinal(), date.max.toordinal()
    return max((entry.reviewed, *told)).toordinal(), entry.reviewed.toordinal() + entry.review_every
