"""What every check of a flow looks at: the flow, what was compiled from it, and where it was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from helpcenter.flow.compiled import Compiled
from helpcenter.flow.graph import Edge
from helpcenter.flow.paths import graph_paths, path_over, path_to, section_paths, story
from helpcenter.flow.sections import Section
from helpcenter.model.key_path import KeyPath
from helpcenter.sources.loading import Loaded

NO_WAY = "—"


class CheckedFlow:
    """One flow under examination."""

    def __init__(self, compiled: Compiled, loaded: Loaded) -> None:
        self.flow = compiled.flow
        self.graph = compiled.graph
        self.sections = compiled.sections
        self.order = compiled.order
        self.loaded = loaded
        self.origin = loaded.origins[compiled.flow.id]

    @cached_property
    def paths(self) -> dict[str, tuple[Edge, str] | None]:
        """Shortest ways from the start to every node, whatever rules say."""
        return graph_paths(self.graph)

    @cached_property
    def walked(self) -> dict[str, tuple[Edge, str] | None]:
        """Shortest ways from the start to every section, as rules let readers go."""
        return section_paths(self.sections)

    def way_by(self, edge: Edge) -> list[Edge] | None:
        """Return a shortest way that takes ``edge``; when nobody can take it, one to where it begins, and it.

        None when nobody comes there.
        """
        before = self.way_to(edge.node)
        return path_over(edge, self.sections, self.walked) or (None if before is None else [*before, edge])

    def way_to(self, node: str) -> list[Edge] | None:
        """Return a shortest way to ``node`` as rules let readers go, else None."""
        if node not in self._first and not self.sections.complete and node in self.paths:
            return path_to(node, self.paths)
        return path_to(self._first[node], self.walked) if node in self._first else None

    def answer(self, node: str, option: str) -> str:
        """Return the words of an answer; of who was not helped by an outcome, its title."""
        choice = self.graph.choosing.get(node)
        return self.graph.name(node) if choice is None else choice.options[option].label

    def story_to(self, node: str) -> str:
        """Tell a shortest way to ``node`` in answers."""
        return self.story(self.way_to(node))

    def story_by(self, edge: Edge) -> str:
        """Tell a way that takes ``edge``, or that comes to where it begins."""
        return self.story(self.way_by(edge))

    @cached_property
    def _first(self) -> dict[str, str]:
        """The section of each node that is nearest to the start."""
        found: dict[str, str] = {}
        for anchor in self.walked:
            if anchor in self.sections.by_anchor:
                found.setdefault(self.sections.by_anchor[anchor].node, anchor)
        return found

    def story(self, way: Iterable[Edge] | None) -> str:
        """Tell ``way`` in answers; a dash where nobody can go."""
        return NO_WAY if way is None else story(self.graph, list(way))

    def said(self, section: Section) -> Iterator[tuple[KeyPath, str]]:
        """Yield the way to each text that is shown in ``section`` below its title, and the text."""
        for index, name, text in section.says(self.flow.node(section.node).text):
            yield (*self.flow.way_to_text(section.node), index, name), text
