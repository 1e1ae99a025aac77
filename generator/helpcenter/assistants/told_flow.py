"""A flow as its page has it, told by ``flow.json``: sections and options, without any rule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpcenter.flow.graph import Edge


class ToldFlow:
    """Can be walked by ``flow.replay``: places are sections, and every option that one offers leads to one other."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        self.id: str = told["id"]
        self.start: str = told["start"]
        self.people: list[str] = told["people"]
        self.sections: Mapping[str, Mapping[str, Any]] = told["sections"]
        self._nodes = {section["node"] for section in self.sections.values()}
        self.options = {anchor: self._offered(section) for anchor, section in self.sections.items()}

    def node_at(self, place: str) -> str:
        """Return the node that the section is a copy of; a place outside the flow is itself."""
        return str(self.sections[place]["node"]) if place in self.sections else place

    def is_inside(self, node: str) -> bool:
        """Return whether readers can come to ``node`` in this flow."""
        return node in self._nodes

    def _offered(self, section: Mapping[str, Any]) -> dict[str, tuple[Edge, ...]]:
        """Return the options of a section; what only other copies of its node offer leads nowhere from here."""
        node = section["node"]
        copies = (one for one in self.sections.values() if one["node"] == node)
        nowhere: dict[str, tuple[Edge, ...]] = {option["id"]: () for one in copies for option in one["options"]}
        here = {one["id"]: (Edge(node, one["id"], one["to"], (), {}),) for one in section["options"]}
        return {**nowhere, **here}
