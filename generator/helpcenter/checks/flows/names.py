"""Every name in a flow means something: targets, and the questions and options that rules and tests speak of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.flow.compiled import Compiled
from helpcenter.flow.exclusions import exclusions
from helpcenter.flow.graph import NOT_SOLVED, Edge
from helpcenter.flow.replay import replay
from helpcenter.model.fields import Status
from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Problem, problem, warning
from helpcenter.suggestions import nearest

Flows = Mapping[str, Compiled]


def check_names(view: CheckedFlow, flows: Flows) -> Iterator[Problem]:
    """Yield a problem for each target and each answer that does not exist."""
    flow = view.flow
    if flow.start not in view.graph.choosing:
        guess = nearest(flow.start, view.graph.choosing)
        yield problem("flow-unknown-start", view.origin.at("start"), id=flow.start, guess=guess)
    for edge in view.graph.rules():
        if not _is_known(edge.target, view, flows):
            yield _unknown_target(edge.target, edge.steps, view, flows, view.story_by(edge))
        yield from _check_status(edge, view, flows)
        yield from _check_answers(edge.when, (*edge.steps[:-1], "when"), view, known=view.graph.choosing)
    for node, typed in flow.nodes.items():
        for number, part in enumerate(typed.text):
            yield from _check_answers(
                part.when, (*flow.way_to_text(node), number, "when"), view, known=view.graph.choosing
            )
    for one in exclusions(flow):
        yield from _check_answers(one.answers, (*one.steps, "not_after"), view, known=view.graph.options)
    for index, test in enumerate(flow.tests):
        yield from _check_answers(test.answers, ("tests", index, "answers"), view, known=view.graph.options)
        if not _is_known(test.outcome, view, flows):
            way = view.story(replay(view.graph, test.answers).path)
            yield _unknown_target(test.outcome, ("tests", index, "outcome"), view, flows, way)


def _unknown_target(target: str, steps: KeyPath, view: CheckedFlow, flows: Flows, story: str) -> Problem:
    guess = _meant(target, view, flows)
    return problem("flow-unknown-target", view.origin.at(*steps), id=target, guess=guess, story=story)


def _is_known(target: str, view: CheckedFlow, flows: Flows) -> bool:
    return view.graph.is_inside(target) or _is_elsewhere(target, view, flows)


def _check_status(edge: Edge, view: CheckedFlow, flows: Flows) -> Iterator[Problem]:
    """Yield a problem when ``edge`` leads readers into a flow that is not there for them."""
    other = flows.get(edge.target.partition("#")[0])
    if other is None or view.graph.is_inside(edge.target) or view.flow.status is not Status.PUBLISHED:
        return
    facts = {"field": "not_solved" if edge.option == NOT_SOLVED else "to", "id": other.flow.id}
    if other.flow.status is Status.DRAFT:
        yield problem("refers-to-draft", view.origin.at(*edge.steps), **facts)
    elif other.flow.status is Status.RETIRED:
        yield warning("refers-to-retired", view.origin.at(*edge.steps), see=other.flow.see, **facts)


def _is_elsewhere(target: str, view: CheckedFlow, flows: Flows) -> bool:
    """Return whether ``target`` is another flow, or a question of one, or may be one that could not be read."""
    other, _, question = target.partition("#")
    if other in view.loaded.broken or not view.loaded.complete:
        return True
    return other in flows and other != view.flow.id and (not question or question in flows[other].flow.choosing)


def _meant(target: str, view: CheckedFlow, flows: Flows) -> str:
    """Return the place that ``target`` probably means; a place of this flow is named without the flow's id."""
    other, _, question = target.partition("#")
    if other == view.flow.id:
        return nearest(question, view.graph.nodes) if question else view.graph.start
    others = [known for known in flows if known != view.flow.id]
    if not question:
        return nearest(target, [*view.graph.nodes, *others])
    flow = other if other in flows else nearest(other, others)
    guess = nearest(question, flows[flow].flow.choosing) if flow else ""
    return f"{flow}#{guess}" if guess else flow


def _check_answers(
    answers: Mapping[str, Iterable[str]], steps: KeyPath, view: CheckedFlow, known: Collection[str]
) -> Iterator[Problem]:
    for node, options in answers.items():
        if node not in known:
            place = view.origin.at(*steps, node, key=True)
            yield problem("flow-unknown-answer", place, id=node, guess=nearest(node, known))
            continue
        offered = list(view.graph.options[node]) or [NOT_SOLVED]
        for index, option in enumerate(options):
            if option not in view.graph.options[node]:
                place = view.origin.at(*steps, node, index)
                guess = offered[0] if len(offered) == 1 else nearest(option, offered)
                yield problem("flow-unknown-answer", place, id=option, guess=guess)
