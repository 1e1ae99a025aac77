"""Which arrows of a diagram lead to the right, and in which column everything stands.

Boxes stand in even columns and the labels of arrows in the odd ones between them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import NamedTuple

from helpcenter.flow.digraph import left

Ends = tuple[str, str]
"""The boxes that an arrow leaves and meets."""


class Columns(NamedTuple):
    """The column of each box and of the label of each arrow, and which arrows lead back to the left."""

    boxes: dict[str, int]
    labels: tuple[int, ...]
    back: tuple[bool, ...]


def columns(names: Sequence[str], arrows: Sequence[Ends], retries: Collection[int]) -> Columns:
    """Place each box as far left as the arrows to it allow.

    ``retries`` are the numbers of arrows that may lead back. Others do only where they would close a cycle, or lead
    to the first of ``names``, which stands leftmost.
    """
    rank = _ranks(names, [ends for number, ends in enumerate(arrows) if number not in retries]) | {names[0]: -1}
    back = tuple(rank[target] <= rank[source] for source, target in arrows)
    after: dict[str, list[str]] = defaultdict(list)
    for (source, target), leads_back in zip(arrows, back, strict=True):
        if source != target:
            after[target if leads_back else source].append(source if leads_back else target)
    boxes = dict.fromkeys(names, 0)
    for name in sorted(names, key=rank.__getitem__):
        for target in after[name]:
            boxes[target] = max(boxes[target], boxes[name] + 2)
    labels = (
        boxes[source] - 1 if leads_back and source != target else boxes[source] + 1
        for (source, target), leads_back in zip(arrows, back, strict=True)
    )
    return Columns(boxes, tuple(labels), back)


def _ranks(names: Sequence[str], arrows: Sequence[Ends]) -> dict[str, int]:
    """Number ``names`` so that all arrows lead to higher numbers, save those that close a cycle (depth first)."""
    after: dict[str, list[str]] = {name: [] for name in names}
    for source, target in arrows:
        after[source].append(target)
    return {name: place for place, name in enumerate(reversed(left(after)))}
