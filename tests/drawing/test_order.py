"""Order and heights of a column: few crossings, no overlap, short lines."""

from __future__ import annotations

from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from helpcenter.drawing.order import ROW_GAP, Connection, crossings, heights, neighbours, ordered

LEFT, MIDDLE, RIGHT = (tuple(f"{letter}{number}" for number in range(5)) for letter in "lmr")
LINKS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(LEFT), st.sampled_from(MIDDLE)),
        st.tuples(st.sampled_from(MIDDLE), st.sampled_from(RIGHT)),
    ),
    unique=True,
    max_size=20,
)
COLUMNS = [list(LEFT), list(MIDDLE), list(RIGHT)]


def crossings_by_pairs(left: list[str], right: list[str], links: list[Connection]) -> int:
    drawn = [(left.index(one), right.index(other)) for one, other in links if one in left and other in right]
    return sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(drawn, 2))


def crossed(order: list[list[str]], links: list[Connection]) -> int:
    return sum(crossings_by_pairs(order[place], order[place + 1], links) for place in range(len(order) - 1))


@given(LINKS)
def test_crossings_are_counted_right(links: list[Connection]) -> None:
    _, after = neighbours(links)
    assert crossings(LEFT, MIDDLE, after) == crossings_by_pairs(list(LEFT), list(MIDDLE), links)


@given(LINKS)
def test_an_order_never_crosses_more_than_before(links: list[Connection]) -> None:
    found = ordered(COLUMNS, *neighbours(links))
    assert [sorted(column) for column in found] == [sorted(column) for column in COLUMNS]
    assert crossed(found, links) <= crossed(COLUMNS, links)
    assert found[0][0] == "l0"


def test_lines_that_need_not_cross_do_not() -> None:
    links = [("l0", "m4"), ("l1", "m3"), ("l2", "m2"), ("m4", "r1"), ("m3", "r3"), ("m2", "r0"), ("m2", "r2")]
    found = ordered(COLUMNS, *neighbours(links))
    assert crossed(COLUMNS, links) > 0
    assert crossed(found, links) == 0


def test_what_stands_at_the_left_moves_too() -> None:
    links = [("l1", "m0"), ("l2", "m1"), ("l3", "m0")]
    assert crossed(ordered(COLUMNS, *neighbours(links)), links) == 0


def test_the_best_order_counts_not_the_last() -> None:
    links = [("l0", "m3"), ("l1", "m0"), ("l2", "m2"), ("l2", "m3"), ("m2", "r0"), ("m2", "r2")]
    assert crossed(COLUMNS, links) > crossed(ordered(COLUMNS, *neighbours(links)), links) == 1


def test_the_given_columns_stay_as_they_are() -> None:
    columns = [["a", "b"], ["d", "c"]]
    ordered(columns, *neighbours([("a", "c"), ("b", "d")]))
    assert columns == [["a", "b"], ["d", "c"]]


def test_a_chain_stands_level() -> None:
    links = [("a", "b"), ("b", "c")]
    found = heights([["a"], ["b"], ["c"]], dict.fromkeys("abc", 20.0), *neighbours(links))
    assert found == dict.fromkeys("abc", 10.0)


def test_a_box_stands_in_the_middle_of_what_follows() -> None:
    links = [("p", name) for name in "cdefg"]
    order = [["s", "p"], [*"cdefg"]]
    found = heights(order, {name: 20.0 for column in order for name in column}, *neighbours(links))
    assert [found[name] for name in "cdefg"] == [10, 42, 74, 106, 138]
    assert (found["s"], found["p"]) == (10, 74)


@given(LINKS, st.lists(st.floats(1, 90), min_size=15, max_size=15))
def test_nothing_overlaps_and_the_order_is_kept(links: list[Connection], sizes: list[float]) -> None:
    height = dict(zip((*LEFT, *MIDDLE, *RIGHT), sizes, strict=True))
    found = heights(COLUMNS, height, *neighbours(links))
    assert found["l0"] == height["l0"] / 2
    for column in COLUMNS:
        assert found[column[0]] >= height[column[0]] / 2 - 1e-6
        for above, below in pairwise(column):
            assert found[below] - found[above] >= (height[above] + height[below]) / 2 + ROW_GAP - 1e-6
