"""Screens as pages show them: pictures with their captions, in the words of every platform."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate, repeat
from typing import NamedTuple

from markupsafe import Markup

from helpcenter.model.screens import Screen
from helpcenter.screens import screen_picture, screen_variants
from helpcenter.words.catalogue import Words


class DrawnScreen(NamedTuple):
    """The picture of a screen, what stands below it, and whether the tap of the one before it leads here."""

    picture: Markup
    caption: str | None
    follows: bool


def drawn_in(words: Words, said: Mapping[str, Markup]) -> Callable[[Sequence[Screen]], list[DrawnScreen]]:
    """Return a function that draws screens; where there are several taps, they are numbered.

    ``said`` has the HTML of lines that platforms put differently.
    """

    def drawn(screens: Sequence[Screen]) -> list[DrawnScreen]:
        taps = [screen.tap is not None for screen in screens]
        numbers = accumulate(map(int, taps)) if sum(taps) > 1 else repeat(0)
        return [
            DrawnScreen(Markup(_picture(screen, number, words, said)), screen.caption, follows)
            for screen, number, follows in zip(screens, numbers, [False, *taps], strict=False)
        ]

    return drawn


def _picture(screen: Screen, number: int, words: Words, said: Mapping[str, Markup]) -> str:
    """Return the picture, and where platforms have other words, theirs beside it as ``texts.variants`` has texts."""
    common, others = screen_picture(screen, number, words), screen_variants(screen, said)
    if not others:
        return common
    own = {" ".join(ids): screen_picture(variant, number, words) for variant, ids in others.items()}
    variants = "".join(f'<span data-for="{ids}">{picture}</span>' for ids, picture in own.items())
    return f'<span data-not="{" ".join(own)}">{common}</span>{variants}'
