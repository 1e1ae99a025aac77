"""Numbers, terms and postings as text, read back the way the browser does."""

from __future__ import annotations

import re
from itertools import accumulate, islice, takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.search.document import Document
from helpcenter.search.index import Index, make_index
from helpcenter.search.names import arranged
from helpcenter.search.numbers import MOST, number
from helpcenter.search.packing import (
    NOWHERE,
    RARITY_STEPS,
    low_bits,
    packed_postings,
    packed_terms,
    untold,
    usual_impacts,
)
from helpcenter.search.postings import Postings, documents_of, impacts_of, postings_of
from helpcenter.search.sounds import common_characters

POSTINGS = st.dictionaries(
    st.sampled_from("abcdef"),
    st.dictionaries(st.integers(0, 7000), st.integers(1, 15), max_size=8).map(lambda found: sorted(found.items())),
)


def pairs_in(postings: Postings) -> list[tuple[int, int]]:
    return list(zip(documents_of(postings), impacts_of(postings), strict=True))


def about(index: Index) -> dict[str, str]:
    return packed_terms(index, arranged(index.terms), usual_impacts(index))


def value(char: str) -> int:
    code = ord(char) - (0x800 if ord(char) >= 0xE000 else 0)
    return code - (36 if code > 92 else 35)


def terms_of(packed: dict[str, str]) -> list[str]:
    terms, before = [], ""
    for part in re.findall(r"[A-P][^A-P]*", packed["t"]):
        before = before[: ord(part[0]) - 65] + part[1:]
        terms.append(before)
    single = [term for term in terms if len(term) == 1 and term <= "\uffff"]
    for char, gaps in zip(single, packed["p"].split("#"), strict=bool(single)):
        places = accumulate(map(value, gaps), initial=-1)
        terms += [char + common_characters()[place] for place in islice(places, 1, None)]
    return terms


def unpacked(packed: dict[str, str], terms: list[str], size: int) -> dict[str, list[tuple[int, int]]]:
    bits = iter("".join(f"{value(digit):06b}" for digit in packed["d"]))
    impacts = iter(packed["w"])
    found: dict[str, list[tuple[int, int]]] = {}
    for term, count in zip(terms, map(value, packed["c"]), strict=True):
        low, document = low_bits(count, size), -1
        found[term] = []
        for _ in range(count):
            high = "".join(takewhile("1".__eq__, bits))
            document += 1 + (len(high) << low) + int("0" + "".join(islice(bits, low)), 2)
            found[term].append((document, ord(next(impacts)) - 97))
    assert next(impacts, None) is None
    assert len(list(bits)) < 24
    return found


@given(st.integers(0, MOST))
def test_a_number_is_one_character_that_needs_no_escape(given_number: int) -> None:
    char = number(given_number)
    assert len(char) == 1
    assert char not in '"\\'
    assert not 0xD800 <= ord(char) < 0xE000
    assert value(char) == given_number


@pytest.mark.parametrize("given_number", [-1, MOST + 1])
def test_a_number_that_does_not_fit_is_refused(given_number: int) -> None:
    with pytest.raises(ValueError, match=str(given_number)):
        number(given_number)


@given(POSTINGS)
def test_postings_are_read_back(postings: dict[str, list[tuple[int, int]]]) -> None:
    terms = list("abcdef")
    packed = packed_postings({term: postings_of(found) for term, found in postings.items()}, terms, 7001, [0] * 7001)
    assert unpacked(packed, terms, 7001) == {term: postings.get(term, []) for term in terms}


@given(st.lists(st.text(alphabet="退款申请单 abz019.-", max_size=12), min_size=1, max_size=5))
def test_terms_are_read_back_with_what_is_known_of_them(titles: list[str]) -> None:
    index = make_index([Document("x", (title,), title) for title in titles])
    usual, terms = usual_impacts(index), arranged(index.terms)
    packed = packed_terms(index, terms, usual)
    assert terms_of(packed) == terms
    assert sorted(terms) == index.terms
    about = dict(zip(terms, map(value, packed["i"]), strict=True))
    for term, known in about.items():
        assert (known >> 3) == max(1, round(index.rarity[term] * RARITY_STEPS))
        assert bool(known & 1) == (term in index.texts)
    found, left = unpacked(packed, terms, index.size), untold(index.titles, terms)
    told = {term: [(document, impact + usual[document]) for document, impact in found[term]] for term in found}
    assert told == {term: pairs_in(left.get(term, NOWHERE)) for term in terms}


def test_the_usual_impact_is_that_of_most_terms_of_a_title() -> None:
    index = make_index(
        [Document("a", ("退款，退款，快递到账",), ""), Document("b", ("发票",), ""), Document("c", ("",), "")]
    )
    usual = usual_impacts(index)
    assert usual == [impacts_of(index.titles["到账"])[0], impacts_of(index.titles["发票"])[0], 0]
    assert impacts_of(index.titles["退款"])[0] > usual[0]


def test_terms_that_begin_with_an_emoji_share_nothing() -> None:
    index = make_index([Document("a", ("🎁vip 🎁 vip",), "")])
    assert "A🎁A🎁vip" in about(index)["t"]


def test_a_pair_that_is_a_word_is_told_from_one_that_is_none() -> None:
    index = make_index([Document("x", ("退款了",), "")])
    said = dict(zip(arranged(index.terms), about(index)["i"], strict=True))
    assert [bool(value(said[term]) & 2) for term in ("退款", "款了")] == [True, False]


def test_a_filler_is_told_from_a_subject() -> None:
    index = make_index([Document("x", ("怎么退款了吗 the refund",), "")])
    said = dict(zip(arranged(index.terms), about(index)["i"], strict=True))
    kinds = {term: bool(value(said[term]) & 4) for term in ("怎么", "退款", "了", "了吗", "款了", "the", "refund")}
    assert kinds == {"怎么": True, "退款": False, "了": True, "了吗": True, "款了": False, "the": True, "refund": False}


def test_what_pairs_tell_of_characters_is_left_out() -> None:
    titles = make_index(
        [Document("a", ("退款了",), ""), Document("b", ("快退",), ""), Document("c", ("退，款",), "")]
    ).titles
    left = untold(titles, list(titles))
    assert {term: documents_of(left[term]) for term in "退款了快"} == {
        "退": [1, 2], "款": [2], "了": [0], "快": []
    }  # fmt: skip
    assert all(left[term] == found for term, found in titles.items() if len(term) > 1)


def test_what_words_tell_too_much_or_otherwise_of_a_character_is_told() -> None:
    texts = {
        "退": postings_of([(1, 3), (2, 3), (3, 9), (4, 3)]),
        "退款": postings_of([(0, 6), (1, 6), (2, 3), (3, 9)]),
    }
    assert pairs_in(untold(texts, list(texts), 3)["退"]) == [(0, 0), (3, 9), (4, 3)]


def test_common_pairs_stand_last_by_the_places_of_their_characters() -> None:
    assert arranged(["vip", "款", "退", "退单", "退款", "退款单", "退貓", "单据"]) == [
        "vip", "款", "退", "退款单", "退貓", "单据", "退单", "退款"
    ]  # fmt: skip
