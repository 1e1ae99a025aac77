"""Answers that rule places out, and where they stand; every journey is the judge."""

from __future__ import annotations

from hypothesis import assume, given

from helpcenter.flow.compiled import compiled
from helpcenter.flow.exclusions import Exclusion, exclusions, standing_paths
from helpcenter.flow.journeys import count, journeys
from helpcenter.flow.paths import path_to
from helpcenter.model.flows import Flow
from tests.flow.flows import Asked, flow, random_flows, sections

BACK: Asked = {
    "what": {"aa": "more", "bb": "more"},
    "more": {"m1": {"to": "what", "again": "1"}, "m2": "end"},
}


def test_options_and_outcomes_may_be_ruled_out() -> None:
    barred = {"to": "end", "not_after": {"what": ["aa", "bb"]}}
    found = flow({"what": {"aa": "more", "bb": "more"}, "more": {"m1": barred, "m2": "end"}})
    end = found.outcomes["end"].model_copy(update={"not_after": {"what": ("aa",)}})
    assert list(exclusions(found.model_copy(update={"outcomes": {"end": end}}))) == [
        Exclusion("more", "m1", {"what": ("aa", "bb")}, ("questions", "more", "options", "m1")),
        Exclusion("end", "", {"what": ("aa",)}, ("outcomes", "end")),
    ]


def test_an_answer_stands_until_it_is_given_anew() -> None:
    found = standing_paths(sections(BACK), "what", ["aa"])
    ends = {standing: [edge.option for edge in path_to((anchor, standing), found)] for anchor, standing in found
            if anchor.startswith("end")}  # fmt: skip
    assert ends == {"aa": ["aa", "m2"], "": ["bb", "m2"]}


def test_answers_that_nobody_asked_about_are_not_told_apart() -> None:
    assert {standing for _, standing in standing_paths(sections(BACK), "what", [])} == {""}


@given(random_flows())
def test_an_answer_stands_where_it_was_the_last_of_some_journey(flow: Flow) -> None:
    seen = compiled(flow)
    graph, made = seen.graph, seen.sections
    assume(seen.order is not None and count(graph, made, seen.order) <= 2000)
    for question, asked in flow.questions.items():
        expected = {("", made.start)}
        for journey in journeys(graph, made):
            anchor, standing = made.start, ""
            for edge in journey:
                standing = edge.option if edge.node == question else standing
                anchor = made.by_anchor[anchor].links[edge.option][1]
                expected.add((standing, anchor))
        found = standing_paths(made, question, asked.options)
        assert {(standing, anchor) for anchor, standing in found} == expected
