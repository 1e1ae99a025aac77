"""Entries are checked again in time; dates do not lie in the future."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from helpcenter.model.fields import Status
from helpcenter.problems import Problem, problem, warning
from helpcenter.project import Project
from helpcenter.sources.loading import Loaded


def check_freshness(loaded: Loaded, project: Project) -> Iterator[Problem]:
    """Yield a problem for each entry that is past its review or reviewed in the future."""
    overdue = problem if project.overdue_is_error else warning
    for entry in loaded.center.entries():
        origin = loaded.origins[entry.id]
        if entry.reviewed is not None and entry.reviewed > project.today:
            yield problem("reviewed-in-future", origin.at("reviewed"), date=entry.reviewed)
        elif entry.reviewed is not None and entry.status is not Status.RETIRED and entry.is_overdue(project.today):
            due = entry.reviewed + timedelta(days=entry.review_every)
            yield overdue("review-overdue", origin.at("reviewed"), id=entry.id, due=due, owner=entry.owner or entry.id)
        for index, change in enumerate(entry.changes):
            if change.date > project.today:
                yield problem("reviewed-in-future", origin.at("changes", index, "date"), date=change.date)
