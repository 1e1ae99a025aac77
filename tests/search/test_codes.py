"""Characters and pairs of characters as numbers."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from helpcenter.search.codes import character_codes, coded, pair_codes, spelled, written

TEXTS = st.text(st.characters(max_codepoint=0xFFFF) | st.sampled_from("退款 🎁𠮷"), max_size=12)


@given(TEXTS)
def test_codes_are_read_back(text: str) -> None:
    plain = "".join(" " if char > "\uffff" else char for char in text)
    assert [written[found] for found in character_codes(text)] == list(plain)
    pairs = ["".join(pair) for pair in pairwise(plain)]
    told = [(found, pair) for pair, found in zip(pairs, pair_codes(text), strict=True) if max(pair) > "\xff"]
    assert [(coded(pair), written[found]) for found, pair in told] == told
    assert all(pair_codes(text, every) == pair_codes(text)[::every] for every in (2, 3))


@given(st.sampled_from("退款") | st.text("退款申请", min_size=2, max_size=2))
def test_a_code_is_written_as_one_string(term: str) -> None:
    first, second = (next(iter(spelled({coded(term): None}))) for _ in range(2))
    assert first == term
    assert first is second


def test_what_has_no_code_stays_as_it_is() -> None:
    assert [coded(term) for term in ("🎁", "𠮷", "退🎁", "ab", "身份证")] == ["🎁", "𠮷", "退🎁", "ab", "身份证"]
