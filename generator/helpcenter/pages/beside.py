"""An entry as a preview shows it beside its page: the short reply, the link, the search result, the map."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from helpcenter.addresses import page_path
from helpcenter.drawing import picture
from helpcenter.flow.compiled import Compiled
from helpcenter.model.characters import measured
from helpcenter.model.fields import REPLY_LENGTH, Status
from helpcenter.model.flows import Flow
from helpcenter.model.help_center import AnyEntry, kind_of
from helpcenter.pages.book import Book
from helpcenter.pages.maps import box_address, flow_diagram, map_path
from helpcenter.pages.platforms import by_platform
from helpcenter.pages.search import documents_of
from helpcenter.search import Document


class ShownReply(NamedTuple):
    """A short reply with its values put in; ``length`` and ``limit`` in Chinese characters, see ``measured``."""

    text: str
    length: int
    limit: int = REPLY_LENGTH


class ShownHit(NamedTuple):
    """A result as the search lists it. ``part`` is the heading that it leads to, empty for a whole page."""

    href: str
    title: str
    part: str
    text: str
    kind: str
    topic: str
    labels: tuple[str, ...]


class ShownPlatform(NamedTuple):
    """What readers of one platform see in place of what everybody does, and where the page is that speaks so."""

    label: str
    href: str
    texts: tuple[str, ...]


class BesideView(NamedTuple):
    """What stands beside the page of ``entry``, whose address is ``href``.

    ``link`` is where readers will find it, empty while nobody knows. ``hits`` begin with the whole entry; the others
    are shown when a search fits one of its parts. All are empty where there is no such thing.
    """

    entry: AnyEntry
    kind: str
    href: str
    link: str
    reply: ShownReply | None
    hits: tuple[ShownHit, ...]
    picture: Markup
    platforms: tuple[ShownPlatform, ...]


class ListedEntry(NamedTuple):
    """An entry as the list of all shows it."""

    entry: AnyEntry
    kind: str
    topic: str


def beside(entry_id: str, book: Book, root: str) -> BesideView | None:
    """Return what stands beside an entry of a site that is served at ``root``; None where no such entry is shown."""
    entry = next((found for found in book.order.shown if found.id == entry_id), None)
    if entry is None:
        return None
    path = page_path(entry.id)
    return BesideView(
        entry,
        kind_of(entry),
        root + path,
        book.edition.site.absolute(path) if book.edition.site.url else "",
        None if isinstance(entry, Flow) or not entry.reply else ShownReply(entry.reply, measured(entry.reply)),
        tuple(_hits(entry, book, root)),
        _picture(book.typeset.flows[entry.id], book, root) if isinstance(entry, Flow) else Markup(),
        tuple(_platforms(entry, book, root + path)),
    )


def listed(book: Book) -> list[ListedEntry]:
    """Return every entry that a preview shows."""
    return [ListedEntry(entry, kind_of(entry), book.order.topic_of(entry).title) for entry in book.order.shown]


def _platforms(entry: AnyEntry, book: Book, href: str) -> Iterator[ShownPlatform]:
    told = by_platform(text.rendered.html for text in book.typeset.texts[entry.id].telling)
    for name, label in book.platforms.items():
        if name in told:
            yield ShownPlatform(label, f"{href}?platform={name}", tuple(told[name]))


def _hits(entry: AnyEntry, book: Book, root: str) -> Iterator[ShownHit]:
    """Yield results as ``search-results.js`` shows them: the whole by its teaser, a part by its heading and text."""
    if entry.status is Status.RETIRED:
        return
    for document in documents_of(entry, book):
        yield _hit(document, book, root + document.path)
        for part in document.parts:
            if part.anchor:
                yield _hit(document, book, f"{root}{document.path}#{part.anchor}", part.title, part.text)


def _hit(document: Document, book: Book, href: str, part: str = "", text: str = "") -> ShownHit:
    topic = next((topic.title for topic in book.center.topics if topic.id == document.topic), "")
    edition = book.edition
    labels = () if edition.readers in document.audience else tuple(edition.audiences[who] for who in document.audience)
    kind = book.words(f"search.kind.{document.kind}")
    return ShownHit(href, document.titles[0], part, text if part else document.teaser, kind, topic, labels)


def _picture(compiled: Compiled, book: Book, root: str) -> Markup:
    flow = compiled.flow
    at = root + map_path(flow.id)  # where the links of a map lead from
    return Markup(picture(flow_diagram(compiled, book), lambda box: at + box_address(flow, box)))
