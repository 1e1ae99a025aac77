"""Simplified screens of a phone, as writers describe them: what stands on a screen, and the one thing to tap."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from helpcenter.model.fields import Line, Strict, as_list


def _as_row(value: Any) -> Any:
    """Take a text alone for a row without a note."""
    return {"text": value} if isinstance(value, str) else value


def _as_screens(value: Any) -> Any:
    """Take a screen alone for a list of one."""
    return [value] if isinstance(value, dict) else value


def _one(value: Any) -> Any:
    """Refuse a list: a reader taps one thing at a time."""
    if isinstance(value, list):
        raise PydanticCustomError("several_taps", "a list of things to tap")
    return value


TapLabel = Annotated[Line | None, BeforeValidator(_one)]
"""What is written on something that can be tapped."""
TapLabels = Annotated[tuple[Line, ...], BeforeValidator(as_list)]


class ScreenRow(Strict):
    """A row of a list: a text, and a note at its end."""

    text: Line
    note: Line | None = None


ScreenRows = Annotated[tuple[Annotated[ScreenRow, BeforeValidator(_as_row)], ...], BeforeValidator(as_list)]


class ScreenCard(Strict):
    """A card above the list, as that of an order: its heading, a text and rows."""

    title: Line
    text: Line | None = None
    rows: ScreenRows = ()


class ScreenDialog(Strict):
    """A question in front of everything else, which cannot be tapped meanwhile."""

    title: Line
    text: Line | None = None
    buttons: TapLabels = ()


class Screen(Strict):
    """What stands on a screen, from top to bottom. ``tap`` and ``avoid`` repeat a label of it.

    ``caption`` stands below the picture.
    """

    title: Line
    tabs: TapLabels = ()
    card: ScreenCard | None = None
    rows: ScreenRows = ()
    buttons: TapLabels = ()
    toast: Line | None = None
    dialog: ScreenDialog | None = None
    tap: TapLabel = None
    avoid: TapLabel = None
    caption: Line | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """All that can be tapped: in front of everything else the buttons of the dialog."""
        if self.dialog is not None:
            return self.dialog.buttons
        return (*self.tabs, *(row.text for row in self.rows), *self.buttons)


Screens = Annotated[tuple[Screen, ...], BeforeValidator(_as_screens)]
"""One screen, or several that follow each other."""
