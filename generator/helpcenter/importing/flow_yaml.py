"""The YAML of a flow from what a picture or a file of another program says of it."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from helpcenter.importing.actions import with_steps
from helpcenter.importing.draft import ChartArrow, ChartNode, Draft, Imported
from helpcenter.importing.ids import Ids, is_id, slug
from helpcenter.model.flows import Doing, Flow, Outcome, OutcomeKind, Question
from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Location, has_errors, problem, warning
from helpcenter.sources.validation import validated
from helpcenter.sources.yaml.reader import SourceFile
from helpcenter.sources.yaml.writer import yaml_text
from helpcenter.words.catalogue import Words


def as_yaml(draft: Draft, topic: str, words: Words) -> Imported:
    """Return the flow of ``draft`` in our format; ``words`` (of the interface) stand where the source has none."""
    draft = with_steps(draft)
    leading = (line.source for line in draft.lines if not line.unsolved)
    asked = {name for name in leading if not draft.nodes[name].does}
    if not asked:
        found = () if has_errors(draft.problems) else (problem("import-nothing", Location(draft.file)),)
        return Imported("", "", (*draft.problems, *found))
    return _Writer(draft, topic, words, asked).run()


class _Writer:
    def __init__(self, draft: Draft, topic: str, words: Words, asked: set[str]) -> None:
        self.draft = draft
        self.topic = topic
        self.words = words
        self.asked = asked
        self.ids = Ids(node.name for node in draft.nodes.values() if not node.id)
        self.source = _Nowhere(Path(), draft.file, {})
        self.problems = list(draft.problems)

    def run(self) -> Imported:
        draft, start = self.draft, self.start()
        for node in draft.nodes.values():
            given = self.id_of(node.name)
            if given != node.name and not node.id:
                self.problems.append(warning("import-id-changed", node.location, old=node.name, id=given))
        title = draft.title or draft.nodes[start].text
        flow_id = draft.id if is_id(draft.id) else slug(title)
        inside = [node for node in draft.nodes.values() if not node.outside]
        value = {
            "id": flow_id,
            "title": title,
            "summary": draft.summary or title,
            "topic": self.topic,
            "start": self.id_of(start),
            "questions": {self.id_of(node.name): self.question(node) for node in inside if node.name in self.asked},
            "steps": {self.id_of(node.name): self.step(node) for node in inside if node.does},
            "outcomes": {self.id_of(node.name): self.outcome(node) for node in inside if self.ends(node)},
        }
        value = {name: held for name, held in value.items() if held or name != "steps"}
        if not has_errors(self.problems):
            self.problems += validated(Flow, value, self.source)[1]
        return Imported(flow_id, yaml_text(value), tuple(self.problems))

    def start(self) -> str:
        """Return the first question or step that nothing leads to, else the first question."""
        leading = {name for name, node in self.draft.nodes.items() if name in self.asked or node.does}
        if self.draft.start in leading:
            return self.draft.start
        reached = {line.target for line in self.draft.lines}
        questions = [name for name in self.draft.nodes if name in self.asked]
        return next((name for name in questions if name not in reached), questions[0])

    def ends(self, node: ChartNode) -> bool:
        return node.name not in self.asked and not node.does

    def id_of(self, name: str) -> str:
        node = self.draft.nodes[name]
        return node.id if node.outside else self.ids.of(name, node.text, node.id)

    def question(self, node: ChartNode) -> dict[str, Any]:
        value: dict[str, Any] = {"ask": node.text}
        if node.body:
            value["help"] = _block(node.body)
        lines = self.lines[node.name]
        ids, labels = Ids(line.option for line in lines), {line.label for line in lines}
        seen, several = set[str](), sum(not line.label for line in lines) > 1
        grouped: dict[str, list[ChartArrow]] = {}
        for line in lines:
            if not line.label:
                line = replace(line, label=_unlike(line.hint if several else self.words("flow.next"), labels))
                facts = {"question": node.text, "label": line.label}
                self.problems.append(warning("import-no-label", line.location, **facts))
            elif not line.option and line.label in seen:
                self.problems.append(warning("import-same-label", line.location, label=line.label, question=node.text))
            option = line.option or ids.fresh(slug(line.label))
            seen.add(line.label)
            labels.add(line.label)
            grouped.setdefault(option, []).append(line)
        value["options"] = {option: self.option(lines) for option, lines in grouped.items()}
        return self.held(Question, value, node)

    def step(self, node: ChartNode) -> dict[str, Any]:
        value: dict[str, Any] = {"do": node.text} | ({"text": _block(node.body)} if node.body else {})
        for option in ("next", "else"):
            lines = [line for line in self.lines[node.name] if (line.option or "next") == option]
            if lines:
                named = [replace(line, label=line.label or self.words("flow.next")) for line in lines]
                value[option] = self.option(named)
        return self.held(Doing, value, node)

    def option(self, lines: list[ChartArrow]) -> dict[str, Any]:
        first = lines[0]
        value: dict[str, Any] = {"label": first.label}
        if len(lines) == 1 and not first.when and not first.again_rule:
            value["to"] = self.id_of(first.target)
        else:
            value["to"] = [self.rule(line) for line in lines]
        again = next((line.again for line in lines if line.again), "")
        return value | ({"again": again} if again else {})

    def way_on(self, lines: list[ChartArrow]) -> Any:
        rules = [self.rule(replace(line, again_rule=line.again_rule or line.again)) for line in lines]
        plain = len(rules) == 1 and rules[0].keys() == {"go"}
        return rules[0]["go"] if plain else rules[0] if len(rules) == 1 else rules

    def rule(self, line: ChartArrow) -> dict[str, Any]:
        when = {name: options[0] if len(options) == 1 else list(options) for name, options in line.when}
        value: dict[str, Any] = ({"when": when} if when else {}) | {"go": self.id_of(line.target)}
        return value | ({"again": line.again_rule} if line.again_rule else {})

    def outcome(self, node: ChartNode) -> dict[str, Any]:
        kind = node.kind or OutcomeKind.SOLVED
        value: dict[str, Any] = {"title": node.text, "kind": kind.value, "text": _block(node.body or node.text)}
        if lines := self.lines[node.name]:
            value["not_solved"] = self.way_on(lines)
        if not node.body:
            self.problems.append(warning("import-no-text", node.location, outcome=node.text))
        return self.held(Outcome, value, node)

    def held(self, model: type[BaseModel], value: dict[str, Any], node: ChartNode) -> dict[str, Any]:
        """Return ``value``; what ``model`` refuses of it is a problem of ``node``."""
        found = validated(model, value, self.source)[1]
        self.problems += [replace(one, location=node.location) for one in found]
        return value

    @cached_property
    def lines(self) -> dict[str, list[ChartArrow]]:
        """The arrows that leave each box."""
        found: dict[str, list[ChartArrow]] = {name: [] for name in self.draft.nodes}
        for line in self.draft.lines:
            found[line.source].append(line)
        return found


class _Nowhere(SourceFile):
    """Values that stand in no YAML file yet."""

    def locate(self, steps: KeyPath = (), *, key: bool = False) -> Location:
        """Return the file that is imported."""
        return Location(self.name)


def _unlike(label: str, others: Container[str]) -> str:
    """Return ``label``, with a number behind it when it is one of ``others``."""
    numbered = (f"{label} {number}" for number in count(2))
    return label if label not in others else next(one for one in numbered if one not in others)


def _block(text: str) -> str:
    return f"{text}\n" if "\n" in text else text
