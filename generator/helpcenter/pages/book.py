"""What pages tell: the help center, typeset and in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from markupsafe import Markup

from helpcenter.flow.compiled import Compiled
from helpcenter.memory import FORGETFUL, Memory
from helpcenter.model.flows import Flow
from helpcenter.model.help_center import AnyEntry, HelpCenter
from helpcenter.pages.copying import copying_in
from helpcenter.pages.edition import Edition
from helpcenter.pages.order import ReadingOrder
from helpcenter.pages.related import Related
from helpcenter.rendering.bundles import Asset
from helpcenter.texts.all_texts import Texts, differing
from helpcenter.texts.typesetting import Typesetter
from helpcenter.words.catalogue import Words


class Named(NamedTuple):
    """A topic or an ordinary page, as lists show it beside entries."""

    id: str
    heading: str
    audience: tuple[str, ...] = ()


class Typeset(NamedTuple):
    """What became of the texts that writers wrote."""

    typesetter: Typesetter
    texts: Texts
    flows: Mapping[str, Compiled]
    said: Mapping[str, Markup]
    """Lines that platforms put differently, by what they say to everybody."""


@dataclass(frozen=True)
class Book:
    """The help center as pages tell it: what writers wrote, typeset and in order, in one edition."""

    center: HelpCenter
    words: Words
    typeset: Typeset
    order: ReadingOrder
    related: Related
    edition: Edition
    memory: Memory = FORGETFUL

    @property
    def platforms(self) -> dict[str, str]:
        """The labels of platforms by id."""
        return {platform.id: platform.label for platform in self.center.platforms}

    @cached_property
    def copying(self) -> tuple[Asset, Asset]:
        """The script and the style of copying."""
        return copying_in(self.words)

    @cached_property
    def _titles(self) -> dict[str, str]:
        """The titles of topics and ordinary pages by id."""
        pages = {path.rstrip("/"): title for title, path in self.edition.site.pages}
        return {**pages, **{topic.id: topic.title for topic in self.center.topics}}

    def named(self, page_id: str) -> AnyEntry | Named:
        """Return what lists show for ``page_id``: an entry, a topic or an ordinary page."""
        return self.center.entry(page_id) or Named(page_id, self._titles.get(page_id, page_id))

    def is_shown(self, page_id: str) -> bool:
        """Return whether ``page_id`` has a page that lists may name: no draft, nothing retired."""
        return self.center.entry(page_id) is None or page_id in self.order.listed_ids

    def flows_for_readers(self) -> list[Flow]:
        """Return the flows that are for the first audience: common readers."""
        flows = [flow for contents in self.order.topics for flow in contents.flows]
        readers = self.edition.readers
        return [flow for flow in flows if not readers or readers in self.center.audience_of(flow)]

    def version_of(self, entry: AnyEntry) -> int | None:
        """Return the number of what ``entry`` says; None where that was never recorded (``links publish``)."""
        return self.edition.versions.of(entry.id)

    def note(self, entry: AnyEntry) -> str:
        """Say what happened to ``entry`` last."""
        changes = [change for change in entry.changes if change.date == entry.updated]
        return changes[-1].note if changes else self.words("updates.checked")

    def recent(self, count: int) -> list[tuple[AnyEntry, str]]:
        """Return the entries changed last, each with what happened to it."""
        return [(entry, self.note(entry)) for entry in self.order.recent(count)]


def typeset_of(typesetter: Typesetter, texts: Texts, flows: Mapping[str, Compiled]) -> Typeset:
    """Return ``texts`` and compiled ``flows`` as pages want them."""
    return Typeset(typesetter, texts, flows, _said(texts))


def book_of(
    center: HelpCenter,
    words: Words,
    typeset: Typeset,
    edition: Edition,
    memory: Memory = FORGETFUL,
    *,
    drafts: bool = False,
) -> Book:
    """Return the book of ``center``, with its ``drafts`` for a preview; what pages share is kept in ``memory``."""
    order = ReadingOrder(center, drafts=drafts)
    return Book(center, words, typeset, order, Related(order, typeset.texts), edition, memory)


def _said(texts: Texts) -> dict[str, Markup]:
    found = differing(line for held in texts.values() if held.lines for line in held.lines)
    return {text: Markup("<span>{}</span>").format(html) for text, html in found.items() if text}
