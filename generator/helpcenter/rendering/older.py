"""Style sheets as browsers of 2020 read them: what came after Chromium 80 and Safari 13 is spelled out.

A rule whose selector a browser does not know is no rule at all, and a declaration likewise, so what is short to write
would leave old phones without it. What cannot be spelled out, the gaps of flex boxes, is in ``assets/older.css``.
"""

from __future__ import annotations

import re
from typing import Final

SIDES: Final = {
    "margin-inline": ("margin-inline-start", "margin-inline-end"),
    "margin-block": ("margin-top", "margin-bottom"),
    "padding-inline": ("padding-inline-start", "padding-inline-end"),
    "padding-block": ("padding-top", "padding-bottom"),
    "inset-inline": ("left", "right"),
    "inset-inline-end": ("right",),
    "inset": ("top", "right", "bottom", "left"),
}
"""Properties of several sides, each with those that older browsers know."""

_DECLARATION: Final = re.compile(rf"(?<=[{{;])({'|'.join(SIDES)}): *([^;}}]+)")
_SELECTORS: Final = re.compile(r"""(?:(?<=[{};\n])|^)(?:[^{};\n@"]|"[^"]*")+(?=\{)""")
_VALUE: Final = re.compile(r"(?:[^\s(]|\([^)]*\))+")
_CHOICE: Final = re.compile(r":is\(([^()]*)\)")


def spelled_out(style: str) -> str:
    """Return a style sheet without ``:is()`` and without shorthands of logical sides."""
    return _DECLARATION.sub(_sides, _SELECTORS.sub(lambda found: _selectors(found[0]), style))


def _sides(declaration: re.Match[str]) -> str:
    """Return a declaration for each side; what is not given is as at the side across from it, or as the first."""
    names, values = SIDES[declaration[1]], _VALUE.findall(declaration[2])
    for place in range(len(values), len(names)):
        values.append(values[max(0, place - 2)])
    return ";".join(f"{name}:{value}" for name, value in zip(names, values, strict=True))


def _selectors(text: str) -> str:
    """Return selectors with commas between them, one for each way to take every choice."""
    return ",".join(way for one in _parts(text) for way in _ways(one))


def _ways(selector: str) -> list[str]:
    choice = _CHOICE.search(selector)
    if choice is None:
        return [selector]
    start, end = choice.span()
    return [way for one in choice[1].split(",") for way in _ways(selector[:start] + one.strip() + selector[end:])]


def _parts(text: str) -> list[str]:
    """Return what stands between commas outside of brackets."""
    return [part.strip() for part in re.split(r",(?![^()]*\))", text)]
