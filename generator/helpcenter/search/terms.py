"""Texts to terms: what an entry can be found by.

Chinese: titles give every character and every pair of characters, texts every character and the pairs that are words;
both give words of three and four characters. Kana, Hangul, Thai and the like give pairs. Other words are lower-cased,
lightly stemmed, and found whole and by their parts: Wi-Fi, iPhone15, 400-800-1234. Digits stay whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain, compress, count, pairwise, repeat
from operator import add
from typing import TypeVar

from helpcenter.search.codes import character_codes, pair_codes, written
from helpcenter.search.dictionary import BEGINS_WORD, FILLERS, long_words, short_words, times
from helpcenter.search.folding import folded
from helpcenter.search.spelling import ENDINGS, HAN, HANGUL, OTHER_RUN, PART, RUN, WORD, rewritten

_Told = TypeVar("_Told")
FIRST_HAN = "\u3400"
SPACE = ord(" ")
MOST_PARTS = 6
"""What has more parts is a code, which nobody looks for by one of them."""
CHINESE = re.compile(f"[{HAN}]")
_RUN, _WORD = re.compile(RUN), re.compile(WORD)
_SYLLABLES = re.compile(f"[{HAN}{HANGUL}]+")
_OTHER_RUN = re.compile(OTHER_RUN)
_CAMEL = re.compile("(?<=[A-Za-z][a-z])(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})")
_CAPITAL = re.compile("[A-Za-z][A-Z]")
_PIECE = re.compile("[0-9]+(?:\\.[0-9]+)*|[^',.0-9-]+")
_PART, _JOINTS = re.compile(PART), re.compile("[',-]")
_SHORT_NUMBER, _LONG_NUMBER = re.compile("[0-9]{1,6}"), re.compile("[0-9]{7,}")


def title_terms(text: str) -> Counter[str]:
    """Return the terms of a title or an alias, each with how often it occurs."""
    plain, known = _plain(text), short_words()
    found = [*_word_terms(plain), *_joined(plain)]
    for run in _RUN.findall(plain):
        pairs = pair_codes(run)
        places = [place for place, pair in enumerate(pairs) if known.get(pair, 0) & BEGINS_WORD]
        found += [*map(written.__getitem__, chain(character_codes(run), pairs)), *_long_words(run, places)]
    return Counter(found)


def text_terms(text: str) -> dict[str | int, int]:
    """Return the terms of a text below the title, each with how often it occurs; characters and pairs as codes."""
    plain = _plain(text)
    others = [pair for run in _OTHER_RUN.findall(plain) for pair in map(add, run, run[1:])]
    found: dict[str | int, int] = dict(Counter(chain(_word_terms(plain), others)))
    if runs := _SYLLABLES.findall(plain):
        found |= _syllable_terms(" ".join(runs))
    return found


def _syllable_terms(text: str) -> dict[str | int, int]:
    """Return the terms of runs of Chinese or Hangul with a space between them."""
    pairs = pair_codes(text)
    kinds = list(map(short_words().get, pairs, repeat(0)))
    places = list(compress(count(), kinds))
    words = [pairs[place] for place in places if kinds[place] > BEGINS_WORD]
    found: dict[str | int, int] = dict(Counter(chain(character_codes(text), words)))
    found.pop(SPACE, None)
    found |= Counter(_long_words(text, [place for place in places if kinds[place] & BEGINS_WORD]))
    return found


def spelled(terms: Mapping[str | int, _Told]) -> dict[str, _Told]:
    """Return what is told of terms with codes as they are written."""
    return {written[term] if isinstance(term, int) else term: told for term, told in terms.items()}


def _plain(text: str) -> str:
    return folded(_CAMEL.sub("-", text) if _CAPITAL.search(text) else text)


def _word_terms(plain: str) -> list[str]:
    return [term for word in _WORD.findall(plain) for term in _forms(word)]


def _joined(plain: str) -> list[str]:
    """Return what two words in a row are in one, as in App Store; a filler makes no name."""
    found = _WORD.findall(plain) if " " in plain else ()
    pairs = [pair for pair in pairwise(found) if FILLERS.isdisjoint(pair) and not pair[0][-1].isdigit()]
    return [stem(_JOINTS.sub("", "".join(pair))) for pair in pairs if " ".join(pair) in plain]


@lru_cache(maxsize=20_000)
def _forms(word: str) -> tuple[str, ...]:
    """Return a word and its parts; of a version also what it begins with, of a long number its last four digits."""
    pieces, whole = _PIECE.findall(word), _JOINTS.sub("", word)
    if len(pieces) > MOST_PARTS:
        return (whole,)
    pairs = [pair for pair in map(add, pieces, pieces[1:]) if not _SHORT_NUMBER.fullmatch(pair)]
    found = [whole, *(piece for piece in pieces if _PART.match(piece)), *pairs]
    for number in [form for form in found if form[0].isdigit()]:
        found += [number[:place] for place, char in enumerate(number) if char == "."]
        if _LONG_NUMBER.fullmatch(number):
            found.append(number[-4:])
    return tuple(dict.fromkeys(map(stem, found)))


def _long_words(text: str, places: list[int]) -> list[str]:
    """Return the words of three and four characters in ``text``, which only begin at ``places``."""
    known, text = long_words(), text + " "  # what is cut short by the end is then no word
    threes = [text[place : place + 3] for place in places]
    kinds = list(map(known.get, threes, repeat(0)))
    words = [three for three, kind in zip(threes, kinds, strict=True) if kind > BEGINS_WORD]
    fours = [text[place : place + 4] for place, kind in zip(places, kinds, strict=True) if kind & BEGINS_WORD]
    return words + [four for four in fours if four in known]


def is_word(term: str) -> bool:
    """Return whether a term is a word of the language, not just two characters that met; all but Chinese always are."""
    return len(term) != 2 or len(CHINESE.findall(term)) < 2 or times(term) is not None


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return a Latin word without its endings."""
    return word if any(char.isdigit() for char in word) else rewritten(word, ENDINGS)
