"""Walks drawn at random: the page says what ``replay`` says, and leads to the same place without JavaScript."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from helpcenter.build import Prepared
from helpcenter.flow.compiled import Compiled
from helpcenter.flow.graph import NOT_SOLVED, Edge
from helpcenter.flow.paths import walk
from helpcenter.flow.replay import replay
from helpcenter.flow.sections import Section
from helpcenter.words.catalogue import interface

from .flow_project import sample
from .visitor import Visitor
from .walking import CHANGED, STATE, written

pytestmark = pytest.mark.browser
WALKS, STEPS = 120, 12
"""For each of four flows."""
Step = tuple[str, str]
"""What a reader does: answer with an option, go back to an answer to change it, go back, or start over."""

FIND = """const find = ([kind, what]) => {
  const at = (selector) => document.querySelector(`.hc-step[data-current] ${selector}`);
  if (kind === "answer") return what === "not-solved" ? at(".hc-end > a") : at(`.hc-options a[data-option="${what}"]`);
  if (kind === "change") return document.querySelectorAll(".hc-trail li a")[Number(what)];
  return document.querySelector(`.hc-flow__tools [data-do=${kind}]`);
};"""
GO = f"""async (walks) => {{
  {FIND}
  {CHANGED}
  const root = document.querySelector("[data-flow]");
  const read = {STATE};
  const found = [];
  for (const walk of walks) {{
    if (location.hash) {{ location.hash = ""; await changed(); }}
    for (const step of walk) {{
      const link = find(step);
      if (link.href !== location.href) {{ link.click(); await changed(); }}
      const {{sections, trail, notice}} = read(root);
      const left = root.querySelector("[data-current] .hc-left");
      found.push([sections, trail, notice, location.hash.slice(1), left ? left.textContent : ""]);
    }}
  }}
  return found;
}}"""
GO_WITHOUT = f"""(walks) => walks.map((walk) => {{
  const root = document.querySelector("[data-flow]");
  const shown = () => [...root.querySelectorAll(".hc-step")].filter((one) => one.checkVisibility());
  location.hash = "";
  return walk.map((option) => {{
    const links = [...shown()[0].querySelectorAll(".hc-options a, .hc-unsolved a")];
    links.find((link) => (link.dataset.option || "{NOT_SOLVED}") === option).click();
    return shown().map((one) => one.id);
  }});
}})"""


@dataclass
class Reader:
    """A reader as the generator sees one: the answers, and how many of them count at the place where the reader is."""

    compiled: Compiled
    answers: list[tuple[str, str]] = field(default_factory=list)
    used: int = 0
    lost: tuple[tuple[str, str], ...] = ()
    """Later answers of which the last one left no use."""

    @property
    def path(self) -> tuple[Edge, ...]:
        given: dict[str, list[str]] = {}
        for node, option in self.answers:
            given.setdefault(node, []).append(option)
        return replay(self.compiled.graph, given).path

    @property
    def section(self) -> Section:
        found = walk(self.compiled.sections, [(edge.node, edge.option) for edge in self.path[: self.used]])
        assert found is not None
        return found

    def take(self, step: Step) -> None:
        kind, what = step
        self.lost = ()
        if kind == "answer":
            node = self.section.node
            later = self.answers[self.used :]
            given = next((pair for pair in later if pair[0] == node), None)
            kept = [pair for place, pair in enumerate(later) if given is None or place != later.index(given)]
            self.answers = [*self.answers[: self.used], (node, what), *kept]
            self.answers = [(edge.node, edge.option) for edge in self.path]
            self.used = len(self.answers)
            self.lost = tuple(pair for pair in later if pair[0] != node and pair not in self.answers)
        elif kind == "change":
            self.used = int(what)
        elif kind == "back":
            self.used -= 1
        else:
            self.answers, self.used = [], 0

    def steps(self) -> Iterator[Step]:
        """Yield all that the reader can do here."""
        inside = self.compiled.sections.by_anchor
        yield from (("answer", option) for option, (_, anchor) in self.section.links.items() if anchor in inside)
        if self.used:
            yield from (("change", str(place)) for place in range(self.used))
            yield from (("back", ""), ("restart", ""))

    def view(self) -> list[Any]:
        graph, unsolved = self.compiled.graph, interface("zh")("flow.unsolved")
        trail = [[graph.name(edge.node), graph.label(edge) or unsolved] for edge in self.path[: self.used]]
        return [[self.section.anchor], trail, self._notice(), written(self.section.anchor, self.answers)]

    def _notice(self) -> str:
        graph, words = self.compiled.graph, interface("zh")
        named = [f"{graph.name(edge.node)} {graph.label(edge) or words('flow.unsolved')}" for edge in map(self._edge, self.lost)]
        return words("flow.lost") + "、".join(named) if named else ""

    def _edge(self, pair: tuple[str, str]) -> Edge:
        node, option = pair
        return self.compiled.graph.options[node][option][0]


def draw(compiled: Compiled, chance: random.Random) -> tuple[list[Step], list[list[Any]], Reader]:
    """Return the steps of a walk, what is shown after each, and the reader at its end."""
    reader = Reader(compiled)
    steps, views = [], []
    for _ in range(chance.randint(2, STEPS)):
        offered = list(reader.steps())
        answers = [step for step in offered if step[0] == "answer"]
        step = chance.choice(answers if answers and chance.random() < 0.75 else offered)
        reader.take(step)
        steps.append(step)
        views.append(reader.view())
    return steps, views, reader


def flow(flow_id: str, example: Prepared) -> Compiled:
    return (sample() | example.flows)[flow_id]


def to_the_end(compiled: Compiled, chance: random.Random) -> tuple[list[Step], int]:
    """Return the answers of a walk to an outcome or to where it leaves the flow, and how many there are."""
    sections, place = compiled.sections.by_anchor, compiled.sections.start
    steps: list[Step] = []
    while place in sections and not compiled.graph.is_outcome(sections[place].node):
        option, (_, place) = chance.choice(list(sections[place].links.items()))
        steps.append(("answer", option))
    return (steps if place in sections else steps[:-1]), len(steps)


FLOWS = ["why-not", "second", "why-cannot-cancel", "customer-wants-cancel"]


@pytest.mark.parametrize("flow_id", FLOWS)
def test_the_page_says_what_replay_says(flow_id: str, walker: Visitor, visitor: Visitor, example: Prepared) -> None:
    compiled = flow(flow_id, example)
    reader = walker if flow_id in sample() else visitor
    chance = random.Random(flow_id)
    walks = [draw(compiled, chance) for _ in range(WALKS)]
    kinds = Counter(kind for steps, _, _ in walks for kind, _ in steps)
    assert min(kinds[kind] for kind in ("answer", "change", "back", "restart")) > 20

    page = reader.open(f"/{flow_id}/")
    found = page.evaluate(GO, [steps for steps, _, _ in walks])
    assert [one[:4] for one in found] == [view for _, views, _ in walks for view in views]
    assert reader.watch.problems == []

    plain = reader.open(f"/{flow_id}/", java_script_enabled=False)
    paths = [end.path[: end.used] for _, _, end in walks]
    reached = plain.evaluate(GO_WITHOUT, [[edge.option for edge in path] for path in paths])
    ends = [sections[-1] if sections else [compiled.sections.start] for sections in reached]
    assert ends == [[end.section.anchor] for _, _, end in walks]


@pytest.mark.parametrize("flow_id", FLOWS)
def test_the_number_of_questions_left_is_always_true(
    flow_id: str, walker: Visitor, visitor: Visitor, example: Prepared
) -> None:
    chance = random.Random(flow_id)
    walks = [to_the_end(flow(flow_id, example), chance) for _ in range(WALKS)]
    page = (walker if flow_id in sample() else visitor).open(f"/{flow_id}/")
    told = page.locator(".hc-step:visible .hc-left").text_content() or ""
    shown = iter(page.evaluate(GO, [steps for steps, _ in walks]))
    checked = 0
    for steps, questions in walks:
        for answered, text in enumerate([told, *(next(shown)[4] for _ in steps)]):
            few, *more = map(int, re.findall(r"\d+", text)) if text else [0]
            assert few <= questions - answered <= (more[0] if more else few), (steps, answered, text)
            checked += 1
    assert checked > WALKS
