"""Pages of articles and FAQ entries."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from generator import structured_data
from generator.addresses import page_path
from generator.facts import Value
from generator.fields import Status
from generator.model import AnyEntry, Article, FaqEntry
from generator.pages.book import Book, Named
from generator.pages.page import Page
from generator.text_fields import line_fields

LONG_AREAS, LONG_TEXT = 3, 800
"""A page with at least so many areas and characters has a table of contents."""
CHARACTERS_A_MINUTE = 400
"""A calm reading speed for Chinese on a phone; for other languages words count as about five characters."""


def entry_page(entry: AnyEntry, book: Book) -> Page:
    """Return the page of one entry."""
    if entry.status is Status.RETIRED:
        return _retired(entry, book)
    topic = book.contents.topic_of(entry)
    view = _common(entry, book) | (_article(entry, book) if isinstance(entry, Article) else _faq(entry, book))
    path = page_path(entry.id)
    return book.page(
        "article" if isinstance(entry, Article) else "faq",
        path,
        entry.heading,
        entry.teaser,
        crumbs=[(topic.title, page_path(topic.id))],
        data=[_data(entry, path, book)],
        search=_search_text(entry, book),
        updated=entry.updated,
        indexed=entry.status is Status.PUBLISHED,
        topic=topic,
        **view,
    )


def _retired(entry: AnyEntry, book: Book) -> Page:
    assert entry.see is not None, "the model requires it"
    return book.page(
        "retired",
        page_path(entry.id),
        entry.heading,
        book.words("retired.text"),
        indexed=False,
        canonical=page_path(entry.see),
        entry=entry,
        target=book.named(entry.see).heading,
    )


def _common(entry: AnyEntry, book: Book) -> dict[str, Any]:
    before, after = book.contents.around(entry)
    length = sum([len(text.source) for text in book.texts[entry.id]])
    facts = _facts(entry, book)
    return {
        "entry": entry,
        "overdue": entry.is_overdue(book.today),
        "minutes": max(1, round(length / CHARACTERS_A_MINUTE)),
        "facts": facts,
        "sources": _sources(entry, facts),
        "contact": book.center.contacts.get(entry.contact or ""),
        "related": _related(entry, book),
        "before": before,
        "after": after,
        "neighbours": book.contents.neighbours(entry),
        "toc": _toc(entry, book, bool(facts)) if length >= LONG_TEXT else (),
    }


def _related(entry: AnyEntry, book: Book) -> list[AnyEntry | Named]:
    if entry.related is None:
        return list(book.related.to(entry))
    return [book.named(other) for other in entry.related if other != entry.id and book.is_shown(other)]


def _article(entry: Article, book: Book) -> dict[str, Any]:
    return {"questions": _questions(entry, book)}


def _questions(entry: Article, book: Book) -> list[FaqEntry]:
    return [book.center.faq[question] for question in entry.questions if question in book.contents.listed_ids]


def _faq(entry: FaqEntry, book: Book) -> dict[str, Any]:
    return {"used_in": book.contents.used_in.get(entry.id, [])}


def _facts(entry: AnyEntry, book: Book) -> list[Value]:
    used = {name: None for text in book.texts[entry.id] for name in text.rendered.values}
    return [book.center.values[name] for name in used]


def _sources(entry: AnyEntry, facts: list[Value]) -> list[str]:
    """Return the sources of ``entry`` that none of its ``facts`` names already."""
    named = {fact.url for fact in facts} | {fact.source for fact in facts}
    return [source for source in entry.sources if source not in named]


def _toc(entry: AnyEntry, book: Book, facts: bool) -> list[tuple[str, str]]:
    areas = list(_areas(entry, book, facts))
    return areas if len(areas) >= LONG_AREAS else []


def _areas(entry: AnyEntry, book: Book, facts: bool) -> Iterator[tuple[str, str]]:
    words = book.words
    if isinstance(entry, Article):
        for area in ("reasons", "steps", "precautions"):
            if getattr(entry, area):
                yield area, words(f"article.{area}")
        for section in entry.sections:
            yield section.id, section.title
        if _questions(entry, book):
            yield "questions", words("article.questions")
        if entry.follow_up:
            yield "follow-up", words("article.follow_up")
        if entry.closing:
            yield "closing", words("article.closing")
    else:
        yield "answer", words("faq.answer")
        if entry.causes:
            yield "causes", words("faq.causes")
    if facts or entry.sources:
        yield "sources", words("page.sources")
    if entry.contact:
        yield "contact", words("contact.title")


def _data(entry: AnyEntry, path: str, book: Book) -> dict[str, Any]:
    if isinstance(entry, Article):
        return structured_data.article(entry, path, book.site)
    return structured_data.faq_page(entry, book.typesetter.block(entry.answer).html, path, book.site)


def _search_text(entry: AnyEntry, book: Book) -> str:
    """Return what a search index reads of an entry below its title: its texts, then its aliases."""
    if not book.site.search:
        return ""
    lines = [text for steps, text in line_fields(entry) if steps[0] not in ("title", "question")]
    texts = "".join(text.rendered.html for text in book.texts[entry.id])
    teaser, aliases = escape(entry.teaser), escape(" ".join(entry.aliases))
    words = "".join(f"<p>{escape(line)}</p>" for line in lines if line != entry.teaser)
    return f"<p>{teaser}</p>{words}{texts}<p>{aliases}</p>"
