"""Pages that writers wrote as one Markdown text."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from helpcenter.pages.sheet import Sheet
from helpcenter.texts.ordinary_texts import OrdinaryText


def ordinary_page(text: OrdinaryText) -> Sheet:
    """Return the sheet of one Markdown file."""
    page = text.page
    html = text.rendered.html
    heading, content = _split(html) if html.startswith("<h1") else (Markup("<h1>{}</h1>").format(text.title), html)
    view = {"content": content, "heading": heading, "draft": page.is_draft, "toc": text.toc}
    return Sheet("markdown", page.path, text.title, text.description, view, indexed=not page.is_draft)


def foreign_page(path: str, title: str, description: str, toc: Sequence[tuple[str, str]], html: str) -> Sheet:
    """Return the sheet of a page whose content, safe ``html``, another program made."""
    view = {"content": Markup(html), "heading": "", "draft": False, "toc": toc}
    return Sheet("markdown", path, title, description, view)


def _split(html: Markup) -> tuple[Markup, Markup]:
    """Return the heading that ``html`` begins with, and the rest."""
    end = html.index("</h1>") + len("</h1>")
    return html[:end], html[end:]
