"""Characters and pairs of characters as numbers."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from helpcenter.search.codes import character_codes, code, pair_codes, written

TEXTS = st.text(st.characters(max_codepoint=0xFFFF) | st.sampled_from("退款 🎁𠮷"), max_size=12)


@given(TEXTS)
def test_codes_are_read_back(text: str) -> None:
    plain = "".join(" " if char > "\uffff" else char for char in text)
    assert [written[found] for found in character_codes(text)] == list(plain)
    assert [code(first + second) for first, second in pairwise(plain)] == pair_codes(text)


@given(st.sampled_from("退款") | st.text("退款申请", min_size=2, max_size=2))
def test_a_code_is_written_as_one_string(term: str) -> None:
    assert written[code(term)] == term
    assert written[code(term)] is written[code(term)]


def test_characters_beyond_the_basic_plane_have_no_code() -> None:
    assert [code("🎁"), code("𠮷")] == [-1, -1]
