"""Directed graphs as mappings of each node to those it leads to: what follows, and what leads to itself."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

Vertex = TypeVar("Vertex", bound=Hashable)


def following(node: Vertex, after: Mapping[Vertex, Iterable[Vertex]], without: Container[Vertex] = ()) -> set[Vertex]:
    """Return ``node`` and all that follows it, but nothing of ``without``."""
    found, waiting = {node}, [node]
    while waiting:
        fresh = {target for target in after[waiting.pop()] if target not in found and target not in without}
        found |= fresh
        waiting += fresh
    return found


def left(after: Mapping[Vertex, Iterable[Vertex]]) -> list[Vertex]:
    """Return all nodes in the order in which a depth-first walk leaves them."""
    order: list[Vertex] = []
    seen: set[Vertex] = set()
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


def components(after: Mapping[Vertex, Iterable[Vertex]]) -> Iterator[set[Vertex]]:
    """Yield the sets of nodes that all lead to each other (strongly connected; Kosaraju)."""
    before: dict[Vertex, list[Vertex]] = {node: [] for node in after}
    for node, targets in after.items():
        for target in targets:
            before[target].append(node)
    done: set[Vertex] = set()
    for node in reversed(left(after)):
        if node not in done:
            found = following(node, before, done)
            done |= found
            yield found
