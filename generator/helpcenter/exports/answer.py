"""One answer as it leaves the help center: what every form of export is made from."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from hashlib import sha256
from html import escape


@dataclass(frozen=True, slots=True)
class AnswerBlank:
    """Something that is filled in where an answer is sent: its name, what staff call it, and what pages show for it."""

    name: str
    label: str
    shown: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An article, a question, a flow or an outcome of a flow, ready to paste.

    ``id`` stays what it is as long as the entry lives, as in ``reapply`` or ``why-not#ask-person``. ``reply`` is one
    line, ``text`` the whole answer as plain text, ``html`` the same with absolute links and nothing that needs a style
    sheet. ``link`` is the page's full address, empty where that of the site is not known. ``folder`` is the title of
    ``topic``; ``audience`` holds ids, ``labels`` what they are called. ``greeting`` stands before a reply that is
    copied. ``version`` is its number as ``links publish`` recorded it, None where it did not. ``drawn`` tells that its
    page shows screens, ``varies`` that some readers see other parts of it. ``blanks`` are those that its texts still
    have, as ``{{name}}``.
    """

    id: str
    kind: str
    title: str
    reply: str
    text: str
    html: str
    link: str
    topic: str
    folder: str
    audience: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    updated: date | None = None
    greeting: str = ""
    pictures: bool = False
    drawn: bool = False
    varies: bool = False
    version: int | None = None
    blanks: tuple[AnswerBlank, ...] = ()

    def with_blanks(self, write: Callable[[AnswerBlank], str]) -> Answer:
        """Return the answer with what ``write`` says in the place of each blank; in its title with what pages show."""
        reply, text, html, title = self.reply, self.text, self.html, self.title
        for blank in self.blanks:
            mark, written = f"{{{{{blank.name}}}}}", write(blank)
            reply, text = reply.replace(mark, written), text.replace(mark, written)
            html, title = html.replace(mark, escape(written, quote=False)), title.replace(mark, blank.shown)
        return replace(self, title=title, reply=reply, text=text, html=html, blanks=())

    @property
    def short(self) -> str:
        """The greeted reply with its link in a line of its own, so that nothing typed behind becomes a part of it."""
        return f"{self._greeted}\n{self.link}".strip()

    @property
    def short_html(self) -> str:
        """The same as HTML."""
        return f"<p>{escape(self._greeted, quote=False)}</p>{self._linked}"

    @property
    def whole(self) -> str:
        """The whole text with its link."""
        return f"{self.text}\n\n{self.link}".strip()

    @property
    def whole_html(self) -> str:
        """The same as HTML."""
        return f"{self.html}{self._linked}"

    @property
    def digest(self) -> str:
        """What is another when readers would read something else; a review without a change gives the same."""
        unseen = ("updated", "version", "blanks")
        told = {name: value for name, value in asdict(self).items() if name not in unseen}
        return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]

    @property
    def _greeted(self) -> str:
        """The reply as it is copied on a page, too."""
        return self.reply if self.reply.startswith(self.greeting) else f"{self.greeting}{self.reply}"

    @property
    def _linked(self) -> str:
        return f'<p><a href="{escape(self.link)}">{escape(self.link)}</a></p>' if self.link else ""


@dataclass(frozen=True, slots=True)
class Loss:
    """Something of an answer that a form cannot hold, or that its tool would take for something else."""

    code: str
    answer: str


@dataclass(frozen=True, slots=True)
class Exported:
    """The file of one form: its name, its bytes, and what of the answers is not in it."""

    name: str
    content: bytes
    losses: tuple[Loss, ...] = ()


def pictures_left_out(answers: Iterable[Answer], *, whole: bool) -> tuple[Loss, ...]:
    """Return the answers that show pictures, for forms of plain text."""
    return tuple(Loss("picture", answer.id) for answer in answers if answer.pictures and whole)


def told_of_all(answers: Iterable[Answer], *, whole: bool) -> Iterator[Loss]:
    """Yield what no form can hold: drawings of screens, and what depends on a reader's earlier answers."""
    for answer in answers if whole else ():
        if answer.drawn:
            yield Loss("screen", answer.id)
        if answer.varies:
            yield Loss("varies", answer.id)
