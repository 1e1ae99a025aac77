"""What pages tell: the help center, typeset and in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from helpcenter.flow.compiled import Compiled
from helpcenter.links.registry import Way
from helpcenter.model.flows import Flow
from helpcenter.model.help_center import AnyEntry, HelpCenter
from helpcenter.pages.order import ReadingOrder
from helpcenter.pages.related import Related
from helpcenter.project import Project, Site
from helpcenter.texts.all_texts import Texts
from helpcenter.texts.typesetting import Typesetter
from helpcenter.texts.variants import differs
from helpcenter.words.catalogue import Words, interface, nearest_language


@dataclass(frozen=True, slots=True)
class Named:
    """A topic or an ordinary page, as lists show it beside entries."""

    id: str
    heading: str
    audience: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """The help center as pages tell it: what writers wrote, typeset and in order."""

    center: HelpCenter
    site: Site
    today: date
    words: Words
    typesetter: Typesetter
    texts: Texts
    flows: Mapping[str, Compiled]
    order: ReadingOrder
    related: Related
    audiences: Mapping[str, str]
    """The labels of whom entries are for, by id; common readers first."""
    said: Mapping[str, Markup]
    """Lines that platforms put differently, by what they say to everybody."""
    led: tuple[tuple[str, Way], ...] = ()
    """Every published address that is no more, with where it leads."""

    @property
    def platforms(self) -> dict[str, str]:
        """The labels of platforms by id."""
        return {platform.id: platform.label for platform in self.center.platforms}

    @property
    def readers(self) -> str:
        """The id of common readers, of whom pages say nothing; empty where nobody was told apart."""
        return next(iter(self.audiences), "")

    def named(self, page_id: str) -> AnyEntry | Named:
        """Return what lists show for ``page_id``: an entry, a topic or an ordinary page."""
        titles = {path.rstrip("/"): title for title, path in self.site.pages}
        titles |= {topic.id: topic.title for topic in self.center.topics}
        return self.center.entry(page_id) or Named(page_id, titles.get(page_id, page_id))

    def is_shown(self, page_id: str) -> bool:
        """Return whether ``page_id`` has a page that lists may name: no draft, nothing retired."""
        return self.center.entry(page_id) is None or page_id in self.order.listed_ids

    def flows_for_readers(self) -> list[Flow]:
        """Return the flows that are for the first audience: common readers."""
        flows = [flow for contents in self.order.topics for flow in contents.flows]
        return [flow for flow in flows if not self.readers or self.readers in self.center.audience_of(flow)]

    def note(self, entry: AnyEntry) -> str:
        """Say what happened to ``entry`` last."""
        changes = [change for change in entry.changes if change.date == entry.updated]
        return changes[-1].note if changes else self.words("updates.checked")

    def recent(self, count: int) -> list[tuple[AnyEntry, str]]:
        """Return the entries changed last, each with what happened to it."""
        return [(entry, self.note(entry)) for entry in self.order.recent(count)]


def book_of(
    center: HelpCenter,
    project: Project,
    site: Site,
    typesetter: Typesetter,
    texts: Texts,
    flows: Mapping[str, Compiled],
    led: tuple[tuple[str, Way], ...] = (),
) -> Book:
    """Return the book of ``center``, whose ``texts`` are typeset and ``flows`` compiled, as ``project`` shows it."""
    language = nearest_language(site.language)
    audiences = {audience.id: audience.called(language) for audience in center.audiences}
    order = ReadingOrder(center, drafts=project.drafts)
    related = Related(order, texts)
    words = project.memory.same("words", interface(language).with_own(center.words))
    said, today = _said(texts), project.today
    return Book(center, site, today, words, typesetter, texts, flows, order, related, audiences, said, led)


def _said(texts: Texts) -> dict[str, Markup]:
    lines = (text for held in texts.values() for text in held.telling if text.filled is not None)
    found = {line.filled: line.rendered.html for line in lines if differs(line.rendered.html)}
    return {text: Markup("<span>{}</span>").format(html) for text, html in found.items() if text}
