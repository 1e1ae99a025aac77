"""What a placed screen is made of: shapes and texts in their order, and the places that can be tapped.

Sizes are in CSS pixels of a picture ``WIDTH`` wide.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from helpcenter.model.key_path import KeyPath

WIDTH = 204.0
MOST_HEIGHT = 400.0
"""A screen that is higher has more on it than one picture can tell."""
BAR, TAB, LINE, BUTTON, PAD, GAP = 36.0, 32.0, 18.0, 28.0, 10.0, 8.0
"""Heights of the title bar, of tabs, of a line and of a button; between a border and its text, and between things."""
FONT, SMALL, STRONG = 13.0, 12.0, 14.0
Side = Literal["start", "middle", "end"]
Style = Literal["", "small", "strong", "on", "light"]


class Mark(NamedTuple):
    """A place: left, top, width and height."""

    x: float
    y: float
    width: float
    height: float

    def around(self, distance: float) -> Mark:
        """Return the place that is larger by ``distance`` on each side."""
        return Mark(self.x - distance, self.y - distance, self.width + 2 * distance, self.height + 2 * distance)


class Shape(NamedTuple):
    """A rectangle: what it is, where, and the radius of its corners."""

    kind: Literal["card", "rule", "active", "button", "veil", "dialog", "toast"]
    place: Mark
    radius: float = 0.0


class Writing(NamedTuple):
    """A line of text: where it begins, or ends, or its middle, and its base line."""

    text: str
    x: float
    y: float
    side: Side = "start"
    style: Style = ""


class Misfit(NamedTuple):
    """A text that finds no room: the way to it below the screen, and itself."""

    steps: KeyPath
    text: str


class Placed(NamedTuple):
    """A screen as it is drawn: shapes and texts in their order, places by their labels, and what has no room."""

    height: float
    parts: tuple[Shape | Writing, ...]
    marks: dict[str, Mark]
    misfits: tuple[Misfit, ...]

    @property
    def is_crowded(self) -> bool:
        """Return whether there is more on the screen than one picture can tell."""
        return self.height > MOST_HEIGHT
