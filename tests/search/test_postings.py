"""Where a term stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from helpcenter.search.postings import documents_of, impacts_of, most_said, postings_of

FOUND = st.dictionaries(st.integers(0, 1 << 27), st.integers(1, 15)).map(lambda found: sorted(found.items()))


@given(FOUND)
def test_documents_and_impacts_are_read_back(found: list[tuple[int, int]]) -> None:
    postings = postings_of(found)
    assert list(zip(documents_of(postings), impacts_of(postings), strict=True)) == found
    assert postings.itemsize * len(postings) == 4 * len(found)


@given(FOUND, st.integers(0, 5))
def test_the_highest_impacts_are_kept_in_order(found: list[tuple[int, int]], most: int) -> None:
    kept = sorted(sorted(found, key=lambda posting: -posting[1])[:most])
    assert most_said(postings_of(found), most) == postings_of(kept)
