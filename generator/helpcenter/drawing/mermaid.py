"""A diagram as a Mermaid flowchart that can be read back.

Labels are for people. What they cannot say (ids, conditions, retries) stands in comments, which Mermaid skips and
``importing.mermaid`` reads.
"""

from __future__ import annotations

import re

from helpcenter.drawing.diagram import DO, EXIT, QUESTION, Arrow, Box, Diagram

SHAPES = {
    QUESTION: ("{", "}"),
    DO: ("[", "]"),
    "solved": ("([", "])"),
    "wait": ("{{", "}}"),
    "contact": ("[/", "/]"),
    "not-possible": ("[[", "]]"),
    EXIT: (">", "]"),
}
"""What stands around the text of each kind of box."""
BREAK = "<br>"
NOTE = "%% helpcenter "
"""How a comment begins that is for us."""
_ENTITIES = {"#": "#35;", "&": "#amp;", '"': "#quot;", "`": "#96;", "<": "#lt;", ">": "#gt;", "|": "#124;"}
_ENTITIES |= {"\\": "#92;", "$": "#36;"}
_WORDS = "end|graph|flowchart|subgraph|style|linkStyle|class|classDef|click|default|direction|href|call"
_SAFE = re.compile(rf"(?!(?:{_WORDS})\b)\w+(-\w+)*", re.ASCII)
"""Ids that Mermaid takes for one name."""


def mermaid(diagram: Diagram) -> str:
    """Return the diagram as a flowchart, from left to right."""
    flow = diagram.flow
    names = {box.id: _name(box, number) for number, box in enumerate(diagram.boxes)}
    lines = ["flowchart LR", f"  accTitle: {_line(flow.title)}", f"  accDescr: {_line(flow.summary)}"]
    lines += [f"  {NOTE}flow {flow.id}", f"  {NOTE}start {names.get(flow.start, flow.start)}"]
    for box in diagram.boxes:
        opening, closing = SHAPES[box.kind]
        if names[box.id] != box.id:
            lines.append(f"  {NOTE}{'exit' if box.kind == EXIT else 'id'} {names[box.id]} {box.id}")
        lines.append(f'  {names[box.id]}{opening}"{_escaped(box.text)}"{closing}')
    for arrow in diagram.arrows:
        label = BREAK.join(_escaped(line) for line in arrow.label)
        source, target = names[arrow.edge.node], names[arrow.edge.target]
        lines += [f"  {NOTE}{_comment(arrow)}", f'  {source} -->|"{label}"| {target}']
    return "\n".join([*lines, ""])


def _name(box: Box, number: int) -> str:
    """Return a name that Mermaid takes; ids have no ``_``, so it cannot be that of another box."""
    return box.id if box.kind != EXIT and _SAFE.fullmatch(box.id) else f"{box.kind}_{number}"


def _comment(arrow: Arrow) -> str:
    edge = arrow.edge
    area, option = edge.steps[0], edge.option
    parts = [f"option {option}" if area == "questions" else f"way {option}" if area == "steps" else "not-solved"]
    parts += [f"when {question}={','.join(options)}" for question, options in edge.when.items()]
    if edge.limit:
        parts.append(f"again {edge.limit}" if edge.counter.count(".") == 1 else f"again-rule {edge.limit}")
    return " ".join(parts)


def _escaped(text: str) -> str:
    return "".join(_ENTITIES.get(char, char) for char in text)


def _line(text: str) -> str:
    return " ".join(text.split())
