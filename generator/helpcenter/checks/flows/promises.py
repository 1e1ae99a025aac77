"""No outcome tells a reader that an action is possible who has told a state that forbids it."""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.checks.action_words import ActionWords, action_words, told
from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.flow.graph import Edge
from helpcenter.flow.paths import path_to, paths_from
from helpcenter.model.key_path import KeyPath
from helpcenter.model.states import Allowed
from helpcenter.problems import Problem, problem


def check_promises(view: CheckedFlow) -> Iterator[Problem]:
    """Yield a problem for each sentence that promises too much after some answer, with the way that leads there."""
    table = view.loaded.center.state_table
    if table is None:
        return
    words = action_words(table)
    promising = {anchor: found for anchor in view.sections.by_anchor if (found := list(_promises(view, anchor, words)))}
    forbidden = {row.id: row for row in table.states if row.allowed is Allowed.NO}
    seen: set[tuple[str, KeyPath, str]] = set()
    for anchor, state, edge, target in _telling(view) if promising else ():
        if state not in forbidden:
            continue
        # who tells another state later on has corrected this one
        after = paths_from(view.sections, target, lambda other: _state(view, other) is None)
        for end in after:
            for steps, typed, sentence in promising.get(end, ()):
                if (state, steps, sentence) not in seen:
                    seen.add((state, steps, sentence))
                    way = [*path_to(anchor, view.walked), edge, *path_to(end, after)]
                    facts = {"state": forbidden[state].label, "action": table.action, "story": view.story(way)}
                    place = view.origin.at_text(steps, typed)
                    yield problem("flow-claims-forbidden-action", place, sentence=sentence, **facts)


def _promises(view: CheckedFlow, anchor: str, words: ActionWords) -> Iterator[tuple[KeyPath, str, str]]:
    """Yield the sentences of an outcome or a step that say that the action is possible: place, as typed, as read."""
    section = view.sections.by_anchor[anchor]
    if view.graph.asks(section.node):
        return
    node = view.flow.node(section.node)
    area, title = view.flow.area(section.node), "do" if section.node in view.flow.steps else "title"
    for steps, text in (((area, section.node, title), node.title), *view.said(section)):
        found = told(text, view.loaded.center.values, words.claims)
        yield from ((steps, typed, sentence) for typed, sentence in found)


def _telling(view: CheckedFlow) -> Iterator[tuple[str, str, Edge, str]]:
    """Yield each section and option that tell a state: anchor, state, edge and where it leads."""
    for section in view.sections.by_anchor.values():
        for edge, target in section.links.values():
            state = _state(view, edge)
            if state is not None:
                yield section.anchor, state, edge, target


def _state(view: CheckedFlow, edge: Edge) -> str | None:
    choice = view.graph.choosing.get(edge.node)
    return None if choice is None else choice.options[edge.option].state
