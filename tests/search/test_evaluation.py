"""The figures of retrieval, against values worked out by hand."""

from __future__ import annotations

import pytest

from helpcenter.search.evaluation import figures, quantile


def test_the_reciprocal_rank_is_that_of_the_first_relevant_document() -> None:
    found = {"a": ["x", "y", "z"], "b": ["z", "x"], "c": ["y"]}
    judged = figures(found, {"a": {"y", "z"}, "b": {"z"}, "c": {"x"}})
    assert judged.mrr == pytest.approx((1 / 2 + 1 + 0) / 3)


def test_ranks_beyond_ten_count_nothing() -> None:
    found = {"a": [str(number) for number in range(12)]}
    assert figures(found, {"a": {"9"}}).mrr == pytest.approx(1 / 10)
    assert figures(found, {"a": {"10"}}).mrr == 0
    assert figures(found, {"a": {"10"}}).recall[10] == 0


def test_recall_is_a_share_of_documents_and_success_a_share_of_queries() -> None:
    judged = figures({"a": ["x", "n", "n", "n", "y"]}, {"a": {"x", "y", "z", "w"}})
    assert judged.recall == {1: 1 / 4, 5: 2 / 4, 10: 2 / 4}
    assert judged.success == {1: 1, 5: 1, 10: 1}


def test_a_document_found_twice_counts_once() -> None:
    assert figures({"a": ["x", "x"]}, {"a": {"x", "y"}}).recall[5] == 1 / 2


def test_queries_without_relevant_documents_do_not_count() -> None:
    judged = figures({"a": ["x"], "b": [], "c": []}, {"a": {"x"}, "b": {"x"}, "c": set()})
    assert (judged.queries, judged.nothing) == (2, 1 / 2)


def test_nothing_judged_gives_zeros() -> None:
    judged = figures({}, {})
    assert (judged.queries, judged.mrr, judged.nothing) == (0, 0, 0)


@pytest.mark.parametrize(("share", "value"), [(0, 1), (0.5, 51), (0.95, 96), (1, 100)])
def test_quantiles(share: float, value: float) -> None:
    assert quantile([float(number) for number in range(100, 0, -1)], share) == value
    assert quantile([], share) == 0
