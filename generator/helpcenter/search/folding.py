"""One form for what is written in several: width, case, accents, kana, spellings, and traditional characters.

Traditional characters become simplified ones by OpenCC's table (characters, not phrases, so that browsers can do the
same), katakana becomes hiragana.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import lru_cache

from helpcenter.chinese.tables import simplified
from helpcenter.search.spelling import LETTERS, SPELLINGS, rewritten

KANA = {chr(code): chr(code - 0x60) for code in range(0x30A1, 0x30F7)}


_MARKS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0640\u064b-\u065f\u0670]+")
"""Accents, vowel signs and the like that are often left out, as NFKD takes them from their letters."""


_DIGIT = re.compile("[0-9]")
_OF_WORDS = tuple(rule for rule in SPELLINGS if "[0-9]" not in rule[0])
"""What a text without digits needs: half of texts have none, and rules about numbers are most of all."""


@lru_cache(maxsize=1)
def _translation() -> dict[int, str]:
    return str.maketrans(LETTERS | KANA | simplified())


def folded(text: str) -> str:
    """Return ``text`` in the form that terms are made of."""
    if not text.isascii():
        apart = _MARKS.sub("", unicodedata.normalize("NFKD", text))
        text = unicodedata.normalize("NFC", apart)
    plain = text.lower().translate(_translation())
    return rewritten(plain, SPELLINGS if _DIGIT.search(plain) else _OF_WORDS)


def fold_table(known: Collection[str]) -> str:
    """Return pairs of a character and the one it is folded to, for those whose folded form is ``known``."""
    return "".join(old + new for old, new in sorted(simplified().items()) if new in known and old not in known)
