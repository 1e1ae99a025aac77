"""Boxes of a chart that ask nothing: what is to be done becomes a step, what only marks start and end is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from helpcenter.importing.draft import ChartArrow, Draft
from helpcenter.model.flows import OutcomeKind
from helpcenter.problems import Problem, warning

MARKERS = frozenset(
    ("开始", "起点", "开始排查", "流程开始", "结束", "终点", "完成", "流程结束", "结束流程",
     "start", "begin", "end", "stop", "finish", "finished", "done")
)  # fmt: skip
"""Texts of boxes that only mark where a chart begins and ends."""


def with_steps(draft: Draft) -> Draft:
    """Return ``draft`` with its steps marked and without markers. A text that stands nowhere any more is a finding."""
    return _Marker(draft).run()


class _Marker:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.lines = [replace(line, hint=draft.nodes[line.target].text) for line in _once(draft.lines)]
        self.out: dict[str, list[ChartArrow]] = {name: [] for name in draft.nodes}
        for line in self.lines:
            if not line.unsolved:
                self.out[line.source].append(line)
        self.start = self.first()
        head = draft.nodes.get(self.start)
        self.title = head.text if head and not draft.title and head.kind is OutcomeKind.SOLVED else ""
        self.dropped = {name for name in self.out if self.is_action(name) and self.marks(name)}

    def run(self) -> Draft:
        """Lead over the boxes that are dropped; an action before the end of all is an outcome."""
        last = {name for name in self.out if self.is_action(name) and self.is_end(self.place(self.out[name][0].target))}
        lines = [
            replace(line, target=self.place(line.target))
            for line in self.lines
            if line.source not in self.dropped and (line.source not in last or line.unsolved)
        ]
        reached = {line.target for line in lines}
        ended = {self.place(self.out[name][0].target) for name in last}
        gone = self.dropped | {name for name in ended if name not in reached}
        nodes = {
            name: replace(node, does=node.does or (self.is_action(name) and name not in last))
            for name, node in self.draft.nodes.items()
            if name not in gone
        }
        title = self.draft.title or ("" if _is_marker(self.title) else self.title)
        start = self.place(self.start) if self.start else ""
        found = replace(self.draft, title=title, start=start, nodes=nodes, lines=lines)
        return replace(found, problems=[*self.draft.problems, *(self.left_out(found) if lines else ())])

    def first(self) -> str:
        """Return the box that the chart begins with: the first that nothing leads to and that leads on."""
        if self.draft.start in self.out:
            return self.draft.start
        reached = {line.target for line in self.lines}
        leading = [name for name in self.out if self.out[name]]
        return next((name for name in leading if name not in reached), next(iter(leading), ""))

    def is_action(self, name: str) -> bool:
        """Return whether a box has one way on and is no decision."""
        out = self.out[name]
        return len(out) == 1 and not out[0].option and not (self.draft.nodes[name].asks and out[0].label)

    def marks(self, name: str) -> bool:
        """Return whether a box says nothing of what is to be done: a marker, or the name of the chart at its start."""
        return _is_marker(self.draft.nodes[name].text) or bool(self.title and name == self.start)

    def is_end(self, name: str) -> bool:
        return not self.out[name] and _is_marker(self.draft.nodes[name].text)

    def place(self, name: str) -> str:
        """Return where one comes to who goes to ``name``."""
        seen = set[str]()
        while name in self.dropped and name not in seen:
            seen.add(name)
            name = self.out[name][0].target
        return name

    def left_out(self, found: Draft) -> Iterator[Problem]:
        said = "\n".join((found.title, *(node.text for node in found.nodes.values())))
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
