"""Directed graphs as mappings of each node to those it leads to: what follows, and what leads to itself."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def following(node: Node, after: Mapping[Node, Iterable[Node]], without: Container[Node] = ()) -> set[Node]:
    """Return ``node`` and all that follows it, but nothing of ``without``."""
    found, waiting = {node}, [node]
    while waiting:
        fresh = {target for target in after[waiting.pop()] if target not in found and target not in without}
        found |= fresh
        waiting += fresh
    return found


def left(after: Mapping[Node, Iterable[Node]]) -> list[Node]:
    """Return all nodes in the order in which a depth-first walk leaves them."""
    order: list[Node] = []
    seen: set[Node] = set()
    for first in after:
        stack = [] if first in seen else [(first, iter(after[first]))]
        seen.add(first)
        while stack:
            node, targets = stack[-1]
            target = next((target for target in targets if target not in seen), None)
            if target is None:
                order.append(node)
                stack.pop()
            else:
                seen.add(target)
                stack.append((target, iter(after[target])))
    return order


def components(after: Mapping[Node, Iterable[Node]]) -> Iterator[set[Node]]:
    """Yield the sets of nodes that all lead to each other (strongly connected; Kosaraju)."""
    before: dict[Node, list[Node]] = {node: [] for node in after}
    for node, targets in after.items():
        for target in targets:
            before[target].append(node)
    done: set[Node] = set()
    for node in reversed(left(after)):
        if node not in done:
            found = following(node, before, done)
            done |= found
            yield found
