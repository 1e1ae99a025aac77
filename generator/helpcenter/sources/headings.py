"""Headings of an ordinary page: where they stand and their anchors, which do not move when others come or go.

An anchor is what ``{#id}`` says, else the heading's own words: letters and digits of all scripts, apart by hyphens.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from zlib import crc32

from helpcenter.sources.fences import fenced

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*\Z")
ID = re.compile(r"[ \t]*\{#([\w-]+)\}[ \t]*\Z")
"""An anchor that a writer chose, behind the words of a heading."""
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_RESERVED = frozenset({"content", "toc"})
"""Anchors of what stands around every page."""


class Heading(NamedTuple):
    """A heading: its line from 0, its level, its words as plain text and its anchor."""

    line: int
    level: int
    words: str
    anchor: str


def headings(text: str) -> list[Heading]:
    """Return the headings of ``text`` in order; those in code are none."""
    lines = text.split("\n")
    code = {number for first, last in fenced(lines) for number in range(first, last + 1)}
    found = ((number, _HEADING.match(line)) for number, line in enumerate(lines) if number not in code)
    return [_heading(number, len(match[1]), match[2]) for number, match in found if match and match[2].strip()]


def _heading(line: int, level: int, typed: str) -> Heading:
    chosen = ID.search(typed)
    words = re.sub(r"[*`]|\\(?=\W)", "", _LINK.sub(r"\1", ID.sub("", typed))).strip()
    return Heading(line, level, words, chosen[1] if chosen else anchor_of(words))


def anchor_of(words: str) -> str:
    """Return the anchor that ``words`` make by themselves."""
    anchor = re.sub(r"[\W_]+", "-", words.casefold()).strip("-") or f"h-{crc32(words.encode()):08x}"
    return f"part-{anchor}" if anchor in _RESERVED else anchor
