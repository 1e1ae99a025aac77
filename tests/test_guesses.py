"""Did you mean: the nearest known name, or none at all."""

from __future__ import annotations

import pytest

from generator.guesses import nearest

KNOWN = ["title", "summary", "precautions", "reasons"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("titel", "title"), ("precaution", "precautions"), ("Summary", "summary"), ("作者", ""), ("xyz", ""), ("", "")],
)
def test_the_nearest_name_is_guessed(typed: str, meant: str) -> None:
    assert nearest(typed, KNOWN) == meant


def test_nothing_known_means_no_guess() -> None:
    assert nearest("title", []) == ""
