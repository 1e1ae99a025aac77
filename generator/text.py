"""Writers' longer text to HTML: a small Markdown that cannot run anything.

Paragraphs, bold, italic, code, lists, tables, links and images; raw HTML is text. ``{{ name }}`` puts in a value,
links go to ids. Text without markup, which is most of it, only needs escaping and takes a fast path; a property
test holds both paths equal.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token

from generator.addresses import Addresses, from_entry
from generator.cjk import JOINED_LINES, CjkInline, is_cjk
from generator.guesses import nearest
from generator.model import Value

RULES = ("escape", "backticks", "emphasis", "link", "image", "list", "table", "newline")
SCHEMES = ("https:", "http:", "mailto:", "tel:")
VALUE = re.compile(r"\{\{[ \t]*([a-z0-9_]+)[ \t]*\}\}")
_MARKUP = re.compile(r"[*_`\[\\|\r\0]|\{\{|[ \t]\n|^[ \t]*(?:[-+][ \t\n]|[-+]$|\d{1,9}[.)](?:[ \t\n]|$))|^ {4}|\t", re.M)
_BLANK = re.compile(r"\n[ \t]*\n")
_INTERNAL = re.compile(r"([a-z0-9-]{2,40})(?:#([a-z0-9-]+))?\Z")
_IMAGE_PATH = re.compile(r"images/(?:[\w-]+/)*[\w.-]+\.(?:png|jpe?g|webp|gif|svg)\Z")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a text that needs a problem: its code, the words to point at, and the facts for the message."""

    code: str
    at: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text as HTML, with the ids it links to, the values it uses, its pictures and its faults."""

    html: str
    links: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()


class Typesetter:
    """Renders texts of one help center; each distinct text once."""

    def __init__(self, values: Mapping[str, Value], addresses: Addresses) -> None:
        self._values = values
        self._addresses = addresses
        self._cache: dict[tuple[str, bool], Rendered] = {}
        self._parser: MarkdownIt | None = None

    def block(self, source: str) -> Rendered:
        """Render paragraphs, lists and tables."""
        return self._render(source, inline=False)

    def inline(self, source: str) -> Rendered:
        """Render one line, without a paragraph around it."""
        return self._render(source, inline=True)

    def _render(self, source: str, *, inline: bool) -> Rendered:
        found = self._cache.get((source, inline))
        if found is None:
            found = self._typeset(source, inline) if _MARKUP.search(source) else Rendered(plain(source, inline=inline))
            self._cache[source, inline] = found
        return found

    def _typeset(self, source: str, inline: bool) -> Rendered:
        if self._parser is None:
            self._parser = _parser()
        notes = _Notes(self._values, self._addresses)
        env = {"notes": notes}
        self._parser.validateLink = notes.allows  # type: ignore[method-assign]
        html = self._parser.renderInline(source, env) if inline else self._parser.render(source, env)
        return Rendered(html, *notes.found())


def plain(source: str, *, inline: bool = False) -> str:
    """Return the HTML of a text without markup: paragraphs, escaped."""
    text = escape(JOINED_LINES.sub("", source), quote=True).replace("&#x27;", "'")
    if inline:
        return "\n".join(line.strip() for line in text.strip().split("\n"))
    paragraphs = (paragraph.strip() for paragraph in _BLANK.split(text))
    lines = ("\n".join(line.strip() for line in paragraph.split("\n")) for paragraph in paragraphs if paragraph)
    return "".join(f"<p>{paragraph}</p>\n" for paragraph in lines)


class _Notes:
    """What one text refers to, gathered while it is parsed."""

    def __init__(self, values: Mapping[str, Value], addresses: Addresses) -> None:
        self._known = values
        self._addresses = addresses
        self._links: dict[str, None] = {}
        self._values: dict[str, None] = {}
        self._images: dict[str, None] = {}
        self._faults: dict[Fault, None] = {}

    def found(self) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], tuple[Fault, ...]]:
        return tuple(self._links), tuple(self._values), tuple(self._images), tuple(self._faults)

    def allows(self, url: str) -> bool:
        """Allow ids, pictures below ``images/`` and listed schemes; ``url`` is decoded already."""
        if _INTERNAL.match(url) or _IMAGE_PATH.match(url) or url.lower().startswith(SCHEMES):
            return True
        self._faults[Fault("link-refused", url, (("target", url),))] = None
        return False

    def href(self, url: str) -> str | None:
        """Return where a link leads, or None for a link to nothing."""
        match = _INTERNAL.match(url)
        if match is None:
            return None if _IMAGE_PATH.match(url) else url
        entry_id, part = match.group(1), match.group(2) or ""
        if entry_id not in self._addresses:
            guess = nearest(entry_id, self._addresses.known())
            self._fault("unknown-link", url, target=entry_id, guess=guess)
            return None
        if part and part not in self._addresses.anchors(entry_id):
            guess = nearest(part, self._addresses.anchors(entry_id))
            self._fault("unknown-part", url, target=url, entry=entry_id, guess=f"{entry_id}#{guess}" if guess else "")
            return None
        self._links[entry_id] = None
        return from_entry(entry_id, part)

    def image(self, url: str) -> str | None:
        """Return the address of a picture below ``content/images/``."""
        if not _IMAGE_PATH.match(url):
            self._fault("bad-image-path", url, target=url)
            return None
        self._images[url] = None
        return f"../{url}"

    def value(self, name: str) -> str | None:
        """Return the text of a value."""
        if name not in self._known:
            self._fault("unknown-value", name, name=name, guess=nearest(name, self._known))
            return None
        self._values[name] = None
        return self._known[name].text

    def _fault(self, code: str, at: str, **details: str) -> None:
        self._faults[Fault(code, at, tuple(details.items()))] = None


def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False})
    inline = CjkInline()
    parser.inline = inline
    parser.configure("zero", {"html": False})
    parser.enable(list(RULES))
    inline.ruler.push("value", _value_rule)
    parser.core.ruler.push("resolve", _resolve)
    parser.add_render_rule("softbreak", _softbreak)
    return parser


def _value_rule(state: StateInline, silent: bool) -> bool:
    match = VALUE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    text = state.env["notes"].value(match.group(1))
    if not silent:
        state.append_pending(match.group(0) if text is None else text)
    state.pos = match.end()
    return True


def _resolve(state: Any) -> None:
    notes: _Notes = state.env["notes"]
    for token in state.tokens:
        if token.children:
            token.children = _resolved(token.children, notes)


def _resolved(tokens: list[Token], notes: _Notes) -> list[Token]:
    kept: list[Token] = []
    dropped: list[bool] = []
    for token in tokens:
        if token.type == "link_open":
            href = notes.href(str(token.attrs["href"]))
            dropped.append(href is None)
            if href is None:
                continue
            token.attrs = {"href": href} if href.startswith("../") else {"href": href, "rel": "noopener"}
        elif token.type == "link_close" and dropped.pop():
            continue
        elif token.type == "image":
            src = notes.image(str(token.attrs["src"]))
            token.attrs = {"src": src or "", "alt": "", "loading": "lazy"}
        kept.append(token)
    return kept


def _softbreak(renderer: Any, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    before = next((t.content for t in reversed(tokens[:index]) if t.content), "")
    after = next((t.content for t in tokens[index + 1 :] if t.content), "")
    return "" if before and after and is_cjk(before[-1]) and is_cjk(after[0]) else "\n"
