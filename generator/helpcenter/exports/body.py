"""What an entry says, in the order of its page, as HTML without anything around it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from helpcenter.model.entries import Article, Cause, FaqEntry, Step
from helpcenter.model.flows import Outcome
from helpcenter.pages.book import Book
from helpcenter.pages.headings import heading
from helpcenter.texts.variants import as_told


class Body:
    """Writes the texts of ``book`` as readers of ``platform`` see them, or those who chose none."""

    def __init__(self, book: Book, platform: str = "") -> None:
        self._book = book
        self._platform = platform

    def line(self, text: str) -> str:
        """Return the HTML of one line."""
        said = self._book.said.get(text)
        if said is None:
            return escape(text, quote=False)
        return as_told(str(said), self._platform).removeprefix("<span>").removesuffix("</span>")

    def block(self, text: str | None) -> str:
        """Return the HTML of longer text; nothing for none."""
        return as_told(str(self._book.typesetter.block(text).html), self._platform) if text else ""

    def article(self, article: Article) -> str:
        """Return the HTML of an article, with its questions in place."""
        return "".join(self._article(article))

    def question(self, entry: FaqEntry, level: int = 2) -> str:
        """Return the HTML of an FAQ entry; headings begin at ``level``."""
        return "".join(self._question(entry, level))

    def outcome(self, outcome: Outcome) -> str:
        """Return the HTML of an outcome of a flow."""
        return f"<p>{self.line(outcome.title)}</p>{self.block(outcome.text)}"

    def _article(self, article: Article) -> Iterator[str]:
        yield f"<p>{self.line(article.summary)}</p>{self.block(article.intro)}"
        if reasons := self._shown(article.reasons):
            yield self._lead(article, "reasons")
            yield from (f"{self._title(reason, 3)}{self.block(reason.text)}" for reason in reasons)
        if steps := self._shown(article.steps):
            yield self._lead(article, "steps")
            yield f"<ol>{''.join(map(self._step, steps))}</ol>"
        if precautions := self._shown(article.precautions):
            yield self._lead(article, "precautions")
            for found in precautions:
                signal = f"{self._book.words(f'level.{found.level}')}{self._book.words('page.colon')}"
                yield f"{self._title(found, 3, signal)}{self.block(found.text)}"
        for section in self._shown(article.sections):
            yield f"{self._title(section, 2)}{self.block(section.text)}"
        if questions := [name for name in article.questions if name in self._book.order.listed_ids]:
            yield self._lead(article, "questions")
            for entry in map(self._book.center.faq.__getitem__, questions):
                yield f"<h3>{self.line(entry.question)}</h3>{self.question(entry, 4)}"
        for area in ("follow_up", "closing"):
            if text := getattr(article, area):
                yield f"<h2>{self.line(heading(article, area, self._book.words))}</h2>{self.block(text)}"

    def _question(self, entry: FaqEntry, level: int) -> Iterator[str]:
        yield f"<p>{self.line(entry.reply)}</p>{self.block(entry.answer)}"
        if causes := self._shown(entry.causes):
            yield f"<h{level}>{self._book.words('faq.causes')}</h{level}>"
            yield f"<ul>{''.join(map(self._cause, causes))}</ul>"

    def _cause(self, cause: Cause) -> str:
        return f"<li><p><strong>{self.line(cause.cause)}</strong>{self._only(cause)}</p>{self.block(cause.fix)}</li>"

    def _step(self, step: Step) -> str:
        picture = self._book.typesetter.picture(step.image.src, step.image.alt) if step.image else ""
        inner = "".join(
            f"<li>{self._strong(sub)}{self.block(sub.text)}</li>" for sub in self._shown(step.substeps)
        )
        below = f"<ol>{inner}</ol>" if inner else ""
        return f"<li>{self._strong(step)}{self.block(step.text)}{picture}{below}</li>"

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
        if not part.platforms or self._platform:
            return ""
        words = self._book.words
        labels = words("page.comma").join(self._book.platforms.get(one, one) for one in part.platforms)
        return f" {escape(words('platform.only', names=labels), quote=False)}"
