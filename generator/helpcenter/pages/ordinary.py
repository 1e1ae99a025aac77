"""Pages that writers wrote as one Markdown text."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from helpcenter.pages.book import Book
from helpcenter.pages.page import Page
from helpcenter.texts.ordinary_texts import OrdinaryText


def ordinary_page(text: OrdinaryText, book: Book) -> Page:
    """Return the page of one Markdown file."""
    page = text.page
    html = text.rendered.html
    heading, content = _split(html) if html.startswith("<h1") else (Markup("<h1>{}</h1>").format(text.title), html)
    return book.page(
        "markdown",
        page.path,
        text.title,
        text.description,
        indexed=not page.is_draft,
        content=content,
        heading=heading,
        draft=page.is_draft,
        toc=text.toc,
    )


def body_around(
    book: Book, path: str, title: str, description: str, toc: Sequence[tuple[str, str]], html: str
) -> str:
    """Return the body of a page whose content, safe ``html``, somebody else made."""
    made = book.page("markdown", path, title, description, content=Markup(html), heading="", draft=False, toc=toc)
    return made.body


def _split(html: Markup) -> tuple[Markup, Markup]:
    """Return the heading that ``html`` begins with, and the rest."""
    end = html.index("</h1>") + len("</h1>")
    return html[:end], html[end:]
