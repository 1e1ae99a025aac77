"""Flows for tests: as bare graphs, as random ones, and what the checks say of them without a file being read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from hypothesis import strategies as st

from helpcenter.addresses import Addresses
from helpcenter.checks.flows import check_flows
from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.flow.compiled import Compiled, compiled
from helpcenter.flow.graph import Graph
from helpcenter.flow.sections import Sections, specialise
from helpcenter.model.contacts import Contact
from helpcenter.model.entries import Article, FaqEntry
from helpcenter.model.flows import Flow
from helpcenter.model.help_center import HelpCenter
from helpcenter.model.key_path import KeyPath
from helpcenter.model.states import State, StateTable
from helpcenter.problems import Location, Problem
from helpcenter.sources.loading import Loaded, Origin
from helpcenter.sources.yaml.reader import SourceFile
from tests.making import ARTICLE, FAQ, STATES, VALUES

Typed = str | Sequence[Mapping[str, Any]] | Mapping[str, Any]
"""Where an option leads: a target, its rules, or the option as a writer types it."""
Asked = Mapping[str, Mapping[str, Typed]]
Answers = Mapping[str, str | list[str]]


def flow(
    questions: Asked,
    *,
    not_solved: Mapping[str, Any] = {},
    way_on: Any = (),
    outcomes: Iterable[str] = (),
    flow_id: str = "flow",
    start: str = "",
    tests: Sequence[tuple[Answers, str]] = (),
    steps: Asked = MappingProxyType({}),
    texts: Mapping[str, Any] = MappingProxyType({}),
    **fields: Any,
) -> Flow:
    """Return a flow; nodes and options are called by their ids. ``way_on`` is the ``not_solved`` of the flow itself.

    ``steps`` have the ways ``next`` and ``else``, ``texts`` are those of some nodes. Targets that are neither questions
    nor steps become outcomes, but ``flow``, ``other`` and what has a ``#`` lie in another flow.
    """
    asked = {
        node: {
            "ask": node,
            "help": texts.get(node, []),
            "options": {name: _option(name, typed) for name, typed in options.items()},
        }
        for node, options in questions.items()
    }
    done = {node: {name: _option(name, typed) for name, typed in ways.items()} for node, ways in steps.items()}
    ends = [target for question in asked.values() for target in _targets(question["options"])]
    ends += [target for ways in done.values() for target in _targets(ways)]
    ends += [*not_solved, *(end for led in (*not_solved.values(), way_on) for end in _ways_on(led)), *outcomes]
    named = dict.fromkeys(end for end in ends if end not in (*questions, *steps, "flow", "other") and "#" not in end)
    data = {
        "id": flow_id,
        "title": flow_id,
        "summary": flow_id,
        "topic": "after-sales",
        "start": start or next(iter(questions)),
        "not_solved": way_on,
        "questions": asked,
        "steps": {node: {"do": node, "text": texts.get(node, []), **ways} for node, ways in done.items()},
        "outcomes": {end: _outcome(end, not_solved.get(end), texts.get(end, end)) for end in named},
        "tests": [{"name": end, "answers": dict(given), "outcome": end} for given, end in tests],
    }
    return Flow.model_validate({**data, **fields})


def _option(name: str, typed: Typed) -> dict[str, Any]:
    return {"label": name, **(typed if isinstance(typed, Mapping) else {"to": typed})}


def _outcome(name: str, led: Any, text: Any) -> dict[str, Any]:
    more = {} if led is None else {"not_solved": led}
    return {"title": name, "kind": "contact", "text": text, "contact": "platform", **more}


def _ways_on(led: Any) -> list[str]:
    rules = [led] if isinstance(led, (str, dict)) else led
    return [rule if isinstance(rule, str) else rule["go"] for rule in rules]


def _targets(options: Any) -> Iterator[str]:
    for option in options.values():
        to = option["to"]
        yield from [to] if isinstance(to, str) else [rule["go"] for rule in to]


def graph(questions: Asked, **more: Any) -> Graph:
    """Return the graph of a flow as ``flow`` takes it."""
    return Graph(flow(questions, **more))


def sections(questions: Asked, **more: Any) -> Sections:
    """Return the sections of a flow as ``flow`` takes it."""
    return specialise(graph(questions, **more))


class Told(Origin):
    """Tells the way to a value instead of a place in a file."""

    def at(self, *steps: str | int, key: bool = False) -> Location:
        """Return ``steps`` as the name of a file, with ``:`` after a key."""
        return Location("/".join(map(str, steps)) + (":" if key else ""))

    def at_text(self, steps: KeyPath, text: str, *, skip: int = 0, nth: int = 0) -> Location:
        """Return the place of the whole text."""
        return self.at(*steps)


def _read(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)  # every scalar is text


TOLD = Told(SourceFile(Path(), "", {}))
READ_ARTICLE = Article.model_validate(_read(ARTICLE))
READ_FAQ = FaqEntry.model_validate(_read(FAQ)[0])
READ_TABLE = StateTable.model_validate(_read(STATES))
READ_STATES = READ_TABLE.states
CONTACTS = {name: Contact.model_validate(contact) for name, contact in _read(VALUES)["contacts"].items()}


def loaded(*flows: Flow, articles: Iterable[Article] = (), states: tuple[State, ...] | None = None) -> Loaded:
    """Return ``flows`` as if they had been read, with the base project's article, question and states."""
    listed = {article.id: article for article in (READ_ARTICLE, *articles)}
    table = READ_TABLE if states is None else READ_TABLE.model_copy(update={"states": states})
    named = {entry.id: entry for entry in flows}
    center = HelpCenter((), listed, {READ_FAQ.id: READ_FAQ}, named, None, {}, CONTACTS, table)
    return Loaded(center, dict.fromkeys((*listed, READ_FAQ.id, *named), TOLD))


def view(found: Flow, *others: Flow, **more: Any) -> CheckedFlow:
    """Return ``found`` as checks see it."""
    return CheckedFlow(compiled(found), loaded(found, *others, **more))


def problems(*flows: Flow | Compiled, **more: Any) -> list[Problem]:
    """Return what the checks say of ``flows``."""
    made = [found if isinstance(found, Compiled) else compiled(found) for found in flows]
    read = loaded(*(found.flow for found in made), **more)
    return list(check_flows(read, Addresses(read.center), {found.flow.id: found for found in made}))


def told(found: Iterable[Problem]) -> list[tuple[str, str]]:
    """Return code and place of each problem; what bare graphs cannot help is left out: no 不确定, one contact for all."""
    return [(one.code, one.location.file) for one in found if one.code not in ("flow-no-unsure", "flow-same-contact")]


def _subset(draw: st.DrawFn, names: Sequence[str]) -> list[str]:
    chosen = draw(st.integers(1, 2 ** len(names) - 1))
    return [name for place, name in enumerate(names) if chosen >> place & 1]


@st.composite
def random_flows(draw: st.DrawFn, rules: bool = True) -> Flow:
    """Return a flow without mistakes that break it: answers lead on, or back with ``again``; rules have a last one.

    Some answers lead over a step, some texts depend on answers.
    """
    names = [f"q{number}" for number in range(draw(st.integers(2, 6)))]
    ends = ["o0", "o1", "o2", "other#there"]
    options = {name: [f"{name}{letter}" for letter in "abc"[: draw(st.integers(2, 3))]] for name in names}
    asked: dict[str, dict[str, Typed]] = {}
    steps: dict[str, dict[str, Typed]] = {}

    def part() -> dict[str, Any]:
        read = draw(st.sampled_from([*names, *steps]))
        given = _subset(draw, options[read] if read in options else [*steps[read]])
        return {"when": {read: given}, "text": "some", **draw(st.sampled_from([{}, {"else": "others"}]))}

    for place, name in enumerate(names):
        ahead = [*names[place + 1 :], *ends][:5]

        def rule(ahead: list[str] = ahead) -> dict[str, Any]:
            read = draw(st.sampled_from(names))
            return {"when": {read: _subset(draw, options[read])}, "go": draw(st.sampled_from(ahead))}

        asked[name] = {}
        for option in options[name]:
            kind = draw(st.integers(0, 5))
            target = draw(st.sampled_from(ahead))
            if kind == 0 and option != options[name][0]:
                asked[name][option] = {"to": draw(st.sampled_from(names)), "again": draw(st.sampled_from("12"))}
            elif kind == 1:
                again = {"go": draw(st.sampled_from(names)), "again": draw(st.sampled_from("12"))}
                asked[name][option] = [again, {"go": target}]
            elif kind < 4 and rules:
                asked[name][option] = [*(rule() for _ in range(kind - 1)), {"go": target}]
            elif kind == 4 and rules:
                step = f"s{len(steps)}"
                steps[step] = {"next": target, **draw(st.sampled_from([{}, {"else": draw(st.sampled_from(ahead))}]))}
                asked[name][option] = step
            else:
                asked[name][option] = target
    read = draw(st.sampled_from(names))
    back = {"go": draw(st.sampled_from(names)), "again": "1"}
    some = [{"when": {read: _subset(draw, options[read])}, "go": "o1"}, {"go": "o2"}]
    led: dict[str, Any] = draw(st.sampled_from([{}, {"o0": back}, {"o0": [*some[:1], back]} if rules else {}, {"o0": []}]))
    way_on = draw(st.sampled_from([[], "o2", some if rules else "o1"]))
    told = st.lists(st.sampled_from(["o0", "o1", *names, *steps]), max_size=2) if rules else st.just([])
    texts = {node: [part(), node] for node in draw(told)}
    return flow(asked, not_solved=led, way_on=way_on, outcomes=["o1", "o2"], steps=steps, texts=texts)


@st.composite
def ruled_tangles(draw: st.DrawFn) -> Flow:
    """Return a flow with rules whose answers lead anywhere: in cycles that rules forbid or allow."""
    names = [f"q{number}" for number in range(draw(st.integers(2, 5)))]
    places = st.sampled_from([*names, *names, "o0", "other#there"])
    asked: dict[str, dict[str, Typed]] = {}
    for name in names:
        asked[name] = {}
        for option in ("aa", "bb"):
            when = {draw(st.sampled_from(names)): draw(st.sampled_from(["aa", "bb"]))}
            asked[name][option] = [{"when": when, "go": draw(places)}, {"go": draw(places)}]
    return flow(asked, outcomes=["o0"])


@st.composite
def tangles(draw: st.DrawFn) -> Flow:
    """Return a flow without rules whose answers lead anywhere: in cycles, out of the flow, or never to an outcome."""
    names = [f"q{number}" for number in range(draw(st.integers(1, 7)))]
    places = st.sampled_from([*names, "o0", "o1", "other#there"])
    times = st.sampled_from([None, None, None, "1"])
    asked: dict[str, dict[str, Typed]] = {}
    for name in names:
        asked[name] = {}
        for option in ("aa", "bb", "cc")[: draw(st.integers(1, 3))]:
            again = draw(times)
            asked[name][option] = {"to": draw(places), **({"again": again} if again else {})}
    led = {"o0": draw(places)} if draw(st.booleans()) else {}
    return flow(asked, not_solved=led, outcomes=["o0", "o1"])
