"""A screen in words: what stands on it, and what to tap, for who cannot see the picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from helpcenter.model.screens import Screen, ScreenRow
from helpcenter.words.catalogue import Words


def told(screen: Screen, number: int, words: Words) -> str:
    """Return all that the picture shows; ``number`` is that of the tap in a strip, 0 where it is the only one."""
    return "".join(_sentences(screen, number, words)).strip()


def _sentences(screen: Screen, number: int, words: Words) -> Iterator[str]:
    yield words("screen.title", title=screen.title)
    if screen.tabs:
        yield words("screen.tabs", names=_joined(screen.tabs, words))
    if screen.card is not None:
        card = screen.card
        yield words("screen.card", names=_joined((card.title, card.text, *_rows(card.rows, words)), words))
    if screen.rows:
        yield words("screen.rows", names=_joined(_rows(screen.rows, words), words))
    if screen.buttons:
        yield words("screen.buttons", names=_joined(screen.buttons, words))
    if screen.toast is not None:
        yield words("screen.toast", text=screen.toast)
    if screen.dialog is not None:
        dialog = screen.dialog
        yield words("screen.dialog", names=_joined((dialog.title, dialog.text, *dialog.buttons), words))
    if screen.avoid is not None:
        yield words("screen.avoid", label=screen.avoid)
    if screen.tap is not None:
        tap = words("screen.tap", label=screen.tap)
        yield words("screen.numbered", number=number, tap=tap) if number else tap


def _rows(rows: Iterable[ScreenRow], words: Words) -> list[str]:
    return [words("screen.noted", text=row.text, note=row.note) if row.note else row.text for row in rows]


def _joined(names: Iterable[str | None], words: Words) -> str:
    """Return the ``names`` that there are, apart by commas; what ends a sentence inside one is left out."""
    return words("page.comma").join(name.rstrip("。.") for name in names if name)
