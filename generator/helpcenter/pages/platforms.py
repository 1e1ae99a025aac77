"""What the search knows of platforms: how readers call them, and what texts say to readers of each."""

from __future__ import annotations

from collections.abc import Iterable

from helpcenter.model.help_center import HelpCenter
from helpcenter.model.limits import limited_parts
from helpcenter.texts.variants import told_apart
from helpcenter.words.catalogue import Words

Labels = tuple[tuple[str, str], ...]
"""The id and the label of each platform."""


def names_of_platforms(center: HelpCenter) -> list[tuple[str, tuple[str, ...]]]:
    """Return how readers call each platform of which something is told that is not so elsewhere, with its id."""
    if not center.platforms:
        return []
    told = {name for value in center.values.values() for name in value.platforms}
    told.update(name for entry in center.entries() for _, part in limited_parts(entry) for name in part.platforms)
    return [(one.id, (one.label, *one.aliases)) for one in center.platforms if one.id in told]


def words_of_platforms(texts: Iterable[str], platforms: Labels, words: Words) -> str:
    """Return what ``texts`` (HTML) say to readers of each platform alone, as one text."""
    labels, told = dict(platforms), by_platform(texts)
    sentences = ((label, words("page.comma").join(told[name])) for name, label in labels.items() if name in told)
    return " ".join(words("platform.said", name=name, text=text) for name, text in sentences)


def by_platform(texts: Iterable[str]) -> dict[str, list[str]]:
    """Return what ``texts`` (HTML) say to readers of each platform alone, each text once."""
    told: dict[str, dict[str, None]] = {}
    for html in texts:
        for name, own in told_apart(html):
            told.setdefault(name, {})[own] = None
    return {name: list(own) for name, own in told.items()}
