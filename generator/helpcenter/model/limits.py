"""Parts of entries that may be for readers of some platforms alone."""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.model.entries import Article, Cause, FaqEntry, Part, Step, Substep
from helpcenter.model.flows import Flow, Option, Outcome
from helpcenter.model.help_center import AnyEntry
from helpcenter.model.key_path import KeyPath

Limited = Part | Step | Substep | Cause | Option | Outcome


def limited_parts(entry: AnyEntry) -> Iterator[tuple[KeyPath, Limited]]:
    """Yield what of ``entry`` may be for some platforms, with the way to it."""
    if isinstance(entry, FaqEntry):
        yield from ((("causes", index), cause) for index, cause in enumerate(entry.causes))
    elif isinstance(entry, Article):
        for area in ("reasons", "steps", "precautions", "sections"):
            yield from (((area, index), part) for index, part in enumerate(getattr(entry, area)))
        for number, step in enumerate(entry.steps):
            yield from ((("steps", number, field, index), part) for field, index, part in step.parts())
    elif isinstance(entry, Flow):
        yield from options_of(entry)
        yield from ((("outcomes", node), outcome) for node, outcome in entry.outcomes.items())


def options_of(flow: Flow) -> Iterator[tuple[KeyPath, Option]]:
    """Yield every option of a question and every way on from a step of ``flow``, with the way to it."""
    for node, choice in flow.choosing.items():
        yield from ((flow.way_to(node, name), option) for name, option in choice.options.items())
