"""The fast path of ``text``: the markup that nearly all texts have, without a parser.

Paragraphs, one-level lists, ``**bold**``, links to ids and values. Whatever is not surely one of these is left to the
parser; a property test holds that both give the same HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from helpcenter.model.characters import leaves_gap
from helpcenter.sources.typed_lines import kept_ends

BOLD, LABEL, TARGET, VALUE = 1, 2, 3, 4
_LAST = r"(?:(?!_)\w|[”’」』》）。！？…](?=\*\*(?:[一-龥，。、；：？！（）“”‘’《》 ]|\Z)))"
"""How bold words end: with a letter, or with a mark where Chinese follows, a blank or nothing."""
SPAN = re.compile(
    r"\*\*((?!_)\w(?:[^*_`\[\]\\{}|\n\t!&<>]*" + _LAST + r")?)\*\*(?!\*)"
    r"|\[([^*_`\[\]\\{}|\n\t!&<>]*[^*_`\[\]\\{}|\s!&<>])\]\(([a-z0-9-]{2,40}(?:#[a-z0-9-]+)?)\)"
    r"|\{\{[ \t]*([a-z0-9_]+(?:\.[a-z0-9-]+)?)[ \t]*\}\}"
)
_SPECIAL = re.compile(r"[*_`\[\]\\|{}｛｝]")
_UNSURE = re.compile(r"<|&|｜|@|~~|==|://|W[Ww]{2}\.|w[Ww]{2}\.|】[ \t]*[(（]|］[ \t]*[(（]")
"""Each begins with a character as it is, so that ``re`` looks for those alone, in a tenth of the time."""
_OPENS = re.compile(r"(?:[-*+] +|\d{1,9}[.)] +)*(?:[#>]|---|===|~~~|!!! |\?\?\?|:::)")
"""Bare addresses, quotations, and what may be markup of other programs."""
_WORDS = re.compile("(?![0-9 ])[a-zA-Z0-9 一-龥“”‘’《》【（），。、：；？！…—]+(?<! )")
"""Most paragraphs are a line of nothing else, which means what it says: to see that takes half the time of the rest."""
_BLANK_LINES = re.compile(r"\n{2,}")
_BULLET = re.compile(r"- (?=\S)")
_NUMBER = re.compile(r"(\d{1,9})\. (?=\S)")
_MARKER = re.compile(r"(?:[-+*]|\d{1,9}[.)])(?:\s|$)")

Resolve = Callable[[re.Match[str]], str]
"""Turns a span with a link or a value into HTML."""


def plain_block(source: str, resolve: Resolve) -> str | None:
    """Return the HTML of ``source``, or None when it needs the parser."""
    text = source.strip("\n ")
    if not text:
        return None
    html: list[str] = []
    listed = False
    for block in _BLANK_LINES.split(text) if "\n\n" in text else (text,):
        if _WORDS.fullmatch(block):
            listed = False
            html.append(f"<p>{block}</p>\n")
            continue
        if _UNSURE.search(block):
            return None
        lines = block.split("\n")
        if not all(map(_is_simple, lines)):
            return None
        is_list = _MARKER.match(lines[0]) is not None
        made = _list(lines, resolve) if is_list and not listed else None if is_list else _paragraph(lines, resolve)
        if made is None:
            return None
        listed = is_list
        html.append(made)
    return "".join(html)


def plain_inline(source: str, resolve: Resolve) -> str | None:
    """Return the HTML of one line, or None when it needs the parser."""
    return _line(source, resolve) if _is_simple(source) and not _UNSURE.search(source) else None


def _is_simple(line: str) -> bool:
    """Return whether a line begins plainly, has no blanks around it and no control, format or unusual blanks in it."""
    return line.isprintable() and not line.startswith(" ") and not line.endswith(" ") and not _begins_block(line)


def _begins_block(line: str) -> bool:
    return line[:1] in "#>-=~!?:*+0123456789" and _OPENS.match(line) is not None


def _line(text: str, resolve: Resolve) -> str | None:
    if not _SPECIAL.search(text):
        return escaped(text)
    html: list[str] = []
    place = 0
    for span in SPAN.finditer(text):
        gap = text[place : span.start()]
        if gap and (_SPECIAL.search(gap) or (gap[-1] == "!" and span[TARGET])):
            return None
        html.append(escaped(gap))
        html.append(f"<strong>{escaped(span[BOLD])}</strong>" if span[BOLD] else resolve(span))
        place = span.end()
    rest = text[place:]
    if _SPECIAL.search(rest):
        return None
    html.append(escaped(rest))
    return "".join(html)


def escaped(text: str) -> str:
    """Escape text for HTML as the parser does: an apostrophe needs no escape."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _paragraph(lines: list[str], resolve: Resolve) -> str | None:
    if len(lines) > 1:
        text = "\n".join(lines)
        if any(_MARKER.match(line) for line in lines) or _SPECIAL.search(text):
            return None
        return f"<p>{_joined(lines)}</p>\n"
    made = _line(lines[0], resolve)
    return None if made is None else f"<p>{made}</p>\n"


def _joined(lines: list[str]) -> str:
    pieces = [escaped(lines[0])]
    for (before, after), kept in zip(pairwise(lines), kept_ends(lines), strict=True):
        pieces += ["<br>\n" if kept else "\n" if leaves_gap(before, after) else "", escaped(after)]
    return "".join(pieces)


def _list(lines: list[str], resolve: Resolve) -> str | None:
    ordered = lines[0][0].isdigit()
    items: list[str] = []
    for number, line in enumerate(lines, start=1):
        marker = (_NUMBER if ordered else _BULLET).match(line)
        if marker is None or (ordered and marker[1] != str(number)) or _MARKER.match(line, marker.end()):
            return None
        made = _line(line[marker.end() :], resolve)
        if made is None:
            return None
        items.append(f"<li>{made}</li>\n")
    tag = "ol" if ordered else "ul"
    return f"<{tag}>\n{''.join(items)}</{tag}>\n"
