"""A flow as a graph: one node for each question, step and outcome, one edge for each rule of a way on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from helpcenter.model.flows import Flow, Outcome, Rule
from helpcenter.model.key_path import KeyPath

NOT_SOLVED = "not-solved"
"""The answer that leads on from an outcome which did not help."""



@dataclass(frozen=True, slots=True)
class Edge:
    """From ``node`` by the answer ``option`` to ``target``, if the earlier answers are among those of ``when``.

    ``counter`` names what counts how often it was taken; it may be taken ``limit`` times. Both are empty for an
    edge without ``again``. ``steps`` is the way to the target in the flow's YAML, the same for all edges of one rule.
    """

    node: str
    option: str
    target: str
    steps: KeyPath
    when: Mapping[str, tuple[str, ...]]
    counter: str = ""
    limit: int = 0

    def matches(self, answers: Mapping[str, str], used: Mapping[str, int]) -> bool:
        """Return whether the edge may be taken after ``answers``, its counter being at ``used``."""
        if self.counter and used.get(self.counter, 0) >= self.limit:
            return False
        return all(answers.get(question) in options for question, options in self.when.items())


class Graph:
    """All edges of a flow by node and option, in the writer's order. Targets outside the flow are ends too."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.start = flow.start
        self.choosing = flow.choosing
        self.nodes: tuple[str, ...] = (*self.choosing, *flow.outcomes)
        self.options: dict[str, dict[str, tuple[Edge, ...]]] = {
            node: {
                option: tuple(_edges(node, option, typed.to, (*flow.way_to(node, option), "to"), typed.again or 0))
                for option, typed in choice.options.items()
            }
            for node, choice in self.choosing.items()
        }
        for node, outcome in flow.outcomes.items():
            led = tuple(_way_on(node, outcome, flow))
            self.options[node] = {NOT_SOLVED: led} if led else {}
        self._edges = {
            node: tuple(edge for edges in options.values() for edge in edges) for node, options in self.options.items()
        }

    def edges(self, node: str) -> tuple[Edge, ...]:
        """Return the edges that leave ``node``; none when it is no node of this flow."""
        return self._edges.get(node, ())

    def all_edges(self) -> Iterator[Edge]:
        """Yield every edge."""
        for edges in self._edges.values():
            yield from edges

    def rules(self) -> Collection[Edge]:
        """Return one edge for each rule that was written: one that holds for several outcomes is given once."""
        found: dict[KeyPath, Edge] = {}
        for edge in self.all_edges():
            found.setdefault(edge.steps, edge)
        return found.values()

    def is_outcome(self, node: str) -> bool:
        """Return whether ``node`` ends a journey: an outcome, or a place in another flow."""
        return node not in self.choosing

    def asks(self, node: str) -> bool:
        """Return whether ``node`` is a question."""
        return node in self.flow.questions

    def is_step(self, node: str) -> bool:
        """Return whether ``node`` is something to do, between questions and outcomes."""
        return node in self.flow.steps

    def node_at(self, place: str) -> str:
        """Return ``place``: every node stands in one place."""
        return place

    def is_inside(self, node: str) -> bool:
        """Return whether ``node`` is a question, a step or an outcome of this flow."""
        return node in self.options

    def label(self, edge: Edge) -> str:
        """Return the words of the answer of ``edge``; empty for the edge of who was not helped."""
        choice = self.choosing.get(edge.node)
        return "" if choice is None else choice.options[edge.option].label

    def name(self, node: str) -> str:
        """Return the words of a question, a step or an outcome; a place in another flow is called by its id."""
        found = self.choosing.get(node) or self.flow.outcomes.get(node)
        return node if found is None else found.title

    def read_in(self, node: str) -> Iterator[str]:
        """Yield the questions whose answers the text of ``node`` depends on."""
        found = self.choosing.get(node) or self.flow.outcomes.get(node)
        yield from (question for part in (found.text if found else ()) for question in part.when)

    def all_read(self) -> Iterator[Mapping[str, tuple[str, ...]]]:
        """Yield what the parts of all texts ask for."""
        yield from (part.when for typed in self.flow.nodes.values() for part in typed.text if part.when)


def taken(edges: Iterable[Edge], answers: Mapping[str, str], used: Mapping[str, int]) -> Edge | None:
    """Return the first of an option's ``edges`` that matches, or None when none may be taken."""
    return next((edge for edge in edges if edge.matches(answers, used)), None)


def _way_on(node: str, outcome: Outcome, flow: Flow) -> Iterator[Edge]:
    """Yield the edges for who was not helped: those of the outcome, else of the flow, but not from where these lead."""
    if outcome.not_solved is not None:
        yield from _edges(node, NOT_SOLVED, outcome.not_solved, ("outcomes", node, "not_solved"))
    elif all(rule.go != node for rule in flow.not_solved):
        yield from _edges(node, NOT_SOLVED, flow.not_solved, ("not_solved",))


def _edges(node: str, option: str, rules: Sequence[Rule], steps: KeyPath, again: int = 0) -> Iterator[Edge]:
    for index, rule in enumerate(rules):
        name = f"{node}.{option}"
        counter = f"{name}.{index}" if rule.again else name if again else ""
        yield Edge(node, option, rule.go, (*steps, index, "go"), rule.when, counter, rule.again or again)
