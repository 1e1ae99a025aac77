"""Guided flows as graphs: replay, specialisation, journeys and routes. Knows no HTML and no files."""

from __future__ import annotations

from generator.flow.graph import NOT_SOLVED, Edge, Graph
from generator.flow.replay import Dropped, Replay, replay
from generator.flow.sections import MOST_SECTIONS, Section, Sections, specialise

__all__ = [
    "MOST_SECTIONS",
    "NOT_SOLVED",
    "Dropped",
    "Edge",
    "Graph",
    "Replay",
    "Section",
    "Sections",
    "replay",
    "specialise",
]
