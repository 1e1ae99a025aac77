"""Related entries where the writer gave none: from links, shared questions, shared aliases and the topic.

Those for the same readers come first: who buys does not want to read what staff are told.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from helpcenter.model.entries import Article
from helpcenter.model.help_center import AnyEntry
from helpcenter.pages.order import ReadingOrder
from helpcenter.texts.all_texts import Texts

COUNT = 5
LINKED, LINKED_FROM, SHARED_QUESTION, SHARED_ALIAS, SAME_TOPIC = 4, 3, 3, 2, 1
COMMON = 20
"""An alias or a question that more entries share says nothing about any two of them."""


class Related:
    """Scores entries against each other, in time linear in the number of links, aliases and questions."""

    def __init__(self, contents: ReadingOrder, texts: Texts) -> None:
        self._contents = contents
        self._listed = {entry.id: entry for entry in contents.listed}
        self._links: dict[str, set[str]] = {}
        self._linked_from: dict[str, set[str]] = defaultdict(set)
        self._by_alias: dict[str, list[str]] = defaultdict(list)
        for entry in contents.listed:
            links = {target for text in texts[entry.id].telling for target in text.rendered.links}
            self._links[entry.id] = links
            for target in links:
                self._linked_from[target].add(entry.id)
            for alias in entry.aliases:
                self._by_alias[alias].append(entry.id)

    def to(self, entry: AnyEntry) -> list[AnyEntry]:
        """Return the ``COUNT`` entries that fit best after ``entry``; never itself."""
        scores: Counter[str] = Counter()
        for other in self._links.get(entry.id, ()):
            scores[other] += LINKED
        for other in self._linked_from[entry.id]:
            scores[other] += LINKED_FROM
        for alias in entry.aliases:
            self._add(scores, self._by_alias[alias], SHARED_ALIAS)
        self._add_questions(entry, scores)
        for neighbour in self._contents.neighbours(entry):
            scores[neighbour.id] += SAME_TOPIC
        return self._best(entry, scores)

    def _add_questions(self, entry: AnyEntry, scores: Counter[str]) -> None:
        if not isinstance(entry, Article):
            self._add(scores, [article.id for article in self._contents.used_in.get(entry.id, ())], SHARED_QUESTION)
            return
        for question in entry.questions:
            others = [article.id for article in self._contents.used_in.get(question, ())]
            self._add(scores, others, SHARED_QUESTION)
            scores[question] = -len(self._listed)

    @staticmethod
    def _add(scores: Counter[str], others: list[str], weight: int) -> None:
        if len(others) <= COMMON:
            for other in others:
                scores[other] += weight

    def _best(self, entry: AnyEntry, scores: Counter[str]) -> list[AnyEntry]:
        scores.pop(entry.id, None)
        readers = set(self._contents.center.audience_of(entry))
        found = [self._listed[other] for other, score in scores.items() if score > 0 and other in self._listed]

        def rank(other: AnyEntry) -> tuple[bool, int, str]:
            return readers.isdisjoint(self._contents.center.audience_of(other)), -scores[other.id], other.id

        return sorted(found, key=rank)[:COUNT]
