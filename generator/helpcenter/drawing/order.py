"""In which order places of a column stand below each other, and how high, so that lines are short and seldom cross.

Order by barycenters (Sugiyama, Tagawa and Toda, 1981), the best of some sweeps; heights by isotonic regression (pool
adjacent violators), which moves each place as near to the middle of its neighbours as order and gaps allow.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

MOST_SWEEPS, MOST_STEPS = 16, 200_000
"""How often all lines are looked at: seldom where they are very many."""
ROW_GAP = 12.0

Connection = tuple[str, str]
"""A place, and one in the next column to the right that a line connects it with."""
Beside = Mapping[str, Sequence[str]]
"""The places in one of the columns beside it that each place is connected with."""


def neighbours(links: Iterable[Connection]) -> tuple[Beside, Beside]:
    """Return what stands to the left of each place, and what to the right."""
    before: dict[str, list[str]] = defaultdict(list)
    after: dict[str, list[str]] = defaultdict(list)
    for left, right in links:
        before[right].append(left)
        after[left].append(right)
    return before, after


def ordered(order: Sequence[Sequence[str]], before: Beside, after: Beside) -> list[list[str]]:
    """Return each column of ``order`` sorted by the mean place of its neighbours, the first place of all as it is."""
    now, first = [list(column) for column in order], order[0][0]
    best, least = [*map(list, now)], _all_crossings(now, after)
    for sweep in range(_sweeps(after)):
        if not least:
            break
        rightwards = sweep % 2 == 0
        for column in range(1, len(now)) if rightwards else range(len(now) - 2, -1, -1):
            fixed = {name: place for place, name in enumerate(now[column - 1 if rightwards else column + 1])}
            beside = before if rightwards else after
            own = {name: float(place) for place, name in enumerate(now[column])}
            means = {name: _mean([fixed[other] for other in beside.get(name, ())], own[name]) for name in own}
            now[column].sort(key=lambda name: means[name] if name != first else -1.0)
        crossings = _all_crossings(now, after)
        if crossings < least:
            best, least = [*map(list, now)], crossings
    return best


def crossings(left: Sequence[str], right: Sequence[str], after: Beside) -> int:
    """Return how many pairs of lines cross between two columns."""
    place = {name: number for number, name in enumerate(right)}
    seen: list[int] = []
    found = 0
    for name in left:
        targets = sorted(place[other] for other in after.get(name, ()))
        found += sum(len(seen) - bisect_right(seen, target) for target in targets)
        for target in targets:
            insort(seen, target)
    return found


def heights(
    order: Sequence[Sequence[str]], height: Mapping[str, float], before: Beside, after: Beside
) -> dict[str, float]:
    """Return how far from the top the middle of each place is; the first place of all stands at the top."""
    middle: dict[str, float] = {}
    for column in order:
        middle |= _settled(column, height, dict.fromkeys(column, 0.0))
    top = order[0][0]
    for sweep in range(_sweeps(after)):
        for column in order if sweep % 2 == 0 else reversed(order):
            wish = {
                name: _mean([middle[other] for other in (*before.get(name, ()), *after.get(name, ()))], middle[name])
                for name in column
            }
            if top in wish:
                wish[top] = 0.0
            middle |= _settled(column, height, wish)
    return middle


def _sweeps(after: Beside) -> int:
    return min(MOST_SWEEPS, 2 + MOST_STEPS // (1 + sum(map(len, after.values()))))


def _all_crossings(order: Sequence[Sequence[str]], after: Beside) -> int:
    return sum(crossings(left, right, after) for left, right in pairwise(order))


def _mean(values: Sequence[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _settled(column: Sequence[str], height: Mapping[str, float], wish: Mapping[str, float]) -> dict[str, float]:
    """Return middles in the order of ``column``, apart by heights and gap, with the least squares to ``wish``."""
    offset, offsets = height[column[0]] / 2, []
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
    means = [max(total / count, 0.0) for total, count in pools for _ in range(count)]
    return {name: mean + shift for name, mean, shift in zip(column, means, offsets, strict=True)}
