"""Parts of entries that may be for readers of some platforms alone."""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.model.entries import Article, Cause, FaqEntry, Part, Step, Substep
from helpcenter.model.help_center import AnyEntry
from helpcenter.model.key_path import KeyPath

Limited = Part | Step | Substep | Cause


def limited_parts(entry: AnyEntry) -> Iterator[tuple[KeyPath, Limited]]:
    """Yield what of ``entry`` may be for some platforms, with the way to it."""
    if isinstance(entry, FaqEntry):
        yield from ((("causes", index), cause) for index, cause in enumerate(entry.causes))
    elif isinstance(entry, Article):
        for area in ("reasons", "steps", "precautions", "sections"):
            yield from (((area, index), part) for index, part in enumerate(getattr(entry, area)))
        for number, step in enumerate(entry.steps):
            yield from ((("steps", number, "substeps", index), sub) for index, sub in enumerate(step.substeps))
