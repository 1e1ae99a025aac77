"""All Markdown texts of a help center, typeset once: checks, related entries and pages read them here."""

from __future__ import annotations

from typing import NamedTuple

from generator.help_center import HelpCenter
from generator.text import Rendered, Typesetter
from generator.text_fields import markdown_fields
from generator.yaml_source import Steps


class Text(NamedTuple):
    """One Markdown field of an entry: the way to it, what was typed and what became of it."""

    steps: Steps
    source: str
    rendered: Rendered


Texts = dict[str, tuple[Text, ...]]
"""The texts of each article and FAQ entry by its id."""


def typeset(center: HelpCenter, typesetter: Typesetter) -> Texts:
    """Typeset every Markdown field of every entry."""
    block = typesetter.block
    return {
        entry.id: tuple(Text(steps, source, block(source)) for steps, source in markdown_fields(entry))
        for entry in center.entries()
    }
