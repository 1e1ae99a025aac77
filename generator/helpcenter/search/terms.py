"""Texts to terms: what an entry can be found by.

Chinese: titles give every character and every pair of characters, texts every character and the pairs that are words;
both give words of three and four characters. Kana, Hangul, Thai and the like give pairs. Other words are lower-cased,
lightly stemmed, and found whole and by their parts: Wi-Fi, iPhone15, 400-800-1234. Digits stay whole.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container
from functools import lru_cache
from itertools import chain, compress, pairwise, repeat
from operator import add

from helpcenter.search.codes import Term, character_codes, codes_of, pair_codes
from helpcenter.search.dictionary import CLOSES_FOUR, CLOSES_THREE, FILLERS, IS_WORD, OPENS, listed
from helpcenter.search.folding import folded
from helpcenter.search.spelling import ENDINGS, HAN, HANGUL, OTHER_RUN, PART, RUN, WORD, rewritten

FIRST_HAN = "\u3400"
MOST_PARTS = 6
"""What has more parts is a code, which nobody looks for by one of them."""
CHINESE, _CHINESE_PAIR = re.compile(f"[{HAN}]"), re.compile(f"[{HAN}]{{2}}")


def _kinds_with(kind: int) -> bytes:
    return re.escape(bytes(kinds for kinds in range(2 * CLOSES_FOUR) if kinds & kind))


_RUN, _WORD = re.compile(RUN), re.compile(WORD)
_SYLLABLES = re.compile(f"([{HAN}{HANGUL}]+)")
_OTHER_RUN = re.compile(OTHER_RUN)
_CAMEL = re.compile("(?<=[A-Za-z][a-z])(?=[A-Z])|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})")
_CAPITAL = re.compile("[A-Za-z][A-Z]")
_PIECE = re.compile("[0-9]+(?:\\.[0-9]+)*|[^',.0-9-]+")
_PART, _JOINTS = re.compile(PART), re.compile("[',-]")
_ARE_WORDS = bytes(kind & IS_WORD for kind in range(256))
_LONG = {
    length: re.compile(b"[%b](?=%b[%b])" % (_kinds_with(OPENS), between, _kinds_with(closes)), re.DOTALL)
    for length, between, closes in ((3, b"", CLOSES_THREE), (4, b".", CLOSES_FOUR))
}
"""What finds the kinds of pairs where a word of so many characters may begin."""
_SHORT_NUMBER, _LONG_NUMBER = re.compile("[0-9]{1,6}"), re.compile("[0-9]{7,}")


def title_terms(text: str) -> Counter[Term]:
    """Return the terms of a title or an alias, each with how often it occurs; characters and pairs as codes."""
    plain = _plain(text)
    found: list[Term] = [*_word_terms(plain), *_joined(plain)]
    for run in _RUN.findall(plain):
        characters, pairs = codes_of(run)
        found += [*characters, *pairs, *_long_words(run, _kinds(pairs))]
    return Counter(found)


def text_terms(text: str) -> tuple[Counter[int], Counter[str]]:
    """Return the terms of a text below the title, each with how often it occurs: characters and pairs as codes, and
    words.
    """
    plain = _plain(text)
    between_and_runs = _SYLLABLES.split(plain)
    runs = between_and_runs[1::2]
    apart = " ".join(runs)
    pairs = pair_codes(apart)
    kinds = _kinds(pairs)
    others = (code for run in _OTHER_RUN.findall(plain) for code in pair_codes(run))
    codes = chain(character_codes("".join(runs)), compress(pairs, kinds.translate(_ARE_WORDS)), others)
    return Counter(codes), Counter([*_long_words(apart, kinds), *_word_terms(" ".join(between_and_runs[::2]))])


def _kinds(pairs: list[int]) -> bytes:
    """Return what is known of each pair, a byte each, which regular expressions search."""
    return bytes(map(listed().pairs.get, pairs, repeat(0)))


def _long_words(text: str, kinds: bytes) -> list[str]:
    """Return the words of three and four characters in ``text``, of whose pairs ``kinds`` tells."""
    places = ((length, map(re.Match.start, found.finditer(kinds))) for length, found in _LONG.items())
    known = listed().longer
    return [word for length, starts in places for start in starts if (word := text[start : start + length]) in known]


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


def is_character(term: Term) -> bool:
    """Return whether a term is a lone character of Chinese or of what comes behind it in Unicode."""
    if isinstance(term, int):
        return ord(FIRST_HAN) <= term <= 0xFFFF
    return len(term) == 1 and term >= FIRST_HAN


def is_word(term: str, known: Container[str]) -> bool:
    """Return whether a term is a word of the language, not just two characters that met; all but pairs of Chinese
    always are, and of those what is ``known`` from the list of words.
    """
    return len(term) != 2 or term in known or not _CHINESE_PAIR.fullmatch(term)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return a Latin word without its endings."""
    return word if any(char.isdigit() for char in word) else rewritten(word, ENDINGS)
