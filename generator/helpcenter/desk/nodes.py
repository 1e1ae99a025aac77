"""Questions and steps of flows as answers of the desk: found by id or words, sent with their own address."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from html import unescape

from helpcenter.exports.answer import Answer
from helpcenter.exports.answers import answers_of
from helpcenter.exports.body import Body
from helpcenter.exports.markup import standing_alone
from helpcenter.flow.sections import Section
from helpcenter.model.flows import Doing
from helpcenter.pages.book import Book
from helpcenter.texts.chat import chat_text

QUESTION, STEP = "question", "do"
"""Kinds of such answers."""


def every_answer(book: Book, platform: str = "", among: Collection[str] | None = None) -> list[Answer]:
    """Return all answers of ``book``, or of entries ``among`` which they must be, in the words of ``platform``.

    What stands on the ways of flows comes behind all others.
    """
    answers = answers_of(book, platform=platform, keep_blanks=True, among=among)
    body = Body(book, platform, keep_blanks=True)
    return [*answers, *(node for answer in answers if answer.kind == "flow" for node in _nodes(answer, book, body))]


def _nodes(flow: Answer, book: Book, body: Body) -> Iterator[Answer]:
    compiled = book.typeset.flows[flow.id]
    for node, typed in compiled.flow.choosing.items():
        if (section := compiled.sections.by_anchor.get(node)) is not None:
            kind = STEP if isinstance(typed, Doing) else QUESTION
            yield answer_at(section, replace(flow, kind=kind, keywords=()), book, body)


def other_copies(book: Book, platform: str = "") -> list[Answer]:
    """Return for each copy of a node that says something else than the first what that is."""
    answers = answers_of(book, platform=platform, keep_blanks=True, among=book.center.flows)
    body = Body(book, platform, keep_blanks=True)
    return [copy for answer in answers if answer.kind == "flow" for copy in _copies(answer, book, body)]


def _copies(flow: Answer, book: Book, body: Body) -> Iterator[Answer]:
    compiled = book.typeset.flows[flow.id]
    for anchor, section in compiled.sections.by_anchor.items():
        text, first = compiled.flow.nodes[section.node].text, compiled.sections.by_anchor[section.node]
        if anchor != section.node and list(section.says(text)) != list(first.says(text)):
            yield answer_at(section, flow, book, body)


def answer_at(section: Section, flow: Answer, book: Book, body: Body) -> Answer:
    """Return what who comes to ``section`` reads, as an answer beside that of its ``flow``."""
    node = book.typeset.flows[flow.id].flow.nodes[section.node]
    html = body.outcome(node.title, "\n\n".join(text for _, _, text in section.says(node.text)))
    title = unescape(body.line(node.title))
    link = flow.link and f"{flow.link}#{section.anchor}"
    told = replace(flow, id=f"{flow.id}#{section.anchor}", title=title, reply=title, link=link)
    return replace(told, text=chat_text(html), html=standing_alone(html, link), drawn=False)
