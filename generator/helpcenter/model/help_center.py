"""Everything that writers wrote, as one frozen value."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from helpcenter.model.contacts import Audience, Contact
from helpcenter.model.desk import Desk
from helpcenter.model.entries import Article, FaqEntry, Home, Topic
from helpcenter.model.flows import Flow
from helpcenter.model.inbound import Inbound
from helpcenter.model.platforms import Platform
from helpcenter.model.search import SearchTest
from helpcenter.model.states import State, StateTable
from helpcenter.model.values import Fact, Value

AnyEntry = Article | FaqEntry | Flow


def kind_of(entry: AnyEntry) -> str:
    """Return what the search, the catalogues and the list of addresses call the kind of ``entry``."""
    return "flow" if isinstance(entry, Flow) else "article" if isinstance(entry, Article) else "faq"


def reply_of(entry: AnyEntry) -> str:
    """Return what of ``entry`` is pasted into a chat: its short reply, else what it comes to."""
    return entry.teaser if isinstance(entry, Flow) else entry.reply or entry.teaser


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
    audiences: tuple[Audience, ...] = ()
    synonyms: tuple[tuple[str, ...], ...] = ()
    search_tests: tuple[SearchTest, ...] = ()
    pages: frozenset[str] = frozenset()
    """Names of the ordinary Markdown pages, as in ``about`` for ``content/about.md``."""
    words: Mapping[str, str] = field(default_factory=dict)
    """The project's own words for pages, by their names in the catalogue."""
    platforms: tuple[Platform, ...] = ()
    inbound: tuple[Inbound, ...] = ()
    desk: Desk = field(default_factory=Desk)

    @property
    def states(self) -> tuple[State, ...]:
        """The rows of the table of states."""
        return self.state_table.states if self.state_table else ()

    def fact(self, name: str) -> Fact | None:
        """Return the value ``name``, or what it says on one platform, as in ``withdraw_button.jd``."""
        value, _, platform = name.partition(".")
        return self.values[value].fact(platform) if value in self.values else None

    def entry(self, entry_id: str) -> AnyEntry | None:
        """Return the article, FAQ entry or flow with ``entry_id``."""
        return self.articles.get(entry_id) or self.faq.get(entry_id) or self.flows.get(entry_id)

    def audience_of(self, entry: AnyEntry) -> tuple[str, ...]:
        """Return whom ``entry`` is for: what it says, else the first of ``content/audiences.yaml``, if there is any."""
        return entry.audience or ((self.audiences[0].id,) if self.audiences else ())

    def contacts_for(self, entry: AnyEntry) -> dict[str, tuple[str, ...]]:
        """Return the contacts of ``entry``, each with the audiences whose contact it is.

        Those that it names are for everybody, which is told by no audience.
        """
        if entry.contact:
            return dict.fromkeys(entry.contact, ())
        return self.contacts_of(self.audience_of(entry))

    def contacts_of(self, readers: Collection[str]) -> dict[str, tuple[str, ...]]:
        """Return the contacts of the audiences ``readers``, each with those whose it is; with none if for all."""
        mine = [audience for audience in self.audiences if audience.id in readers]
        found: dict[str, tuple[str, ...]] = {}
        for audience in mine:
            for name in audience.contact:
                found[name] = (*found.get(name, ()), audience.id)
        return {name: () if len(whose) == len(mine) else whose for name, whose in found.items()}

    def contacts_at_home(self) -> tuple[str, ...]:
        """Return the contacts of the home page: its own, else those of the first audience."""
        own = self.home.contact if self.home else ()
        return own or next((audience.contact for audience in self.audiences[:1]), ())

    def last_resort(self) -> tuple[str, ...]:
        """Return who helps when nothing else is said: as at home, or the first contact of all."""
        return self.contacts_at_home() or tuple(list(self.contacts)[:1])

    def people_of(self, entry: AnyEntry) -> dict[str, tuple[str, ...]]:
        """Return the contacts that help when nothing in ``entry`` did, as ``contacts_for`` does."""
        return self.contacts_for(entry) or dict.fromkeys(self.last_resort(), ())

    def people_beside(self, entries: Iterable[AnyEntry]) -> dict[str, tuple[str, ...]]:
        """Return the contacts beside ``entries``: of common readers if any is for them, else of all others."""
        readers = {audience for entry in entries for audience in self.audience_of(entry)}
        common = {audience.id for audience in self.audiences[:1]} & readers
        return self.contacts_of(common or readers) or dict.fromkeys(self.last_resort(), ())

    def entries(self) -> Iterator[AnyEntry]:
        """Yield all articles, then all FAQ entries, then all flows."""
        yield from self.articles.values()
        yield from self.faq.values()
        yield from self.flows.values()
