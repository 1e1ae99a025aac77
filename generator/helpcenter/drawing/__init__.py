"""Pictures of flows and of states: the same graph as SVG, Mermaid, DOT and nested list."""

from __future__ import annotations

from helpcenter.drawing.diagram import Arrow, Box, Diagram, diagram_of
from helpcenter.drawing.dot import dot
from helpcenter.drawing.mermaid import mermaid
from helpcenter.drawing.states import states_picture
from helpcenter.drawing.svg import picture, standalone

__all__ = ["Arrow", "Box", "Diagram", "diagram_of", "dot", "mermaid", "picture", "standalone", "states_picture"]
