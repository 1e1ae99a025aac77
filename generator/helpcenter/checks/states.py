"""Nothing says that an action is possible in a state whose row in ``content/states.yaml`` says no.

A text speaks of a state when its entry is the one that the row names, or when its sentence names the state. What
outcomes of flows say, ``flows.promises`` holds against the answers that lead to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from helpcenter.checks.action_words import ActionWords, action_words, told
from helpcenter.checks.links import check_target
from helpcenter.model.states import Allowed, State, StateTable
from helpcenter.model.text_fields import text_fields
from helpcenter.problems import Problem, problem
from helpcenter.sources.loading import Loaded

_CLAUSE = re.compile(r"[^，,]+")
_BEFORE = r"(?:^|\b)before\b[^,，]*%s|%s[”」』\"’']?(?:之|以)?前"


def check_states(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for each state without an answer, and each text that promises what a state forbids."""
    center = loaded.center
    table = center.state_table
    if table is None:
        return
    for row in center.states:
        if row.question is not None:
            yield from check_target(row.question, loaded.origins[f"state {row.id}"], ("question",), loaded, center.faq)
    forbidden = [row for row in center.states if row.allowed is Allowed.NO]
    claims = action_words(table).claims
    for entry in center.entries() if forbidden else ():
        own, origin = [row for row in forbidden if row.question == entry.id], loaded.origins[entry.id]
        for steps, text in text_fields(entry):
            for typed, sentence in told(text, center.values, claims):
                for row in _forbidding(sentence, own, table):
                    facts = {"state": row.label, "action": table.action, "of": table.of}
                    yield problem("claims-forbidden-action", origin.at_text(steps, typed), sentence=sentence, **facts)


def _forbidding(sentence: str, own: list[State], table: StateTable) -> list[State]:
    spoken = _named(sentence, table.states, action_words(table)) or own
    return [row for row in spoken if row.allowed is Allowed.NO]


def _named(sentence: str, states: Iterable[State], words: ActionWords) -> list[State]:
    """Return the states that ``sentence`` names beside its claim, else those it names anywhere."""
    beside = "".join(clause for clause in _CLAUSE.findall(sentence) if words.claims_in(clause))
    return [row for row in states if _names(beside, row)] or [row for row in states if _names(sentence, row)]


def _names(text: str, row: State) -> bool:
    """Return whether ``text`` speaks of the time in the state ``row``, not of that before it."""
    label = row.label.casefold()
    if label not in text.casefold():
        return False
    name = re.escape(row.label)
    return label in re.sub(_BEFORE % (name, name), "", text, flags=re.IGNORECASE).casefold()
