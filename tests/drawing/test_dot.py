"""The chart in the DOT language, read with a small reader of that language."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from helpcenter.drawing import Diagram, dot
from helpcenter.model.flows import Flow
from tests.drawing.diagrams import EXAMPLES, drawn, example_flow, hostile_flow, labelled_flows, sample

TOKEN = re.compile(r'\s*(?:(?P<text>"(?:[^"\\]|\\.)*")|(?P<word>\w+)|(?P<sign>->|[{}\[\];=,]))', re.DOTALL)
Attributes = dict[str, str]


def tokens(text: str) -> list[str]:
    """Return the tokens of DOT; fails on what is none."""
    found, at = [], 0
    while at < len(text.rstrip()):
        match = TOKEN.match(text, at)
        assert match is not None, text[at : at + 40]
        found.append(match[0].strip())
        at = match.end()
    return found


def read(text: str) -> tuple[dict[str, Attributes], list[tuple[str, str, Attributes]]]:
    """Return nodes and edges of a digraph."""
    inner = tokens(text)
    assert inner[:3] == ["digraph", "flow", "{"]
    assert inner[-1] == "}"
    nodes: dict[str, Attributes] = {}
    edges = []
    statement: list[str] = []
    for token in inner[3:-1]:
        if token != ";":
            statement.append(token)
            continue
        pairs = statement[statement.index("[") + 1 : -1] if statement[-1] == "]" else []
        attributes = dict(zip(pairs[::4], pairs[2::4], strict=True))
        assert pairs[1::4] == ["="] * len(attributes)
        if statement[1] == "->":
            edges.append((plain(statement[0]), plain(statement[2]), attributes))
        elif statement[1] == "[":
            nodes[plain(statement[0])] = attributes
        statement = []
    assert statement == []
    return nodes, edges


def plain(token: str) -> str:
    """Return what a quoted text says in a label."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], token[1:-1])


def holds(diagram: Diagram) -> None:
    nodes, edges = read(dot(diagram))
    assert {name: plain(said["label"]) for name, said in nodes.items()} == {box.id: box.text for box in diagram.boxes}
    drawn_edges = [(source, target, plain(said["label"]), "style" in said) for source, target, said in edges]
    assert drawn_edges == [
        (arrow.edge.node, arrow.edge.target, "\n".join(arrow.label), bool(arrow.times)) for arrow in diagram.arrows
    ]


@pytest.mark.parametrize("name", EXAMPLES)
def test_example_flows(name: str) -> None:
    holds(drawn(example_flow(name)))


def test_hostile_labels() -> None:
    holds(drawn(hostile_flow()))


@settings(max_examples=60)
@given(labelled_flows())
def test_any_flow(flow: Flow) -> None:
    holds(drawn(flow))


def test_the_sample() -> None:
    text = dot(sample())
    assert text.startswith('digraph flow {\n  rankdir=LR;\n  label="撤销不了？一步步找原因";\n')
    assert '  "what" [label="你想取消什么？", shape=box, style=rounded];\n' in text
    assert '  "parcel" -> "status" [label="选错了，再看一次\\n最多 1 次", style=dashed];\n' in text
    shapes = {said["shape"] for said in read(text)[0].values()}
    assert shapes == {"box", "ellipse", "hexagon", "parallelogram", "octagon"}
