"""What is written for an area of an article has an area to stand in."""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.model.headings import Headings, Leads
from helpcenter.problems import Problem, warning
from helpcenter.sources.loading import Loaded


def check_headings(loaded: Loaded) -> Iterator[Problem]:
    """Yield a warning for each heading and lead-in of an area that the article does not have."""
    for article in loaded.center.articles.values():
        for field, model in (("headings", Headings), ("leads", Leads)):
            held = getattr(article, field)
            for area in model.model_fields:
                if getattr(held, area) is not None and not getattr(article, area):
                    place = loaded.origins[article.id].at(field, area, key=True)
                    yield warning("text-without-part", place, field=field, area=area)
