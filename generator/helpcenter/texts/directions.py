"""Texts that are written from right to left, among those that are not."""

from __future__ import annotations

import re

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters of Hebrew, Arabic and the like, and marks that turn what comes behind them."""
_BLOCK = re.compile(r"<(p|li|h[1-6]|td|th|blockquote)(?=[ >])")


def has_right_to_left(text: str) -> bool:
    """Return whether some of ``text`` is Hebrew, Arabic and the like."""
    return _RIGHT_TO_LEFT.search(text) is not None


def directed(html: str) -> str:
    """Let each block of ``html`` take the direction of its own words."""
    return _BLOCK.sub(r'<\1 dir="auto"', str(html))  # Markup would escape what comes in


def undirected(html: str) -> str:
    """Leave out of a page what lets each text take its own direction, where all of them run from left to right."""
    if has_right_to_left(html):
        return html
    return html.replace(' dir="auto"', "").replace("<bdi>", "").replace("</bdi>", "")
