"""How well a search answers judged queries: the usual figures of retrieval.

MRR@10 is the mean over queries of 1/rank of the first relevant document among the first ten, 0 when there is none.
Recall at k is the mean share of the relevant documents that stand among the first k; success at k is the share of
queries with at least one there. A query without any relevant document does not count.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

CUT = 10
RECALLS = (1, 5, 10)


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures of one run, shares from 0 to 1."""

    queries: int
    mrr: float
    recall: dict[int, float]
    success: dict[int, float]
    nothing: float
    """Share of queries with no result at all."""


def figures(found: Mapping[str, Sequence[str]], relevant: Mapping[str, Collection[str]]) -> Figures:
    """Judge the documents ``found`` for each query, best first, by those that are ``relevant`` to it."""
    judged = [(found[query], relevant[query]) for query in found if relevant.get(query)]
    size = len(judged) or 1
    return Figures(
        len(judged),
        sum(_reciprocal(ids, good) for ids, good in judged) / size,
        {cut: sum(_share(ids[:cut], good) for ids, good in judged) / size for cut in RECALLS},
        {cut: sum(not good.isdisjoint(ids[:cut]) for ids, good in _sets(judged)) / size for cut in RECALLS},
        sum(not ids for ids, _ in judged) / size,
    )


def quantile(values: Sequence[float], share: float) -> float:
    """Return the value below which ``share`` of ``values`` lie; 0 for none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


def _sets(judged: Sequence[tuple[Sequence[str], Collection[str]]]) -> list[tuple[Sequence[str], set[str]]]:
    return [(ids, set(good)) for ids, good in judged]


def _reciprocal(ids: Sequence[str], good: Collection[str]) -> float:
    return next((1 / rank for rank, found in enumerate(ids[:CUT], start=1) if found in good), 0.0)


def _share(ids: Sequence[str], good: Collection[str]) -> float:
    return sum(found in good for found in set(ids)) / len(set(good))
