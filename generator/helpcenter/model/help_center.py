"""Everything that writers wrote, as one frozen value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from helpcenter.model.entries import Article, FaqEntry, Home, Topic
from helpcenter.model.flows import Flow
from helpcenter.model.search import SearchTest
from helpcenter.model.states import State, StateTable
from helpcenter.model.values import Contact, Value

AnyEntry = Article | FaqEntry | Flow


@dataclass(frozen=True, slots=True)
class HelpCenter:
    """Everything that writers wrote, in their order. Articles, FAQ entries and flows by id."""

    topics: tuple[Topic, ...]
    articles: Mapping[str, Article]
    faq: Mapping[str, FaqEntry]
    flows: Mapping[str, Flow]
    home: Home | None
    values: Mapping[str, Value]
    contacts: Mapping[str, Contact]
    state_table: StateTable | None = None
    synonyms: tuple[tuple[str, ...], ...] = ()
    search_tests: tuple[SearchTest, ...] = ()
    pages: frozenset[str] = frozenset()
    """Names of the ordinary Markdown pages, as in ``about`` for ``content/about.md``."""

    @property
    def states(self) -> tuple[State, ...]:
        """The rows of the table of states."""
        return self.state_table.states if self.state_table else ()

    def entry(self, entry_id: str) -> AnyEntry | None:
        """Return the article, FAQ entry or flow with ``entry_id``."""
        return self.articles.get(entry_id) or self.faq.get(entry_id) or self.flows.get(entry_id)

    def person_of(self, flow: Flow) -> str | None:
        """Return the contact that helps when nothing in ``flow`` did: its own, that of the home page, or the first."""
        return flow.contact or (self.home.contact if self.home else None) or next(iter(self.contacts), None)

    def entries(self) -> Iterator[AnyEntry]:
        """Yield all articles, then all FAQ entries, then all flows."""
        yield from self.articles.values()
        yield from self.faq.values()
        yield from self.flows.values()
