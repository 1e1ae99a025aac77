"""Markup of other programs that is shown as typed: headings, HTML, footnotes and what else nobody meant to publish.

Found in what was typed, with code blanked out, so that each has its place. What merely looks like markup (``#1``,
``a < b``, ``1 ~ 3``) is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5
from itertools import pairwise
from typing import NamedTuple

from helpcenter.sources.fences import fenced

_TAGS = (
    "a|b|big|blockquote|br|button|center|cite|code|dd|del|details|div|dl|dt|em|embed|font|form|h[1-6]|hr|i|iframe|img|input"
    "|ins|kbd|li|link|mark|meta|object|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody"
    "|td|th|thead|tr|u|ul|video|audio"
)
_ATTRIBUTE = r"""\s+[A-Za-z@:][\w:.-]*\s*=\s*(?:"[^"\n]*"|'[^'\n]*'|[^\s"'=<>`]+)"""
_TARGET = r"(?:https?://[^\s()（）]+|[a-z0-9]+(?:-[a-z0-9]+)+(?:#[a-z0-9-]+)?|[\w/-]+\.md(?:#[\w-]+)?)"
_LINE = r"^[ \t>]*(?:[-*+] |\d{1,9}[.)] )?"
_PATTERNS = (
    rf"{_LINE}(?P<heading>#{{1,6}}(?=[ \t]+[^\s#])|#{{2,6}}(?=[^#\s]))",
    r"(?P<comment><!--)",
    rf"(?P<html></?(?i:{_TAGS})(?:{_ATTRIBUTE})*\s*/?>)",
    r"(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)",
    r"(?P<strike>(?<!~)~~(?=[^\s~])[^~\n]*(?<=[^\s~])~~(?!~))",
    r"(?P<highlight>(?<![A-Za-z0-9=!<>])==(?=[^\s=])[^=\n]+(?<=[^\s=])==(?!=))",
    r"^[ \t>]*(?P<rule>-{3,}|-(?: -){2,}|\*(?: ?\*){2,}|_(?: ?_){2,}|={3,})[ \t]*$",
    r"(?P<footnote>\[\^[^\]\s]+\])",
    rf"{_LINE}(?P<task>\[[ xX]\])(?=[ \t])",
    r"^[ \t]*(?P<tab>[^\s|][^\n\t]*\t)[ \t]*\S",
    r"^[ \t>]*(?P<fence>`{3,}(?=[^`\n]*$)|~{3,}(?=[ \t]*[A-Za-z0-9+#._-]*[ \t]*$))",
    r"^[ \t>]*(?P<box>!!! [A-Za-z][\w-]*|\?\?\?\+? [A-Za-z]\w*|:{3,}(?=[ \t]*\w*[ \t]*$))",
    rf"(?P<link>\[[^\[\]\n]+\](?:[ \t]+\({_TARGET}\)|[ \t]*（{_TARGET}[）)]|\({_TARGET}）)"
    rf"|[【［][^】］\n]+[】］][ \t]*[(（]{_TARGET}[)）])",
    r"(?P<wiki>\[\[[^\[\]\n]{1,60}\]\])",
    r"(?P<code>\[/(?:b|i|u|s|url|img|color|size|quote|code|list|center)\])",
    r"^[ \t>]*(?P<definition>\[[^\]\n]+\]:)[ \t]+(?:https?://|<)",
    r"(?P<attributes>\{(?:#[\w-]+|:?[ \t]*\.[A-Za-z][^{}\n]*)\})",
    r"(?P<newline>(?<![A-Za-z0-9:\\])\\n(?![A-Za-z]))",
    r"^[ \t>]*(?P<table>[|｜])(?=[^\n]*[|｜])",
)
_MARKUP = re.compile("|".join(_PATTERNS), re.MULTILINE)
_CODE = re.compile(r"\\[!-/:-@\[-`{-~]|(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])+?(?<!`)\1(?!`)")
_DELIMITERS = re.compile(r"[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")


class AsTyped(NamedTuple):
    """Markup without meaning: its kind, what was typed, and which mention of that in the text it is, from 0."""

    kind: str
    typed: str
    nth: int


def as_typed(source: str, *, page: bool = False) -> Iterator[AsTyped]:
    """Yield the markup in ``source`` that is shown as typed; the same markup, and tabs, once.

    On a ``page`` headings, rules and the anchors of headings have a meaning.
    """
    text = without_code(source)
    tables = _tables(text.split("\n")) if "|" in text else set()
    seen = set()
    for found in _MARKUP.finditer(text):
        kind = found.lastgroup
        assert kind is not None, "every pattern is named"
        typed = found[kind]
        mark = (kind, "" if kind == "tab" else typed)
        if mark in seen or (kind == "entity" and typed[1:] not in html5 and typed[1] != "#"):
            continue
        if page and _has_meaning(kind, found, text):
            continue
        if kind == "table" and text.count("\n", 0, found.start(kind)) in tables:
            continue
        seen.add(mark)
        yield AsTyped(kind, typed, source.count(typed, 0, found.start(kind)))


def _has_meaning(kind: str, found: re.Match[str], text: str) -> bool:
    if kind == "attributes":
        return text[text.rfind("\n", 0, found.start()) + 1 :].lstrip().startswith("#")
    if kind == "heading":
        return text[found.end() : found.end() + 1] in " \t"
    return kind == "rule" and "=" not in found[kind]


def without_code(source: str) -> str:
    """Return ``source`` with code and escaped characters blanked out, everything else in its place."""
    lines = source.split("\n")
    for first, last in fenced(lines):
        lines[first : last + 1] = [" " * len(line) for line in lines[first : last + 1]]
    return _CODE.sub(lambda found: re.sub(r"[^\n]", "\0", found[0]), "\n".join(lines))


def _tables(lines: list[str]) -> set[int]:
    """Return the lines of tables: a row of names, a row of dashes with as many cells, and all rows up to a blank."""
    found = set()
    for number, (above, line) in enumerate(pairwise(lines), start=1):
        if "|" in line and _DELIMITERS.match(line) and _cells(line) == _cells(above):
            found |= {number - 1, number}
        elif number - 1 in found and number - 2 in found and line.strip():
            found.add(number)
    return found


def _cells(row: str) -> int:
    return row.strip(" \t>").strip("|").count("|")
