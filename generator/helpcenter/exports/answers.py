"""The answers of a help center: what is published, in reading order. No draft, nothing retired, no note for staff."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from html import unescape

from helpcenter.addresses import page_path
from helpcenter.exports.answer import Answer
from helpcenter.exports.blanks import with_its_blanks
from helpcenter.exports.body import Body
from helpcenter.exports.markup import standing_alone
from helpcenter.model.entries import Article
from helpcenter.model.flows import Flow, Outcome
from helpcenter.model.help_center import AnyEntry, kind_of, reply_of
from helpcenter.model.screens import Screen
from helpcenter.model.text_fields import models_below
from helpcenter.pages.book import Book
from helpcenter.texts.chat import chat_text


def answers_of(
    book: Book,
    *,
    audiences: Collection[str] = (),
    topics: Collection[str] = (),
    platform: str = "",
    keep_blanks: bool = False,
    among: Collection[str] | None = None,
) -> list[Answer]:
    """Return the answers of ``book`` as readers of ``platform`` see them, or those who chose none.

    Only those of one of ``topics`` and for one of ``audiences`` are given, where any is named, and those of entries
    ``among`` which they must be. With ``keep_blanks`` a blank stays ``{{name}}``, for who fills it in.
    """
    body = Body(book, platform, keep_blanks=keep_blanks)
    chosen = (contents for contents in book.order.topics if not topics or contents.topic.id in topics)
    entries = (entry for contents in chosen for entry in contents.entries if among is None or entry.id in among)
    mine = (entry for entry in entries if not audiences or set(audiences) & set(book.center.audience_of(entry)))
    found = [answer for entry in mine for answer in _answers(entry, book, body)]
    return [with_its_blanks(answer, book) for answer in found] if keep_blanks else found


def _answers(entry: AnyEntry, book: Book, body: Body) -> Iterator[Answer]:
    if isinstance(entry, Flow):
        yield _answer(entry, f"<p>{body.line(entry.summary)}</p>", book, body)
        yield from _outcomes(entry, book, body)
    elif isinstance(entry, Article):
        yield _answer(entry, body.article(entry), book, body)
    else:
        yield _answer(entry, body.question(entry), book, body)


def _outcomes(flow: Flow, book: Book, body: Body) -> Iterator[Answer]:
    """Yield each outcome that readers can reach, as its first copy on the page says it, whose address it has."""
    sections = book.typeset.flows[flow.id].sections.by_anchor
    for node, outcome in flow.outcomes.items():
        if node in sections:
            text = "\n\n".join(said for _, _, said in sections[node].says(outcome.text))
            answer = _answer(flow, body.outcome(outcome.title, text), book, body, (node, outcome))
            yield replace(answer, varies=any(part.when for part in outcome.text), drawn=bool(outcome.screen))


def _answer(
    entry: AnyEntry, html: str, book: Book, body: Body, end: tuple[str, Outcome] | None = None
) -> Answer:
    node, outcome = end or ("", None)
    path = page_path(entry.id) + (f"#{node}" if outcome else "")
    link = book.edition.site.absolute(path) if book.edition.site.url else ""
    audience = book.center.audience_of(entry)
    title = unescape(body.line(outcome.title if outcome else entry.heading))
    reply = (outcome.reply or outcome.title) if outcome else reply_of(entry)
    return Answer(
        id=f"{entry.id}#{node}" if outcome else entry.id,
        kind="outcome" if outcome else kind_of(entry),
        title=title,
        reply=unescape(body.line(reply)),
        text=chat_text(html),
        html=standing_alone(html, link),
        link=link,
        topic=entry.topic,
        folder=book.order.topic_of(entry).title,
        audience=audience,
        labels=tuple(book.edition.audiences[name] for name in audience if name in book.edition.audiences),
        keywords=() if outcome else tuple(entry.aliases),
        updated=entry.updated,
        greeting="" if isinstance(entry, Flow) and not (outcome and outcome.reply) else book.words("page.greeting"),
        pictures="<img" in html,
        version=book.version_of(entry),
        drawn=not isinstance(entry, Flow) and any(True for _ in models_below(entry, Screen)),
    )
