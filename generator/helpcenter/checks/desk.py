"""Blanks that are filled in at the desk can be told from facts and from each other."""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.model.desk import FILE
from helpcenter.problems import Problem, problem
from helpcenter.sources.loading import Loaded


def check_desk(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for each blank that has the name of a value, or the label of another blank."""
    first: dict[str, str] = {}
    for name, blank in loaded.center.desk.blanks.items():
        if name in loaded.center.values:
            yield problem("value-and-blank", loaded.origins[FILE].at("blanks", name, key=True), name=name)
        if blank.label in first:
            place = loaded.origins[FILE].at("blanks", name, "label")
            yield problem("same-blank-label", place, label=blank.label, other=first[blank.label])
        first.setdefault(blank.label, name)
