"""Pictures of flows: the same graph as SVG, Mermaid, DOT and nested list."""

from __future__ import annotations

from generator.drawing.diagram import Arrow, Box, Diagram, diagram_of
from generator.drawing.dot import dot
from generator.drawing.mermaid import mermaid
from generator.drawing.svg import picture, standalone

__all__ = ["Arrow", "Box", "Diagram", "diagram_of", "dot", "mermaid", "picture", "standalone"]
