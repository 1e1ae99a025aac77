"""The order of things: which entries a topic holds, what comes before and after, what changed last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeVar

from helpcenter.model.entries import Article, FaqEntry, Topic
from helpcenter.model.fields import Status
from helpcenter.model.flows import Flow
from helpcenter.model.help_center import AnyEntry, HelpCenter

Ordered = TypeVar("Ordered", Article, FaqEntry, Flow)
NEIGHBOURS = 12
"""How many other entries of its topic a page names, so that pages do not grow with the topic."""


class TopicEntries(NamedTuple):
    """A topic with its published articles, FAQ entries and flows, in the writers' order."""

    topic: Topic
    articles: tuple[Article, ...]
    faq: tuple[FaqEntry, ...]
    flows: tuple[Flow, ...] = ()

    @property
    def entries(self) -> tuple[AnyEntry, ...]:
        """Flows, then articles, then FAQ entries: the reading order."""
        return (*self.flows, *self.articles, *self.faq)


class ReadingOrder:
    """The published entries of a help center by topic, neighbour, use and date."""

    def __init__(self, center: HelpCenter, *, drafts: bool = False) -> None:
        self.center = center
        listed = (Status.PUBLISHED, Status.DRAFT) if drafts else (Status.PUBLISHED,)
        entries: dict[str, AnyEntry] = {**center.articles, **center.faq, **center.flows}
        self.by_id = {name: entry for name, entry in entries.items() if entry.status in listed}
        self.listed, self.listed_ids = list(self.by_id.values()), self.by_id.keys()
        self.shown = [entry for entry in entries.values() if drafts or entry.status is not Status.DRAFT]
        self._topic_by_id = {topic.id: topic for topic in center.topics}
        ranks = {entry_id: rank for topic in center.topics for rank, entry_id in enumerate(topic.first)}
        self._first = sorted(ranks, key=ranks.__getitem__)
        self.topics = self._by_topic()

    def topic_of(self, entry: AnyEntry) -> Topic:
        """Return the topic of ``entry``."""
        return self._topic_by_id[entry.topic]

    def neighbours(self, entry: AnyEntry) -> Sequence[AnyEntry]:
        """Return up to ``NEIGHBOURS`` entries around ``entry`` in its topic, itself included."""
        entries, place = self._places.get(entry.id, ((), -1))
        first = max(0, min(place - NEIGHBOURS // 2, len(entries) - NEIGHBOURS))
        return entries[first : first + NEIGHBOURS]

    def around(self, entry: AnyEntry) -> tuple[Sequence[AnyEntry], Sequence[AnyEntry]]:
        """Return its neighbours before ``entry`` and those behind it."""
        near = self.neighbours(entry)
        here = next((place for place, other in enumerate(near) if other is entry), 0)
        return near[:here], near[here + 1 :]

    def recent(self, count: int) -> list[AnyEntry]:
        """Return the ``count`` entries changed or checked last, newest first."""
        return [entry for _, entry in self._dated[:count]]

    @property
    def last_day(self) -> date | None:
        """The day on which something that is listed was changed or checked last."""
        return self._dated[0][0] if self._dated else None

    @cached_property
    def _dated(self) -> list[tuple[date, AnyEntry]]:
        """What is listed with the day of each, newest first."""
        dated = [(day, entry) for entry in self.listed if (day := entry.updated) is not None]
        return sorted(dated, key=lambda pair: pair[0], reverse=True)

    @cached_property
    def _places(self) -> dict[str, tuple[Sequence[AnyEntry], int]]:
        """By id the entries of the topic of each entry, and where among them it is."""
        found = (contents.entries for contents in self.topics)
        return {entry.id: (entries, place) for entries in found for place, entry in enumerate(entries)}

    @cached_property
    def used_in(self) -> Mapping[str, list[Article]]:
        """By id the articles that show a question."""
        uses: dict[str, list[Article]] = defaultdict(list)
        for article in self.center.articles.values():
            if article.questions and article.id in self.listed_ids:
                for question in article.questions:
                    uses[question].append(article)
        return uses

    def _by_topic(self) -> list[TopicEntries]:
        articles, faq = self._sorted(self.center.articles), self._sorted(self.center.faq)
        flows = self._sorted(self.center.flows)
        return [
            TopicEntries(topic, tuple(articles[topic.id]), tuple(faq[topic.id]), tuple(flows[topic.id]))
            for topic in self.center.topics
        ]

    def _sorted(self, entries: Mapping[str, Ordered]) -> Mapping[str, list[Ordered]]:
        """Return what is listed of ``entries`` by topic: what that names first, then the rest as they are."""
        found: dict[str, list[Ordered]] = defaultdict(list)
        named = {name: entries[name] for name in self._first if name in entries}
        for name, entry in ({**named, **entries} if named else entries).items():
            if name in self.listed_ids:
                found[entry.topic].append(entry)
        return found


def newest(entries: Iterable[AnyEntry]) -> date | None:
    """Return the day on which one of ``entries`` was changed or checked last; None where no entry tells."""
    return max((day for entry in entries if (day := entry.updated) is not None), default=None)

