"""Flows with one thing wrong: whatever is dropped, redirected, duplicated, renamed or reordered is noticed.

A flow of the example whose tests take every way, and the sample of ``making``, are changed in one place at a time. A mutant counts as
equivalent only when its journeys are those of the clean flow, every answer and every end of them. All others must be
told by a problem, and clean flows have none. What a single answer in a ``when`` changes shows only to a writer's test
that gives this answer; such mutants are counted for themselves.
"""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from helpcenter.addresses import Addresses
from helpcenter.checks.flows import check_flows
from helpcenter.flow.compiled import Compiled, compiled
from helpcenter.flow.graph import Edge
from helpcenter.flow.journeys import count, journeys
from helpcenter.model.flows import Flow, Option, Outcome, Question, Rule
from helpcenter.problems import Problem
from helpcenter.project import Project
from helpcenter.sources.loading import Loaded, load
from tests.conftest import EXAMPLE
from tests.flow.flows import TOLD, loaded
from tests.making import FLOW

FLOWS = ["sample", "customer-wants-cancel"]
TARGETS = 6
"""How many other targets each edge is redirected to."""
MOST = 900
"""How many mutants of one flow are looked at; drawn by a seed when there are more."""
MANY = 20_000
TOLD_OF_RULES = 0.95
"""The least share of mutants that is told when rules read other answers."""

Places = dict[str, Question | Outcome]


class Mutant(NamedTuple):
    """A changed flow, and what was changed."""

    what: str
    flow: Flow


class Ground(NamedTuple):
    """A clean flow with all that stands around it."""

    flow: Flow
    around: Loaded
    others: dict[str, Compiled]


@cache
def around(folder: Path) -> Loaded:
    read, _ = load(Project(folder, folder / "content"))
    return dataclasses.replace(read, origins=dict.fromkeys(read.origins, TOLD))


@cache
def ground(name: str, folder: Path = EXAMPLE) -> Ground:
    """Return a flow of the project in ``folder``, or the sample."""
    if name == "sample":
        sample = Flow.model_validate(yaml.load(FLOW, Loader=yaml.BaseLoader))
        return Ground(sample, loaded(sample), {})
    flows = around(folder).center.flows
    return Ground(flows[name], around(folder), {other: compiled(flow) for other, flow in flows.items() if other != name})


def problems(made: Compiled, on: Ground) -> Iterator[Problem]:
    """Yield what the checks say of a flow in the place of the clean one, of the flow itself before the others."""
    center = dataclasses.replace(on.around.center, flows={**on.around.center.flows, made.flow.id: made.flow})
    around = dataclasses.replace(on.around, center=center)
    return check_flows(around, Addresses(center), {made.flow.id: made, **on.others})


# ---------- one change ----------


def with_question(flow: Flow, node: str, question: Question) -> Flow:
    return flow.model_copy(update={"questions": {**flow.questions, node: question}})


def with_option(flow: Flow, node: str, name: str, option: Option | None, to: str = "") -> Flow:
    """Return ``flow`` with an option replaced, dropped, or called ``to``."""
    options = {(to or kept) if kept == name else kept: typed for kept, typed in flow.questions[node].options.items()}
    if option is None:
        del options[name]
    elif not to:
        options[name] = option
    return with_question(flow, node, flow.questions[node].model_copy(update={"options": options}))


def with_rules(flow: Flow, node: str, name: str, rules: list[Rule]) -> Flow:
    option = flow.questions[node].options[name]
    return with_option(flow, node, name, option.model_copy(update={"to": tuple(rules)}))


def with_way_on(flow: Flow, node: str, led: tuple[Rule, ...] | None) -> Flow:
    ended = flow.outcomes[node].model_copy(update={"not_solved": led})
    return flow.model_copy(update={"outcomes": {**flow.outcomes, node: ended}})


def options_of(flow: Flow) -> Iterator[tuple[str, str, Option]]:
    for node, question in flow.questions.items():
        for name, option in question.options.items():
            yield node, name, option


def rules_of(flow: Flow) -> Iterator[tuple[str, str, list[Rule], int]]:
    for node, name, option in options_of(flow):
        for place in range(len(option.to)):
            yield node, name, list(option.to), place


# ---------- structural changes ----------


def dropped(flow: Flow) -> Iterator[Mutant]:
    for area, places in (("questions", flow.questions), ("outcomes", flow.outcomes)):
        for node in places:
            kept = {name: value for name, value in places.items() if name != node}
            yield Mutant(f"drop {node}", flow.model_copy(update={area: kept}))
    for node, name, _ in options_of(flow):
        yield Mutant(f"drop {node}.{name}", with_option(flow, node, name, None))
    for node, name, rules, place in rules_of(flow):
        yield Mutant(f"drop {node}.{name}.{place}", with_rules(flow, node, name, rules[:place] + rules[place + 1 :]))
    for node, outcome in flow.outcomes.items():
        if outcome.not_solved:
            yield Mutant(f"drop {node}.not-solved", with_way_on(flow, node, None))


def redirected(flow: Flow, chance: random.Random) -> Iterator[Mutant]:
    nodes = [*flow.questions, *flow.outcomes]
    for node, name, rules, place in rules_of(flow):
        for target in chance.sample(nodes, min(TARGETS, len(nodes))):
            if target != rules[place].go:
                changed = [*rules[:place], rules[place].model_copy(update={"go": target}), *rules[place + 1 :]]
                yield Mutant(f"redirect {node}.{name}.{place} to {target}", with_rules(flow, node, name, changed))
    for node, outcome in flow.outcomes.items():
        for place, rule in enumerate(outcome.not_solved or ()):
            for target in chance.sample(nodes, min(TARGETS, len(nodes))):
                if target != rule.go:
                    led = [*(outcome.not_solved or ())]
                    led[place] = rule.model_copy(update={"go": target})
                    yield Mutant(f"redirect {node}.not-solved.{place} to {target}", with_way_on(flow, node, tuple(led)))
    for target in nodes:
        if target != flow.start:
            yield Mutant(f"start at {target}", flow.model_copy(update={"start": target}))


def duplicated(flow: Flow) -> Iterator[Mutant]:
    for area, places in (("questions", flow.questions), ("outcomes", flow.outcomes)):
        for node, value in places.items():
            yield Mutant(f"duplicate {node}", flow.model_copy(update={area: {**places, f"{node}-2": value}}))
    for node, name, option in options_of(flow):
        yield Mutant(f"duplicate {node}.{name}", with_option(flow, node, f"{name}-2", option))
    for node, name, rules, place in rules_of(flow):
        yield Mutant(
            f"duplicate {node}.{name}.{place}", with_rules(flow, node, name, [*rules[: place + 1], *rules[place:]])
        )


def renamed(flow: Flow) -> Iterator[Mutant]:
    for area, places in (("questions", flow.questions), ("outcomes", flow.outcomes)):
        for node in places:
            called = {f"{name}-x" if name == node else name: value for name, value in places.items()}
            yield Mutant(f"rename {node}", flow.model_copy(update={area: called}))
    for node, name, option in options_of(flow):
        yield Mutant(f"rename {node}.{name}", with_option(flow, node, name, option, to=f"{name}-x"))
    for node, name, rules, place in rules_of(flow):
        changed = [*rules[:place], rules[place].model_copy(update={"go": f"{rules[place].go}-x"}), *rules[place + 1 :]]
        yield Mutant(f"rename the target of {node}.{name}.{place}", with_rules(flow, node, name, changed))


def reordered(flow: Flow) -> Iterator[Mutant]:
    for node, name, rules, place in rules_of(flow):
        if place:
            changed = [*rules[: place - 1], rules[place], rules[place - 1], *rules[place + 1 :]]
            yield Mutant(f"swap rules {place - 1} and {place} of {node}.{name}", with_rules(flow, node, name, changed))


def unlimited(flow: Flow) -> Iterator[Mutant]:
    for node, name, option in options_of(flow):
        if option.again:
            yield Mutant(
                f"{node}.{name} for ever", with_option(flow, node, name, option.model_copy(update={"again": None}))
            )
    for node, outcome in flow.outcomes.items():
        if any(rule.again for rule in outcome.not_solved or ()):
            led = tuple(rule.model_copy(update={"again": None}) for rule in outcome.not_solved or ())
            yield Mutant(f"{node}.not-solved for ever", with_way_on(flow, node, led))


# ---------- what rules read ----------


def reread(flow: Flow) -> Iterator[Mutant]:
    """Yield flows whose rules read other answers: one less, one more, another question, or none at all."""
    for node, name, rules, place in rules_of(flow):
        for question, answers in rules[place].when.items():
            rest = {other: read for other, read in rules[place].when.items() if other != question}
            offered = [answer for answer in flow.questions[question].options if answer not in answers]
            reads = {f"no more {question}": rest}
            reads |= {f"not {one}": {**rest, question: tuple(a for a in answers if a != one)} for one in answers}
            reads |= {f"also {one}": {**rest, question: (*answers, one)} for one in offered}
            reads |= {f"{one} instead": {**rest, question: (one,)} for one in offered}
            for what, when in reads.items():
                changed = [*rules[:place], rules[place].model_copy(update={"when": when}), *rules[place + 1 :]]
                yield Mutant(f"{node}.{name}.{place} reads {what}", with_rules(flow, node, name, changed))


# ---------- judgement ----------


def ways(made: Compiled) -> frozenset[tuple[tuple[str, str, str], ...]] | None:
    """Return all journeys, or None when there is no telling."""
    if made.order is None or count(made.graph, made.sections, made.order) > MANY:
        return None
    return frozenset(tuple(map(step, way)) for way in journeys(made.graph, made.sections))


def step(edge: Edge) -> tuple[str, str, str]:
    return edge.node, edge.option, edge.target


def survivors(mutants: list[Mutant], on: Ground) -> list[str]:
    """Return the mutants that nothing is told of although they lead somebody elsewhere."""
    made = ((mutant.what, compiled(mutant.flow)) for mutant in mutants)
    silent = [(what, flow) for what, flow in made if next(problems(flow, on), None) is None]
    clean = ways(compiled(on.flow))
    return [what for what, flow in silent if ways(flow) != clean]


@cache
def structural(name: str, folder: Path = EXAMPLE) -> list[Mutant]:
    flow, chance = ground(name, folder).flow, random.Random(name)
    made = [*dropped(flow), *redirected(flow, chance), *duplicated(flow), *renamed(flow)]
    return [*reordered(flow), *unlimited(flow), *chance.sample(made, min(MOST, len(made)))]


@pytest.mark.parametrize("name", FLOWS)
def test_clean_flows_raise_nothing(name: str) -> None:
    assert list(problems(compiled(ground(name).flow), ground(name))) == []


@pytest.mark.parametrize("name", FLOWS)
def test_every_structural_mutant_is_told(name: str) -> None:
    assert survivors(structural(name), ground(name)) == []


def test_there_are_enough_mutants_and_no_two_are_the_same() -> None:
    made = [(name, mutant.what) for name in FLOWS for mutant in structural(name)]
    assert len(made) >= 500
    assert len(set(made)) == len(made)


def test_rules_that_read_other_answers_are_nearly_always_told() -> None:
    made = [(name, list(reread(ground(name).flow))) for name in FLOWS]
    silent = [(name, what) for name, mutants in made for what in survivors(mutants, ground(name))]
    assert len(silent) <= (1 - TOLD_OF_RULES) * sum(len(mutants) for _, mutants in made), silent
