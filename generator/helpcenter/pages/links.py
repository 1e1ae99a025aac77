"""References by id in the words of what they lead to: the entry's heading, and the part's title if one is named."""

from __future__ import annotations

from typing import NamedTuple

from helpcenter.addresses import from_entry
from helpcenter.model.entries import Article
from helpcenter.model.fields import Status
from helpcenter.model.flows import Flow
from helpcenter.model.headings import Headings
from helpcenter.model.help_center import AnyEntry
from helpcenter.pages.book import Book
from helpcenter.pages.headings import heading


class NamedLink(NamedTuple):
    """Where a link leads, from any page at ``/<id>/``, and what it is called."""

    href: str
    title: str
    part: str = ""


def named_link(link: str, book: Book) -> NamedLink:
    """Return the link to ``link``, an id or ``id#part``."""
    entry_id, _, part = link.partition("#")
    entry = book.center.entry(entry_id)
    title = book.named(entry_id).heading
    return NamedLink(from_entry(entry_id, part), title, _part_title(entry, part, book) if entry and part else "")


def shown_links(links: tuple[str, ...], book: Book) -> list[NamedLink]:
    """Return those of ``links`` that readers can open."""
    return [named_link(link, book) for link in links if _is_shown(link.partition("#")[0], book)]


def _is_shown(entry_id: str, book: Book) -> bool:
    entry = book.center.entry(entry_id)
    return entry is None or entry.status is Status.RETIRED or book.is_shown(entry_id)


def _part_title(entry: AnyEntry, part: str, book: Book) -> str:
    """Return the title of a part; an area of the page is called by its heading, anything else not at all."""
    if isinstance(entry, Flow):
        return entry.nodes[part].title if part in entry.nodes else ""
    if not isinstance(entry, Article):
        return next((cause.cause for cause in entry.causes if cause.id == part), "")
    for area in (entry.reasons, entry.steps, entry.precautions, entry.sections):
        for titled in area:
            if titled.id == part:
                return titled.title
    substeps = (sub for step in entry.steps for _, _, sub in step.parts() if sub.id == part)
    named = next((sub.title or sub.text or "" for sub in substeps), "")
    area_name = part.replace("-", "_")
    return named or (heading(entry, area_name, book.words) if area_name in Headings.model_fields else "")
