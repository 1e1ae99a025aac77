"""A diagram as a nested list: each question is opened where it is met first, and only named after that."""

from __future__ import annotations

from dataclasses import dataclass

from generator.drawing.diagram import Arrow, Box, Diagram


@dataclass(frozen=True, slots=True)
class Branch:
    """The arrow that leads here (None at the start), the box, and what follows it if this is its first place."""

    arrow: Arrow | None
    box: Box
    branches: tuple[Branch, ...]
    repeated: bool


def outline(diagram: Diagram) -> Branch:
    """Return the list from the start on. Nearest places first, so that lists stay shallow."""
    boxes = {box.id: box for box in diagram.boxes}
    opened = {diagram.flow.start: None}
    order = [diagram.flow.start]
    owned: dict[str, list[Arrow]] = {}
    for box in order:
        owned[box] = []
        for arrow in diagram.arrows_from(box):
            if arrow.edge.target not in opened:
                opened[arrow.edge.target] = None
                order.append(arrow.edge.target)
                owned[box].append(arrow)
    return _branch(None, diagram.flow.start, diagram, boxes, owned)


def _branch(
    arrow: Arrow | None, box: str, diagram: Diagram, boxes: dict[str, Box], owned: dict[str, list[Arrow]]
) -> Branch:
    branches = tuple(
        _branch(after, after.edge.target, diagram, boxes, owned)
        if after in owned[box]
        else Branch(after, boxes[after.edge.target], (), True)
        for after in diagram.arrows_from(box)
    )
    return Branch(arrow, boxes[box], branches, False)
