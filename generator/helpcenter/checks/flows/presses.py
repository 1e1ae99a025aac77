"""Nobody is told to press a button who has just said that it cannot be pressed, or a state in which it should not be.

Words are guessed at, so this is a warning; ``not_after`` says for certain what an answer rules out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.checks.action_words import ActionWords, action_words, told
from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.flow.graph import Edge
from helpcenter.flow.paths import Paths, path_to, paths
from helpcenter.model.key_path import KeyPath
from helpcenter.model.states import Allowed, StateTable
from helpcenter.problems import Problem, warning

_WORKS = re.compile(r"(?:能|可以)点|亮了|能按|\b(?:works now|can (?:press|tap|click))\b", re.IGNORECASE)

OptionTaken = tuple[str, str]
"""A question and an option of it."""


def check_presses(view: CheckedFlow) -> Iterator[Problem]:
    """Yield a warning for each outcome and each step that tells to press what an answer on some way there rules out."""
    table = view.loaded.center.state_table
    if table is None:
        return
    words = action_words(table)
    first = {anchor: next(_told(view, anchor, words), None) for anchor in view.sections.by_anchor}
    pressing = {anchor: found for anchor, found in first.items() if found}
    standing = _standing(view, table, words) if pressing else {}
    seen = set()
    for anchor, against in standing:
        if against is not None and anchor in pressing and (pressing[anchor], against) not in seen:
            seen.add((pressing[anchor], against))
            steps, typed, sentence = pressing[anchor]
            way = view.story(path_to((anchor, against), standing))
            facts = {"answer": view.answer(*against), "sentence": sentence, "story": way}
            yield warning("flow-presses-refused", view.origin.at_text(steps, typed), **facts)


def _told(view: CheckedFlow, anchor: str, words: ActionWords) -> Iterator[tuple[KeyPath, str, str]]:
    """Yield what the section ``anchor``, unless it is a question, tells to press."""
    section = view.sections.by_anchor[anchor]
    for steps, text in () if view.graph.asks(section.node) else view.said(section):
        found = told(text, view.loaded.center.values, words.presses)
        yield from ((steps, typed, sentence) for typed, sentence in found)


def _standing(view: CheckedFlow, table: StateTable, words: ActionWords) -> Paths[tuple[str, OptionTaken | None]]:
    """Return shortest ways to every section for each answer against pressing that may stand there; linear in both.

    A state with ``ask`` stands until the next answer only: that may have settled what there was to settle.
    """
    rows = {row.id: row.allowed for row in table.states if row.allowed is not Allowed.YES}

    def after(against: OptionTaken | None, edge: Edge) -> OptionTaken | None:
        choice = view.graph.choosing.get(edge.node)
        typed = choice.options[edge.option] if choice else None
        if typed is not None and (words.refuses(typed.label) or typed.state in rows):
            return edge.node, edge.option
        if against is None or typed is None or edge.node == against[0] or _WORKS.search(typed.label):
            return None if typed is not None else against
        state = view.graph.choosing[against[0]].options[against[1]].state
        settled = rows.get(state or "") is Allowed.ASK or (state and typed.state)  # another state corrects the first
        return None if settled else against

    def edges(place: tuple[str, OptionTaken | None]) -> Iterator[tuple[Edge, tuple[str, OptionTaken | None]]]:
        section = view.sections.by_anchor.get(place[0])
        for edge, target in section.links.values() if section else ():
            yield edge, (target, after(place[1], edge))

    start: tuple[str, OptionTaken | None] = view.sections.start, None
    return paths(start, edges)
