"""Results as a table for people and as JSON for programs."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Final

from bench.measure import Sample, middle
from bench.sitting import Result
from bench.tools import SCRATCH, THIS

MEBIBYTE: Final = 1024 * 1024
HEAD: Final = ("pages", "tool", "wall s", "CPU s", "peak MiB", "ms CPU/page", "this/it: wall", "CPU", "memory")


def table(results: Sequence[Result]) -> str:
    """Medians, one line a tool and size, and how this program's stand to them."""
    this = {result.pages: middle(result.samples) for result in results if result.tool == THIS}
    rows = [HEAD, *(_row(result, this.get(result.pages)) for result in results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    return "\n".join("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def _row(result: Result, this: Sample | None) -> tuple[str, ...]:
    own = middle(result.samples)
    each = own.cpu / result.pages * 1000
    figures = (f"{own.wall:.2f}", f"{own.cpu:.2f}", f"{own.memory / MEBIBYTE:.0f}", f"{each:.2f}")
    ratios = ("", "", "")
    if this is not None and result.tool != THIS:
        ratios = (f"{this.wall / own.wall:.2f}", f"{this.cpu / own.cpu:.2f}", f"{this.memory / own.memory:.2f}")
    return (str(result.pages), result.tool, *figures, *ratios)


def as_json(results: Sequence[Result], versions: Mapping[str, str], seed: int) -> str:
    """Every sample with its medians, and what it was measured with. Seconds and bytes."""
    document = {
        "measured": datetime.now(UTC).isoformat(timespec="seconds"),
        "folder": str(SCRATCH),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "versions": dict(versions),
        "seed": seed,
        "results": [asdict(result) | {"median": asdict(middle(result.samples))} for result in results],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"
