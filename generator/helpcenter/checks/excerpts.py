"""What single entries hold that rules look for, which most do not: read once for all rules, again when it changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from helpcenter.checks.anchors import repeated
from helpcenter.checks.headings import bare_areas
from helpcenter.checks.replies import greetings
from helpcenter.checks.sequences import disordered
from helpcenter.checks.sources import nameless
from helpcenter.checks.state_order import drawn_states
from helpcenter.memory import Memory
from helpcenter.model.flows import Flow
from helpcenter.model.help_center import AnyEntry, HelpCenter
from helpcenter.model.key_path import KeyPath
from helpcenter.model.limits import limited_parts, options_of
from helpcenter.model.screens import Screen
from helpcenter.model.text_fields import models_below


class Excerpt(NamedTuple):
    """What one entry holds, with the ways to it."""

    repeated: list[tuple[KeyPath, str]]
    """Parts whose ids another anchor has."""
    bare: list[tuple[str, str]]
    """Fields of areas that are not there, with the area."""
    screens: list[tuple[KeyPath, Screen]]
    limited: list[tuple[KeyPath, str]]
    """Platforms that parts are for, and that answers mean."""

    disordered: list[tuple[KeyPath, str]]
    """Numbered parts that are no sequence, with the codes of what they are."""

    greetings: list[tuple[KeyPath, str]]
    """Short answers that open with a greeting, with that."""

    nameless: list[tuple[KeyPath, str]]
    """Sources that are nothing but an address."""

    drawn: list[KeyPath]
    """Sections that show the order of states."""


def excerpts(center: HelpCenter, memory: Memory) -> dict[str, Excerpt]:
    """Return the excerpts of entries that hold anything of it, by their ids."""
    entries = list(center.entries())
    found = memory.each(excerpt, entries)
    return {entry.id: held for entry, held in zip(entries, found, strict=True) if held is not None}


def excerpt(entry: AnyEntry) -> Excerpt | None:
    """Return what ``entry`` holds; None where that is nothing."""
    found = Excerpt(
        repeated(entry),
        bare_areas(entry),
        list(models_below(entry, Screen)),
        list(_limited(entry)),
        disordered(entry),
        list(greetings(entry)),
        list(nameless(entry)),
        list(drawn_states(entry)),
    )
    return found if any(found) else None


def _limited(entry: AnyEntry) -> Iterator[tuple[KeyPath, str]]:
    for steps, part in limited_parts(entry):
        for index, platform in enumerate(part.platforms):
            yield (*steps, "platforms", index), platform
    for steps, option in options_of(entry) if isinstance(entry, Flow) else ():
        for index, platform in enumerate(option.platform):
            yield (*steps, "platform", index), platform
