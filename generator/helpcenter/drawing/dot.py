"""A diagram in the DOT language of Graphviz."""

from __future__ import annotations

from helpcenter.drawing.diagram import DO, EXIT, QUESTION, Diagram

SHAPES = {
    QUESTION: "box, style=rounded",
    DO: "box",
    "solved": "ellipse",
    "wait": "hexagon",
    "contact": "parallelogram",
    "not-possible": "octagon",
    EXIT: "cds",
}


def dot(diagram: Diagram) -> str:
    """Return the diagram as a directed graph, from left to right."""
    lines = ["digraph flow {", "  rankdir=LR;", f"  label={_quoted(diagram.flow.title)};"]
    lines += [f"  {_quoted(box.id)} [label={_quoted(box.text)}, shape={SHAPES[box.kind]}];" for box in diagram.boxes]
    for arrow in diagram.arrows:
        label = _quoted("\n".join(arrow.label))
        style = ", style=dashed" if arrow.times else ""
        lines.append(f"  {_quoted(arrow.edge.node)} -> {_quoted(arrow.edge.target)} [label={label}{style}];")
    return "\n".join([*lines, "}", ""])


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
