"""Which characters are written without spaces between them, and where a line end leaves a gap."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from unicodedata import category

CJK = (
    "\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f"
    "\uff00-\uffef\u2018\u2019\u201c\u201d\u2014\u2026\U00020000-\U0003ffff"
)
_EMOJI = "\u231a-\u231b\u2600-\u27bf\U0001f000-\U0001faff"
_WHOLE = f"[{CJK}{_EMOJI}]+"
"""What does not count half in ``measured``."""
_HANGUL = "\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff\uffa0-\uffdc"
_TIGHT = (
    "\u2e80-\u303f\u3040-\u312f\u31a0-\u31ff\u3400-\u9fff\ua000-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff9f"
    "\uffe0-\uffef\U00020000-\U0003ffff"
)
"""Chinese, Japanese and their punctuation: no spaces stand between words."""
_VALUE_AT_END = r"\{\{[^{}]*\}\}\Z"
_MARKUP_AT_END = r"(?:[*_`~\ufe0f\u200d]|\]\([^()\s]*\))+\Z"
_MARKUP_AT_START = r"(?:[*_`~]|!?\[)+"


def is_cjk(char: str) -> bool:
    """Return whether ``char`` is Chinese, Japanese, Korean or their punctuation."""
    return _pattern(f"[{CJK}]").match(char) is not None


def leaves_gap(before: str, after: str) -> bool:
    """Return whether a line end between two pieces of running text stays a space.

    Not beside Chinese and Japanese (Unicode's F, W and H, as in CSS Text 3, "Segment Break Transformation Rules"), but
    between Hangul words and in Latin. Marks of Markdown are seen through; quotation marks, dashes and emoji, which both
    kinds of text have, go with what stands beside them. A value in braces counts as Chinese at the end.
    """
    before = _pattern(_MARKUP_AT_END).sub("", before)
    before = _pattern(_VALUE_AT_END).sub("〇", before) if before.endswith("}}") else before
    after = _pattern(_MARKUP_AT_START).sub("", after, count=1) if after[:1] in "*_`~![" else after
    left, right = before[-1:], after[:1]
    if not left or not right or _is(_HANGUL, left) or _is(_HANGUL, right):
        return True
    tight = _is(_TIGHT, left), _is(_TIGHT, right)
    shared = _is_shared(left), _is_shared(right)
    if all(shared):
        return not (_is(_TIGHT, _inner(reversed(before))) or _is(_TIGHT, _inner(iter(after))))
    return not all(one or other for one, other in zip(tight, shared, strict=True))


def measured(text: str) -> int:
    """Return how long ``text`` is to a reader, in Chinese characters: letters, digits and blanks count half."""
    if text.isascii():
        return (len(text) + 1) // 2
    half = _pattern(_WHOLE).sub("", text)
    return len(text) - len(half) // 2


def joined(text: str) -> str:
    """Take out the line ends inside a paragraph that must not become spaces."""
    lines = text.split("\n")
    pieces = lines[:1]
    for before, after in pairwise(lines):
        pieces += ["\n" if leaves_gap(before, after) else "", after]
    return "".join(pieces)


def _is(kind: str, char: str) -> bool:
    return _pattern(f"[{kind}]").match(char) is not None


def _is_shared(char: str) -> bool:
    """Return whether Chinese and Latin texts share ``char``: curly quotes, dashes, symbols, emoji."""
    return char > "\u007f" and not _is(_TIGHT, char) and category(char)[0] in "PS"


def _inner(chars: Iterator[str]) -> str:
    """Return the first of ``chars`` that belongs to one kind of text."""
    return next((char for char in chars if not _is_shared(char)), "")


@cache
def _pattern(source: str) -> re.Pattern[str]:
    """Compile when first needed: the classes are large, and most builds do without."""
    return re.compile(source)
