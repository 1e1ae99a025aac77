"""Colours: what can be read on what, and all colours of a page that follow from its primary one."""

from __future__ import annotations

import colorsys
import math
import re
from collections.abc import Iterable
from typing import NamedTuple

Rgb = tuple[int, int, int]
"""Red, green and blue, each from 0 to 255."""
LEAST = 4.5
"""The contrast that text needs at least (WCAG 2.2, 1.4.3, level AA)."""
EASY = 7.0
"""The contrast of colours that nobody chose (level AAA)."""
WHITE: Rgb = (255, 255, 255)
_STEPS = 400
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE | re.ASCII)
NAMES = {
    "red": "#ef5552",
    "pink": "#e92063",
    "purple": "#ab47bd",
    "deep-purple": "#7e56c2",
    "indigo": "#4051b5",
    "blue": "#2094f3",
    "light-blue": "#02a6f2",
    "cyan": "#00bdd6",
    "teal": "#009485",
    "green": "#4cae4f",
    "light-green": "#8bc34b",
    "lime": "#cbdc38",
    "yellow": "#ffec3d",
    "amber": "#ffc105",
    "orange": "#ffa724",
    "deep-orange": "#ff6e42",
    "brown": "#795649",
    "grey": "#757575",
    "blue-grey": "#546d78",
    "black": "#14151a",
    "white": "#ffffff",
}
"""What Material for MkDocs calls its primary colours."""


class Scheme(NamedTuple):
    """What of a light or dark page is the same in every colour; ``assets/tokens.css`` has the same values."""

    page: Rgb
    surface: Rgb
    text: Rgb
    muted: Rgb
    is_dark: bool

    @property
    def grounds(self) -> tuple[Rgb, Rgb]:
        """What links stand on; buttons carry the lighter or the darker of these as their text."""
        return self.page, self.surface


LIGHT = Scheme((0xF6, 0xF7, 0xF5), WHITE, (0x1D, 0x25, 0x22), (0x56, 0x63, 0x5D), is_dark=False)
DARK = Scheme((0x10, 0x15, 0x13), (0x19, 0x20, 0x1D), (0xE4, 0xEB, 0xE7), (0xA5, 0xB3, 0xAC), is_dark=True)


def parsed(text: str) -> Rgb | None:
    """Return the colour that ``text`` names as Material does, or writes as ``#rgb`` or ``#rrggbb``; else None."""
    code = NAMES.get(text, text)
    if not _HEX.fullmatch(code):
        return None
    digits = code[1:] if len(code) == 7 else "".join(digit * 2 for digit in code[1:])
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def as_hex(color: Rgb) -> str:
    """Return ``color`` as ``#rrggbb``."""
    return "#{:02x}{:02x}{:02x}".format(*color)


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the contrast of two colours, from 1 to 21.

    "Contrast ratio" of WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio: (L1 + 0.05) / (L2 + 0.05).
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def lowest(color: Rgb, grounds: Iterable[Rgb]) -> float:
    """Return the lowest contrast of ``color`` with any of ``grounds``, cut off after one digit, never rounded up."""
    return math.floor(min(contrast(color, ground) for ground in grounds) * 10) / 10


def is_readable(color: Rgb, grounds: Iterable[Rgb], least: float = LEAST) -> bool:
    """Return whether ``color`` has at least the contrast ``least`` with each of ``grounds``."""
    return all(contrast(color, ground) >= least for ground in grounds)


def readable(color: Rgb, grounds: Iterable[Rgb], least: float = LEAST) -> Rgb:
    """Return ``color`` in the nearest lightness that can be read on all of ``grounds``, its hue and saturation kept.

    ``grounds`` must be all light or all dark, so that black or white does.
    """
    grounds = tuple(grounds)
    hue, lightness, saturation = _hls(color)
    levels = sorted((step / _STEPS for step in range(_STEPS + 1)), key=lambda level: abs(level - lightness))
    candidates = (color, *(_rgb(hue, level, saturation) for level in levels))
    return next(candidate for candidate in candidates if is_readable(candidate, grounds, least))


def pair(light: Rgb | None, dark: Rgb | None) -> tuple[Rgb, Rgb] | None:
    """Return the primary colours in the light and in the dark; one that is None follows the other, none follow none."""
    if light is None:
        return dark and (readable(dark, LIGHT.grounds, EASY), dark)
    return light, dark or readable(light, DARK.grounds, EASY)


def style(light: Rgb, dark: Rgb) -> str:
    """Return the style sheet for these primary colours in the light and in the dark."""
    by_day, by_night = _rules(_light(light)), _rules(_dark(dark))
    return (
        f":root {{\n{by_day}}}\n"
        f'@media (prefers-color-scheme: dark) {{\n:root:not([data-scheme="light"]) {{\n{by_night}}}\n}}\n'
        f':root[data-scheme="dark"] {{\n{by_night}}}\n'
    )


def _light(primary: Rgb) -> dict[str, Rgb]:
    strong = _shaded(primary, 0.75)
    end = readable(_shaded(primary, 1.15), (WHITE,))
    return {
        "brand": primary,
        "brand-strong": strong,
        "brand-soft": _soft(primary, LIGHT),
        "on-brand": WHITE,
        "hero": _shaded(primary, 0.88),
        "hero-end": end,
        "on-hero": WHITE,
    }


def _dark(primary: Rgb) -> dict[str, Rgb]:
    hue, lightness, saturation = _hls(primary)
    quiet = min(saturation, 0.65)
    return {
        "brand": primary,
        "brand-strong": _rgb(hue, lightness + (1 - lightness) * 0.35, saturation),
        "brand-soft": _soft(primary, DARK),
        "on-brand": DARK.page,
        "hero": _rgb(hue, 0.15, quiet),
        "hero-end": _rgb(hue, 0.2, quiet),
        "on-hero": WHITE,
    }


def _soft(primary: Rgb, scheme: Scheme) -> Rgb:
    """Return the surface with as much of ``primary``, up to 12 %, as leaves the colour and all texts readable on it."""
    for percent in range(12, 0, -1):
        mixed = _mixed(scheme.surface, primary, percent / 100)
        if all(is_readable(color, (mixed,)) for color in (primary, scheme.text, scheme.muted)):
            return mixed
    return scheme.surface


def _rules(colors: dict[str, Rgb]) -> str:
    return "".join(f"--hc-{name}: {as_hex(color)};\n" for name, color in colors.items())


def _luminance(color: Rgb) -> float:
    """Return the relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance, from 0 to 1."""
    red, green, blue = (_linear(channel / 255) for channel in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _hls(color: Rgb) -> tuple[float, float, float]:
    red, green, blue = color
    return colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)


def _rgb(hue: float, lightness: float, saturation: float) -> Rgb:
    red, green, blue = colorsys.hls_to_rgb(hue, min(lightness, 1.0), saturation)
    return round(red * 255), round(green * 255), round(blue * 255)


def _shaded(color: Rgb, times: float) -> Rgb:
    hue, lightness, saturation = _hls(color)
    return _rgb(hue, lightness * times, saturation)


def _mixed(ground: Rgb, color: Rgb, share: float) -> Rgb:
    red, green, blue = (round(low * (1 - share) + high * share) for low, high in zip(ground, color, strict=True))
    return red, green, blue
