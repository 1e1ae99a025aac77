"""Where everything of a screen stands: from top to bottom, as high as what there is.

How wide texts are is guessed (``drawing.lettering``), rather too wide than too narrow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from helpcenter.drawing.lettering import ems, wrapped
from helpcenter.model.key_path import KeyPath
from helpcenter.model.screens import Screen, ScreenCard, ScreenDialog, ScreenRow
from helpcenter.screens.places import (
    BAR,
    BUTTON,
    FONT,
    GAP,
    LINE,
    PAD,
    SMALL,
    STRONG,
    TAB,
    WIDTH,
    Mark,
    Misfit,
    Placed,
    Shape,
    Side,
    Style,
    Writing,
)


@lru_cache(maxsize=256)
def placed(screen: Screen) -> Placed:
    """Return where everything on ``screen`` stands."""
    pen = _Pen()
    pen.bar(screen.title)
    pen.tabs(screen.tabs)
    if screen.card is not None:
        pen.card(screen.card)
    for number, row in enumerate(screen.rows):
        pen.row(row, ("rows", number))
    pen.buttons(screen.buttons)
    if screen.toast is not None:
        pen.toast(screen.toast)
    if screen.dialog is not None:
        pen.dialog(screen.dialog)
    return Placed(pen.y + GAP, tuple(pen.parts), pen.marks, tuple(pen.misfits))


@dataclass(slots=True)
class _Pen:
    """Draws from top to bottom; ``y`` is where it has come to."""

    y: float = 0.0
    parts: list[Shape | Writing] = field(default_factory=list)
    marks: dict[str, Mark] = field(default_factory=dict)
    misfits: list[Misfit] = field(default_factory=list)

    def fitted(
        self, text: str, width: float, size: float, most: int, steps: KeyPath, *, even: bool = False
    ) -> list[str]:
        """Return the lines of a text, at most so many; what is longer is a misfit."""
        lines = wrapped(text, width / size, even=even)
        if len(lines) > most:
            self.misfits.append(Misfit(steps, text))
        return lines[:most]

    def write(self, lines: Sequence[str], x: float, size: float, side: Side = "start", style: Style = "") -> None:
        """Write lines one below the other and go below the last."""
        for line in lines:
            self.parts.append(Writing(line, x, _base(self.y, LINE, size), side, style))
            self.y += LINE

    def bar(self, title: str) -> None:
        """Draw the title bar."""
        shown = self.fitted(title, WIDTH - 2 * 32, STRONG, 1, ("title",))
        self.parts.append(Writing(shown[0], WIDTH / 2, _base(0, BAR, STRONG), "middle", "strong"))
        self.parts.append(Shape("rule", Mark(0, BAR, WIDTH, 1)))
        self.y = BAR + 1

    def tabs(self, names: Sequence[str]) -> None:
        """Draw tabs side by side, of which the first is open."""
        widths = [ems(name) * SMALL for name in names]
        gap = (WIDTH - sum(widths)) / (len(names) + 1)
        if names and gap < 5:
            self.misfits.append(Misfit(("tabs", len(names) - 1), "  ".join(names)))
        x = max(gap, 0)
        for number, (name, width) in enumerate(zip(names, widths, strict=True)):
            style: Style = "small" if number else "on"
            self.parts.append(Writing(name, x + width / 2, _base(self.y, TAB, SMALL), "middle", style))
            if number == 0:
                self.parts.append(Shape("active", Mark(x, self.y + TAB - 3, width, 2), 1))
            self.marks.setdefault(name, Mark(x - 4, self.y + 4, width + 8, TAB - 8))
            x += width + gap
        if names:
            self.parts.append(Shape("rule", Mark(0, self.y + TAB, WIDTH, 1)))
            self.y += TAB + 1

    def card(self, card: ScreenCard) -> None:
        """Draw the card: heading, text and rows on a ground of its own."""
        at, top = len(self.parts), self.y + GAP
        x, width = GAP + PAD, WIDTH - 2 * (GAP + PAD)
        self.y = top + GAP
        self.write(self.fitted(card.title, width, STRONG, 2, ("card", "title")), x, STRONG, style="strong")
        if card.text is not None:
            self.write(self.fitted(card.text, width, SMALL, 3, ("card", "text")), x, SMALL, style="small")
        for number, row in enumerate(card.rows):
            self.pair(row, x, width, ("card", "rows", number))
        self.y += GAP
        self.parts.insert(at, Shape("card", Mark(GAP, top, WIDTH - 2 * GAP, self.y - top), 10))

    def pair(self, row: ScreenRow, x: float, width: float, steps: KeyPath) -> None:
        """Write a text with its note at the end, which stands below where both are too wide for a line."""
        note = row.note or ""
        left = width - (ems(note) * SMALL + PAD if note else 0)
        if note and ems(row.text) * FONT <= left:
            self.parts.append(Writing(row.text, x, _base(self.y, LINE, FONT)))
            self.write([note], x + width, SMALL, "end", "small")
            return
        self.write(self.fitted(row.text, width, FONT, 2, (*steps, "text")), x, FONT)
        if note:
            self.write(self.fitted(note, width, SMALL, 1, (*steps, "note")), x, SMALL, style="small")

    def row(self, row: ScreenRow, steps: KeyPath) -> None:
        """Draw a row of the list."""
        top = self.y
        self.y += GAP
        self.pair(row, PAD + 2, WIDTH - 2 * (PAD + 2), steps)
        self.y += GAP
        self.marks.setdefault(row.text, Mark(4, top + 2, WIDTH - 8, self.y - top - 4))
        self.parts.append(Shape("rule", Mark(PAD + 2, self.y, WIDTH - 2 * (PAD + 2), 1)))
        self.y += 1

    def buttons(self, names: Sequence[str]) -> None:
        """Draw buttons at the end of as many lines as it takes."""
        line: list[int] = []
        for number in range(len(names)):
            if line and self._wide([names[other] for other in (*line, number)]) > WIDTH - 2 * PAD:
                self._button_line(names, line)
                line = []
            line.append(number)
        self._button_line(names, line)

    @staticmethod
    def _wide(names: Sequence[str]) -> float:
        return sum(ems(name) * SMALL + 2 * PAD + GAP for name in names) - GAP

    def _button_line(self, names: Sequence[str], line: Sequence[int]) -> None:
        shown = [names[number] for number in line]
        x = WIDTH - PAD - self._wide(shown)
        if x < PAD and line:
            self.misfits.append(Misfit(("buttons", line[0]), shown[0]))
        self.y += GAP if line else 0
        for name in shown:
            self._button(name, Mark(x, self.y, self._wide([name]), BUTTON))
            x += self._wide([name]) + GAP
        self.y += BUTTON if line else 0

    def _button(self, name: str, place: Mark) -> None:
        self.parts.append(Shape("button", place, place.height / 2))
        middle = place.x + place.width / 2
        self.parts.append(Writing(name, middle, _base(place.y, place.height, SMALL), "middle", "small"))
        self.marks.setdefault(name, place.around(3))

    def toast(self, text: str) -> None:
        """Draw what is told for a moment."""
        lines = self.fitted(text, WIDTH - 4 * PAD, SMALL, 2, ("toast",), even=True)
        width = max(map(ems, lines)) * SMALL + 2 * PAD
        height = len(lines) * LINE + PAD
        self.y += GAP
        self.parts.append(Shape("toast", Mark((WIDTH - width) / 2, self.y, width, height), 8))
        end = self.y + height
        self.y += PAD / 2
        self.write(lines, WIDTH / 2, SMALL, "middle", "light")
        self.y = end

    def dialog(self, dialog: ScreenDialog) -> None:
        """Draw the dialog over everything that is there, of which nothing can be tapped any more."""
        self.marks.clear()
        behind, at, top = self.y, len(self.parts), BAR + GAP
        x, width = PAD, WIDTH - 2 * PAD
        self.y = top + PAD
        heading = self.fitted(dialog.title, width - 2 * PAD, STRONG, 2, ("dialog", "title"), even=True)
        self.write(heading, WIDTH / 2, STRONG, "middle", "strong")
        if dialog.text is not None:
            text = self.fitted(dialog.text, width - 2 * PAD, SMALL, 4, ("dialog", "text"), even=True)
            self.write(text, WIDTH / 2, SMALL, "middle", "small")
        self.y += 14
        self._dialog_buttons(dialog.buttons, x + PAD, width - 2 * PAD)
        self.y += PAD
        box = Shape("dialog", Mark(x, top, width, self.y - top), 12)
        self.y = max(behind, self.y + GAP)
        self.parts[at:at] = [Shape("veil", Mark(0, 0, WIDTH, self.y + GAP), 12), box]

    def _dialog_buttons(self, names: Sequence[str], x: float, width: float) -> None:
        half = (width - GAP) / 2
        beside = len(names) == 2 and max(map(ems, names)) * SMALL <= half - PAD
        for number, name in enumerate(names):
            if ems(name) * SMALL > width - PAD:
                self.misfits.append(Misfit(("dialog", "buttons", number), name))
            place = Mark(x + number * (half + GAP), self.y, half, BUTTON) if beside else Mark(x, self.y, width, BUTTON)
            self._button(name, place)
            self.y += 0 if beside else BUTTON + GAP
        self.y += BUTTON if beside else -GAP if names else 0


def _base(top: float, height: float, size: float) -> float:
    """Return the base line of a text in the middle of a line."""
    return top + height / 2 + 0.36 * size
