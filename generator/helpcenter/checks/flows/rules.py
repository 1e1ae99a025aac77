"""Rules on earlier answers can all be met, and they make no more copies of questions than a page can hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.flow.graph import Edge
from helpcenter.flow.paths import answered_before, path_to
from helpcenter.flow.sections import MOST_SECTIONS, live_answers, live_counters
from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Problem, problem


def check_rules(view: CheckedFlow) -> Iterator[Problem]:
    """Yield a problem for each rule that is never followed, and each answer that is read before it can be given."""
    early: set[KeyPath] = set()
    for edge, question in _read_too_early(view):
        early.add(edge.steps)
        place = view.origin.at(*edge.steps[:-1], "when", question, key=True)
        yield problem("flow-answer-too-early", place, question=view.graph.name(question), **_facts(view, edge))
    walked = {section.node for section in view.sections.by_anchor.values()}
    done = early | view.sections.fired
    for edge in view.graph.all_edges():
        if edge.steps in done or edge.node not in walked:
            continue
        done.add(edge.steps)
        hidden = edge.steps in view.sections.matched
        place = view.origin.at(*edge.steps[:-1], *(("when",) if edge.when else ("go",)), key=bool(edge.when))
        yield problem("flow-rule-hidden" if hidden else "flow-rule-never", place, **_facts(view, edge))


def check_sections(view: CheckedFlow) -> Iterator[Problem]:
    """Yield a problem when rules and retries make too many copies, and for each question that retries leave empty."""
    if not view.sections.complete:
        yield _too_many(view)
        return
    told: set[str] = set()
    for anchor, section in view.sections.by_anchor.items():
        node = section.node
        used_up = not section.links and any(edge.limit for edge in view.graph.edges(node))
        if used_up and not view.graph.is_outcome(node) and node not in told:
            told.add(node)
            place = view.origin.at(view.flow.area(node), node, key=True)
            story = view.story(path_to(anchor, view.walked))
            yield problem("flow-used-up", place, question=view.graph.name(node), story=story)


def _too_many(view: CheckedFlow) -> Problem:
    blamed = list(_blamed(view)) if len(view.graph.nodes) <= MOST_SECTIONS else []
    if not blamed:
        place = view.origin.at("questions", key=True)
        return problem("flow-too-large", place, most=MOST_SECTIONS, nodes=len(view.graph.nodes))
    steps = blamed[0][0]
    place = view.origin.at(*steps, key=steps[-1] == "when")
    names = " / ".join(dict.fromkeys(f"“{name}”" for _, name in blamed))
    return problem("flow-too-many-copies", place, most=MOST_SECTIONS, rules=names)


def _facts(view: CheckedFlow, edge: Edge) -> dict[str, str]:
    return {"label": view.graph.label(edge) or "not_solved", "story": view.story_by(edge)}


def _read_too_early(view: CheckedFlow) -> Iterator[tuple[Edge, str]]:
    """Yield each rule and the question it reads that lies on no way to any place where it holds."""
    reading = [(edge, question) for edge in view.graph.all_edges() for question in edge.when]
    given = answered_before(view.graph, {question for _, question in reading}) if reading else {}
    early: dict[tuple[KeyPath, str], tuple[Edge, str]] = {}
    timely = set()
    for edge, question in reading:
        if question == edge.node or question in given[edge.node]:
            timely.add((edge.steps, question))
        elif edge.node in view.paths:
            early.setdefault((edge.steps, question), (edge, question))
    yield from (found for told, found in early.items() if told not in timely)


def _blamed(view: CheckedFlow) -> Iterator[tuple[KeyPath, str]]:
    """Yield the rules, texts and retries that the node with the most copies is multiplied by: where, and whose."""
    copies = Counter(section.node for section in view.sections.by_anchor.values())
    node = copies.most_common(1)[0][0]
    answers, counters = live_answers(view.graph)[node], live_counters(view.graph)[node]
    for edge in view.graph.all_edges():
        if answers & edge.when.keys() or edge.counter in counters:
            steps = (*edge.steps[:-1], "when") if edge.when else edge.steps
            yield steps, f"{view.graph.name(edge.node)} {view.graph.label(edge)}".rstrip()
    for name, typed in view.flow.nodes.items():
        for index, part in enumerate(typed.text):
            if answers & part.when.keys():
                yield (*view.flow.way_to_text(name), index, "when"), typed.title
