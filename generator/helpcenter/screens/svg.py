"""A screen as SVG with real text; its edge and size, colours and sizes of letters come from style sheets."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from helpcenter.model.screens import Screen
from helpcenter.screens.places import BUTTON, WIDTH, Mark, Shape, Writing
from helpcenter.screens.placing import placed
from helpcenter.screens.telling import told
from helpcenter.words.catalogue import Words

BADGE = 9.0
"""Radius of the number beside what is to be tapped."""
BACK = '<path d="M18 12l-6 6 6 6"/>'
"""The arrow back in the title bar."""


def screen_picture(screen: Screen, number: int, words: Words) -> str:
    """Return the ``svg`` element of ``screen``; ``number`` is that of its tap, 0 where it is the only one."""
    found = placed(screen)
    parts = [_part(part) for part in found.parts]
    if screen.avoid is not None and screen.avoid in found.marks:
        parts += _avoid(found.marks[screen.avoid])
    if screen.tap is not None and screen.tap in found.marks:
        parts += _tap(found.marks[screen.tap], number or 1)
    width, height = _number(WIDTH), _number(found.height)
    return (
        f'<svg class="hc-screen" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="{escape(told(screen, number, words))}">{BACK}{"".join(parts)}</svg>'
    )


def _part(part: Shape | Writing) -> str:
    if isinstance(part, Shape):
        return f'<rect class="{part.kind}" {_place(part.place, part.radius)}/>'
    kind = f' class="{part.style}"' if part.style else ""
    side = "" if part.side == "start" else f' text-anchor="{part.side}"'
    return f'<text{kind} x="{_number(part.x)}" y="{_number(part.y)}"{side}>{escape(part.text, quote=False)}</text>'


def _tap(mark: Mark, number: int) -> Iterator[str]:
    yield _ring("tap", mark)
    x, y = _corner(mark)
    yield f'<text class="number" x="{_number(x)}" y="{_number(y + 4)}" text-anchor="middle">{number}</text>'


def _avoid(mark: Mark) -> Iterator[str]:
    """Yield the ring around what must not be tapped, with a cross instead of a number."""
    yield _ring("avoid", mark)
    x, y = _corner(mark)
    yield f'<path class="cross" d="M{_number(x - 4)} {_number(y - 4)}l8 8m0-8l-8 8"/>'


def _ring(kind: str, mark: Mark) -> str:
    """Return a ring, as round as a button where it is around one, with a badge at its corner."""
    x, y = _corner(mark)
    badge = f'<circle class="{kind}" cx="{_number(x)}" cy="{_number(y)}" r="{_number(BADGE)}"/>'
    return f'<rect class="{kind}" {_place(mark, 17 if mark.height == BUTTON + 6 else 8)}/>{badge}'


def _corner(mark: Mark) -> tuple[float, float]:
    """Return the middle of the badge: at the upper corner at the end, inside the picture."""
    return min(mark.x + mark.width, WIDTH - BADGE - 1), max(mark.y, BADGE + 1)


def _place(mark: Mark, radius: float) -> str:
    rect = f'x="{_number(mark.x)}" y="{_number(mark.y)}" width="{_number(mark.width)}" height="{_number(mark.height)}"'
    return f'{rect} rx="{_number(radius)}"' if radius else rect


def _number(value: float) -> str:
    """Return a number with at most one decimal, as short as it goes."""
    return f"{value:.1f}".removesuffix(".0")
