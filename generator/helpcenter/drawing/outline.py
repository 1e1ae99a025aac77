"""A diagram as nested lists: each box is opened where it is met first, and only named after that."""

from __future__ import annotations

from typing import NamedTuple

from helpcenter.drawing.diagram import Arrow, Box, Diagram

DEEPEST = 6
"""How many lists may stand inside each other; what goes on after that has a list of its own."""


class Branch(NamedTuple):
    """The arrow that leads here (None at the head of a list), the box, and what follows it.

    ``elsewhere`` says that something follows, but is told where the box is opened.
    """

    arrow: Arrow | None
    box: Box
    branches: tuple[Branch, ...]
    elsewhere: bool


def outline(diagram: Diagram) -> tuple[Branch, ...]:
    """Return the list from the start on, then those of what would stand too deep or is not reached at all."""
    leaving: dict[str, list[Arrow]] = {box.id: [] for box in diagram.boxes}
    for arrow in diagram.arrows:
        leaving[arrow.edge.node].append(arrow)
    order, opened = _opened(diagram, leaving)
    boxes = {box.id: box for box in diagram.boxes}
    branches: dict[str, tuple[Branch, ...]] = {}
    for name in reversed(order):  # what follows a box comes after it, so that it is there already
        branches[name] = tuple(
            Branch(arrow, boxes[target], branches[target], False)
            if opened[target] is arrow
            else Branch(arrow, boxes[target], (), bool(leaving[target]))
            for arrow in leaving[name]
            for target in [arrow.edge.target]
        )
    return tuple(Branch(None, boxes[name], branches[name], False) for name in order if opened[name] is None)


def _opened(diagram: Diagram, leaving: dict[str, list[Arrow]]) -> tuple[list[str], dict[str, Arrow | None]]:
    """Return all boxes, nearest first, and the arrow that opens each; None for the head of a list."""
    opened: dict[str, Arrow | None] = {}
    depth: dict[str, int] = {}
    order: list[str] = []
    for first in (diagram.flow.start, *leaving):
        if first in depth:
            continue
        opened[first], depth[first] = None, 0
        queue = [first]
        for name in queue:
            for arrow in leaving[name]:
                target = arrow.edge.target
                if target not in depth:
                    deep = depth[name] + 1 == DEEPEST and bool(leaving[target])
                    opened[target], depth[target] = (None, 0) if deep else (arrow, depth[name] + 1)
                    queue.append(target)
        order += queue
    return order, opened
