"""The layout: nothing overlaps, no line runs through a text, every line ends where it should."""

from __future__ import annotations

import random
import sys
from itertools import combinations, pairwise
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpcenter.drawing.columns import Ends
from helpcenter.drawing.layout import BoxSize, Layout, Point, Polyline, layout

SIZES = st.tuples(st.floats(10, 200), st.floats(10, 90))
Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@st.composite
def graphs(draw: st.DrawFn) -> tuple[dict[str, BoxSize], list[Ends], list[BoxSize], set[int]]:
    """Return boxes, arrows, the sizes of their labels, and which arrows are retries."""
    names = [f"b{number}" for number in range(draw(st.integers(1, 9)))]
    ends = st.tuples(st.sampled_from(names), st.sampled_from(names))
    arrows = draw(st.lists(ends, max_size=20))
    boxes = {name: draw(SIZES) for name in names}
    labels = [draw(SIZES) for _ in arrows]
    return boxes, arrows, labels, draw(st.sets(st.integers(0, 19), max_size=4))


def rectangle(at: Point, size: BoxSize) -> Rectangle:
    (x, middle), (width, height) = at, size
    return x, middle - height / 2, x + width, middle + height / 2


def overlap(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def runs_through(line: Polyline, text: Rectangle) -> bool:
    """Return whether a level part of ``line`` meets ``text``; bent parts only stand between columns."""
    for (x, y), (to_x, to_y) in pairwise(line):
        left, right = sorted((x, to_x))
        if left < text[2] - 0.01 and right > text[0] + 0.01 and (y != to_y or text[1] < y < text[3]):
            return True
    return False


@settings(max_examples=150)
@given(graphs())
def test_random_diagrams(graph: tuple[dict[str, BoxSize], list[Ends], list[BoxSize], set[int]]) -> None:
    boxes, arrows, labels, retries = graph
    found = layout(boxes, arrows, labels, retries)
    shapes = {name: rectangle(found.boxes[name], size) for name, size in boxes.items()}
    texts = [rectangle(at, size) for at, size in zip(found.labels, labels, strict=True)]
    assert not any(overlap(one, other) for one, other in combinations([*shapes.values(), *texts], 2))
    for left, top, right, bottom in [*shapes.values(), *texts]:
        assert left >= 0
        assert top >= -0.001
        assert right <= found.size[0] + 0.001
        assert bottom <= found.size[1] + 0.001
    ends_right(found, boxes, arrows, labels)
    for number, (source, target) in enumerate(arrows):
        others = [shape for name, shape in shapes.items() if name not in (source, target)]
        others += [text for place, text in enumerate(texts) if place != number]
        for line in found.lines[2 * number : 2 * number + 2]:
            assert not any(runs_through(line, text) for text in others)


def ends_right(found: Layout, boxes: dict[str, BoxSize], arrows: list[Ends], labels: list[BoxSize]) -> None:
    """Hold each first line between box and label, each second between label and box or an earlier line to that box."""
    passed: dict[str, set[Point]] = {name: set() for name in boxes}
    assert len(found.lines) == 2 * len(arrows)
    for number, (source, target) in enumerate(arrows):
        first, second = found.lines[2 * number : 2 * number + 2]
        label = edges(found.labels[number], labels[number])
        assert first[0] in edges(found.boxes[source], boxes[source])
        assert first[-1] in label
        assert second[0] in label
        assert second[-1] in (*edges(found.boxes[target], boxes[target]), *passed[target])
        passed[target] |= set(second)


def edges(at: Point, size: BoxSize) -> tuple[Point, Point]:
    return at, (at[0] + size[0], at[1])


def test_what_leads_on_is_drawn_to_the_right_and_what_leads_back_to_the_left() -> None:
    boxes = dict.fromkeys(("a", "b", "c"), (100.0, 30.0))
    found = layout(boxes, [("a", "b"), ("b", "c"), ("c", "a")], [(40.0, 20.0)] * 3, {2})
    for line in found.lines[:4]:
        assert all(x < to_x for (x, _), (to_x, _) in pairwise(line))
    for line in found.lines[4:]:
        assert all(x > to_x for (x, _), (to_x, _) in pairwise(line))
    assert found.lines[0][0] == (100, 15)
    assert found.lines[4][0] == found.boxes["c"]
    assert found.lines[5][-1] == (100, 15)


def test_an_arrow_to_its_own_box_goes_out_and_comes_back() -> None:
    found = layout({"a": (100.0, 30.0)}, [("a", "a")], [(40.0, 20.0)])
    out, home = found.lines
    assert (out[0], home[-1]) == ((100, 15), (100, 15))
    assert out[-1] == home[0] == found.labels[0]


def test_the_first_box_stands_at_the_top_left() -> None:
    boxes = dict.fromkeys("sabcd", (100.0, 30.0))
    found = layout(boxes, [("a", "s"), *(("s", name) for name in "abcd")], [(40.0, 20.0)] * 5)
    assert found.boxes["s"] == (0, 15)


def test_a_long_line_joins_the_one_before_it_to_the_same_box() -> None:
    names = [f"q{number}" for number in range(6)]
    arrows = [*pairwise(names), *((name, "end") for name in names)]
    found = layout(dict.fromkeys([*names, "end"], (100.0, 30.0)), arrows, [(40.0, 20.0)] * len(arrows))
    longs = [found.lines[2 * number + 1] for number in range(5, 11)]
    assert longs[0][-1] == found.boxes["end"]
    assert all(line[-1] in longs[0] for line in longs[1:-1])


def test_steep_lines_have_more_room_between_columns() -> None:
    few = layout({"a": (10.0, 10.0), "b": (10.0, 10.0)}, [("a", "b")], [(10.0, 10.0)])
    names = [f"b{number}" for number in range(40)]
    many = layout(dict.fromkeys(["a", *names], (10.0, 10.0)), [("a", name) for name in names], [(10.0, 10.0)] * 40)
    assert many.labels[0][0] - 10 > few.labels[0][0] - 10 > 0


def diagram(count: int) -> tuple[dict[str, BoxSize], list[Ends]]:
    """Return a tree of ``count`` boxes with 17 outcomes that many ways share."""
    names = [f"b{number}" for number in range(count)]
    tree = [(names[(number - 1) // 3], names[number]) for number in range(1, count)]
    return dict.fromkeys(names, (90.0, 30.0)), [*tree, *((names[n], names[-1 - n % 17]) for n in range(count // 2))]


def chain(count: int) -> tuple[dict[str, BoxSize], list[Ends]]:
    """Return questions in one long chain, each with a way to the same outcome."""
    names = [f"q{number}" for number in range(count)]
    arrows = [*pairwise(names), *((name, "end") for name in names)]
    random.Random(1).shuffle(arrows)
    return dict.fromkeys([*names, "end"], (90.0, 30.0)), arrows


def steps(boxes: dict[str, BoxSize], arrows: list[Ends]) -> int:
    """Return how many functions are called for a layout: the same on every machine, unlike time."""
    called = 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal called
        called += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        layout(boxes, arrows, [(40.0, 20.0)] * len(arrows))
    finally:
        sys.setprofile(before)
    return called


@pytest.mark.parametrize("made", [diagram, chain])
def test_twice_as_many_boxes_are_about_twice_the_work(made: Any) -> None:
    assert steps(*made(2000)) < 2.5 * steps(*made(1000))
