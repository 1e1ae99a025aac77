"""Specialisation: rules, texts for some and counters are compiled away, so that a page needs links only.

Each node is repeated for each combination of the earlier answers that its text or something further on still reads
(live-variable analysis, as compilers do for registers) and of the counters that still count. A copy is a section of
the page.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from helpcenter.flow.graph import Edge, Graph, taken
from helpcenter.model.flows import Said
from helpcenter.model.key_path import KeyPath

MOST_SECTIONS = 2000
_NONE = "0"
"""What tells the copy of a node apart that depends on answers and has none of them; no option can be called so."""

SectionState = tuple[str, tuple[str, ...], tuple[int, ...]]
"""A node, the live answers in the order of the flow ('' where not given) and the live counters."""


@dataclass(frozen=True, slots=True)
class Section:
    """One copy of a node: its anchor on the page and, by option, the edge taken and the anchor it leads to.

    The anchor of a target outside the flow is the target itself. ``alias`` is the anchor that the first copy of a node
    would have as a later one, so that links to it hold when the order of options changes; empty where there is none.
    ``answers`` are those earlier ones that tell the copies of a node apart.
    """

    anchor: str
    node: str
    links: Mapping[str, tuple[Edge, str]]
    alias: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)

    def says(self, parts: Iterable[Said]) -> Iterator[tuple[int, str, str]]:
        """Yield what is shown here of a text in ``parts``, as ``said`` does."""
        return said(parts, self.answers)


@dataclass(frozen=True, slots=True)
class Sections:
    """All sections by anchor, the start first, in the order of a breadth-first walk.

    ``matched`` and ``fired`` are the ``steps`` of edges whose condition held, and that were taken, somewhere. With
    ``complete`` false there are more sections than are allowed, and only some of them are here.
    """

    start: str
    by_anchor: Mapping[str, Section]
    matched: frozenset[KeyPath]
    fired: frozenset[KeyPath]
    complete: bool

    def of(self, node: str) -> list[Section]:
        """Return the copies of ``node``, the one with the plain anchor first."""
        return [section for section in self.by_anchor.values() if section.node == node]

    def next_of(self, section: Section) -> Iterable[Section]:
        """Return the sections that ``section`` leads to inside the flow."""
        return [self.by_anchor[anchor] for _, anchor in section.links.values() if anchor in self.by_anchor]


def said(parts: Iterable[Said], answers: Mapping[str, str]) -> Iterator[tuple[int, str, str]]:
    """Yield what is shown after ``answers``: number of the part, its field (``text``, ``else``), words."""
    for index, part in enumerate(parts):
        if all(answers.get(question) in options for question, options in part.when.items()):
            yield index, "text", part.text
        elif part.otherwise is not None:
            yield index, "else", part.otherwise


def live_answers(graph: Graph) -> dict[str, frozenset[str]]:
    """Return for each node the earlier questions whose answers it, or a rule or a text further on, still reads."""
    here = {node: frozenset(graph.read_in(node)) for node in graph.nodes}
    ruled = (name for edge in graph.all_edges() for name in edge.when)
    names = list(dict.fromkeys([*ruled, *(name for node in graph.nodes for name in graph.read_in(node))]))
    return _live(graph, names, _answers_read, here, kills=True)


def read_alike(graph: Graph) -> dict[tuple[str, str], str]:
    """Return for each answer that some rule or text reads the first one that all of them read like it.

    Answers that none reads are not there: they are read as if nothing had been asked.
    """
    readers = [*(edge.when for edge in graph.all_edges()), *graph.all_read()]
    asked: dict[str, list[tuple[str, ...]]] = {}
    for when in readers:
        for question, options in when.items():
            asked.setdefault(question, []).append(options)
    found: dict[tuple[str, str], str] = {}
    for question, lists in asked.items():
        sets = [frozenset(options) for options in dict.fromkeys(lists)]
        first: dict[tuple[bool, ...], str] = {}
        for option in dict.fromkeys(option for options in lists for option in options):
            found[question, option] = first.setdefault(tuple(option in one for one in sets), option)
    return found


def live_counters(graph: Graph) -> dict[str, frozenset[str]]:
    """Return for each node the counters that an edge at it or further on still reads."""
    names = list(dict.fromkeys(edge.counter for edge in graph.all_edges() if edge.counter))
    return _live(graph, names, _counters_read, {}, kills=False)


def specialise(graph: Graph, most: int = MOST_SECTIONS) -> Sections:
    """Return the sections that can be reached from the start, at most ``most``."""
    return _Specialiser(graph, most).run()


class _Specialiser:
    def __init__(self, graph: Graph, most: int) -> None:
        self.graph = graph
        self.most = most
        answers, counters = live_answers(graph), live_counters(graph)
        order = {node: place for place, node in enumerate(graph.nodes)}
        self.answers = {node: sorted(live, key=lambda name: order.get(name, 0)) for node, live in answers.items()}
        self.counters = {node: sorted(live) for node, live in counters.items()}
        self.told = read_alike(graph)
        self.anchors: dict[SectionState, str] = {}
        self.taken: set[str] = set()
        self.matched: set[KeyPath] = set()
        self.fired: set[KeyPath] = set()

    def run(self) -> Sections:
        start = self.state(self.graph.start, {}, {})
        found: dict[str, Section] = {}
        queue = deque([start])
        first = self.anchor(start)
        while queue and len(found) < self.most:
            state = queue.popleft()
            links, seen = {}, len(self.anchors)
            answers, used = self.known(state)
            for option, edges in self.graph.options.get(state[0], {}).items():
                after = self.after(edges, {**answers, state[0]: option}, used)
                if after is not None:
                    links[option] = after[0], self.anchor(after[1])
                    if len(self.anchors) > seen and self.graph.is_inside(after[1][0]):
                        queue.append(after[1])
                    seen = len(self.anchors)
            anchor = self.anchors[state]
            alias = self.full_name(state)
            shown = "" if alias in (anchor, f"{anchor}~{_NONE}") else alias
            found[anchor] = Section(anchor, state[0], links, shown, answers)
        return Sections(first, found, frozenset(self.matched), frozenset(self.fired), not queue)

    def state(self, node: str, answers: Mapping[str, str], used: Mapping[str, int]) -> SectionState:
        live, counters = self.answers.get(node, ()), self.counters.get(node, ())
        if not live and not counters:
            return node, (), ()
        known = tuple(self.told.get((name, answers.get(name, "")), "") for name in live)
        return node, known, tuple(used.get(name, 0) for name in counters)

    def known(self, state: SectionState) -> tuple[dict[str, str], dict[str, int]]:
        """Return the live answers and counters of ``state`` by name."""
        node, values, counts = state
        answers = {name: value for name, value in zip(self.answers.get(node, ()), values, strict=True) if value}
        return answers, dict(zip(self.counters.get(node, ()), counts, strict=True))

    def after(
        self, edges: tuple[Edge, ...], answers: Mapping[str, str], used: Mapping[str, int]
    ) -> tuple[Edge, SectionState] | None:
        """Return which of an option's ``edges`` is taken after ``answers``, and the state it leads to."""
        edge = taken(edges, answers, used)
        if edge is None:
            return None
        self.matched.update(other.steps for other in edges if other is edge or other.matches(answers, used))
        self.fired.add(edge.steps)
        if edge.counter:
            used = {**used, edge.counter: used.get(edge.counter, 0) + 1}
        return edge, self.state(edge.target, answers, used)

    def anchor(self, state: SectionState) -> str:
        """Return the anchor of ``state``: the id of its node, and the answers that tell a later copy apart."""
        if state not in self.anchors:
            self.anchors[state] = self.full_name(state) if state[0] in self.taken else state[0]
            self.taken.add(state[0])
        return self.anchors[state]

    @staticmethod
    def full_name(state: SectionState) -> str:
        """Return the node's id with the live answers and counters; the id alone for a node that depends on none.

        It never ends with a tilde, which chats leave out of a link.
        """
        node, values, counts = state
        parts = [*values, *(str(count) if count else "" for count in counts)]
        return f"{node}~{'~'.join(parts).rstrip('~') or _NONE}" if parts else node


def _answers_read(edge: Edge) -> Iterable[str]:
    return edge.when


def _counters_read(edge: Edge) -> Iterable[str]:
    return (edge.counter,) if edge.counter else ()


def _live(
    graph: Graph,
    names: list[str],
    reads: Callable[[Edge], Iterable[str]],
    here: Mapping[str, Iterable[str]],
    *,
    kills: bool,
) -> dict[str, frozenset[str]]:
    """Solve the data-flow equations backwards: live(node) = union over its edges of reads and live(target), less node.

    What is read ``here``, before the node is answered, is live even if it is the answer that was given there before.
    Sets are bits of an int; a node is looked at again only when one it leads to has changed.
    """
    if not names:
        return dict.fromkeys(graph.nodes, frozenset())
    bit = {name: 1 << place for place, name in enumerate(names)}
    kept = {node: ~bit.get(node, 0) if kills else -1 for node in graph.nodes}
    read = {node: sum({bit[name] for edge in graph.edges(node) for name in reads(edge)}) for node in graph.nodes}
    own = {node: sum({bit[name] for name in here.get(node, ())}) for node in graph.nodes}
    after = {node: [edge.target for edge in graph.edges(node) if graph.is_inside(edge.target)] for node in graph.nodes}
    before: dict[str, list[str]] = {node: [] for node in graph.nodes}
    for node, targets in after.items():
        for target in targets:
            before[target].append(node)
    live = dict.fromkeys(graph.nodes, 0)
    waiting = dict.fromkeys(graph.nodes)
    while waiting:
        node, _ = waiting.popitem()
        found = read[node]
        for target in after[node]:
            found |= live[target]
        found = (found & kept[node]) | own[node]
        if found != live[node]:
            live[node] = found
            waiting |= dict.fromkeys(before[node])
    return {node: frozenset(_named(bits, names)) for node, bits in live.items()}


def _named(bits: int, names: list[str]) -> Iterator[str]:
    """Yield the names whose bits are set."""
    while bits:
        lowest = bits & -bits
        yield names[lowest.bit_length() - 1]
        bits ^= lowest
