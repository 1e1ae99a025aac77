"""A diagram as a Mermaid flowchart that can be read back.

Labels are for people. What they cannot say (ids of options, conditions, retries) stands in comments before each
arrow, which Mermaid skips and ``importing.mermaid`` reads.
"""

from __future__ import annotations

from generator.drawing.diagram import EXIT, QUESTION, Arrow, Box, Diagram

SHAPES = {
    QUESTION: ("{", "}"),
    "solved": ("([", "])"),
    "wait": ("{{", "}}"),
    "contact": ("[/", "/]"),
    "not-possible": ("[[", "]]"),
    EXIT: (">", "]"),
}
"""What stands around the text of each kind of box."""
BREAK = "<br>"
_ENTITIES = {"#": "#35;", '"': "#quot;", "`": "#96;", "<": "#lt;", ">": "#gt;"}


def mermaid(diagram: Diagram) -> str:
    """Return the diagram as a flowchart, from left to right."""
    flow = diagram.flow
    names = {box.id: _name(box, number) for number, box in enumerate(diagram.boxes)}
    lines = ["flowchart LR", f"  accTitle: {flow.title}", f"  accDescr: {flow.summary}"]
    lines += [f"  %% flow {flow.id}", f"  %% start {flow.start}"]
    for box in diagram.boxes:
        opening, closing = SHAPES[box.kind]
        if box.kind == EXIT:
            lines.append(f"  %% exit {names[box.id]} {box.id}")
        lines.append(f'  {names[box.id]}{opening}"{_escaped(box.text)}"{closing}')
    for arrow in diagram.arrows:
        label = BREAK.join(_escaped(line) for line in arrow.label)
        source, target = names[arrow.edge.node], names[arrow.edge.target]
        lines += [f"  %% {_comment(arrow)}", f'  {source} -->|"{label}"| {target}']
    return "\n".join([*lines, ""])


def _name(box: Box, number: int) -> str:
    """Return an id that Mermaid takes: places in other flows may hold ``#``, and ``end`` is a word of its own."""
    return f"exit-{number}" if box.kind == EXIT else f"{box.id}_" if box.id == "end" else box.id


def _comment(arrow: Arrow) -> str:
    edge = arrow.edge
    parts = [f"option {edge.option}"]
    parts += [f"when {question}={','.join(options)}" for question, options in edge.when.items()]
    if edge.limit:
        parts.append(f"again {edge.limit}" if edge.counter.count(".") == 1 else f"again-rule {edge.limit}")
    return " ".join(parts)


def _escaped(text: str) -> str:
    return "".join(_ENTITIES.get(char, char) for char in text)
