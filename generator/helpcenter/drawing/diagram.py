"""A flow as boxes and arrows, in the words that a picture shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from helpcenter.flow.graph import Edge, Graph
from helpcenter.model.flows import Doing, Flow, Question
from helpcenter.words.catalogue import Words

QUESTION, DO, EXIT = "question", "do", "exit"


class Box(NamedTuple):
    """A question, a step, an outcome (``kind`` as in the model) or a place in another flow."""

    id: str
    text: str
    kind: str


class Arrow(NamedTuple):
    """An edge with its answer. ``condition`` is what a rule asks for, ``times`` how often a retry is allowed."""

    edge: Edge
    answer: str
    condition: str
    times: str

    @property
    def label(self) -> tuple[str, ...]:
        """The lines beside the arrow."""
        return tuple(line for line in (self.answer, self.condition, self.times) if line)


class Diagram(NamedTuple):
    """All boxes and all arrows, in the writer's order."""

    flow: Flow
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def diagram_of(graph: Graph, words: Words, titles: Mapping[str, str] | None = None) -> Diagram:
    """Return the diagram of a flow in ``words``, those of the interface; ``titles`` are those of other flows by id."""
    flow = graph.flow
    boxes = [Box(node, _line(question.ask), QUESTION) for node, question in flow.questions.items()]
    boxes += [Box(node, _line(step.do), DO) for node, step in flow.steps.items()]
    boxes += [Box(node, _line(outcome.title), outcome.kind.value) for node, outcome in flow.outcomes.items()]
    edges = list(graph.all_edges())
    exits = dict.fromkeys(edge.target for edge in edges if not graph.is_inside(edge.target))
    boxes += [Box(target, words("map.exit", flow=_title(target, titles or {})), EXIT) for target in exits]
    return Diagram(flow, tuple(boxes), tuple(_arrow(edge, graph, words) for edge in edges))


def _title(target: str, titles: Mapping[str, str]) -> str:
    return titles.get(target.partition("#")[0], target)


def _arrow(edge: Edge, graph: Graph, words: Words) -> Arrow:
    comma = words("page.comma")
    read = [
        words("map.answered", question=_line(asked.title), answers=comma.join(_labels(asked, options)))
        for asked, options in ((graph.choosing[name], options) for name, options in edge.when.items())
    ]
    condition = words("map.if", answers=comma.join(read)) if read else ""
    times = words("map.again", times=edge.limit) if edge.limit else ""
    return Arrow(edge, _line(graph.label(edge)) or words("map.unsolved"), condition, times)


def _labels(asked: Question | Doing, options: tuple[str, ...]) -> list[str]:
    return [_line(asked.options[option].label) for option in options]


def _line(text: str) -> str:
    """Return ``text`` with single blanks; more of them would be lost in most formats."""
    return " ".join(text.split())
