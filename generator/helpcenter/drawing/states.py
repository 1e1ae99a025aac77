"""How states follow each other, as SVG: from top to bottom, so that it fits a phone, and the same in words.

It is the layout of flows turned by a quarter: what stands in a column there stands in a row here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from helpcenter.drawing.layout import BoxSize, Layout, Point, Spacing, layout
from helpcenter.drawing.lettering import ems, wrapped
from helpcenter.model.states import Allowed, Final, State
from helpcenter.words.catalogue import Words

LINE, TEXT = 18.0, 13.0
"""Height of a line and of a character, in pixels."""
LABEL_EMS = 7.0
"""How wide the text of a state may grow, in characters of full width."""
MARGIN = 8.0
CLOSE = Spacing(14.0, 40.0, 14.0)
MARKS = {Allowed.YES: "✓", Allowed.ASK: "?", Allowed.NO: "✕"}
"""Beside the colour, whether the action is allowed."""
_KINDS = {Allowed.YES: "question", Allowed.ASK: "contact", Allowed.NO: "no"}
"""The classes that style sheets of maps colour alike."""


def states_picture(states: Sequence[State], words: Words) -> str:
    """Return the ``svg`` element of those ``states`` that follow another or lead on."""
    arrows = [(state.id, after) for state in states for after in state.next]
    joined = {name for ends in arrows for name in ends}
    shown = [state for state in states if state.id in joined]
    lines = {state.id: wrapped(f"{MARKS[state.allowed]} {state.label}", LABEL_EMS) for state in shown}
    sizes = {name: (len(rows) * LINE + 10, max(map(ems, rows)) * TEXT + 16) for name, rows in lines.items()}
    placed = layout(sizes, arrows, [(0.0, 0.0)] * len(arrows), spacing=CLOSE)
    parts = [part for number, (_, target) in enumerate(arrows) for part in _arrow(number, target, placed, sizes)]
    parts += [_box(state, lines[state.id], placed.boxes[state.id], sizes[state.id]) for state in shown]
    height, width = (side + 2 * MARGIN for side in placed.size)
    return (
        f'<svg class="hc-map hc-states" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="{-MARGIN:.0f} {-MARGIN:.0f} {width:.0f} {height:.0f}" role="img" '
        f'aria-label="{escape(told_states(shown, words))}">{"".join(parts)}</svg>'
    )


def told_states(states: Sequence[State], words: Words) -> str:
    """Return in words which state follows which."""
    labels = {state.id: state.label for state in states}
    sentences = (
        words("states.follow", state=state.label, next=words("page.comma").join(labels[after] for after in state.next))
        for state in states
        if state.next
    )
    return "".join(sentences).strip()


def _arrow(number: int, target: str, placed: Layout, sizes: dict[str, BoxSize]) -> Iterator[str]:
    """Yield both lines of an arrow, and its head where it arrives at its box and not at another line."""
    lines = placed.lines[2 * number : 2 * number + 2]
    yield f'<path class="line" d="{"".join(map(_path, lines))}"/>'
    (before, _), (end, middle) = lines[1][-2:]
    top, centre = placed.boxes[target]
    if middle == centre and end in (top, top + sizes[target][0]):
        yield f'<path class="head" d="M{middle:.0f} {end:.0f}l-4 {-6 if before < end else 6}h8z"/>'


def _path(line: Sequence[Point]) -> str:
    """Return a line, whose points are turned: upright inside rows, curved between them."""
    path = f"M{line[0][1]:.0f} {line[0][0]:.0f}"
    for (y, x), (to_y, to_x) in pairwise(line):
        half = (y + to_y) / 2
        path += f"V{to_y:.0f}" if x == to_x else f"C{x:.0f} {half:.0f} {to_x:.0f} {half:.0f} {to_x:.0f} {to_y:.0f}"
    return path


def _box(state: State, lines: Sequence[str], at: Point, size: BoxSize) -> str:
    """Return a state; what is final has round ends."""
    (top, middle), (height, width) = at, size
    round_by = 6 if state.final is Final.NO else height / 2
    place = f'x="{middle - width / 2:.0f}" y="{top:.0f}" width="{width:.0f}" height="{height:.0f}" rx="{round_by:.0f}"'
    rows = "".join(
        f'<tspan x="{middle:.0f}" y="{top + 18 + number * LINE:.0f}">{escape(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    shape = f'<rect class="shape" {place}/><text text-anchor="middle">{rows}</text>'
    return f'<g class="{_KINDS[state.allowed]}">{shape}</g>'
