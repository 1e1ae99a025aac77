"""Nobody comes to an outcome, or is offered an option, that an earlier answer rules out (``not_after``)."""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.flow.exclusions import Exclusion, Standing, exclusions, standing_paths
from helpcenter.flow.paths import Paths, path_to
from helpcenter.problems import Problem, problem


def check_exclusions(view: CheckedFlow) -> Iterator[Problem]:
    """Yield a problem for each answer that rules a place out and still stands on some way there."""
    ruled_out = list(exclusions(view.flow))
    for question in dict.fromkeys(question for one in ruled_out for question in one.answers):
        asking = [one for one in ruled_out if question in one.answers]
        found = standing_paths(view.sections, question, {option for one in asking for option in one.answers[question]})
        for one in asking:
            for index, answer in enumerate(one.answers[question]):
                place = next((place for place in found if place[1] == answer and _meets(one, place[0], view)), None)
                if place is not None:
                    yield _problem(one, question, index, view, place, found)


def _meets(one: Exclusion, anchor: str, view: CheckedFlow) -> bool:
    section = view.sections.by_anchor.get(anchor)
    return section is not None and section.node == one.node and (not one.option or one.option in section.links)


def _problem(
    one: Exclusion, question: str, index: int, view: CheckedFlow, place: Standing, found: Paths[Standing]
) -> Problem:
    way = path_to(place, found)
    name = view.answer(one.node, one.option) if one.option else view.graph.name(one.node)
    facts = {"answer": view.answer(question, one.answers[question][index]), "name": name, "story": view.story(way)}
    return problem("flow-ruled-out", view.origin.at(*one.steps, "not_after", question, index), **facts)
