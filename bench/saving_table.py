"""What `save` measured, as a table for people."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Final

from bench.saving import LIMITS, Save, Saving, mean_cpu
from bench.tools import THIS

HEAD: Final = (
    *("pages", "preview", "edits", "served: median", "most", "open page: median", "most"),
    *("limit", "CPU s a save: median", "mean", "peak MB", "never shown"),
)


def table(found: Sequence[Saving]) -> str:
    """Return a line a tool and size, in milliseconds; then this program's medians by kind."""
    rows = [HEAD, *map(_row, found)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    return "\n".join([*lines, "", *_by_kind([saving for saving in found if saving.tool == THIS])])


def _row(saving: Saving) -> tuple[str, ...]:
    both = [*saving.served, *saving.opened]
    missed = [one.kind for one in both if one.seconds is None]
    limit = LIMITS.get(saving.pages) if saving.tool == THIS else None
    return (
        *(str(saving.pages), saving.tool, str(len(saving.served))),
        *_times(saving.served),
        *_times(saving.opened),
        "" if limit is None else f"≤ {limit * 1000:.0f}",
        *((f"{median(saving.cpu):.2f}", f"{mean_cpu(saving):.3f}") if saving.cpu else ("—", "—")),
        f"{saving.memory / 1_000_000:.0f}",
        ", ".join(sorted({f"{kind} {missed.count(kind)}" for kind in missed})) or "0",
    )


def _times(saves: Sequence[Save]) -> tuple[str, str]:
    taken = [one.seconds * 1000 for one in saves if one.seconds is not None]
    return (f"{median(taken):.0f}", f"{max(taken):.0f}") if taken else ("—", "—")


def _by_kind(found: Sequence[Saving]) -> list[str]:
    lines = []
    for saving in found:
        kinds = dict.fromkeys(one.kind for one in saving.served)
        each = (f"{kind} {_times([one for one in saving.served if one.kind == kind])[0]}" for kind in kinds)
        lines.append(f"{saving.pages} pages, served, by kind: {', '.join(each)}")
    return lines
