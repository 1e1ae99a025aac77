"""The order of things: which entries a topic holds, what comes before and after, what changed last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from helpcenter.model.entries import Article, FaqEntry, Topic
from helpcenter.model.fields import Status
from helpcenter.model.flows import Flow
from helpcenter.model.help_center import AnyEntry, HelpCenter

NEIGHBOURS = 12
"""How many other entries of its topic a page names, so that pages do not grow with the topic."""


@dataclass(frozen=True, slots=True)
class TopicEntries:
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
        self.listed = [entry for entry in center.entries() if _is_listed(entry, drafts)]
        self.listed_ids = {entry.id for entry in self.listed}
        self.shown = [entry for entry in center.entries() if drafts or entry.status is not Status.DRAFT]
        self._topic_by_id = {topic.id: topic for topic in center.topics}
        self._first = {entry_id: rank for topic in center.topics for rank, entry_id in enumerate(topic.first)}
        self.topics = self._by_topic()
        self._places = {
            entry.id: (contents.entries, place)
            for contents in self.topics
            for place, entry in enumerate(contents.entries)
        }
        self.used_in = self._uses()

    def topic_of(self, entry: AnyEntry) -> Topic:
        """Return the topic of ``entry``."""
        return self._topic_by_id[entry.topic]

    def neighbours(self, entry: AnyEntry) -> Sequence[AnyEntry]:
        """Return up to ``NEIGHBOURS`` entries around ``entry`` in its topic, itself included."""
        entries, place = self._place(entry)
        first = max(0, min(place - NEIGHBOURS // 2, len(entries) - NEIGHBOURS))
        return entries[first : first + NEIGHBOURS]

    def recent(self, count: int) -> list[AnyEntry]:
        """Return the ``count`` entries changed or checked last, newest first."""
        dated = [(entry.updated, entry) for entry in self.listed if entry.updated is not None]
        return [entry for _, entry in sorted(dated, key=lambda pair: pair[0], reverse=True)[:count]]

    def _rank(self, entry: AnyEntry) -> int:
        return self._first.get(entry.id, len(self._first))

    def _place(self, entry: AnyEntry) -> tuple[Sequence[AnyEntry], int]:
        return self._places.get(entry.id, ((), -1))

    def _by_topic(self) -> list[TopicEntries]:
        articles: dict[str, list[Article]] = defaultdict(list)
        faq: dict[str, list[FaqEntry]] = defaultdict(list)
        flows: dict[str, list[Flow]] = defaultdict(list)
        for entry in sorted(self.listed, key=self._rank):
            if isinstance(entry, Article):
                articles[entry.topic].append(entry)
            elif isinstance(entry, Flow):
                flows[entry.topic].append(entry)
            else:
                faq[entry.topic].append(entry)
        return [
            TopicEntries(topic, tuple(articles[topic.id]), tuple(faq[topic.id]), tuple(flows[topic.id]))
            for topic in self.center.topics
        ]

    def _uses(self) -> dict[str, list[Article]]:
        uses: dict[str, list[Article]] = defaultdict(list)
        for entry in self.listed:
            if isinstance(entry, Article):
                for question in entry.questions:
                    uses[question].append(entry)
        return uses


def newest(entries: Iterable[AnyEntry]) -> date | None:
    """Return the day on which one of ``entries`` was changed or checked last; None where no entry tells."""
    return max((entry.updated for entry in entries if entry.updated is not None), default=None)


def _is_listed(entry: AnyEntry, drafts: bool) -> bool:
    return entry.status is Status.PUBLISHED or (drafts and entry.status is Status.DRAFT)
