"""What the desk knows: every answer with its notes, in short for the page, and its bodies, which come behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from helpcenter.addresses import CODE, page_path
from helpcenter.desk.codes import codes_of
from helpcenter.desk.nodes import QUESTION, STEP, every_answer, other_copies
from helpcenter.desk.notes import StaffNote, notes_of
from helpcenter.desk.said import SAID
from helpcenter.desk.varying import varying
from helpcenter.exports.answer import Answer
from helpcenter.model.desk import Channel
from helpcenter.model.fields import Status
from helpcenter.model.flows import Flow
from helpcenter.model.help_center import AnyEntry
from helpcenter.pages.book import Book

FORMS = ("short", "linked", "whole", "markdown", "rich", "link")
"""What can be copied of an answer, in the order of its keys."""


@dataclass(frozen=True, slots=True)
class DeskAnswer:
    """An answer as the desk tells it, in everybody's words and in those of platforms that put it differently."""

    answer: Answer
    entry: AnyEntry
    notes: list[StaffNote]
    by_platform: Mapping[str, Answer]

    @property
    def path(self) -> str:
        """The address of its page, below the root of the site."""
        entry_id, _, node = self.answer.id.partition("#")
        return page_path(entry_id) + (f"#{node}" if node else "")


def told_by(book: Book) -> list[DeskAnswer]:
    """Return every answer that the desk of ``book`` knows, in reading order."""
    among = varying(book)
    every = {name: _by_id(every_answer(book, name, among)) for name in book.platforms}
    found = []
    for answer in every_answer(book):
        entry_id, _, node = answer.id.partition("#")
        entry = book.center.entry(entry_id)
        assert entry is not None, "answers come from entries"
        told = {name: others.get(answer.id, answer) for name, others in every.items()}
        own = {name: other for name, other in told.items() if _is_other(answer, other)}
        found.append(DeskAnswer(answer, entry, notes_of(entry, node, book), own))
    return found


def _by_id(answers: Sequence[Answer]) -> dict[str, Answer]:
    return {answer.id: answer for answer in answers}


def _is_other(answer: Answer, own: Answer) -> bool:
    return (answer.title, answer.reply, answer.html) != (own.title, own.reply, own.html)


def desk_data(book: Book, answers: Sequence[DeskAnswer]) -> dict[str, Any]:
    """Return what the page needs at once, fit for JSON."""
    desk, words = book.center.desk, book.words
    said = {name.removeprefix("desk."): words(name) for name in SAID}
    said |= {f"form_{form}": words(f"desk.form.{form}") for form in FORMS}
    said |= {f"kind_{kind}": words(f"search.kind.{kind}") for kind in ("article", "faq", "flow", "outcome")}
    said |= {f"kind_{kind}": words(f"desk.kind.{kind}") for kind in (QUESTION, STEP)}
    said |= {"comma": words("page.comma"), "only": words("platform.only"), "loading": words("search.loading")}
    blanks = {name: _blank(blank, words("page.blank", label=blank.label)) for name, blank in desk.blanks.items()}
    return {
        "root": book.edition.site.url,
        "greeting": greeting(book),
        "closing": desk.closing or "",
        "channels": [_channel(one) for one in desk.channels],
        "blanks": blanks,
        "platforms": [[one.id, one.label, [one.label, *one.aliases]] for one in book.center.platforms],
        "topics": {contents.topic.id: contents.topic.title for contents in book.order.topics},
        "audiences": dict(book.edition.audiences),
        "readers": book.edition.readers,
        "words": said,
        "code": CODE if book.edition.print_codes else "",
        "answers": [_in_short(told) for told in answers],
    }


def _channel(channel: Channel) -> dict[str, Any]:
    return {"id": channel.id, "label": channel.label, "limit": channel.limit, "counts": channel.counting}


def greeting(book: Book) -> str:
    """Return what a message begins with."""
    own = book.center.desk.greeting
    return book.words("page.greeting") if own is None else own


def _blank(blank: Any, mark: str) -> dict[str, Any]:
    return {"label": blank.label, "example": blank.example or "", "required": blank.required, "mark": mark}


def _in_short(told: DeskAnswer) -> dict[str, Any]:
    answer, entry = told.answer, told.entry
    _, _, node = answer.id.partition("#")
    names = asdict(answer, dict_factory=lambda pairs: dict(pairs))
    own = {
        platform: {name: value for name in ("title", "reply") if (value := getattr(other, name)) != names[name]}
        for platform, other in told.by_platform.items()
    }
    return {
        **{name: names[name] for name in ("id", "kind", "title", "reply", "topic", "audience")},
        "link": "" if entry.status is Status.DRAFT else answer.link,
        "path": told.path,
        "codes": codes_of((answer.title, *answer.keywords)),
        "notes": told.notes,
        "version": answer.version or 0,
        "updated": answer.updated.isoformat() if answer.updated else "",
        "draft": entry.status is Status.DRAFT,
        "only": list(getattr(entry.nodes[node], "platforms", ())) if isinstance(entry, Flow) and node else [],
        **({"own": own} if own else {}),
    }


def desk_bodies(book: Book, answers: Sequence[DeskAnswer]) -> dict[str, dict[str, str]]:
    """Return the HTML of whole answers by platform, those for everybody at nothing, and by id.

    A copy of a node of a flow that says something else than the first has the id of its section.
    """
    found = {name: {one.id: one.html for one in other_copies(book, name)} for name in ("", *book.platforms)}
    found[""] |= {told.answer.id: told.answer.html for told in answers}
    for told in answers:
        for platform, own in told.by_platform.items():
            found[platform][own.id] = own.html
    return {platform: bodies for platform, bodies in found.items() if bodies or not platform}
