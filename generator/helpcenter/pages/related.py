"""Related entries where the writer gave none: from links, shared questions, shared aliases and the topic.

Those for the same readers come first: who buys does not want to read what staff are told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

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
        self._contents, self._texts = contents, texts
        self._listed = contents.by_id

    @cached_property
    def _linked_from(self) -> Mapping[str, list[str]]:
        """By where they lead the ids of the entries with links."""
        found: dict[str, list[str]] = defaultdict(list)
        for entry_id in self._listed:
            for target in self._texts[entry_id].links:
                found[target].append(entry_id)
        return found

    @cached_property
    def _by_alias(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for entry_id, entry in self._listed.items():
            for alias in entry.aliases:
                found[alias].append(entry_id)
        return found

    @cached_property
    def _readers(self) -> Mapping[str, tuple[str, ...]]:
        """By id whom each listed entry is for."""
        return {name: self._contents.center.audience_of(entry) for name, entry in self._listed.items()}

    def to(self, entry: AnyEntry) -> list[AnyEntry]:
        """Return the ``COUNT`` entries that fit best after ``entry``; never itself."""
        scores: dict[str, int] = defaultdict(int)
        for other in self._texts[entry.id].links if entry.id in self._listed else ():
            scores[other] += LINKED
        for other in self._linked_from.get(entry.id, ()):
            scores[other] += LINKED_FROM
        for alias in entry.aliases:
            self._add(scores, self._by_alias.get(alias, []), SHARED_ALIAS)
        self._add_questions(entry, scores)
        for neighbour in self._contents.neighbours(entry):
            scores[neighbour.id] += SAME_TOPIC
        return self._best(entry, scores)

    def _add_questions(self, entry: AnyEntry, scores: dict[str, int]) -> None:
        if not isinstance(entry, Article):
            self._add(scores, [article.id for article in self._contents.used_in.get(entry.id, ())], SHARED_QUESTION)
            return
        for question in entry.questions:
            others = [article.id for article in self._contents.used_in.get(question, ())]
            self._add(scores, others, SHARED_QUESTION)
            scores[question] = -len(self._listed)

    @staticmethod
    def _add(scores: dict[str, int], others: list[str], weight: int) -> None:
        if len(others) <= COMMON:
            for other in others:
                scores[other] += weight

    def _best(self, entry: AnyEntry, scores: dict[str, int]) -> list[AnyEntry]:
        scores.pop(entry.id, None)
        readers, whose = frozenset(self._contents.center.audience_of(entry)), self._readers
        found = [
            (readers.isdisjoint(whose[other]), -score, other)
            for other, score in scores.items()
            if score > 0 and other in whose
        ]
        return [self._listed[other] for _, _, other in sorted(found)[:COUNT]]
