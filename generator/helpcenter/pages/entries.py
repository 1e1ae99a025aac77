"""Pages of articles and FAQ entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from markupsafe import Markup

from helpcenter.addresses import page_path
from helpcenter.drawing import states_picture
from helpcenter.model.characters import measured
from helpcenter.model.entries import Article, FaqEntry
from helpcenter.model.fields import Status
from helpcenter.model.flows import Flow
from helpcenter.model.help_center import AnyEntry
from helpcenter.model.values import Fact, Source, Value
from helpcenter.pages import structured_data
from helpcenter.pages.book import Book, Named
from helpcenter.pages.contacts import ShownContact, people_of, shown_contacts
from helpcenter.pages.copies import copy_row
from helpcenter.pages.flows import flow_scripts, flow_view
from helpcenter.pages.folds import folded
from helpcenter.pages.headings import heading, headings
from helpcenter.pages.links import NamedLink, named_link, shown_links
from helpcenter.pages.printing import printed
from helpcenter.pages.sheet import Sheet
from helpcenter.rendering.bundles import assets

LONG_AREAS, LONG_TEXT = 3, 800
"""A page with so many areas, beside who helps, and Chinese characters (see ``measured``) has a table of contents."""
NamedFact = tuple[str, Fact]
"""What texts call a fact in braces, and the fact."""
CHARACTERS_A_MINUTE = 400
"""A calm reading speed for Chinese on a phone; of English about 160 words, as letters count half."""


class FlowCard(NamedTuple):
    """What starts a flow inside another page: its title, its address, what runs it and how it looks."""

    title: str
    href: str
    script: str
    style: str


def entry_page(entry: AnyEntry, book: Book) -> Sheet:
    """Return the sheet of one entry."""
    if entry.status is Status.RETIRED:
        return _retired(entry, book)
    topic = book.order.topic_of(entry)
    path = page_path(entry.id)
    template, view = _own(entry, book)
    return Sheet(
        template,
        path,
        entry.heading,
        entry.teaser,
        {"topic": topic, **_common(entry, book), **printed(entry, book), **view},
        crumbs=[(topic.title, page_path(topic.id))],
        data=[_data(entry, path, book)],
        updated=entry.updated,
        indexed=entry.status is Status.PUBLISHED,
        scripts=flow_scripts() if isinstance(entry, Flow) else (),
    )


def _own(entry: AnyEntry, book: Book) -> tuple[str, dict[str, Any]]:
    """Return the template of an entry and what only its kind shows."""
    if isinstance(entry, Article):
        named = headings(entry, book.words)
        questions = _questions(entry, book)
        view = {"headings": named, "questions": questions, "places": _places(questions, book)}
        return "article", {**view, "folded": folded(entry), "contacts": people_of(entry, book), **_states(entry, book)}
    if isinstance(entry, Flow):
        flow = flow_view(book.typeset.flows[entry.id], book)
        return "flow", {"flow": flow, "contacts": _contacts_beside(entry, book)}
    places = _places([entry], book)
    return "faq", {"places": places, "folded": folded(entry), "contacts": people_of(entry, book)}


def _places(questions: Iterable[FaqEntry], book: Book) -> dict[str, NamedLink]:
    """Return where what helps against the causes of ``questions`` is done, as far as readers can go there."""
    wanted = {cause.where for question in questions for cause in question.causes if cause.where}
    return {where: link for where in sorted(wanted) for link in shown_links((where,), book)}


def _states(entry: Article, book: Book) -> dict[str, Any]:
    """Return how states follow each other, where ``entry`` shows that, and what the action is called."""
    table = book.center.state_table
    if table is None or not any(section.states for section in entry.sections):
        return {}
    return {"states": Markup(states_picture(table.states, book.words)), "action": table.action}


def _contacts_beside(flow: Flow, book: Book) -> tuple[ShownContact, ...]:
    """Return who helps whom ``flow`` is for, whatever they answered; whom it names stands at its end."""
    center = book.center
    return shown_contacts(center.contacts_of(center.audience_of(flow)) or center.people_of(flow), book)


def _retired(entry: AnyEntry, book: Book) -> Sheet:
    assert entry.see is not None, "the model requires it"
    return Sheet(
        "retired",
        page_path(entry.id),
        entry.heading,
        book.words("retired.text"),
        {"entry": entry, "target": book.named(entry.see).heading},
        indexed=False,
        canonical=page_path(entry.see),
    )


def _common(entry: AnyEntry, book: Book) -> dict[str, Any]:
    length = sum([measured(text.source) for text in book.typeset.texts[entry.id] if text.filled is None])
    facts = _facts(entry, book)
    differences = _differences(facts)
    before, after = book.order.around(entry)
    return {
        "entry": entry,
        "overdue": entry.is_overdue(book.edition.today),
        "minutes": max(1, round(length / CHARACTERS_A_MINUTE)),
        "facts": [named for named in facts if named not in differences],
        "sources": _sources(entry, facts),
        "differences": differences,
        "card": _card(entry, book),
        "copies": copy_row(entry, book),
        "related": _related(entry, book),
        "before": before,
        "after": after,
        "toc": _toc(entry, book, bool(facts)) if length >= LONG_TEXT else (),
    }


def _related(entry: AnyEntry, book: Book) -> list[AnyEntry | Named]:
    if entry.related is None:
        return list(book.related.to(entry))
    return [book.named(other) for other in entry.related if other != entry.id and book.is_shown(other)]


def _questions(entry: Article, book: Book) -> list[FaqEntry]:
    return [book.center.faq[question] for question in entry.questions if question in book.order.listed_ids]


def _card(entry: AnyEntry, book: Book) -> FlowCard | None:
    """Return the card that starts the flow of ``entry``, if readers can open that flow."""
    if isinstance(entry, Flow) or entry.flow is None or not shown_links((entry.flow,), book):
        return None
    link = named_link(entry.flow, book)
    return FlowCard(link.title, link.href, assets().flow.path, assets().walk.path)


def _facts(entry: AnyEntry, book: Book) -> list[NamedFact]:
    """Return the facts that the texts of ``entry`` name; those of questions that it shows stand on their own pages.

    A fact that only screens show is left out where all its sources stand with the others.
    """
    texts = [text for text in book.typeset.texts[entry.id] if text.rendered.values]
    said = {name: None for text in texts if "screen" not in text.steps for name in text.rendered.values}
    drawn = {name: None for text in texts if "screen" in text.steps for name in text.rendered.values}
    facts = {name: fact for name in {**said, **drawn} if (fact := book.center.fact(name)) is not None}
    told = {source for name in said if name in facts for source in _sources_of(facts[name])}
    return [(name, fact) for name, fact in facts.items() if name in said or not _sources_of(fact) <= told]


def _sources_of(fact: Fact) -> set[str]:
    return {fact.source, *(own.source for own in getattr(fact, "platforms", {}).values())}


def _differences(facts: Iterable[NamedFact]) -> list[NamedFact]:
    """Return those of ``facts`` that platforms put differently."""
    return [(name, fact) for name, fact in facts if isinstance(fact, Value) and fact.platforms]


def _sources(entry: AnyEntry, facts: list[NamedFact]) -> list[Source]:
    """Return the sources of ``entry`` that none of its ``facts`` names already."""
    told = [fact for _, fact in facts]
    told += [own for value in told if isinstance(value, Value) for own in value.platforms.values()]
    named = {fact.url for fact in told if fact.url} | {fact.source for fact in told}
    return [source for source in entry.sources if named.isdisjoint((source.name, source.url))]


def _toc(entry: AnyEntry, book: Book, facts: bool) -> list[tuple[str, str]]:
    areas = list(_areas(entry, book, facts))
    if len(areas) < LONG_AREAS:
        return []
    return [*areas, ("contact", book.words("contact.title"))] if book.center.people_of(entry) else areas


def _areas(entry: AnyEntry, book: Book, facts: bool) -> Iterator[tuple[str, str]]:
    words = book.words
    if isinstance(entry, Article):
        for area in ("reasons", "steps", "precautions"):
            if getattr(entry, area):
                yield area, heading(entry, area, words)
        for section in entry.sections:
            yield section.id, section.title
        if _questions(entry, book):
            yield "questions", heading(entry, "questions", words)
        if entry.follow_up:
            yield "follow-up", heading(entry, "follow_up", words)
        if entry.closing:
            yield "closing", heading(entry, "closing", words)
    elif isinstance(entry, FaqEntry):
        yield "answer", words("faq.answer")
        if entry.causes:
            yield "causes", words("faq.causes")
    if facts or entry.sources:
        yield "sources", words("page.sources")


def _data(entry: AnyEntry, path: str, book: Book) -> dict[str, Any]:
    if isinstance(entry, Article):
        return structured_data.article(entry, path, book.edition.site)
    if isinstance(entry, Flow):
        return structured_data.web_page(entry.title, entry.summary, path, book.edition.site)
    return structured_data.faq_page(entry, book.typeset.typesetter.block(entry.answer).html, path, book.edition.site)
