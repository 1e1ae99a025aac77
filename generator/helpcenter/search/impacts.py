"""How much a term says in a document: what it weighs there, normalised by length and saturated, in levels."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

SATURATION = 2.0
LEVELS = 15
TEXT_STEP = 3
"""Texts are told in steps of so many levels: their postings are the most of the index."""
STEPPED = [max(1, TEXT_STEP * round(level / TEXT_STEP)) for level in range(LEVELS + 1)]
"""The step of each level."""


def impact_of(weight: float) -> int:
    """Return the level of a term that weighs so much."""
    return round(LEVELS * _saturated(weight))


@lru_cache(maxsize=1 << 10)
def added_by(weight: float, before: float) -> int:
    """Return how many levels ``weight`` adds to those of what a term weighs ``before``; of one entry many are alike."""
    return round(LEVELS * (_saturated(before + weight) - _saturated(before)))


def mean_of(lengths: Sequence[int]) -> float:
    """Return the mean of ``lengths``, 0 when there are none."""
    return sum(lengths) / len(lengths) if lengths else 0.0


def norm_of(length: int, mean: float, strength: float) -> float:
    """Return what to divide weights in a text of ``length`` by, if lengths count with a ``strength`` from 0 to 1."""
    return 1 - strength + strength * length / mean if mean else 1.0


def _saturated(weight: float) -> float:
    return weight / (SATURATION + weight)
