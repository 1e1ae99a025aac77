"""Where the boxes of a diagram stand and what lines pass: columns from left to right, the first box at the top left.

A long line passes each column between its ends in a row of its own, which it shares with the other lines to the same
box. So a line never runs through a box or a label.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from helpcenter.drawing.columns import Columns, Ends, columns
from helpcenter.drawing.order import Connection, heights, neighbours, ordered

BoxSize = tuple[float, float]
"""Width and height in pixels."""
Point = tuple[float, float]
"""Distance from the left and from the top in pixels."""
Polyline = tuple[Point, ...]
"""The corners of a line in its direction: level inside a column, bent between columns."""



class Spacing(NamedTuple):
    """Between columns at least and at most, the more the steeper lines are; and the height of a long line's row."""

    least: float
    most: float
    row: float


WIDE = Spacing(36.0, 90.0, 4.0)


class Layout(NamedTuple):
    """The middle of the left edge of each box and of each label, and two lines for each arrow.

    The first leads from the box to the label, the second from the label to the other box, or to where it joins an
    earlier line to that box.
    """

    boxes: Mapping[str, Point]
    labels: tuple[Point, ...]
    lines: tuple[Polyline, ...]
    size: BoxSize


def layout(
    boxes: Mapping[str, BoxSize],
    arrows: Sequence[Ends],
    labels: Sequence[BoxSize],
    retries: Collection[int] = (),
    spacing: Spacing = WIDE,
) -> Layout:
    """Place ``boxes`` and the ``labels`` of ``arrows``, of which those numbered in ``retries`` may lead back."""
    return _Placing(boxes, arrows, labels, columns(list(boxes), arrows, retries), spacing).run()


def _label(number: int) -> str:
    return f"\t{number}"


class _Placing:
    def __init__(
        self,
        boxes: Mapping[str, BoxSize],
        arrows: Sequence[Ends],
        labels: Sequence[BoxSize],
        found: Columns,
        spacing: Spacing,
    ) -> None:
        self.spacing = spacing
        self.boxes = boxes
        self.arrows = arrows
        self.found = found
        self.sizes = {**boxes, **{_label(number): size for number, size in enumerate(labels)}}
        self.column = {**found.boxes, **{_label(number): column for number, column in enumerate(found.labels)}}
        self.chains = [self.chain(number) for number in range(len(arrows))]

    def chain(self, number: int) -> list[str]:
        """Return what the second line of an arrow passes, up to a corner that an earlier line has passed."""
        target, label = self.arrows[number][1], _label(number)
        end = self.found.boxes[target]
        passed, step = [label], 1 if self.found.labels[number] < end else -1
        for column in range(self.found.labels[number] + step, end, step):
            corner = f"{target}\t{column}"
            passed.append(corner)
            if corner in self.column:
                return passed
            self.column[corner], self.sizes[corner] = column, (0.0, self.spacing.row)
        return [*passed, target]

    def run(self) -> Layout:
        links = list(dict.fromkeys(self.links()))
        before, after = neighbours(links)
        order: dict[int, list[str]] = defaultdict(list)
        for name, column in self.column.items():
            order[column].append(name)
        placed = ordered([order[column] for column in sorted(order)], before, after)
        height = {name: size[1] for name, size in self.sizes.items()}
        top = heights(placed, height, before, after)
        left, right = self.edges(placed, links, top)
        boxes = {name: (left[self.column[name]], top[name]) for name in self.boxes}
        labels = [_label(number) for number in range(len(self.arrows))]
        bottom = max(top[name] + height[name] / 2 for name in top)
        return Layout(
            boxes,
            tuple((left[self.column[name]], top[name]) for name in labels),
            tuple(self.points(chain, left, right, top) for chain in self.all_chains()),
            (right[-1], bottom),
        )

    def all_chains(self) -> list[list[str]]:
        firsts = ([source, _label(number)] for number, (source, _) in enumerate(self.arrows))
        return [chain for pair in zip(firsts, self.chains, strict=True) for chain in pair]

    def links(self) -> list[Connection]:
        pairs = (pair for chain in self.all_chains() for pair in pairwise(chain))
        return [(one, other) if self.column[one] < self.column[other] else (other, one) for one, other in pairs]

    def edges(
        self, order: list[list[str]], links: list[Connection], top: Mapping[str, float]
    ) -> tuple[list[float], list[float]]:
        """Return the left and the right edge of each column."""
        steepest = [0.0] * len(order)
        for one, other in links:
            steepest[self.column[one]] = max(steepest[self.column[one]], abs(top[one] - top[other]))
        lefts, rights, left = [], [], 0.0
        for names, steep in zip(order, steepest, strict=True):
            lefts.append(left)
            rights.append(left + max(self.sizes[name][0] for name in names))
            left = rights[-1] + min(max(self.spacing.least, steep / 6), self.spacing.most)
        return lefts, rights

    def points(self, chain: list[str], left: list[float], right: list[float], top: Mapping[str, float]) -> Polyline:
        """Return the corners of a line: the edges of what it connects and of the columns that it passes."""
        rightwards = self.column[chain[0]] < self.column[chain[1]]
        points: list[Point] = []
        for place, name in enumerate(chain):
            column, y = self.column[name], top[name]
            near, far = left[column], right[column]
            edge = near + self.sizes[name][0] if self.sizes[name][0] else far
            if place:
                points += [(near, y)] if rightwards else [(far, y), (edge, y)]
            if place < len(chain) - 1:
                points += [(edge, y), (far, y)] if rightwards else [(near, y)]
        return tuple(dict.fromkeys(points))
