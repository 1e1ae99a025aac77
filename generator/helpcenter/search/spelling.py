"""How words are spelled: which characters belong to one, and which spellings are the same word.

The browser reads a query by the same rules: they go with the index, so that they stand here only. Patterns keep to what
Python (with ``re.ASCII``) and JavaScript read alike: no look-behind, no ``\\s`` and no ``\\w``.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

HAN = "\u3005\u3006\u3007\u3400-\u9fff\uf900-\ufaff"
HANGUL = "\uac00-\ud7a3"
_UNSPACED = (
    "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
    "\u0e01-\u0e3a\u0e40-\u0e59\u0e81-\u0edd\u1000-\u109f\u1780-\u17dd"
)
"""Kana, Thai, Lao, Burmese, Khmer: their words stand in a row, as Chinese ones do."""
RUN = f"[{HAN}{HANGUL}{_UNSPACED}]+"
"""What has no spaces, or as Korean endings that change: it is found by its characters and pairs."""
OTHER_RUN = f"[{HANGUL}{_UNSPACED}]+"
_LETTERS = (
    "0-9a-z\u00e0-\u00f6\u00f8-\u02af\u1e00-\u1eff"  # Latin
    "\u0370-\u052f\u0531-\u0556\u0561-\u0587"  # Greek, Cyrillic, Armenian
    "\u05d0-\u05ea\u0620-\u064a\u0660-\u0669\u066e-\u06d3\u06d5\u06ee-\u06ff\u0750-\u077f"  # Hebrew, Arabic
    "\u0900-\u0963\u0966-\u0dff\u10a0-\u10fa\u10fc-\u10ff\u1200-\u135a\u1820-\u18aa"  # of India, Georgian and on
)
_SYMBOLS = "\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001f3fa\U0001f400-\U0001faff\U00020000-\U000323af"
"""Emoji without the colours of skin, and Chinese characters beyond U+FFFF: each is a word of its own."""
WORD = f"[{_LETTERS}]+(?:['-][{_LETTERS}]+|\\.[0-9][{_LETTERS}]*|,[0-9]{{3}}(?![0-9]))*|[{_SYMBOLS}]"
"""A word with what joins its parts: a hyphen, an apostrophe, the point of a number, the comma of thousands."""
PART = "[0-9]+(?:\\.[0-9]+)*|[^',.0-9-]{2,}"
"""A part of a word that is looked for too; one letter says nothing."""
LETTERS = {"đ": "d", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ς": "σ"}
Rules = tuple[tuple[str, str], ...]
_UNITS = {
    "h": "小时|hours?\\b|hrs?\\b",
    "min": "分钟|minutes?\\b|mins\\b",
    "d": "天|days?\\b",
    "kg": "公斤|千克|kgs\\b",
    "km": "公里|千米|kms\\b",
    "cm": "厘米|cms\\b",
    "ml": "毫升|mls\\b",
}
"""What a number is followed by for each short name of a unit: 48小时 and 48 hours are 48h as well."""
_SIGNS = (("[\u2018\u2019\u02bc]", "'"), ("[\u2010\u2011\u2012\u2013\u2212\u05be]", "-"))
_APOSTROPHES = (("n't\\b", "nt"), (r"'(?:d|ll|m|re|s|ve)\b", ""))
# Numbers in groups are one word of parts, with and without the codes of country and area; 2-3 is two words.
_GROUPS = (
    (r"\b(86|[0-9]{3,4})[ )] ?(?=[0-9]{3,8}\b)", r"\1-"),
    (r"\b(?:00)?86-?(?=1[0-9]{2}-?[0-9]{4}-?[0-9]{4}\b|0?[1-9][0-9]{1,2}-[0-9]{7})", ""),
    (r"\b(010|02[0-9]|0[3-9][0-9]{2})(?=[0-9]{7,8}\b)", r"\1-"),
    (r"\b([0-9]{1,2})-(?=[0-9]{1,2}\b)", r"\1 "),
)
_MEASURES = tuple((f"([0-9]) ?(?={written})", rf"\1{unit} ") for unit, written in _UNITS.items())
_SHORT_MEASURES = ((rf"([0-9]) (?=(?:{'|'.join(_UNITS)}|[kmgt]b)\b)", r"\1"),)
SPELLINGS = (*_SIGNS, *_APOSTROPHES, *_GROUPS, *_MEASURES, *_SHORT_MEASURES)
_ANY_MEASURE = f"([0-9]) ?(?={'|'.join(f'({written})' for written in _UNITS.values())})"
"""Where one of ``_MEASURES`` changes something; the groups from the second on are those of units."""
_NEEDED = ("'", "[0-9](?:[ )-] ?[0-9]|[0-9]{6})", "[0-9] [a-z]")
"""What a text has wherever an apostrophe, a group of digits or a short measure is rewritten: most texts have none, and
looking for it costs a tenth of trying the rules."""
ENDINGS = (
    (r"(.{3})(?:ies|ied)$", r"\1y"),
    (r"(s|x|z|ch|sh)es$", r"\1"),
    (r"(..[^su])s$", r"\1"),
    (r"^(?=.{3,}(?:ed|ing)$)(.*[aeiouy].*)(?:ed|ing)$", r"\1"),
    (r"(.{3})ment$", r"\1"),
    (r"(.{3}[st])ion$", r"\1"),
    (r"(.{3})ificat$", r"\1ify"),
    (r"(.{4})at$", r"\1"),
    (r"(.{3})ly$", r"\1"),
    (r"(.{3})e$", r"\1"),
    (r"(..)([^sz])\2$", r"\1\2"),
)
"""Endings of English words, in the order in which they are taken off."""


def rules() -> dict[str, Any]:
    """Return what the browser needs of this, as ``assets/search-index.js`` reads it."""
    return {
        "run": RUN,
        "word": WORD,
        "part": PART,
        "spellings": _for_browsers((*LETTERS.items(), *SPELLINGS)),
        "endings": _for_browsers(ENDINGS),
    }


def _for_browsers(found: Rules) -> list[list[str]]:
    return [[pattern, re.sub(r"\\([0-9])", r"$\1", by)] for pattern, by in found]


@lru_cache(maxsize=8)
def compiled(found: Rules) -> list[tuple[re.Pattern[str], str]]:
    """Return rules ready for use."""
    return [(re.compile(pattern, re.ASCII), by) for pattern, by in found]


def one_sign(text: str) -> str:
    """Return ``text`` with one sign for all apostrophes, and one for all hyphens."""
    return rewritten(text, _SIGNS)


def respelled(text: str) -> str:
    """Return ``text`` after all ``SPELLINGS``; it has had ``one_sign``."""
    apostrophe, group, short_measure, measure = _patterns()
    if apostrophe.search(text):
        text = rewritten(text, _APOSTROPHES)
    if group.search(text):
        text = rewritten(text, _GROUPS)
    text = measure.sub(_measured, text)
    return rewritten(text, _SHORT_MEASURES) if short_measure.search(text) else text


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.ASCII) for pattern in (*_NEEDED, _ANY_MEASURE))


def _measured(found: re.Match[str]) -> str:
    return f"{found[1]}{list(_UNITS)[(found.lastindex or 2) - 2]} "


def rewritten(text: str, found: Rules) -> str:
    """Return ``text`` after one rule after the other."""
    for pattern, by in compiled(found):
        text = pattern.sub(by, text)
    return text
