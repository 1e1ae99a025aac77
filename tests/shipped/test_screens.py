"""The screens of the shipped content: enough of them, each small, each told with what to tap."""

from __future__ import annotations

import gzip

from helpcenter.build import Built
from helpcenter.model.screens import Screen
from helpcenter.model.text_fields import models_below
from helpcenter.screens import screen_picture, told
from helpcenter.words.catalogue import interface

LEAST, MOST_BYTES = 15, 2048
WORDS = interface("zh")


def shown(made: Built) -> list[Screen]:
    return [screen for entry in made.book.order.listed for _, screen in models_below(entry, Screen)]


def test_there_are_enough_screens_and_all_are_small(shipped_pages: Built) -> None:
    sizes = [len(gzip.compress(screen_picture(screen, 0, WORDS).encode(), 9)) for screen in shown(shipped_pages)]
    assert len(sizes) >= LEAST
    assert max(sizes) <= MOST_BYTES


def test_what_to_tap_is_told_last(shipped_pages: Built) -> None:
    taps = [screen for screen in shown(shipped_pages) if screen.tap is not None]
    assert len(taps) >= LEAST // 2
    assert [screen.title for screen in taps if not told(screen, 0, WORDS).endswith(f"点“{screen.tap}”。")] == []
