"""Where answers lead: the state of a flow is a replay of its answers, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from helpcenter.flow.graph import Edge, taken

Given = Mapping[str, str | Sequence[str]]
"""Node id to option id; a list where a question is asked more than once, in the order of the visits."""


class Walkable(Protocol):
    """What can be walked: a flow's graph, or the sections of its page, of which several may be copies of one node."""

    @property
    def start(self) -> str:
        """The place where every walk begins."""

    @property
    def options(self) -> Mapping[str, Mapping[str, Sequence[Edge]]]:
        """By place and option the edges that may be taken, the first that matches before all others."""

    def node_at(self, place: str) -> str:
        """Return the question, step or outcome that stands at ``place``."""

    def is_inside(self, node: str) -> bool:
        """Return whether ``node`` is a question, a step or an outcome of this flow."""


class Reason(StrEnum):
    """Why an answer was not used."""

    UNKNOWN_QUESTION = "unknown-question"
    UNKNOWN_OPTION = "unknown-option"
    USED_UP = "used-up"
    NOT_ASKED = "not-asked"


@dataclass(frozen=True, slots=True)
class Dropped:
    """An answer that the flow has no use for."""

    question: str
    option: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Replay:
    """The edges that were taken, the question or outcome where the answers end, and the answers not used."""

    path: tuple[Edge, ...]
    place: str
    dropped: tuple[Dropped, ...]

    @property
    def answers(self) -> tuple[tuple[str, str], ...]:
        """The answers that were used, as pairs of node and option."""
        return tuple((edge.node, edge.option) for edge in self.path)


def replay(graph: Walkable, given: Given) -> Replay:
    """Walk from the start as far as the answers lead.

    Each question takes the next of its answers that it offers; answers it does not offer, and all that the walk does
    not reach, are dropped and named. The order between questions does not matter. Never raises.
    """
    waiting = {node: [options] if isinstance(options, str) else list(options) for node, options in given.items()}
    dropped: list[Dropped] = []
    answers: dict[str, str] = {}
    used: dict[str, int] = {}
    path: list[Edge] = []
    place = graph.start
    while edge := _next(graph, place, waiting, answers, used, dropped):
        answers[edge.node] = edge.option
        if edge.counter:
            used[edge.counter] = used.get(edge.counter, 0) + 1
        path.append(edge)
        place = edge.target
    for node, options in waiting.items():
        reason = Reason.NOT_ASKED if graph.is_inside(node) else Reason.UNKNOWN_QUESTION
        dropped += [Dropped(node, option, reason) for option in options]
    return Replay(tuple(path), place, tuple(dropped))


def _next(
    graph: Walkable,
    place: str,
    waiting: dict[str, list[str]],
    answers: dict[str, str],
    used: dict[str, int],
    dropped: list[Dropped],
) -> Edge | None:
    """Return the edge of the next answer at ``place`` that may be taken; the others become ``dropped``."""
    offered = graph.options.get(place, {})
    node = graph.node_at(place)
    options = waiting.get(node, [])
    while options:
        option = options.pop(0)
        edge = taken(offered.get(option, ()), {**answers, node: option}, used)
        if edge is not None:
            return edge
        dropped.append(Dropped(node, option, Reason.USED_UP if option in offered else Reason.UNKNOWN_OPTION))
    return None
