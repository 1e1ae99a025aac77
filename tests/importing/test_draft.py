"""Drafts become flows; whatever our model refuses is told at its place."""

from __future__ import annotations

import pytest

from helpcenter.importing import Draft, Imported, as_yaml, read_mermaid
from helpcenter.model.flows import OutcomeKind, all_said
from helpcenter.words.catalogue import interface
from tests.drawing.diagrams import flow_of
from tests.making import place


def made(chart: str, language: str = "zh") -> Imported:
    return as_yaml(read_mermaid(f"flowchart LR\n{chart}", "chart.mmd"), "after-sales", interface(language))


def found(chart: str) -> list[tuple[str, int, int]]:
    """Return code, line and column of each problem, those about ids and texts left out; line 1 is the header."""
    usual = {"import-id-changed", "import-no-text"}
    return [(code, line, column) for code, _, line, column in map(place, made(chart).problems) if code not in usual]


def test_boxes_with_arrows_are_questions_and_others_outcomes() -> None:
    flow = flow_of(made("qa[问？] -->|是| aa[好]\nqa -->|否| qb{再问？}\nqb -->|是| aa\nqb -->|否| bb{{等}}").text)
    assert list(flow.questions) == ["qa", "qb"]
    assert {name: outcome.kind for name, outcome in flow.outcomes.items()} == {"aa": OutcomeKind.SOLVED, "bb": OutcomeKind.WAIT}


@pytest.mark.parametrize(
    ("brackets", "kind"),
    [("[x]", "solved"), ("([x])", "solved"), ("{{x}}", "wait"), ("[/x/]", "contact"), ("[[x]]", "not-possible"), ("((x))", "solved")],
)
def test_the_shapes_of_our_own_charts_tell_the_kind(brackets: str, kind: str) -> None:
    flow = flow_of(made(f"qa -->|a| aa{brackets}\nqa -->|b| aa").text)
    assert flow.outcomes["aa"].kind == kind


def test_the_start_is_the_first_question_that_nothing_leads_to() -> None:
    assert flow_of(made("qb -->|x| end1\nqb -->|y| end1\nqa -->|x| qb\nqa -->|y| qb").text).start == "qa"
    assert flow_of(made("qa{?} -->|x| qb{?}\nqb -->|y| qa").text).start == "qa"
    assert flow_of(made("%% helpcenter start qb\nqa{?} -->|x| qb{?}\nqb -->|y| qa").text).start == "qb"
    assert flow_of(made("%% helpcenter start zz\nqa{?} -->|x| qb{?}\nqb -->|y| qa").text).start == "qa"


def test_ids_of_options_are_made_of_their_labels_and_numbered() -> None:
    flow = flow_of(made("qa -->|是| aa\nqa -->|事| aa\nqa -->|Yes| aa\nqa --> aa\nqa -->|？| aa\nqa -->|！| aa").text)
    assert {name: option.label for name, option in flow.questions["qa"].options.items()} == {
        "shi": "是", "shi-2": "事", "yes": "Yes", "ji-xu": "继续", "option": "？", "option-2": "！",
    }  # fmt: skip


def test_an_id_that_was_found_is_not_given_to_another_option() -> None:
    flow = flow_of(made("qa -->|Yes| aa\n%% helpcenter option yes\nqa -->|Ja| bb").text)
    assert {name: option.label for name, option in flow.questions["qa"].options.items()} == {"yes-2": "Yes", "yes": "Ja"}


def test_an_arrow_without_label_gets_the_word_of_the_interface() -> None:
    text = made("qa --> aa\nqa -->|x| aa", "en").text
    assert [option.label for option in flow_of(text).questions["qa"].options.values()] == ["Continue", "x"]


def test_several_arrows_without_label_are_called_by_what_they_lead_to() -> None:
    text = made("qa --> aa[换线]\nqa --> bb[重启]\nqa --> cc[换线]\nqa -->|重启| cc\nqa --> aa").text
    labels = [option.label for option in flow_of(text).questions["qa"].options.values()]
    assert labels == ["换线", "重启 2", "换线 2", "重启"]


def test_names_that_are_no_ids_change_with_a_warning() -> None:
    warned = [one for one in made("A[问？] -->|x| 结果\nA -->|y| ok").problems if one.code == "import-id-changed"]
    assert [(place(one)[2:], one.details["old"], one.details["id"]) for one in warned] == [
        ((2, 1), "A", "node-a"),
        ((2, 14), "结果", "jie-guo"),
    ]


def test_an_outcome_without_text_says_its_title_with_a_warning() -> None:
    imported = made("qa -->|x| aa[好了]\nqa -->|y| aa")
    assert all_said(flow_of(imported.text).outcomes["aa"].text) == "好了"
    (warned,) = imported.problems
    assert (warned.code, warned.severity, warned.details["outcome"]) == ("import-no-text", "warning", "好了")


@pytest.mark.parametrize(
    ("chart", "problems"),
    [
        ("qa -->|x| aa\nqa -->|w| aa", []),
        ("qa -->|x| aa\nqa -->|x| bb", [("import-same-label", 3, 4)]),
        ("qa --> aa\nqa -->|w| aa", [("import-no-label", 2, 4)]),
        ("  aa[好]", [("import-nothing", 1, 1)]),
        ("", [("import-nothing", 1, 1)]),
        ("!", [("import-not-understood", 2, 1)]),
        (f"qa -->|x| aa[{'长' * 301}]\nqa -->|w| aa", [("text-too-long", 2, 11)]),
        (f"qa -->|{'长' * 301}| aa\nqa -->|w| aa", [("text-too-long", 2, 1)]),
        ("%% helpcenter option X!\nqa -->|x| aa", [("bad-id", 3, 1)]),
        ("%% helpcenter option xx when qq=A\nqa -->|x| aa", [("bad-id", 3, 1)]),
        ("%% helpcenter option xx again 9\nqa -->|x| aa", [("bad-times", 3, 1)]),
        ("%% helpcenter id qa ../x\nqa -->|x| aa\nqa -->|w| aa", [("bad-id", 1, 1), ("bad-id", 1, 1)]),
        ("%% helpcenter exit aa x/y\nqa -->|x| aa\nqa -->|w| aa", [("bad-link", 3, 1)] * 2),
        ("%% helpcenter not-solved again 9\naa -->|x| qa\nqa -->|y| aa\nqa -->|w| aa", [("bad-times", 3, 1)]),
        (f"accTitle: {'长' * 301}\nqa -->|x| aa\nqa -->|w| aa", [("text-too-long", 1, 1)] * 2),
    ],
)
def test_problems(chart: str, problems: list[tuple[str, int, int]]) -> None:
    assert found(chart) == problems


def test_the_id_of_a_flow_can_lead_nowhere_else() -> None:
    imported = made("%% helpcenter flow ../../evil\naccTitle: 好\nqa -->|x| aa\nqa -->|w| aa")
    assert imported.id == "hao" == flow_of(imported.text).id


def test_two_boxes_with_one_id_stay_two() -> None:
    flow = flow_of(made("%% helpcenter id X same\n%% helpcenter id Y same\nX -->|x| Y\nX -->|w| Y\nY -->|y| X\nY -->|z| X").text)
    assert list(flow.questions) == ["same", "same-2"]


def test_an_empty_draft_is_nothing() -> None:
    imported = as_yaml(Draft("chart.mmd"), "topic", interface("zh"))
    assert (imported.text, [one.code for one in imported.problems]) == ("", ["import-nothing"])
