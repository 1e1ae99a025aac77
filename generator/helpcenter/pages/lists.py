"""Pages that lead to entries: home, topics, all questions, updates, search, not found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from helpcenter.addresses import SEARCH_PATH, page_path
from helpcenter.model.entries import Home, Topic
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


def list_makers(book: Book) -> Iterator[tuple[str, Callable[[], Sheet]]]:
    """Yield the addresses of home and of the pages that list entries, with what makes their sheets."""
    yield "", partial(_home, book)
    for contents in book.order.topics:
        yield page_path(contents.topic.id), partial(_topic, contents, book)
    yield "topics/", partial(_topics, book)
    yield "questions/", partial(_questions, book)
    yield "updates/", partial(_updates, book)
    yield SEARCH_PATH, partial(_search, book)


def not_found_body(book: Book, layout: PageLayout, up: str) -> str:
    """Return the body of the page for addresses that do not exist; ``up`` leads to the site's root."""
    return layout.renderer.render("pages/not_found", up=up, topics=_only_topics(book), contacts=layout.people(up))


def _topics(book: Book) -> Sheet:
    shown, last = {"topics": _only_topics(book)}, book.order.last_day
    return Sheet("topics", "topics/", book.words("home.topics"), book.words("topics.description"), shown, updated=last)


def _questions(book: Book) -> Sheet:
    topics, words = book.order.topics, book.words
    last = newest(entry for found in topics for entry in found.faq)
    shown = {"asked": [(found.topic, found.faq) for found in topics if found.faq]}
    return Sheet("questions", "questions/", words("questions.title"), words("questions.lead"), shown, updated=last)


def _updates(book: Book) -> Sheet:
    shown, last = {"recent": book.recent(ALL_UPDATES)}, book.order.last_day
    return Sheet("updates", "updates/", book.words("home.recent"), book.words("updates.lead"), shown, updated=last)


def _home(book: Book) -> Sheet:
    home = _said_at_home(book)
    view = {
        "home": home,
        "popular": _popular(book),
        "flows": book.flows_for_readers()[:HOME_FLOWS],
        "topics": [(found.topic, len(found.articles), len(found.faq)) for found in book.order.topics],
        "recent": book.recent(HOME_UPDATES),
    }
    about = book.edition.site.description or home.lead
    return Sheet("home", "", book.edition.site.name, about, view, updated=book.order.last_day)


def _popular(book: Book) -> list[AnyEntry | Named]:
    return [book.named(chosen) for chosen in _said_at_home(book).popular if book.is_shown(chosen)]


def _search(book: Book) -> Sheet:
    title, about = book.words("search.title"), book.words("search.label")
    view = {"topics": _only_topics(book), "popular": _popular(book)}
    return Sheet("search", SEARCH_PATH, title, about, view, indexed=False, scripts=(assets().results.path,))


def _only_topics(book: Book) -> list[Topic]:
    """Return the topics without their entries: a page hangs on all that it is given."""
    return [found.topic for found in book.order.topics]


def _said_at_home(book: Book) -> Home:
    """Return what ``content/home.yaml`` says, or what the home page says without it."""
    if book.center.home:
        return book.center.home
    popular = tuple(entry.id for entry in book.order.listed[:POPULAR])
    return Home(title=book.edition.site.name, lead=book.words("home.lead"), popular=popular)


def _topic(contents: TopicEntries, book: Book) -> Sheet:
    topic, path, last = contents.topic, page_path(contents.topic.id), newest(contents.entries)
    contacts = shown_contacts(book.center.people_beside(contents.entries), book)
    view = {"contents": contents, "topics": _only_topics(book), "contacts": contacts}
    return Sheet("topic", path, topic.title, topic.summary, view, updated=last)
