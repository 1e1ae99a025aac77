"""What a picture or a file of another program says of a flow, and the YAML that it becomes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from generator.flow.graph import NOT_SOLVED
from generator.flow_model import Kind
from generator.importing.ids import Ids, slug
from generator.problems import Location, Problem, problem, warning
from generator.words import Words
from generator.yaml_text import yaml_text


@dataclass(slots=True)
class Node:
    """A box as found: its name at the source, its text, and its kind where the source tells it."""

    name: str
    text: str
    location: Location
    kind: Kind | None = None
    body: str = ""
    elsewhere: str = ""
    """The flow that a box stands for which is no part of this one."""


@dataclass(frozen=True, slots=True)
class Line:
    """An arrow as found, between names of the source. ``option`` is empty where the source has no id for it."""

    source: str
    target: str
    label: str
    location: Location
    option: str = ""
    when: tuple[tuple[str, tuple[str, ...]], ...] = ()
    again: str = ""
    again_rule: str = ""


@dataclass(slots=True)
class Draft:
    """A flow as found, nodes by name in their order."""

    file: str
    id: str = ""
    title: str = ""
    summary: str = ""
    start: str = ""
    nodes: dict[str, Node] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Imported:
    """The YAML of a flow and everything that a person must look at; no YAML when nothing could be made of it."""

    id: str
    text: str
    problems: tuple[Problem, ...]


def as_yaml(draft: Draft, topic: str, words: Words) -> Imported:
    """Return the flow of ``draft`` in our format; ``words`` (of the interface) stand where the source has none."""
    asked = {line.source for line in draft.lines if line.option != NOT_SOLVED}
    if not asked:
        found = problem("import-nothing", Location(draft.file))
        return Imported("", "", (*draft.problems, found))
    return _Writer(draft, topic, words, asked).run()


class _Writer:
    def __init__(self, draft: Draft, topic: str, words: Words, asked: set[str]) -> None:
        self.draft = draft
        self.topic = topic
        self.words = words
        self.asked = asked
        self.ids = Ids()
        self.problems = list(draft.problems)

    def run(self) -> Imported:
        draft = self.draft
        for node in draft.nodes.values():
            given = self.id_of(node.name)
            if given != node.name and not node.elsewhere:
                self.problems.append(warning("import-id-changed", node.location, old=node.name, id=given))
        title = draft.title or draft.nodes[self.start()].text
        flow_id = draft.id or slug(title)
        value: dict[str, Any] = {"id": flow_id, "title": title, "summary": draft.summary or title, "topic": self.topic}
        value["start"] = self.id_of(self.start())
        inside = [node for node in draft.nodes.values() if not node.elsewhere]
        value["questions"] = {self.id_of(node.name): self.question(node) for node in inside if node.name in self.asked}
        value["outcomes"] = {
            self.id_of(node.name): self.outcome(node) for node in inside if node.name not in self.asked
        }
        return Imported(flow_id, yaml_text(value), tuple(self.problems))

    def start(self) -> str:
        """Return the first question that nothing leads to, else the first question."""
        if self.draft.start in self.asked:
            return self.draft.start
        reached = {line.target for line in self.draft.lines}
        questions = [name for name in self.draft.nodes if name in self.asked]
        return next((name for name in questions if name not in reached), questions[0])

    def id_of(self, name: str) -> str:
        node = self.draft.nodes[name]
        return node.elsewhere or self.ids.of(name, node.text)

    def question(self, node: Node) -> dict[str, Any]:
        value: dict[str, Any] = {"ask": node.text}
        if node.body:
            value["help"] = node.body
        grouped: dict[str, list[Line]] = {}
        ids = Ids()
        labels: dict[str, str] = {}
        for line in self.lines_from(node.name):
            option = line.option or ids.fresh(slug(line.label or self.words("flow.next")))
            if not line.label:
                self.problems.append(warning("import-no-label", line.location, question=node.text))
            elif not line.option and line.label in labels:
                self.problems.append(warning("import-same-label", line.location, label=line.label, question=node.text))
            labels[line.label] = option
            grouped.setdefault(option, []).append(line)
        value["options"] = {option: self.option(lines) for option, lines in grouped.items()}
        return value

    def option(self, lines: list[Line]) -> dict[str, Any]:
        first = lines[0]
        value: dict[str, Any] = {"label": first.label or self.words("flow.next")}
        if len(lines) == 1 and not first.when and not first.again_rule:
            value["to"] = self.id_of(first.target)
        else:
            value["to"] = [self.rule(line) for line in lines]
        return value | ({"again": first.again} if first.again else {})

    def rule(self, line: Line) -> dict[str, Any]:
        when = {self.id_of(name): list(options) for name, options in line.when}
        value: dict[str, Any] = {"when": when} if when else {}
        value["go"] = self.id_of(line.target)
        return value | ({"again": line.again_rule} if line.again_rule else {})

    def outcome(self, node: Node) -> dict[str, Any]:
        kind = node.kind or Kind.SOLVED
        value: dict[str, Any] = {"title": node.text, "kind": kind.value, "text": node.body or node.text}
        for line in self.lines_from(node.name):
            go = self.id_of(line.target)
            value["not_solved"] = {"go": go, "again": line.again} if line.again else go
        if not node.body:
            self.problems.append(warning("import-no-text", node.location, outcome=node.text))
        return value

    def lines_from(self, name: str) -> Iterator[Line]:
        return (line for line in self.draft.lines if line.source == name)
