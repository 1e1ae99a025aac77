"""Every ordinary page, typeset once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from helpcenter.memory import FORGETFUL, Memory
from helpcenter.sources.ordinary_pages import Ordinary
from helpcenter.texts.page_notes import PageNotes
from helpcenter.texts.rendered import Rendered, plain
from helpcenter.texts.typesetting import Typesetter

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
    pages: Iterable[Ordinary], typesetter: Typesetter, files: Collection[str], memory: Memory = FORGETFUL
) -> tuple[OrdinaryText, ...]:
    """Typeset ``pages``, which may link to each other and to ``files`` below ``content/``."""
    given = tuple(pages)
    paths = memory.same("paths of ordinary pages", {page.name: page.path for page in given})
    known = memory.same("files for ordinary pages", files)
    return tuple(memory(_typeset, page, typesetter, paths, known) for page in given)


def _typeset(
    page: Ordinary, typesetter: Typesetter, paths: Mapping[str, str], files: Collection[str]
) -> OrdinaryText:
    def filled(text: str) -> str:
        return typesetter.line(text)[0]

    reference = typesetter.reference.noting()
    notes = PageNotes(reference, page.name, page.path, page.headings, paths, files)
    toc = tuple((found.anchor, filled(found.words)) for found in page.headings if found.level == 2)
    rendered = typesetter.page(page.text, notes)
    typesetter.note(reference)
    description = filled(page.description) or _beginning(rendered.html)
    return OrdinaryText(page, rendered, filled(page.title), description, toc)


def _beginning(html: str) -> str:
    """Return the first paragraph as plain text, cut where it is long."""
    found = _PARAGRAPH.search(html)
    text = plain(found[1]) if found else ""
    return text if len(text) <= DESCRIPTION_LENGTH else f"{text[: DESCRIPTION_LENGTH - 1]}…"
