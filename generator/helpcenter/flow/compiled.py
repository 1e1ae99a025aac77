"""A flow with what is computed from it once: its graph and its sections."""

from __future__ import annotations

from dataclasses import dataclass

from helpcenter.flow.graph import Graph
from helpcenter.flow.journeys import leaves_first
from helpcenter.flow.sections import MOST_SECTIONS, Sections, specialise
from helpcenter.model.flows import Flow


@dataclass(frozen=True, slots=True)
class Compiled:
    """``order`` lists all anchors, leaves first; None when sections are too many or lead in a cycle."""

    flow: Flow
    graph: Graph
    sections: Sections
    order: list[str] | None


def compiled(flow: Flow, most: int = MOST_SECTIONS) -> Compiled:
    """Compile ``flow``, whatever mistakes it has, to at most ``most`` sections."""
    graph = Graph(flow)
    sections = specialise(graph, most)
    return Compiled(flow, graph, sections, leaves_first(sections) if sections.complete else None)
