"""Run a command and say what it took: CPU and wall seconds, and peak memory."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from threading import Event

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
    """Peak bytes of its processes together; what they share counts once."""


class CommandError(Exception):
    """A command that was to be measured failed; the text has the end of what it printed."""


def run(command: Sequence[str], folder: Path, environment: Mapping[str, str], log: Path) -> Sample:
    """Run the command in the folder; what it prints goes to the log."""
    with log.open("wb") as output:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=dict(environment), stdout=output, stderr=output)
        ended = Event()
        with ThreadPoolExecutor(1) as beside:
            together = beside.submit(_peak, process.pid, ended)
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
            ended.set()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        printed = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        message = f"{' '.join(command)} ended with {process.returncode}:\n{printed}"
        raise CommandError(message)
    memory = max(usage.ru_maxrss * KIBIBYTE, together.result())
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_stime, memory)


def _peak(process: int, ended: Event) -> int:
    """Return the most bytes that a process and what it started held together, looking ten times a second."""
    most = 0
    while not ended.wait(0.1):
        family = _family(process)
        most = max(most, sum(map(_proportional, family)) if len(family) > 1 else 0)  # of one the kernel knows it
    return most


def _family(process: int) -> list[int]:
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except OSError:  # it has ended, or the system does not tell
        return []
    return [process, *(one for child in children for one in _family(int(child)))]


def _proportional(process: int) -> int:
    """Return the bytes of a process, of each page that others share with it its part."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * KIBIBYTE for line in lines if line.startswith("Pss:"))


def middle(samples: Sequence[Sample]) -> Sample:
    """The median of each figure on its own."""
    return Sample(
        median(sample.wall for sample in samples),
        median(sample.cpu for sample in samples),
        median(sample.system for sample in samples),
        int(median(sample.memory for sample in samples)),
    )
