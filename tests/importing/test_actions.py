"""Charts as people draw them, with a start, an end and things to do: they become flows without a mistake of ours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.importing import Imported, as_yaml, read_mermaid
from helpcenter.model.flows import Flow, OutcomeKind
from helpcenter.words.catalogue import interface
from tests.drawing.diagrams import flow_of
from tests.flow.flows import problems

OURS = {"flow-one-option", "flow-same-label", "flow-unreachable-question", "flow-unreachable-outcome", "flow-no-way-out"}
"""What a chart that is drawn soundly must not lead to."""


def made(chart: str) -> Imported:
    return as_yaml(read_mermaid(f"flowchart TD\n{chart}", "chart.mmd"), "after-sales", interface("zh"))


def flow_from(chart: str) -> Flow:
    return flow_of(made(chart).text)


def codes(flow: Flow) -> set[str]:
    return {one.code for one in problems(flow)}


ROUTER = """
S([网络连不上]) --> P[检查电源] --> Q{灯亮吗}
Q -->|亮| C1[换网线] --> C2[[重启路由器]] --> Q2{好了吗}
Q -->|不亮| Q2
Q -->|不知道| X[看说明书] --> Q2
Q2 -->|好了| E([结束])
Q2 -->|没好| D[/联系客服/]
"""
CHARTS = {
    "start and action": "A[开始] --> B{灯亮吗}\nB -->|亮| C[换网线]\nB -->|不亮| D[联系客服]\nC --> D",
    "chains that meet": ROUTER,
    "action with two arrows": "A[检查线路] --> B[换网线]\nA --> C[重启]\nB --> D([结束])\nC --> D",
    "no labels at all": "A{哪种} --> B[甲]\nA --> C[乙]\nA --> B",
    "subroutine": "S((Start)) --> A{Paid?}\nA -->|yes| B[[Send receipt]] --> Z((End))\nA -->|no| C[[Ask again]] --> Z",
    "labelled action": "a{x?} -->|y| b[Do it]\na -->|n| c[Leave]\nb -->|when done| d[Call us]",
    "two actions before one question": "a{x?} -->|y| b[One] --> q{Then?}\na -->|n| c[Two] --> q\nq -->|p| e[E]\nq -->|r| f[F]",
    "start that is a question": "s([您要退货吗]) -->|要| a[打包]\ns -->|不要| b[留着]\na --> c[叫快递]",
}


@pytest.mark.parametrize("name", CHARTS)
def test_a_sound_chart_becomes_a_flow_without_a_mistake_of_ours(name: str) -> None:
    imported = made(CHARTS[name])
    assert [one.code for one in imported.problems if one.severity == "error"] == []
    assert codes(flow_of(imported.text)) & OURS == set()
    assert [one.code for one in problems(flow_of(imported.text)) if one.severity == "error"] == []


@pytest.mark.parametrize("name", CHARTS)
def test_every_text_is_there_or_told(name: str) -> None:
    imported = made(CHARTS[name])
    told = {one.details.get("text") for one in imported.problems if one.code == "import-left-out"}
    for node in read_mermaid(f"flowchart TD\n{CHARTS[name]}", "chart.mmd").nodes.values():
        assert node.text in imported.text or node.text in told
    assert told <= {"开始", "结束", "Start", "End"}


def steps(flow: Flow) -> dict[str, tuple[str, str, str]]:
    """Return what each step is, what its way on is called, and where that leads."""
    return {name: (step.do, step.next.label, step.next.to[0].go) for name, step in flow.steps.items()}


def test_what_is_done_is_a_step_on_every_way() -> None:
    flow = flow_from(ROUTER)
    assert (flow.title, flow.start) == ("网络连不上", "node-p")
    assert steps(flow) == {
        "node-p": ("检查电源", "继续", "node-q"),
        "c1": ("换网线", "继续", "c2"),
        "c2": ("重启路由器", "继续", "q2"),
        "node-x": ("看说明书", "继续", "q2"),
    }
    assert {name: question.ask for name, question in flow.questions.items()} == {"node-q": "灯亮吗", "q2": "好了吗"}


def test_what_is_done_last_is_an_outcome_but_not_what_leads_to_one() -> None:
    flow = flow_from(CHARTS["start and action"])
    assert steps(flow) == {"node-c": ("换网线", "继续", "node-d")}
    assert list(flow.outcomes) == ["node-d"]
    assert flow_from("a{x?} -->|y| b[Do] --> c[/Ask/]\na -->|n| c").outcomes["node-c"].kind == OutcomeKind.CONTACT


def test_an_end_that_says_nothing_is_left_out_after_what_is_done() -> None:
    flow = flow_from(CHARTS["action with two arrows"])
    assert {name: outcome.title for name, outcome in flow.outcomes.items()} == {"node-b": "换网线", "node-c": "重启"}


def test_a_remark_at_an_arrow_is_what_the_way_on_is_called() -> None:
    assert steps(flow_from(CHARTS["labelled action"])) == {"node-b": ("Do it", "when done", "node-d")}


def test_a_way_back_over_something_to_do_is_a_circle_of_the_chart_and_nothing_else() -> None:
    flow = flow_from("s([Start]) --> a{Works?}\na -->|yes| e([End])\na -->|no| r[Restart it] --> a")
    assert steps(flow) == {"node-r": ("Restart it", "继续", "node-a")}
    assert [one.code for one in problems(flow) if one.severity == "error"] == ["flow-cycle"]


def test_things_to_do_in_a_circle_are_a_mistake_of_the_chart() -> None:
    flow = flow_from("a{x?} -->|y| b[One] --> c[Two] --> b\na -->|n| d[Leave]")
    assert [one.code for one in problems(flow) if one.severity == "error"] == ["flow-no-way-out"]


def test_a_decision_with_one_answer_stays_a_question() -> None:
    assert "node-b" in flow_from("a{x?} -->|y| b{Sure?}\na -->|n| c[No]\nb -->|yes| c").questions


def test_a_chart_without_any_choice_is_no_flow() -> None:
    imported = made("A --> B --> C")
    assert (imported.text, [one.code for one in imported.problems]) == ("", ["import-nothing"])


def test_a_second_beginning_is_kept_so_that_the_check_tells_of_it() -> None:
    imported = made("s[Start] --> a{x?}\nt[Later] --> a\na -->|y| b\na -->|n| c")
    assert [one.details["text"] for one in imported.problems if one.code == "import-left-out"] == ["Start"]
    assert [one.code for one in problems(flow_of(imported.text)) if one.severity == "error"] == ["flow-unreachable-question"]


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(1, 9)), min_size=2, max_size=16))
def test_no_chart_that_leads_forward_has_mistakes_of_ours(arrows: list[tuple[int, int]]) -> None:
    """Boxes are numbered; arrows lead to higher numbers only, and all are drawn from what can be reached."""
    reached, lines = {0}, []
    for source, target in sorted(arrows):
        if source in reached and source < target:
            reached.add(target)
            lines.append(f"n{source}[Box {source}] --> n{target}[Box {target}]")
    imported = made("\n".join(lines))
    if imported.text:
        assert codes(flow_of(imported.text)) & OURS == set()
        assert all(f"Box {number}" in imported.text for number in reached)
        assert "import-left-out" not in {one.code for one in imported.problems}
