"""Text of a file, and its places as editors count them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.sources.source_text import Places, read_text

TEXT = "一😀\nab\r\nc\rd\u2028e\x85f\n"


@pytest.mark.parametrize(
    ("found", "place"),
    [("一", (1, 1)), ("😀", (1, 2)), ("a", (2, 1)), ("b", (2, 2)), ("c", (3, 1)), ("d", (4, 1)), ("e", (4, 3)), ("f", (4, 5))],
)
def test_lines_end_where_editors_end_them(found: str, place: tuple[int, int]) -> None:
    assert Places(TEXT).at(TEXT.index(found)) == place


def test_an_index_behind_the_end_is_the_end() -> None:
    assert Places("ab").at(99) == (1, 3)
    assert Places("ab\n").at(99) == (2, 1)
    assert Places("").at(0) == (1, 1)


@given(text=st.text(st.sampled_from("ab\n\r字😀\u2028")), index=st.integers(0, 40))
def test_places_lead_back_to_the_index(text: str, index: int) -> None:
    places = Places(text)
    line, column = places.at(index)
    assert places.start(line) + column - 1 == min(index, len(text))


@given(text=st.text(max_size=20), index=st.integers(0, 20))
def test_bytes_are_counted_as_characters(text: str, index: int) -> None:
    index = min(index, len(text))
    assert Places(text).of_byte(len(text[:index].encode("utf-8"))) == index


def test_a_byte_order_mark_is_no_character(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbfab \xff")
    text, problems = read_text(path, "a.yaml")
    assert text is None
    assert (problems[0].location.line, problems[0].location.column) == (1, 4)
