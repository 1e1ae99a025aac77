"""What the areas of an article are called: what its writer says, else what the words of the language say."""

from __future__ import annotations

from helpcenter.model.entries import Article
from helpcenter.model.headings import Headings
from helpcenter.words.catalogue import Words


def heading(article: Article, area: str, words: Words) -> str:
    """Return the heading of ``area``, which is a field of ``Headings``."""
    return getattr(article.headings, area) or words(f"article.{area}")


def headings(article: Article, words: Words) -> dict[str, str]:
    """Return the headings of all areas by their fields."""
    return {area: heading(article, area, words) for area in Headings.model_fields}
