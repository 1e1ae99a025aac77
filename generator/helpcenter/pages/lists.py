"""Pages that lead to entries: home, topics, all questions, updates, search, not found."""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.addresses import SEARCH_PATH, page_path
from helpcenter.model.entries import Home
from helpcenter.model.help_center import AnyEntry
from helpcenter.pages.book import Book, Named
from helpcenter.pages.contacts import shown_contacts
from helpcenter.pages.layout import PageLayout
from helpcenter.pages.order import TopicEntries, newest
from helpcenter.pages.sheet import Sheet
from helpcenter.rendering.bundles import assets

HOME_UPDATES, ALL_UPDATES = 5, 50
HOME_FLOWS = 3
POPULAR = 8


def list_pages(book: Book) -> Iterator[Sheet]:
    """Yield home and the pages that list entries."""
    yield _home(book)
    for contents in book.order.topics:
        yield _topic(contents, book)
    words = book.words
    topics = book.order.topics
    last, asked = newest(book.order.listed), newest(entry for found in topics for entry in found.faq)
    lead, recent = words("questions.lead"), book.recent(ALL_UPDATES)
    about, shown = words("topics.description"), {"topics": topics}
    yield Sheet("topics", "topics/", words("home.topics"), about, shown, updated=last)
    yield Sheet("questions", "questions/", words("questions.title"), lead, shown, updated=asked)
    yield Sheet("updates", "updates/", words("home.recent"), words("updates.lead"), {"recent": recent}, updated=last)
    yield _search(book)


def not_found_body(book: Book, layout: PageLayout, up: str) -> str:
    """Return the body of the page for addresses that do not exist; ``up`` leads to the site's root."""
    return layout.renderer.render("pages/not_found", up=up, topics=book.order.topics)


def _home(book: Book) -> Sheet:
    home = _said_at_home(book)
    view = {
        "home": home,
        "popular": _popular(book),
        "flows": book.flows_for_readers()[:HOME_FLOWS],
        "topics": book.order.topics,
        "recent": book.recent(HOME_UPDATES),
        "contacts": shown_contacts(dict.fromkeys(_contacts(book), ()), book, ""),
    }
    about = book.site.description or home.lead
    return Sheet("home", "", book.site.name, about, view, updated=newest(book.order.listed))


def _popular(book: Book) -> list[AnyEntry | Named]:
    return [book.named(chosen) for chosen in _said_at_home(book).popular if book.is_shown(chosen)]


def _search(book: Book) -> Sheet:
    title, about = book.words("search.title"), book.words("search.label")
    view = {"topics": book.order.topics, "popular": _popular(book)}
    return Sheet("search", SEARCH_PATH, title, about, view, indexed=False, scripts=(assets().results.path,))


def _said_at_home(book: Book) -> Home:
    """Return what ``content/home.yaml`` says, or what the home page says without it."""
    if book.center.home:
        return book.center.home
    popular = tuple(entry.id for entry in book.order.listed[:POPULAR])
    return Home(title=book.site.name, lead=book.words("home.lead"), popular=popular)


def _contacts(book: Book) -> tuple[str, ...]:
    """Return who is named at home; without ``content/home.yaml`` there is always somebody."""
    return book.center.contacts_at_home() if book.center.home else book.center.last_resort()


def _topic(contents: TopicEntries, book: Book) -> Sheet:
    topic, topics, last = contents.topic, book.order.topics, newest(contents.entries)
    path = page_path(topic.id)
    view = {"contents": contents, "topics": topics}
    return Sheet("topic", path, topic.title, topic.summary, view, updated=last)
