"""What an entry says, in the order of its page, as HTML without anything around it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from helpcenter.exports.blanks import keeper
from helpcenter.model.entries import Article, Cause, FaqEntry, Part, Step
from helpcenter.model.fields import Link
from helpcenter.pages.book import Book
from helpcenter.pages.headings import heading
from helpcenter.pages.links import shown_links
from helpcenter.rendering.environment import only_in
from helpcenter.texts.facts import on_page
from helpcenter.texts.variants import as_told


class Body:
    """Writes the texts of ``book`` as readers of ``platform`` see them, or those who chose none.

    With ``keep_blanks`` a blank stays ``{{name}}``, for who fills it in.
    """

    def __init__(self, book: Book, platform: str = "", *, keep_blanks: bool = False) -> None:
        self._book = book
        self._platform = platform
        self._with_blanks = keeper(book) if keep_blanks else str
        self._only_for = only_in(book.words, book.platforms)

    def line(self, text: str) -> str:
        """Return the HTML of one line."""
        said = self._book.typeset.said.get(text)
        if said is None:
            return self._with_blanks(escape(text, quote=False))
        return self._with_blanks(as_told(str(said), self._platform).removeprefix("<span>").removesuffix("</span>"))

    def block(self, text: str | None) -> str:
        """Return the HTML of longer text; nothing for none."""
        if not text:
            return ""
        return self._with_blanks(as_told(str(self._book.typeset.typesetter.block(text).html), self._platform))

    def article(self, article: Article) -> str:
        """Return the HTML of an article, with its questions in place."""
        return "".join(self._article(article))

    def question(self, entry: FaqEntry, *, alone: bool = True) -> str:
        """Return the HTML of an FAQ entry that stands ``alone``, or inside an article."""
        return "".join(self._question(entry, alone))

    def outcome(self, title: str, text: str) -> str:
        """Return the HTML of an outcome of a flow, of which some read ``text``."""
        return f"<p>{self.line(title)}</p>{self.block(text)}"

    def _article(self, article: Article) -> Iterator[str]:
        yield f"<p>{self.line(article.summary)}</p>{self.block(article.intro)}"
        if reasons := self._shown(article.reasons):
            yield self._lead(article, "reasons")
            yield from (f"{self._title(reason, 3)}{self._told(reason)}" for reason in reasons)
        if steps := self._shown(article.steps):
            yield self._lead(article, "steps")
            yield f"<ol>{''.join(map(self._step, steps))}</ol>"
        if precautions := self._shown(article.precautions):
            yield self._lead(article, "precautions")
            for found in precautions:
                signal = f"{self._book.words(f'level.{found.level}')}{self._book.words('page.colon')}"
                yield f"{self._title(found, 3, signal)}{self._told(found)}"
        for section in self._shown(article.sections):
            yield f"{self._title(section, 2)}{self._told(section)}"
        if questions := [name for name in article.questions if name in self._book.order.listed_ids]:
            yield self._lead(article, "questions")
            for entry in map(self._book.center.faq.__getitem__, questions):
                told = on_page(self.question(entry, alone=False), entry.id)
                yield f"<h3>{self.line(entry.question)}</h3>{told}"
        for area in ("follow_up", "closing"):
            if text := getattr(article, area):
                yield f"<h2>{self.line(heading(article, area, self._book.words))}</h2>{self.block(text)}"

    def _question(self, entry: FaqEntry, alone: bool) -> Iterator[str]:
        yield f"<p>{self.line(entry.reply)}</p>{self.block(entry.answer)}"
        if causes := self._shown(entry.causes):
            yield f"<h2>{self._book.words('faq.causes')}</h2>" if alone else ""
            yield f"<ul>{''.join(map(self._cause, causes))}</ul>"

    def _cause(self, cause: Cause) -> str:
        title = f"<p><strong>{self.line(cause.cause)}</strong>{self._only(cause)}</p>"
        return f"<li>{title}{self.block(cause.fix)}{self._where(cause.where)}</li>"

    def _where(self, place: Link | None) -> str:
        """Return the link to where something is done, if readers can open that and its address is known."""
        site = self._book.edition.site
        links = shown_links((place,), self._book) if place and site.url else []
        shown = ((site.absolute(link.href.removeprefix("../")), link.part or link.title) for link in links)
        return "".join(f'<p><a href="{escape(href)}">{self.line(title)}</a></p>' for href, title in shown)

    def _step(self, step: Step) -> str:
        picture = str(self._book.typeset.typesetter.picture(step.image.src, step.image.alt)) if step.image else ""
        return f"<li>{self._strong(step)}{self.block(step.text)}{picture}{''.join(self._parts(step))}</li>"

    def _parts(self, step: Step) -> Iterator[str]:
        """Yield the parts of a step as its page has them: only a sequence of several is numbered."""
        ways, substeps, cases = map(self._shown, (step.ways, step.substeps, step.cases))
        for before, parts, tag in (
            ("article.ways", ways, "ul"),
            ("article.then" if ways else "", substeps, "ol" if len(substeps) > 1 else "ul"),
            ("article.cases", cases, "ul"),
        ):
            if parts:
                yield f"<p>{self._book.words(before)}</p>" if before else ""
                items = (f"<li>{self._strong(one)}{self.block(one.text)}</li>" for one in parts)
                yield f"<{tag}>{''.join(items)}</{tag}>"

    def _told(self, part: Part) -> str:
        """Return what a part comes to, in a line, and its text."""
        return f"{f'<p>{self.line(part.short)}</p>' if part.short else ''}{self.block(part.text)}"

    def _strong(self, part: Any) -> str:
        title = f"<strong>{self.line(part.title)}</strong>" if part.title else ""
        said = title + self._only(part)
        return f"<p>{said}</p>" if said else ""

    def _title(self, part: Any, level: int, before: str = "") -> str:
        return f"<h{level}>{before}{self.line(part.title)}{self._only(part)}</h{level}>"

    def _lead(self, article: Article, area: str) -> str:
        title = self.line(heading(article, area, self._book.words))
        return f"<h2>{title}</h2>{self.block(getattr(article.leads, area))}"

    def _shown(self, parts: Any) -> list[Any]:
        """Return the parts that readers see: all of them where no platform was chosen."""
        return [part for part in parts if not self._platform or not part.platforms or self._platform in part.platforms]

    def _only(self, part: Any) -> str:
        """Say for readers of which platforms alone a part is, to who chose none."""
        said = "" if self._platform else self._only_for(part.platforms)
        return f" {escape(said, quote=False)}" if said else ""
