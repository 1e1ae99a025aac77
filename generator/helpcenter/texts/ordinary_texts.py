"""Every ordinary page, typeset once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from helpcenter.sources.ordinary_pages import Ordinary
from helpcenter.texts.page_notes import PageNotes
from helpcenter.texts.typesetting import Rendered, Typesetter, plain

DESCRIPTION_LENGTH = 120
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class OrdinaryText:
    """A page and what became of its Markdown."""

    page: Ordinary
    rendered: Rendered
    title: str
    description: str
    toc: tuple[tuple[str, str], ...]
    """Anchors and words of its headings of the second level."""


def typeset_pages(
    pages: Iterable[Ordinary], typesetter: Typesetter, files: Collection[str]
) -> tuple[OrdinaryText, ...]:
    """Typeset ``pages``, which may link to each other and to ``files`` below ``content/``."""
    given = tuple(pages)
    paths = {page.name: page.path for page in given}

    def filled(text: str) -> str:
        return typesetter.line(text)[0]

    def typeset(page: Ordinary) -> OrdinaryText:
        known = typesetter.values, typesetter.addresses
        notes = PageNotes(*known, page.name, page.path, page.headings, paths, files, typesetter.size_of)
        toc = tuple((found.anchor, filled(found.words)) for found in page.headings if found.level == 2)
        rendered = typesetter.page(page.text, notes)
        description = filled(page.description) or _beginning(rendered.html)
        return OrdinaryText(page, rendered, filled(page.title), description, toc)

    return tuple(map(typeset, given))


def _beginning(html: str) -> str:
    """Return the first paragraph as plain text, cut where it is long."""
    found = _PARAGRAPH.search(html)
    text = plain(found[1]) if found else ""
    return text if len(text) <= DESCRIPTION_LENGTH else f"{text[: DESCRIPTION_LENGTH - 1]}…"
