"""One sitting: every tool builds the same pages in turn, round after round, so that a slow minute hits all alike."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from bench.center import make, page_id
from bench.files import page_files, remove
from bench.measure import Sample, run
from bench.tools import CACHE, ROOT, SCRATCH, TEMPORARY, TOOLS, Tool, environment

WARM_UP_PAGES: Final = 20
"""Pages of the build that is not counted: it compiles Python's files and brings programs into the page cache."""


@dataclass(frozen=True, slots=True)
class Result:
    """What the rounds of one tool took at one size."""

    tool: str
    pages: int
    samples: tuple[Sample, ...]


class PagesMissingError(Exception):
    """A tool built a site that lacks pages."""


def folder_of(tool: Tool, pages: int) -> Path:
    """The project folder of a tool at a size."""
    return SCRATCH / f"{tool.name}-{pages}"


def make_projects(tools: Sequence[Tool], pages: int, seed: int) -> None:
    """Write each tool's project anew. Call it in a process of its own when memory is measured later."""
    center = make(pages, seed, date.today())
    for tool in tools:
        folder = folder_of(tool, pages)
        remove(folder)
        tool.prepare(center, folder)


def make_projects_apart(tools: Sequence[Tool], pages: int, seed: int) -> None:
    """Write each tool's project in another process.

    A child's peak memory starts at its parent's, so the process that measures has to stay small.
    """
    names = [tool.name for tool in tools]
    command = [sys.executable, "-m", "bench", "make", "--pages", str(pages), "--seed", str(seed), "--tools", *names]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


def build(tool: Tool, pages: int) -> Sample:
    """One cold build: what an earlier one left is removed first, and not timed."""
    folder = folder_of(tool, pages)
    for left in (tool.site, *tool.caches):
        remove(folder / left)
    remove(CACHE)
    TEMPORARY.mkdir(parents=True, exist_ok=True)
    os.sync()
    return run(tool.command(), folder, environment(), SCRATCH / f"{tool.name}.log")


def check(tool: Tool, pages: int) -> None:
    """Complain when the built site lacks one of the pages."""
    built = page_files(folder_of(tool, pages) / tool.site)
    missing = {page_id(number) for number in range(pages)} - built.keys()
    if missing:
        message = f"{tool.name} built {pages - len(missing)} of {pages} pages; missing, for example: {min(missing)}"
        raise PagesMissingError(message)


def sit(tools: Sequence[Tool], pages: int, rounds: int, seed: int) -> list[Result]:
    """Measure the tools at one size, interleaved."""
    make_projects_apart(tools, WARM_UP_PAGES, seed)
    for tool in tools:
        build(tool, WARM_UP_PAGES)
    make_projects_apart(tools, pages, seed)
    samples: dict[str, list[Sample]] = {tool.name: [] for tool in tools}
    for number in range(1, rounds + 1):
        for tool in tools:
            sample = build(tool, pages)
            check(tool, pages)
            samples[tool.name].append(sample)
            print(f"{pages} pages, round {number}: {tool.name} {sample.cpu:.2f} s CPU", file=sys.stderr)
    return [Result(name, pages, tuple(taken)) for name, taken in samples.items()]


def named(names: Sequence[str]) -> list[Tool]:
    """The tools with these names, in the order of the sitting."""
    return [tool for name, tool in TOOLS.items() if name in names]
