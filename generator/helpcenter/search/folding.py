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
from helpcenter.search.spelling import LETTERS, one_sign, respelled

KANA = {chr(code): chr(code - 0x60) for code in range(0x30A1, 0x30F7)}


_MARKS = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0640\u064b-\u065f\u0670]+")
"""Accents, vowel signs and the like that are often left out, as NFKD takes them from their letters."""


@lru_cache(maxsize=1)
def _translation() -> dict[int, str]:
    return str.maketrans(LETTERS | KANA | simplified())


class _JoiningError(Exception):
    """A character whose form hangs on its neighbours."""


class _Forms(dict[int, str]):
    """The form of each character, found when it is first met; of what forms consist has no other form."""

    def __missing__(self, code: int) -> str:
        composed = _composed(chr(code))
        if any(unicodedata.category(char)[0] == "M" or "\u1160" <= char <= "\u11ff" for char in composed):
            raise _JoiningError
        self[code] = _lowered(composed)
        return self[code]


_FORMS = _Forms()


@lru_cache(maxsize=1)
def changing() -> re.Pattern[str]:
    """Return what finds every character whose form may be another; most of a Chinese text is none of them."""
    others = "A-Z\x80-\u3000\u3003-\u3040\u3097-\u4dff\ua000-\uabff\ud7a4-\U0010ffff"
    return re.compile(f"[{others}{''.join(simplified())}]")


def folded(text: str) -> str:
    """Return ``text`` in the form that terms are made of."""
    plain = text
    try:
        for char in set(changing().findall(text)):
            plain = plain.replace(char, _FORMS[ord(char)])
    except _JoiningError:
        plain = _lowered(_composed(text))
    return respelled(plain)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", _MARKS.sub("", unicodedata.normalize("NFKD", text)))


def _lowered(text: str) -> str:
    return one_sign(text.lower().translate(_translation()))


def fold_table(known: Collection[str]) -> str:
    """Return pairs of a character and the one it is folded to, for those whose folded form is ``known``."""
    return "".join(old + new for old, new in sorted(simplified().items()) if new in known and old not in known)
