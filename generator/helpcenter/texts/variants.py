"""A text that platforms put differently: all of them stand in the page, and style sheets show one.

``data-for`` names the platforms that something is for, ``data-not`` those that have another text in its place. A
``span`` with ``data-for`` is seen by those alone who chose one of them; whatever else has it, by all who chose no
other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from helpcenter.texts.plain_markdown import escaped

Variants = tuple[tuple[str, str], ...]
"""The ids of platforms, apart by blanks, with the text of each; those that say the same as everybody are left out."""
_COMMON = re.compile(r'<span data-not="([^"]*)">([^<]*)</span>')
_VARIANT = re.compile(r'<span data-for="([^"]*)">([^<]*)</span>')


def variants_of(text: str, platforms: dict[str, str]) -> Variants:
    """Return how ``platforms``, by their ids, put ``text``."""
    told: dict[str, list[str]] = {}
    for platform, own in platforms.items():
        if own != text:
            told.setdefault(own, []).append(platform)
    return tuple((" ".join(ids), own) for own, ids in told.items())


def with_variants(text: str, variants: Variants) -> str:
    """Return the HTML of ``text``, with that of its ``variants`` beside it."""
    if not variants:
        return escaped(text)
    others = "".join(f'<span data-for="{ids}">{escaped(own)}</span>' for ids, own in variants)
    return f'<span data-not="{" ".join(ids for ids, _ in variants)}">{escaped(text)}</span>{others}'


def differs(html: str) -> bool:
    """Return whether some of ``html`` is for readers of some platform alone; writers' own text never looks so."""
    return 'data-for="' in html


def told_apart(html: str) -> Iterator[tuple[str, str]]:
    """Yield each platform that ``html`` has words of its own for, with these as plain text."""
    for ids, own in _VARIANT.findall(html) if differs(html) else ():
        yield from ((platform, unescape(own)) for platform in ids.split())


def for_everybody(html: str) -> str:
    """Return ``html`` without what only readers of some platform see in place of a text for everybody."""
    return _VARIANT.sub("", html) if differs(html) else html


def as_told(html: str, platform: str = "") -> str:
    """Return ``html`` as readers of ``platform`` see it, or those who chose none; nothing in it changes any more."""
    if not differs(html):
        return html
    html = _COMMON.sub(lambda found: "" if platform in found[1].split() else found[2], html)
    return _VARIANT.sub(lambda found: found[2] if platform in found[1].split() else "", html)


def for_platform(html: str, platform: str) -> str:
    """Return a line, typeset as ``html``, as plain text in the words of ``platform``."""
    return unescape(as_told(html, platform).removeprefix("<span>").removesuffix("</span>"))
