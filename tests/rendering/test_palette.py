"""Colours that follow from a primary one can be read on everything that they stand on."""

from __future__ import annotations

import colorsys
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.rendering.bundles import BRAND, FOLDER, assets
from helpcenter.rendering.palette import (
    DARK,
    EASY,
    LEAST,
    LIGHT,
    NAMES,
    WHITE,
    Rgb,
    Scheme,
    as_hex,
    contrast,
    is_readable,
    lowest,
    pair,
    parsed,
    readable,
    style,
)

CHANNEL = st.integers(0, 255)
COLORS = st.tuples(CHANNEL, CHANNEL, CHANNEL)
TOKEN = re.compile(r"--hc-([a-z-]+): (#[0-9a-f]+);")


def tokens(text: str) -> dict[str, Rgb]:
    return {name: color for name, code in TOKEN.findall(text) if (color := parsed(code)) is not None}


def blocks(css: str) -> tuple[dict[str, Rgb], dict[str, Rgb], dict[str, Rgb]]:
    """Return the tokens of the light, of the dark by the system, and of the dark by choice."""
    light, system, chosen = (tokens(part) for part in re.split(r"@media[^{]*{|:root\[data-scheme", css))
    return light, system, chosen


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000", "#fff", 21), ("#777777", "#fff", 4.48), ("#767676", "#ffffff", 4.54), ("#00f", "#fff", 8.59), ("#abc", "#abc", 1)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    first, second = parsed(one), parsed(other)
    assert first is not None
    assert second is not None
    assert contrast(first, second) == contrast(second, first) == pytest.approx(ratio, abs=0.005)


def test_a_contrast_that_does_not_do_is_never_shown_as_one_that_does() -> None:
    assert lowest((0x77, 0x77, 0x77), (WHITE,)) == 4.4
    assert not is_readable((0x77, 0x77, 0x77), (WHITE,))


@pytest.mark.parametrize("text", ["", "#12", "#1234", "#12345g", "rgb(1,2,3)", "custom", "Indigo ", "#1234567", "#１２３"])
def test_what_is_no_color_is_none(text: str) -> None:
    assert parsed(text) is None


def test_a_color_is_read_by_name_and_in_both_lengths() -> None:
    assert parsed("teal") == parsed("#009485") == parsed("#009485".upper()) == (0, 0x94, 0x85)
    assert parsed("#0fa") == (0, 255, 0xAA)
    assert all(parsed(name) for name in NAMES)


@given(COLORS, st.sampled_from((LIGHT, DARK)), st.sampled_from((LEAST, EASY)))
def test_the_readable_color_is_the_nearest_of_the_same_hue(color: Rgb, scheme: Scheme, least: float) -> None:
    found = readable(color, scheme.grounds, least)
    assert is_readable(found, scheme.grounds, least)
    if is_readable(color, scheme.grounds, least):
        assert found == color
    hue, lightness, saturation = colorsys.rgb_to_hls(*(channel / 255 for channel in color))
    moved = colorsys.rgb_to_hls(*(channel / 255 for channel in found))
    if saturation > 0.2 and 0.1 < moved[1] < 0.9 and 0.1 < lightness < 0.9:
        assert min(abs(moved[0] - hue), 1 - abs(moved[0] - hue)) < 0.02


@given(COLORS, COLORS)
def test_every_color_of_a_scheme_can_be_read_where_it_stands(one: Rgb, other: Rgb) -> None:
    light, dark = readable(one, LIGHT.grounds), readable(other, DARK.grounds)
    by_day, by_system, by_choice = blocks(style(light, dark))
    assert by_system == by_choice
    for scheme, found in ((LIGHT, by_day), (DARK, by_system)):
        on_soft = (found["brand"], found["brand-strong"], scheme.text, scheme.muted)
        assert all(is_readable(color, (found["brand-soft"],)) for color in on_soft)
        assert all(is_readable(found[name], scheme.grounds) for name in ("brand", "brand-strong"))
        assert is_readable(found["on-brand"], (found["brand"], found["brand-strong"]))
        assert is_readable(found["on-hero"], (found["hero"], found["hero-end"]))
    assert (by_day["brand"], by_system["brand"]) == (light, dark)


def test_a_color_that_nobody_chose_follows_the_other() -> None:
    assert pair(None, None) is None
    indigo, lilac = (0x40, 0x51, 0xB5), (0xCF, 0xB5, 0xFF)
    light, dark = pair(indigo, None) or (WHITE, WHITE)
    assert light == indigo
    assert is_readable(dark, DARK.grounds, EASY)
    light, dark = pair(None, lilac) or (WHITE, WHITE)
    assert dark == lilac
    assert is_readable(light, LIGHT.grounds, EASY)
    assert pair(indigo, lilac) == (indigo, lilac)


def test_pages_have_the_colors_that_contrast_is_reckoned_with() -> None:
    found = blocks((FOLDER / "tokens.css").read_text(encoding="utf-8").partition("body {")[0])
    for scheme, names in zip((LIGHT, DARK, DARK), found, strict=True):
        assert (names["page"], names["surface"], names["text"], names["muted"]) == (*scheme.grounds, scheme.text, scheme.muted)
    assert as_hex(found[0]["brand"]) == BRAND


def test_a_brand_overrides_ours_and_paper_overrides_a_brand() -> None:
    ours, branded = assets(), assets((0x40, 0x51, 0xB5))
    text = branded.style.content.decode()
    assert text.index("#4051b5") > text.rindex(BRAND)
    assert text.index("#4051b5") < text.index("@media print")
    assert branded.style.path != ours.style.path
    assert b"#4051b5" in branded.favicon.content
    assert BRAND.encode() not in branded.favicon.content
    assert branded.script == ours.script
    assert assets(None, None).style == ours.style
