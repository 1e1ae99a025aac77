"""What an option says of a state: its words and its ``state`` agree.

Words are compared by the characters and pairs of characters that the labels of ``content/states.yaml`` do not all
share (Dice's coefficient, weighted by how few labels have them).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator

from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.model.states import State
from helpcenter.problems import Problem, warning

NEARER = 0.15
"""How much nearer to another state the words of an option are, at least, when they contradict its ``state``."""
NEAR = 0.3
"""How near they are to that state, at least."""
_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z0-9]+")
_FILLERS = frozenset("的了是我你他已或者在")
_MARKS = re.compile(r"[\s，。、；：！？“”‘’「」（）,.;:!?'\"()]+")


def check_told_states(view: CheckedFlow) -> Iterator[Problem]:
    """Yield a warning for each option whose words name another state than its ``state``, or one that it leaves out."""
    labels = _Labels(view.loaded.center.states)
    for node, choice in view.graph.choosing.items():
        for option, typed in choice.options.items():
            steps = view.flow.way_to(node, option)
            facts = {"label": typed.label}
            if typed.state is None:
                if row := labels.called(typed.label):
                    place = view.origin.at(*steps, "label")
                    yield warning("flow-state-left-out", place, id=row.id, state=row.label, **facts)
            elif found := labels.contradicting(typed.label, typed.state):
                own, other = found
                place = view.origin.at(*steps, "state")
                yield warning("flow-other-state", place, id=other.id, state=own.label, other=other.label, **facts)


class _Labels:
    def __init__(self, rows: tuple[State, ...]) -> None:
        self.rows = {row.id: row for row in rows}
        self.parts = {row.id: _parts(row.label) for row in rows}
        self.shared = Counter(part for parts in self.parts.values() for part in parts)
        self.weights = {part: math.log(1 + len(rows) / count) for part, count in self.shared.items()}

    def called(self, label: str) -> State | None:
        """Return the state that is called exactly ``label``."""
        plain = _MARKS.sub("", label)
        return next((row for row in self.rows.values() if _MARKS.sub("", row.label) == plain), None)

    def contradicting(self, label: str, state: str) -> tuple[State, State] | None:
        """Return the row of ``state`` and one that ``label`` is clearly nearer to."""
        if state not in self.rows:
            return None
        parts = _parts(label)
        near = {name: self.nearness(parts, self.parts[name]) for name in self.rows}
        others = [name for name in self.rows if self.names(parts, name, state) and near[name] >= NEAR]
        best = max(others, key=near.__getitem__, default=state)
        return (self.rows[state], self.rows[best]) if near[best] >= near[state] + NEARER else None

    def names(self, parts: set[str], other: str, own: str) -> bool:
        """Return whether ``parts`` hold more than a character of ``other``, a pair that hardly any state has."""
        return any(len(part) > 1 and self.shared[part] < 3 for part in (parts & self.parts[other]) - self.parts[own])

    def nearness(self, parts: set[str], of: set[str]) -> float:
        whole = self.weight(parts & self.shared.keys()) + self.weight(of)
        return 2 * self.weight(parts & of) / whole if whole else 0.0

    def weight(self, parts: set[str]) -> float:
        return sum(map(self.weights.__getitem__, parts))


def _parts(text: str) -> set[str]:
    """Return the characters and pairs of characters of Chinese words, and the beginnings of others."""
    found: set[str] = set()
    for run in _RUN.findall(text.lower()):
        pairs = {run[:5]} if run.isascii() else {*run, *(run[at : at + 2] for at in range(len(run) - 1))}
        found |= {part for part in pairs if not _FILLERS & {*part}}
    return found
