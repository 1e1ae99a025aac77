"""Run a command and say what it took: CPU and wall seconds, and peak memory."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

KIBIBYTE = 1024
"""Bytes in the unit that the kernel counts peak memory in."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What one run took. Its child processes count too."""

    wall: float
    """Seconds from start to end."""

    cpu: float
    """User and system seconds of all its processes together."""

    system: float
    """The part of `cpu` that the kernel took, mostly to write files; much of it points at the disk."""

    memory: int
    """Peak resident bytes of its largest process."""


class CommandError(Exception):
    """A command that was to be measured failed; the text has the end of what it printed."""


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str], log: Path) -> Sample:
    """Run the command in the folder; what it prints goes to the log."""
    with log.open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=dict(environment), stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        printed = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        message = f"{' '.join(command)} ended with {process.returncode}:\n{printed}"
        raise CommandError(message)
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_stime, usage.ru_maxrss * KIBIBYTE)


def middle(samples: Sequence[Sample]) -> Sample:
    """The median of each figure on its own."""
    return Sample(
        median(sample.wall for sample in samples),
        median(sample.cpu for sample in samples),
        median(sample.system for sample in samples),
        int(median(sample.memory for sample in samples)),
    )
