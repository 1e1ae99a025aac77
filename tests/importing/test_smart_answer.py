"""GOV.UK's simple smart answers, whole and broken."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.importing import Imported, as_yaml, read_smart_answer
from helpcenter.model.flows import OutcomeKind, all_said
from helpcenter.problems import has_errors
from helpcenter.words.catalogue import interface
from tests.drawing.diagrams import flow_of
from tests.making import place

SAMPLES = Path(__file__).parent / "samples"
SAMPLE = (SAMPLES / "return-a-parcel.json").read_text(encoding="utf-8")
NODES = {
    "question": '{"kind": "question", "slug": "one", "title": "One?", "options": [%s]}',
    "outcome": '{"kind": "outcome", "slug": "end", "title": "End", "body": "<p>Text.</p>"}',
}
YES = '{"label": "Yes", "slug": "yes", "next_node": "end"}'
NO = '{"label": "No", "slug": "no", "next_node": "end"}'


def imported(text: str) -> Imported:
    return as_yaml(read_smart_answer(text, "answer.json"), "after-sales", interface("en"))


def answer(*nodes: str) -> str:
    """Return a content item with a node a line, the first on line 2."""
    inner = ",\n".join(nodes)
    return f'{{"base_path": "/answer-1", "title": "Title", "description": "Said.", "details": {{"nodes": [\n{inner}\n]}}}}'


def problems(*nodes: str) -> list[tuple[str, int, str]]:
    """Return code, line and what stands at the place of each problem."""
    text = answer(*nodes)
    places = [(code, line, column) for code, _, line, column in map(place, imported(text).problems)]
    return [(code, line, text.split("\n")[line - 1][column - 1 :][:12]) for code, line, column in places]


def question(*options: str) -> str:
    return NODES["question"] % ", ".join(options)


def test_the_sample() -> None:
    made = imported(SAMPLE)
    assert made.text == (SAMPLES / "return-a-parcel.yaml").read_text(encoding="utf-8")
    assert made.id == "when-to-return-a-parcel"
    assert [place(one) for one in made.problems] == [("import-no-text", "answer.json", 47, 17)]


def test_the_sample_as_a_flow() -> None:
    flow = flow_of(imported(SAMPLE).text)
    assert flow.title == "When to return a parcel"
    assert flow.summary == "Find out whether you can still send something back."
    assert flow.start == "did-you-buy-it-online"
    first = flow.questions["did-you-buy-it-online"]
    assert [(name, option.label) for name, option in first.options.items()] == [
        ("yes", "Yes"),
        ("no", "No"),
        ("i-dont-know", "I don’t know 🤔"),
    ]
    assert all_said(first.help) == "Have your order number ready.\n\nAn app counts as online.\n\n- websites\n- phone orders\n"
    assert all_said(flow.outcomes["you-can-return-it"].text) == (
        "What to do\n\nWrite to the seller.\n\nSee [your rights](https://www.gov.uk/consumer-protection-rights) & returns.\n"
    )
    assert {outcome.kind for outcome in flow.outcomes.values()} == {OutcomeKind.SOLVED}


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("indent", [None, 2, "\t"])
def test_however_the_json_is_written(ascii_only: bool, indent: int | str | None) -> None:
    text = json.dumps(json.loads(SAMPLE), ensure_ascii=ascii_only, indent=indent)
    for written in (text, "\ufeff" + text, text.replace("\n", "\r\n")):
        assert imported(written).text == imported(SAMPLE).text


def test_a_whole_answer_has_no_problems() -> None:
    assert problems(question(YES, NO), NODES["outcome"]) == []


@pytest.mark.parametrize(
    ("nodes", "found"),
    [
        ([question(YES, NO.replace('"end"', '"and"')), NODES["outcome"]], [("import-unknown-node", 2, '"and"}]}')]),
        ([question(YES, '{"label": "No"}'), NODES["outcome"]], [("import-unknown-node", 2, '{"label": "N')]),
        ([question(YES, "7"), NODES["outcome"]], [("import-unknown-node", 2, "7]}")]),
        ([question(YES, NO, YES), NODES["outcome"]], [("import-same-slug", 2, '"yes", "next')]),
        ([question(YES, NO), NODES["outcome"], NODES["outcome"]], [("import-same-slug", 4, '"end", "titl')]),
        ([question(YES, NO).replace('"One?"', '" "'), NODES["outcome"]], [("import-incomplete", 2, '" ", "option')]),
        ([question(YES, NO).replace('"title": "One?", ', ""), NODES["outcome"]], [("import-incomplete", 2, '{"kind": "qu')]),
        ([question(YES, NO), NODES["outcome"], '{"title": "x"}'], [("import-incomplete", 4, '{"title": "x')]),
        ([question(YES, NO), NODES["outcome"], '{"slug": null, "title": "x"}'], [("import-incomplete", 4, 'null, "title')]),
        ([question(YES, NO), NODES["outcome"], question().replace('"one"', '"two"')], [("import-incomplete", 4, "[]}")]),
        ([question(YES, NO), NODES["outcome"].replace('"<p>Text.</p>"', "7")], [("import-no-text", 3, '"end", "titl')]),
        ([question(YES, NO.replace("No", "")), NODES["outcome"]], [("import-no-label", 2, '"end"}]}')]),
        ([question(YES, NO), NODES["outcome"].replace("End", "x" * 601)], [("text-too-long", 3, '"end", "titl')]),
    ],
)  # fmt: skip
def test_faults_are_told_with_their_place(nodes: list[str], found: list[tuple[str, int, str]]) -> None:
    assert [(code, line, at.rstrip(",")) for code, line, at in problems(*nodes)] == found


def test_an_unknown_node_comes_with_a_guess() -> None:
    (found,) = imported(answer(question(YES, NO.replace('"end"', '"ende"')), NODES["outcome"])).problems
    assert dict(found.details) == {"id": "ende", "guess": "end"}


@pytest.mark.parametrize(
    "text",
    ["{}", "[]", '"x"', "null", "7", '{"details": {}}', '{"details": []}', '{"details": {"nodes": []}}', '{"details": {"nodes": {}}}',
     '{"details": {"nodes": [1]}}', '{"details": {"nodes": [{"slug": "ab"}, []]}}'],
)  # fmt: skip
def test_without_nodes(text: str) -> None:
    made = imported(text)
    assert (made.text, [one.code for one in made.problems]) == ("", ["import-no-nodes"])


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [("", 1, 1), ("{", 1, 2), ('{\n  "a": 1,\n  b: 2\n}', 3, 3), ("{} x", 1, 4), ("flowchart LR", 1, 1), ("[" * 100_000, 1, 1)],
)
def test_what_is_no_json(text: str, line: int, column: int) -> None:
    made = imported(text)
    assert made.text == ""
    assert [place(one) for one in made.problems] == [("import-bad-json", "answer.json", line, column)]


def test_a_number_too_long_to_read_is_no_crash() -> None:
    assert [one.code for one in imported(f'{{"details": {"9" * 5000}}}').problems] == ["import-bad-json"]


def test_long_and_odd_slugs_become_ids() -> None:
    long = "are-you-or-your-partner-going-to-send-this-parcel-back"
    nodes = [question(YES.replace('"yes"', '"Yes!"'), NO).replace('"one"', f'"{long}"'), NODES["outcome"]]
    made = imported(answer(*nodes))
    flow = flow_of(made.text)
    assert flow.start == "are-you-or-your-partner-going-to-send-th"
    assert list(flow.questions[flow.start].options) == ["yes", "no"]
    assert [one.code for one in made.problems] == ["import-id-changed"]


@pytest.mark.parametrize(
    ("path", "flow_id"),
    [("/answer-1", "answer-1"), ("/a/b/answer-1/", "answer-1"), ("/../..", "title"), ("", "title"), ("/" + "x" * 41, "title")],
)
def test_the_id_of_the_flow(path: str, flow_id: str) -> None:
    made = imported(answer(question(YES, NO), NODES["outcome"]).replace("/answer-1", path))
    assert made.id == flow_id == flow_of(made.text).id


def test_an_outcome_has_no_options() -> None:
    end = NODES["outcome"].replace('"body"', f'"options": [{YES}], "body"')
    assert "end" in flow_of(imported(answer(question(YES, NO), end)).text).outcomes


def test_without_title_and_description_the_first_question_speaks() -> None:
    text = answer(question(YES, NO), NODES["outcome"]).replace('"title": "Title", "description": "Said.", ', "")
    flow = flow_of(imported(text).text)
    assert (flow.title, flow.summary) == ("One?", "One?")


def test_signs_that_yaml_refuses_are_left_out() -> None:
    nodes = [question(YES, NO).replace("One?", "O\\u0007ne?"), NODES["outcome"].replace("Text.", "Te\\u0000xt\\uffff.")]
    flow = flow_of(imported(answer(*nodes)).text)
    assert (flow.questions["one"].ask, all_said(flow.outcomes["end"].text)) == ("O ne?", "Text.")


@pytest.mark.parametrize(("text", "line"), [("[" * 100_000, 1), ('{"a": NaN}', 1), ('{"title": "\\ud800"}', 1), ("{\n]", 2)])
def test_what_is_no_json_is_found_and_nothing_is_guessed(text: str, line: int) -> None:
    (found,) = read_smart_answer(text, "x.json").problems
    assert (found.code, found.location.line) == ("import-bad-json", line)


VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.integers() | st.sampled_from(["one", "end", "question", "outcome", "<p>x</p>"]) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["kind", "slug", "title", "body", "options", "label", "next_node"]), inner, max_size=6),
    max_leaves=30,
)


@given(st.lists(VALUES, max_size=4))
def test_any_nodes_are_read_or_refused(nodes: list[Any]) -> None:
    made = imported(json.dumps({"title": "x", "details": {"nodes": nodes}}))
    if made.text and not has_errors(made.problems):
        flow_of(made.text)
    assert made.text or made.problems


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert imported(text).problems
