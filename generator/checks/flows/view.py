"""What every check of a flow looks at: the flow, what was compiled from it, and where it was written."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from generator.flow.compiled import Compiled
from generator.flow.graph import Edge
from generator.flow.routes import graph_routes, route_over, route_to, section_routes, story
from generator.loading import Loaded


class FlowView:
    """One flow under examination."""

    def __init__(self, compiled: Compiled, loaded: Loaded) -> None:
        self.flow = compiled.flow
        self.graph = compiled.graph
        self.sections = compiled.sections
        self.order = compiled.order
        self.loaded = loaded
        self.origin = loaded.origins[compiled.flow.id]

    @cached_property
    def routes(self) -> dict[str, tuple[Edge, str] | None]:
        """Shortest ways from the start to every node, whatever rules say."""
        return graph_routes(self.graph)

    @cached_property
    def walked(self) -> dict[str, tuple[Edge, str] | None]:
        """Shortest ways from the start to every section, as rules let readers go."""
        return section_routes(self.sections)

    def way_by(self, edge: Edge) -> list[Edge]:
        """Return a shortest way that takes ``edge``; when rules let nobody take it, one to where it begins, and it."""
        return route_over(edge, self.sections, self.walked) or [*route_to(edge.node, self.routes), edge]

    def answer(self, node: str, option: str) -> str:
        """Return the words of an answer; of who was not helped by an outcome, its title."""
        question = self.flow.questions.get(node)
        return self.graph.name(node) if question is None else question.options[option].label

    def story_to(self, node: str) -> str:
        """Tell a shortest way to ``node`` in answers, whatever rules say."""
        return self.story(route_to(node, self.routes))

    def story(self, way: Iterable[Edge]) -> str:
        """Tell ``way`` in answers."""
        return story(self.graph, list(way))

    def area(self, node: str) -> str:
        """Return under which key of the flow ``node`` is written."""
        return "questions" if node in self.flow.questions else "outcomes"
