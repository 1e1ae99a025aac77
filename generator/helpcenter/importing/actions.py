"""Boxes of a chart that ask nothing: start, end, and what is to be done on the way (one way on, no decision).

A flow knows questions and outcomes only. What is to be done before a question stands as its help, what is to be done
before an outcome at the head of its text. Where several ways meet, each gets a copy of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from helpcenter.importing.draft import ChartArrow, ChartNode, Draft
from helpcenter.problems import Problem, warning

MARKERS = frozenset(
    ("开始", "起点", "开始排查", "流程开始", "结束", "终点", "完成", "流程结束", "结束流程",
     "start", "begin", "end", "stop", "finish", "finished", "done")
)  # fmt: skip
"""Texts of boxes that only mark where a chart begins and ends."""


@dataclass(frozen=True, slots=True)
class _Way:
    """What is to be done from a box that asks nothing, and the question or outcome where that ends; '' in a cycle."""

    texts: tuple[str, ...]
    end: str


def without_actions(draft: Draft) -> Draft:
    """Return ``draft`` with questions and outcomes only. A text that stands nowhere any more is a finding."""
    return _Folder(draft).run()


class _Folder:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.lines = [replace(line, hint=draft.nodes[line.target].text) for line in _once(draft.lines)]
        self.out: dict[str, list[ChartArrow]] = {name: [] for name in draft.nodes}
        for line in self.lines:
            if not line.unsolved:
                self.out[line.source].append(line)
        self.start = self.first()
        entered = [line.target for line in self.lines if line.unsolved or not self.is_action(line.source)]
        self.entered = dict.fromkeys([*filter(None, [self.start]), *entered])
        self.ways = {name: self.way(name) for name in self.entered if self.is_action(name)}
        ends = [way.end for way in self.ways.values()]
        self.joined = {end for end in ends if self.out.get(end) and ends.count(end) == 1 and end not in self.entered}

    def run(self) -> Draft:
        """Put together what is entered, and what nothing ever led to, so that writers are told of it."""
        reached = {line.target for line in self.lines}
        kept = {self.place(name) for name in self.entered}
        kept |= {name for name in self.draft.nodes if name not in reached and not self.is_action(name)}
        nodes = {name: self.node(node) for name, node in self.draft.nodes.items() if name in kept}
        lines = [line for name in nodes for line in self.lines_of(name)]
        start = self.place(self.start) if self.start else ""
        found = replace(self.draft, start=start, nodes=nodes, lines=lines)
        return replace(found, problems=[*self.draft.problems, *(self.left_out(found) if lines else ())])

    def first(self) -> str:
        """Return the box that the chart begins with: the first that nothing leads to and that comes to a question."""
        if self.draft.start in self.out:
            return self.draft.start
        reached = {line.target for line in self.lines}
        asking = [name for name in self.out if self.out[name] and self.out.get(self.end(name))]
        return next((name for name in asking if name not in reached), next(iter(asking), ""))

    def is_action(self, name: str) -> bool:
        out = self.out[name]
        return len(out) == 1 and not out[0].option and not (self.draft.nodes[name].asks and out[0].label)

    def end(self, name: str) -> str:
        return self.way(name).end if self.is_action(name) else name

    def way(self, name: str) -> _Way:
        texts, seen = [], set[str]()
        while name not in seen and self.is_action(name):
            seen.add(name)
            line, text = self.out[name][0], self.draft.nodes[name].text
            if not _is_marker(text):
                texts.append(f"{text}{_bracketed(line.label)}")
            name = line.target
        return _Way(tuple(texts), "" if name in seen else name)

    def place(self, name: str) -> str:
        """Return the box that stands for ``name``: itself, or the end of its way when that needs no copy."""
        way = self.ways.get(name)
        return way.end if way and way.end and (not way.texts or way.end in self.joined) else name

    def node(self, node: ChartNode) -> ChartNode:
        """Return ``node`` with what is to be done before it; for an action, the copy of its end with that before it."""
        if node.name in self.joined:
            way = next(way for way in self.ways.values() if way.end == node.name)
            return replace(node, body=_said(way.texts, node.body))
        if node.name not in self.ways:
            return node
        way = self.ways[node.name]
        end = self.draft.nodes.get(way.end, replace(node, text="", kind=None, body=""))
        if self.out.get(way.end):
            return replace(end, name=node.name, id=node.id, location=node.location, body=_said(way.texts, end.body))
        last = () if _is_marker(end.text) else (end.text,)
        return replace(node, kind=end.kind, body=_said((*way.texts, *last), end.body))

    def lines_of(self, name: str) -> Iterator[ChartArrow]:
        """Yield the arrows that leave ``name``; a copy has those of its end."""
        source = self.ways[name].end if name in self.ways else name
        for line in self.lines:
            if line.source == source:
                yield replace(line, source=name, target=self.place(line.target))

    def left_out(self, found: Draft) -> Iterator[Problem]:
        said = "\n".join(f"{node.text}\n{node.body}" for node in found.nodes.values())
        for name, node in self.draft.nodes.items():
            if name not in found.nodes and node.text not in said:
                yield warning("import-left-out", node.location, text=node.text)


def _once(lines: Iterable[ChartArrow]) -> Iterator[ChartArrow]:
    """Yield arrows, those without a label only once between two boxes."""
    seen = set()
    for line in lines:
        plain = line.source, line.target, line.label, line.option, line.when, line.unsolved
        if line.label or line.option or plain not in seen:
            yield line
        seen.add(plain)


def _is_marker(text: str) -> bool:
    return not text or text.strip(" .。!！…").casefold() in MARKERS


def _bracketed(label: str) -> str:
    if not label:
        return ""
    return f" ({label})" if label.isascii() else f"（{label}）"


def _said(texts: Iterable[str], body: str) -> str:
    """Return ``texts`` as a paragraph, several as a numbered list, before ``body``."""
    steps = [*texts]
    if len(steps) > 1:
        steps = [f"{number}. {text}" for number, text in enumerate(steps, start=1)]
    return "\n\n".join(filter(None, ("\n".join(steps), body)))
