"""What is written for an area of an article has an area to stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from helpcenter.model.entries import Article
from helpcenter.model.headings import Headings, Leads
from helpcenter.model.help_center import AnyEntry
from helpcenter.problems import Problem, warning
from helpcenter.sources.loading import Loaded


def check_headings(loaded: Loaded, found: Mapping[str, Iterable[tuple[str, str]]]) -> Iterator[Problem]:
    """Yield a warning for each heading and lead-in of an area that the article does not have; ``found`` by entry."""
    for name, areas in found.items():
        for field, area in areas:
            place = loaded.origins[name].at(field, area, key=True)
            yield warning("text-without-part", place, field=field, area=area)


def bare_areas(entry: AnyEntry) -> list[tuple[str, str]]:
    """Return the headings and lead-ins of areas that ``entry`` does not have: the field and the area."""
    if not isinstance(entry, Article):
        return []
    fields = (("headings", Headings), ("leads", Leads))
    areas = ((field, area) for field, model in fields for area in model.model_fields if not getattr(entry, area))
    return [(field, area) for field, area in areas if getattr(getattr(entry, field), area) is not None]
