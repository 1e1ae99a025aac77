"""Writers' longer text to HTML: a small Markdown that cannot run anything.

Paragraphs, bold, italic, code, quotations, lists, tables, links and images; raw HTML is text. ``{{ name }}`` puts in a
value, links go to ids. Most text is plain enough for ``plain_markdown``; the rest goes through markdown-it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote, unquote

from markupsafe import Markup

from helpcenter.addresses import LIST_PAGES, Addresses, from_entry
from helpcenter.model.values import Value
from helpcenter.problems import MOST_IN_FILE
from helpcenter.suggestions import nearest
from helpcenter.texts.as_typed import AsTyped, as_typed, without_code
from helpcenter.texts.braces import VALUE, Braces, has_braces, odd_braces, put_in
from helpcenter.texts.directions import directed, has_right_to_left
from helpcenter.texts.images import IMAGE_PATH, SizeOf, attributes_of, cut_images, element, says_nothing, unknown_size
from helpcenter.texts.plain_markdown import LABEL, TARGET, escaped, plain_block, plain_inline
from helpcenter.texts.plain_markdown import VALUE as VALUE_NAME

if TYPE_CHECKING:
    from helpcenter.texts.markdown import Parser

SCHEMES = ("https:", "http:", "mailto:", "tel:")
_INTERNAL = re.compile(r"([a-z0-9-]{2,40})(?:#([\w-]+))?\Z")
_INLINE = re.compile(r"</?(?:a|code|em|strong)\b[^<>]*>")
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a text that needs a problem: its code, where to point, and the facts for the message.

    The place is ``skip`` characters into the ``nth`` (from 0) mention of ``at``.
    """

    code: str
    at: str
    skip: int = 0
    nth: int = 0
    details: tuple[tuple[str, str], ...] = ()


class Rendered(NamedTuple):
    """A text as HTML, with the ids it links to, the values it uses, its pictures and its faults."""

    html: Markup
    links: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def plain(self) -> str:
        """The text alone, on one line."""
        return plain(self.html)


def plain(html: str) -> str:
    """Return the text of HTML on one line; blocks are apart by a blank."""
    return " ".join(unescape(_TAG.sub(" ", _INLINE.sub("", html))).split())


class Typesetter:
    """Renders texts of one help center; each distinct text once."""

    def __init__(self, values: Mapping[str, Value], addresses: Addresses, size_of: SizeOf = unknown_size) -> None:
        self.values = values
        self._said = {name: f"{value.text}{value.source}{value.note or ''}" for name, value in values.items()}
        self.addresses = addresses
        self.size_of = size_of
        self._cache: dict[tuple[str, bool], Rendered] = {}
        self._parsers: dict[bool, Parser] = {}

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
        filled, used = put_in(source, {name: value.text for name, value in self.values.items()})
        faults = tuple(faults_of(odd_braces(source, self._said), source))
        return filled, Rendered(Markup(escaped(filled)), values=used, faults=faults)

    def picture(self, src: str, alternative: str, up: str = "../") -> Markup:
        """Return the element of a picture below ``content/images/``, for pages from which ``up`` leads to the root."""
        return element(attributes_of(src, self.size_of(src), up) | {"alt": alternative})

    def _render(self, source: str, *, inline: bool) -> Rendered:
        found = self._cache.get((source, inline))
        if found is None:
            found = self._plain(source, inline) or self.parsed(source, inline=inline)
            if has_right_to_left(found.html):
                found = found._replace(html=Markup(directed(found.html)))
            self._cache[source, inline] = found
        return found

    def _plain(self, source: str, inline: bool) -> Rendered | None:
        plain = plain_inline if inline else plain_block
        if "[" not in source and "{" not in source:
            html = plain(source, _nothing)
            return None if html is None else Rendered(Markup(html))
        notes = Notes(self.values, self.addresses, self.size_of)
        html = plain(source, notes.span)
        return None if html is None else notes.rendered(html)

    def parsed(self, source: str, *, inline: bool = False) -> Rendered:
        """Render ``source`` with the parser, whatever it holds."""
        return self._typeset(source, Notes(self.values, self.addresses, self.size_of), inline=inline)

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
            odd = (found for found in odd_braces(without_code(source), self._said) if not VALUE.fullmatch(found.typed))
            notes.faults += faults_of(odd, source)
        return notes.rendered(html)


def faults_of(braces: Iterable[Braces], source: str) -> Iterator[Fault]:
    """Yield the faults of braces that put in no value; the place of those that are only counted does not matter."""
    for place, found in enumerate(braces):
        nth = source.count(found.typed, 0, found.start) if place < MOST_IN_FILE else 0
        guess = f"{{{{ {found.guess} }}}}" if found.guess and found.code == "odd-braces" else found.guess
        details = (("name", found.name), ("typed", found.typed), ("guess", guess))
        yield Fault(found.code, found.typed, found.typed.find(found.name), nth, details)


def _nothing(span: re.Match[str]) -> str:
    raise AssertionError(f"a text without brackets has no link and no value: {span[0]}")


class Notes:
    """What one text refers to, gathered while it is parsed."""

    def __init__(self, values: Mapping[str, Value], addresses: Addresses, size_of: SizeOf) -> None:
        self._known = values
        self._addresses = addresses
        self._size_of = size_of
        self._links: dict[str, None] = {}
        self._values: dict[str, None] = {}
        self._images: dict[str, None] = {}
        self.faults: list[Fault] = []
        self._mentions: Counter[str] = Counter()
        self.anchors: Mapping[int, str] = {}

    def rendered(self, html: str) -> Rendered:
        """Return ``html`` with what was noted for it."""
        return Rendered(Markup(html), tuple(self._links), tuple(self._values), tuple(self._images), tuple(self.faults))

    def span(self, found: re.Match[str]) -> str:
        """Return the HTML of a link or a value that the fast path found."""
        if found[TARGET]:
            href, label = self.href(found[TARGET]), escaped(found[LABEL])
            return label if href is None else f'<a href="{href}">{label}</a>'
        text = self.value(found[VALUE_NAME], found[0])
        return escaped(found[0] if text is None else text)

    def allows(self, url: str) -> bool:
        """Allow ids, pictures below ``images/`` and listed schemes; ``url`` is decoded already."""
        typed = unquote(url)
        if _INTERNAL.match(typed) or IMAGE_PATH.match(typed) or url.lower().startswith(SCHEMES):
            return True
        at = f"]({typed}"
        if not any(fault.at == at or fault.at.startswith(f"{at} ") for fault in self.faults):
            self._fault("link-refused", at, 2, target=typed)
        return False

    def href(self, url: str) -> str | None:
        """Return where a link leads, or None for a link to nothing."""
        match = _INTERNAL.match(unquote(url))
        if match is None:
            return None if IMAGE_PATH.match(unquote(url)) else url
        entry_id, part = match.group(1), match.group(2) or ""
        if entry_id in LIST_PAGES and not part:
            return from_entry(entry_id)
        if entry_id not in self._addresses:
            guess = nearest(entry_id, self._addresses.known())
            self._fault("unknown-link", f"]({url}", 2, target=entry_id, guess=guess)
            return None
        if part and part not in self._addresses.anchors(entry_id):
            guess = nearest(part, self._addresses.anchors(entry_id))
            guess = f"{entry_id}#{guess}" if guess else ""
            self._fault("unknown-part", f"]({url}", 2, target=url, entry=entry_id, guess=guess)
            return None
        self._links[entry_id] = None
        return from_entry(entry_id, quote(part))

    def image(self, url: str, alternative: str) -> dict[str, str]:
        """Return the attributes of a picture below ``content/images/``; note an ``alternative`` that says nothing."""
        path = unquote(url)
        if not IMAGE_PATH.match(path):
            self._fault("bad-image-path", f"]({path}", 2, target=path)
            return {"src": "", "alt": ""}
        if says_nothing(alternative, path):
            self._fault("idle-alternative", f"![{alternative}]", 0, value=alternative)
        self._images[path] = None
        return attributes_of(path, self._size_of(path))

    def value(self, name: str, typed: str) -> str | None:
        """Return the text of a value, which was ``typed`` in braces."""
        if name not in self._known:
            self._fault("unknown-value", typed, typed.index(name), name=name, guess=nearest(name, self._known))
            return None
        self._values[name] = None
        return self._known[name].text

    def note_as_typed(self, found: AsTyped) -> None:
        """Note markup that has no meaning here."""
        details = (("kind", found.kind), ("typed", found.typed.strip()))
        self.faults.append(Fault("markup-as-typed", found.typed, 0, found.nth, details))

    def note_cut_images(self, source: str) -> None:
        """Note pictures that are shown as text because of a blank in their name."""
        for path in cut_images(source):
            self._fault("blank-in-image-path", f"]({path}", 2, target=path)

    def _fault(self, code: str, at: str, skip: int, **details: str) -> None:
        self.faults.append(Fault(code, at, skip, self._mentions[at], tuple(details.items())))
        self._mentions[at] += 1
