"""A screen as platforms put it: the same with the words of each, where these are others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from helpcenter.model.screens import Screen
from helpcenter.model.text_fields import line_fields
from helpcenter.texts.variants import for_platform, told_apart


def screen_variants(screen: Screen, said: Mapping[str, str]) -> dict[Screen, list[str]]:
    """Return the screens of platforms that differ from ``screen``, each with the ids of these.

    ``said`` has the HTML of lines that platforms put differently, by what they say to everybody.
    """
    differing = [text for _, text in line_fields(screen) if text in said]
    found: dict[Screen, list[str]] = {}
    for platform in dict.fromkeys(platform for text in differing for platform, _ in told_apart(said[text])):
        own = {text: for_platform(said[text], platform) for text in differing}
        variant = Screen.model_validate(_with(screen.model_dump(), own))
        if variant != screen:
            found.setdefault(variant, []).append(platform)
    return found


def _with(held: Any, own: Mapping[str, str]) -> Any:
    """Return plain values with the texts that ``own`` has others for in its words."""
    if isinstance(held, str):
        return own.get(held, held)
    if isinstance(held, dict):
        return {key: _with(value, own) for key, value in held.items()}
    return [_with(value, own) for value in held] if isinstance(held, list | tuple) else held
