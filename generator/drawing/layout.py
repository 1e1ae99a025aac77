"""Where the boxes of a diagram stand: layers from left to right, few crossings, short arrows.

After Sugiyama, Tagawa and Toda (1981): layers by the longest way, places for long arrows in every layer they pass,
order by barycenters, then heights by isotonic regression (pool adjacent violators), which moves each box as near to
the middle of its neighbours as the order allows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Size = tuple[float, float]
"""Width and height in pixels."""
Point = tuple[float, float]
"""Distance from the left and from the top in pixels."""

COLUMN_GAP, ROW_GAP = 36.0, 14.0
SWEEPS = 12


@dataclass(frozen=True, slots=True)
class Layout:
    """The middle of the left edge of each box, the corners that each line passes, and the size of the whole.

    A line that leads back runs from right to left; ``lines`` are in the order of the given pairs.
    """

    boxes: Mapping[str, Point]
    lines: tuple[tuple[Point, ...], ...]
    size: Size


def layout(sizes: Mapping[str, Size], pairs: Sequence[tuple[str, str]]) -> Layout:
    """Place boxes of ``sizes`` so that the lines ``pairs`` lead to the right where they can."""
    forward = _without_circles(list(sizes), pairs)
    columns = _columns(list(sizes), forward)
    placed, chains = _with_corners(sizes, forward, columns)
    order = _ordered(placed, chains)
    top = _heights(order, placed, chains)
    left = _lefts(order, placed)
    return _finished(sizes, pairs, forward, chains, order, top, left, placed)


def _without_circles(names: Sequence[str], pairs: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return ``pairs`` with those turned round that would close a circle, found depth first."""
    after: dict[str, list[int]] = defaultdict(list)
    for place, (source, _) in enumerate(pairs):
        after[source].append(place)
    forward = list(pairs)
    state: dict[str, int] = {}
    for name in names:
        stack = [(name, iter(after[name]))] if name not in state else []
        state.setdefault(name, 1)
        while stack:
            box, rest = stack[-1]
            for place in rest:
                target = pairs[place][1]
                if state.get(target) == 1:
                    forward[place] = (target, box)
                elif target not in state:
                    state[target] = 1
                    stack.append((target, iter(after[target])))
                    break
            else:
                state[box] = 2
                stack.pop()
    return forward


def _columns(names: Sequence[str], pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Return the column of each box: one more than that of the last before it."""
    after: dict[str, list[str]] = defaultdict(list)
    waits = dict.fromkeys(names, 0)
    for source, target in pairs:
        if source != target:
            after[source].append(target)
            waits[target] += 1
    columns = dict.fromkeys(names, 0)
    ready = [name for name in names if not waits[name]]
    while ready:
        name = ready.pop()
        for target in after[name]:
            columns[target] = max(columns[target], columns[name] + 1)
            waits[target] -= 1
            if not waits[target]:
                ready.append(target)
    return columns


Chain = tuple[tuple[str, int], ...]
"""What a line passes, in each column one: a box, or a corner of its own."""
Placed = dict[int, dict[str, Size]]
"""Boxes and corners by column."""


def _with_corners(
    sizes: Mapping[str, Size], pairs: Sequence[tuple[str, str]], columns: Mapping[str, int]
) -> tuple[Placed, list[Chain]]:
    placed: Placed = defaultdict(dict)
    for name, size in sizes.items():
        placed[columns[name]][name] = size
    chains = []
    for number, (source, target) in enumerate(pairs):
        between = range(columns[source] + 1, columns[target])
        for column in between:
            placed[column][f"{number} {column}"] = (0.0, 6.0)
        corners = [(f"{number} {column}", column) for column in between]
        chains.append(((source, columns[source]), *corners, (target, columns[target])))
    return placed, chains


def _neighbours(chains: Iterable[Chain]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    before: dict[str, list[str]] = defaultdict(list)
    after: dict[str, list[str]] = defaultdict(list)
    for chain in chains:
        for (one, _), (other, _) in pairwise(chain):
            after[one].append(other)
            before[other].append(one)
    return before, after


def _ordered(placed: Placed, chains: list[Chain]) -> list[list[str]]:
    """Order each column by the mean place of its neighbours, sweeping right and left."""
    before, after = _neighbours(chains)
    order = [list(placed[column]) for column in sorted(placed)]
    for sweep in range(SWEEPS):
        rightwards = sweep % 2 == 0
        sequence = range(1, len(order)) if rightwards else range(len(order) - 2, -1, -1)
        for column in sequence:
            fixed = {name: place for place, name in enumerate(order[column - 1 if rightwards else column + 1])}
            beside = before if rightwards else after
            own = {name: float(place) for place, name in enumerate(order[column])}
            order[column].sort(key=lambda name: _mean((fixed[n] for n in beside[name] if n in fixed), own[name]))
    return order


def _mean(values: Iterable[float], otherwise: float) -> float:
    found = list(values)
    return sum(found) / len(found) if found else otherwise


def _heights(order: list[list[str]], placed: Placed, chains: list[Chain]) -> dict[str, float]:
    """Return the distance of each middle from the top."""
    before, after = _neighbours(chains)
    height = {name: size[1] for column in placed.values() for name, size in column.items()}
    middle: dict[str, float] = {}
    for column in order:
        middle |= _settled(column, height, dict.fromkeys(column, 0.0))
    for sweep in range(SWEEPS):
        for column in order if sweep % 2 == 0 else reversed(order):
            wish = {
                name: _mean((middle[n] for n in (*before[name], *after[name])), middle[name]) for name in column
            }
            middle |= _settled(column, height, wish)
    top = min(middle[name] - height[name] / 2 for name in middle)
    return {name: value - top for name, value in middle.items()}


def _settled(column: list[str], height: Mapping[str, float], wish: Mapping[str, float]) -> dict[str, float]:
    """Return middles in the order of ``column``, apart by heights and gap, with the least squares to ``wish``."""
    offset, offsets = 0.0, []
    for place, name in enumerate(column):
        if place:
            offset += (height[column[place - 1]] + height[name]) / 2 + ROW_GAP
        offsets.append(offset)
    pools: list[tuple[float, int]] = []
    for name, shift in zip(column, offsets, strict=True):
        total, count = wish[name] - shift, 1
        while pools and pools[-1][0] / pools[-1][1] > total / count:
            before, number = pools.pop()
            total, count = total + before, count + number
        pools.append((total, count))
    means = [total / count for total, count in pools for _ in range(count)]
    return {name: mean + shift for name, mean, shift in zip(column, means, offsets, strict=True)}


def _lefts(order: list[list[str]], placed: Placed) -> list[float]:
    lefts, left = [], 0.0
    for column in range(len(order)):
        lefts.append(left)
        left += max(size[0] for size in placed[column].values()) + COLUMN_GAP
    return lefts


def _finished(
    sizes: Mapping[str, Size],
    pairs: Sequence[tuple[str, str]],
    forward: Sequence[tuple[str, str]],
    chains: list[Chain],
    order: list[list[str]],
    top: Mapping[str, float],
    left: list[float],
    placed: Placed,
) -> Layout:
    column = {name: number for number, names in enumerate(order) for name in names}
    boxes = {name: (left[column[name]], top[name]) for name in sizes}
    lines = []
    for pair, kept, chain in zip(pairs, forward, chains, strict=True):
        points = [(left[column[chain[0][0]]] + sizes[kept[0]][0], top[chain[0][0]])]
        points += [(left[at], top[name]) for name, at in chain[1:]]
        lines.append(tuple(points if pair == kept else points[::-1]))
    width = left[-1] + max(size[0] for size in placed[len(order) - 1].values())
    height = max(top[name] + sizes[name][1] / 2 for name in sizes)
    return Layout(boxes, tuple(lines), (width, height))
