"""Diagrams for tests: of the sample flow, of those of the example, and of random and hostile ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from helpcenter.drawing.diagram import Diagram, diagram_of
from helpcenter.flow.graph import Graph
from helpcenter.model.flows import Flow, OutcomeKind
from helpcenter.sources.yaml.reader import parse
from helpcenter.words.catalogue import interface
from tests.making import FLOW

EXAMPLES = ("why-cannot-cancel", "customer-wants-cancel")
CONTENT = Path(__file__).parents[1] / "sites" / "after-sales" / "content" / "flows"
HOSTILE = (
    '“引号” "双" \'单\'', "<script>alert(1)</script>", "a & b &amp; &lt;", "# 标题 #35; #", "a|b||c", "`代码` ```", "\\n\\N\\", "{x} [y] (z)",
    "end", "-- x -->", "%% helpcenter flow evil", "😀👨‍👩‍👧 emoji", "]]></svg><style>", "  前后 有　空格  ", "x" * 60, "；分号; 句号。",
)  # fmt: skip
"""Labels that some format could take for its own signs."""
AWKWARD_IDS = ("end", "--", "-a", "a--b", "style", "graph", "not-solved", "exit-5", "node-a", "class-x", "0-")


def flow_of(text: str) -> Flow:
    """Return the flow that a YAML text means."""
    source, problems = parse(text, Path("flow.yaml"), "flow.yaml")
    assert source is not None, problems
    return Flow.model_validate(source.data)


def example_flow(name: str) -> Flow:
    """Return a flow of the example."""
    return flow_of((CONTENT / f"{name}.yaml").read_text(encoding="utf-8"))


def drawn(flow: Flow, language: str = "zh") -> Diagram:
    """Return the diagram of ``flow``."""
    return diagram_of(Graph(flow), interface(language))


def sample() -> Diagram:
    """Return the diagram of the small flow of ``making``."""
    return drawn(flow_of(FLOW))


def hostile_flow() -> Flow:
    """Return a flow with every hostile label and awkward id, with a rule and a retry."""
    ids = [*AWKWARD_IDS, *(f"q{number}" for number in range(len(HOSTILE) - len(AWKWARD_IDS)))]
    questions = {
        name: {
            "ask": HOSTILE[number],
            "options": {
                "not-solved": {"label": HOSTILE[number - 1], "to": ids[number + 1] if number + 1 < len(ids) else "out"},
                "rules": {
                    "label": HOSTILE[number - 2],
                    "to": [{"when": {"end": ["rules", "not-solved"]}, "go": "other-flow#end"}, {"go": "out"}],
                },
                "back": {"label": HOSTILE[number - 3], "to": "end", "again": "2"},
            },
        }
        for number, name in enumerate(ids)
    }
    return Flow.model_validate(
        {
            "id": "hostile",
            "title": "标题 # \" < | `",
            "summary": "说明 %% ; end",
            "topic": "topic",
            "start": "end",
            "questions": questions,
            "outcomes": {
                "out": {"title": HOSTILE[1], "kind": "contact", "text": "x", "not_solved": {"go": "end", "again": "1"}}
            },
        }
    )


TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(
        st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"), exclude_characters="\ufeff"), min_size=1
    ).filter(lambda text: len(text) <= 300 and text.strip() != "" and " ".join(text.split()) != ""),
)
"""One line as YAML can hold it."""


@st.composite
def labelled_flows(draw: st.DrawFn) -> Flow:
    """Return a flow with any labels: rules, retries on options, on rules and after outcomes, exits, cycles."""
    ids = st.sampled_from([*AWKWARD_IDS, "q0", "q1", "ox", "a1-b2"])
    names = draw(st.lists(ids, min_size=1, max_size=5, unique=True))
    ends = ["oo", "o-1", "wait"][: draw(st.integers(1, 3))]
    targets = st.sampled_from([*names, *ends, "other-flow", "other-flow#q1"])
    again = st.sampled_from([{}, {}, {"again": "1"}, {"again": "5"}])
    options = {name: draw(st.lists(ids, min_size=1, max_size=3, unique=True)) for name in names}

    def rule() -> dict[str, Any]:
        read = draw(st.sampled_from(names))
        given = draw(st.lists(st.sampled_from(options[read]), min_size=1, unique=True))
        when = {"when": {read: given}} if draw(st.booleans()) else {}
        return {**when, "go": draw(targets), **draw(again)}

    def option() -> dict[str, Any]:
        to = [rule() for _ in range(draw(st.integers(1, 3)))] if draw(st.booleans()) else draw(targets)
        return {"label": draw(TEXTS), "to": to, **draw(again)}

    def outcome(name: str) -> dict[str, Any]:
        led: dict[str, Any] = {"not_solved": {"go": draw(targets), **draw(again)}} if draw(st.booleans()) else {}
        led = {"not_solved": [rule() for _ in range(draw(st.integers(0, 3)))]} if draw(st.booleans()) else led
        return {"title": draw(TEXTS), "kind": draw(st.sampled_from(list(OutcomeKind))).value, "text": "说明", **led}

    questions = {name: {"ask": draw(TEXTS), "options": {one: option() for one in options[name]}} for name in names}
    data = {"id": draw(ids), "title": draw(TEXTS), "summary": draw(TEXTS), "topic": "topic", "start": names[-1]}
    outcomes = {name: outcome(name) for name in ends}
    way_on = {"not_solved": [rule()]} if draw(st.booleans()) else {}
    return Flow.model_validate({**data, **way_on, "questions": questions, "outcomes": outcomes})
