"""Writers' longer text to HTML: a small Markdown that cannot run anything.

Paragraphs, bold, italic, code, quotations, lists, tables, links and images; raw HTML is text. ``{{ name }}`` puts in a
value, links go to ids. Most text is plain enough for ``plain_markdown``; the rest goes through markdown-it.
"""

from __future__ import annotations

import re
from copy import copy
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from helpcenter.texts.as_typed import as_typed, without_code
from helpcenter.texts.braces import VALUE, has_braces, odd_braces, put_in
from helpcenter.texts.directions import directed, has_right_to_left
from helpcenter.texts.images import attributes_of, element
from helpcenter.texts.notes import Notes
from helpcenter.texts.plain_markdown import escaped, plain_block, plain_inline
from helpcenter.texts.reference import Asked, Reference, Told
from helpcenter.texts.rendered import Rendered, faults_of
from helpcenter.texts.variants import with_variants

if TYPE_CHECKING:
    from helpcenter.texts.markdown import Parser


class Typesetter:
    """Renders texts of one help center; each distinct text once. ``answers`` are what its texts asked."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self.answers: Told = {}
        self._texts: dict[tuple[str, bool], tuple[Rendered, Told]] = {}
        self._parsers: dict[bool, Parser] = {}

    def noting(self) -> Typesetter:
        """Return the same for one piece of work, with what it asks in ``answers`` of its own."""
        noting = copy(self)
        noting.answers = {}
        return noting

    def again(self, question: Asked) -> Any:
        """Return the answer to a question that was noted before."""
        return self.reference.again(question)

    def block(self, source: str) -> Rendered:
        """Render paragraphs, lists and tables."""
        return self._render(source, inline=False)

    def inline(self, source: str) -> Rendered:
        """Render one line, without a paragraph around it."""
        return self._render(source, inline=True)

    def line(self, source: str, *, fixed: bool = False) -> tuple[str, Rendered]:
        """Return a line of plain text with its values put in, and what was found in it; a ``fixed`` line takes none."""
        if fixed:
            odd = (found._replace(code="odd-braces", guess="") for found in odd_braces(source, {}))
            return source, Rendered(Markup(escaped(source)), faults=tuple(faults_of(odd, source)))
        asking = self.reference.noting()
        filled, used = put_in(source, asking.value)
        faults = tuple(faults_of(odd_braces(source, asking.said()), source))
        shown = {name: with_variants(asking.value(name) or "", asking.variants(name)) for name in used}
        html = put_in(escaped(source), shown.get)[0]
        facts = tuple(name for name in used if not asking.is_blank(name))
        self.note(asking)
        return filled, Rendered(Markup(html), values=facts, faults=faults)

    def note(self, asked: Reference) -> None:
        """Remember what was ``asked`` for a text."""
        self.answers |= asked.answers or {}

    def picture(self, src: str, alternative: str, up: str = "../", *, leads_on: bool = False) -> Markup:
        """Return the element of a picture below ``content/images/``, for pages from which ``up`` leads to the root.

        One that ``leads_on`` leads to the whole of itself.
        """
        asking = self.reference.noting()
        size = asking.size(src)
        self.note(asking)
        attributes = attributes_of(src, size, up) | {"alt": alternative}
        picture = element(attributes)
        return Markup('<a href="{}">{}</a>').format(attributes["src"], picture) if leads_on else picture

    def _render(self, source: str, *, inline: bool) -> Rendered:
        key = source, inline
        kept = self._texts.get(key)
        if kept is None:
            kept = self._texts[key] = self._made(source, inline)
        if kept[1]:
            self.answers.update(kept[1])
        return kept[0]

    def _made(self, source: str, inline: bool) -> tuple[Rendered, Told]:
        plain = plain_inline if inline else plain_block
        asks = "[" in source or "{" in source
        html = None if asks else plain(source, _nothing)
        if html is not None:  # as of most texts
            found, answers = Rendered(Markup(html)), {}
        else:
            asking = self.reference.noting()
            notes = Notes(asking)
            html = plain(source, notes.span) if asks else None
            found = self.parsed(source, asking, inline=inline) if html is None else notes.rendered(html)
            answers = asking.answers or {}
        if has_right_to_left(found.html):
            found = found._replace(html=Markup(directed(found.html)))
        return found, answers

    def parsed(self, source: str, reference: Reference | None = None, *, inline: bool = False) -> Rendered:
        """Render ``source`` with the parser, whatever it holds."""
        return self._typeset(source, Notes(reference or self.reference), inline=inline)

    def page(self, source: str, notes: Notes) -> Rendered:
        """Render an ordinary page, whose links and headings ``notes`` understands."""
        return self._typeset(source, notes, page=True)

    def _typeset(self, source: str, notes: Notes, *, inline: bool = False, page: bool = False) -> Rendered:
        if page not in self._parsers:
            from helpcenter.texts.markdown import Parser

            self._parsers[page] = Parser(page=page)
        notes.note_cut_images(source)
        html = self._parsers[page].html(source, notes, inline=inline)
        for found in as_typed(source, page=page):
            notes.note_as_typed(found)
        if has_braces(source):
            braces = odd_braces(without_code(source), notes.reference.said())
            odd = (found for found in braces if not VALUE.fullmatch(found.typed))
            notes.faults += faults_of(odd, source)
        return notes.rendered(html)


def _nothing(span: re.Match[str]) -> str:
    raise AssertionError(f"a text without brackets has no link and no value: {span[0]}")
