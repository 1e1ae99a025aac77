"""From a save to the new page: this program's preview and its peers', edit for edit in turn."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from statistics import median
from typing import Final

from bench.edits import Edit, MarkdownEdits, YamlEdits
from bench.first_result import opened_browser
from bench.open_page import seen
from bench.previews import Preview, running
from bench.sitting import folder_of, make_projects_apart
from bench.tools import THIS, Tool

SIZES: Final = (60, 1000, 2000, 5000)
SERVERS: Final = (THIS, "hugo", "zensical", "material")
LIMITS: Final = {60: 0.15, 1000: 0.25, 2000: 0.25, 5000: 0.5}
"""Seconds from a save to the new page that this program is to keep, by pages; 2,000 pages have 1,000 articles."""
EDITS: Final = 50
BUDGET: Final = 120.0
STEP: Final = 0.005
"""Seconds between two questions for the page, or a fiftieth of the time that has passed."""
PATIENCE: Final = 240.0
"""Seconds after which an edit counts as never shown; ten times the slowest before it, once three were shown."""
LEAST_PATIENCE: Final = 15.0


@dataclass(frozen=True, slots=True)
class Save:
    """One edit and the seconds until its page was new; None: it never was."""

    kind: str
    seconds: float | None


@dataclass(slots=True)
class Saving:
    """What one tool took at one size."""

    tool: str
    pages: int
    served: list[Save] = field(default_factory=list)
    opened: list[Save] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    """CPU seconds of single saves, with one request each."""

    memory: int = 0
    """Peak bytes."""


class Session:
    """One tool's server with the edits that are made while it runs."""

    def __init__(self, preview: Preview, pages: int) -> None:
        self.preview = preview
        self.found = Saving(preview.tool.name, pages)
        self.spent = 0.0
        self._edits = (YamlEdits if preview.tool.name == THIS else MarkdownEdits)(preview.folder, pages)
        self._made = 0
        preview.settle()

    def warm_up(self) -> None:
        """Make an edit that is not counted, for it is the first."""
        self.timed()
        self.found.served.clear()

    def timed(self) -> None:
        """Save, and ask for the page until it is new."""
        edit, begun = self._next(self._edits.kinds), time.monotonic()
        saved = save(edit, in_place=self._in_place())
        self.found.served.append(Save(edit.kind, _until_new(self.preview, edit, saved, self._patience())))
        self.preview.settle(0.3)
        self.spent += time.monotonic() - begun

    def counted(self) -> None:
        """Save, ask once when nothing is computed any more, and count the CPU seconds of both."""
        edit, before = self._next(self._edits.kinds), self.preview.cpu()
        save(edit, in_place=self._in_place())
        self.preview.settle()
        is_shown = shows(self.preview, edit)
        self.preview.settle(0.3)
        if is_shown:  # otherwise the count would lack what was still to do
            self.found.cpu.append(self.preview.cpu() - before)

    def watched(self, browser: object) -> None:
        """Save while the page is open in a browser."""
        edit = self._next(self._edits.on_open_pages)
        saving = partial(_saved_at, edit, in_place=self._in_place())
        self.found.opened.append(Save(edit.kind, seen(browser, self.preview, edit, saving, self._patience())))  # type: ignore[arg-type]
        self.preview.settle(0.3)

    def _patience(self) -> float:
        shown = [one.seconds for one in self.found.served if one.seconds is not None]
        return max(LEAST_PATIENCE, 10 * max(shown)) if len(shown) > 2 else PATIENCE

    def _next(self, kinds: Sequence[str]) -> Edit:
        edit = self._edits.edit(self._made, kinds[self._made % len(kinds)])
        self._made += 1
        return edit

    def start_over(self) -> None:
        """Let the next edit be of the first kind."""
        kinds = len(self._edits.kinds) * len(self._edits.on_open_pages)
        self._made += -self._made % kinds

    @property
    def kinds(self) -> int:
        """How many kinds of edit there are."""
        return len(self._edits.kinds)

    @property
    def open_kinds(self) -> int:
        """How many of them show on an open page."""
        return len(self._edits.on_open_pages)

    def _in_place(self) -> bool:
        return bool(self._made // len(self._edits.kinds) % 2)


def save(edit: Edit, *, in_place: bool) -> float:
    """Write or remove the file, in place or by a rename as editors do; returns when, by the monotonic clock."""
    return _save(edit, in_place=in_place)[0]


def _saved_at(edit: Edit, *, in_place: bool) -> float:
    return _save(edit, in_place=in_place)[1]


def _save(edit: Edit, *, in_place: bool) -> tuple[float, float]:
    aside = edit.path.with_name(f".{edit.path.name}.saving")
    if edit.content is not None and not in_place:
        aside.write_text(edit.content, encoding="utf-8")
    now = time.monotonic(), time.time()
    if edit.content is None:
        edit.path.unlink()
    elif in_place:
        edit.path.write_text(edit.content, encoding="utf-8")
    else:
        aside.replace(edit.path)
    return now


def shows(preview: Preview, edit: Edit) -> bool:
    """Return whether the preview serves what the edit made."""
    status, text = preview.ask(edit.page)
    if edit.shown is None:
        return status == 404
    if edit.follow and status == 200:
        folder = re.search(edit.follow, text)
        text = preview.ask(f"{folder[1]}index.js")[1] if folder else ""
    return status == 200 and re.search(edit.shown, text) is not None


def _until_new(preview: Preview, edit: Edit, saved: float, patience: float) -> float | None:
    while not shows(preview, edit):
        passed = time.monotonic() - saved
        if passed > patience:
            return None
        time.sleep(max(STEP, passed / 50))
    return time.monotonic() - saved


def measure(
    tools: Sequence[Tool], pages: int, edits: int, budget: float, seed: int, *, in_browser: bool
) -> list[Saving]:
    """Measure previews at one size, in turn edit for edit; a tool that took ``budget`` seconds makes no more edits."""
    make_projects_apart(tools, pages, seed)
    with ExitStack() as stack:
        sessions = []
        for tool in tools:
            if tool.serve is not None:
                preview = stack.enter_context(running(tool, folder_of(tool, pages), tool.serve))
                sessions.append(Session(preview, pages))
                sessions[-1].warm_up()
        _time(sessions, edits, budget)
        for session in sessions:
            session.start_over()
            for _ in range(session.kinds):
                session.counted()
        if in_browser:
            _watch(sessions, stack, edits)
        for session in sessions:
            session.found.memory = session.preview.peak()
    return [session.found for session in sessions]


def _time(sessions: Sequence[Session], edits: int, budget: float) -> None:
    for session in sessions:
        session.start_over()
        session.spent = 0.0
    for number in range(edits):
        for session in sessions:
            if session.spent < budget:
                session.timed()
        if number % 10 == 9:
            print(f"{sessions[0].found.pages} pages: {number + 1} edits", file=sys.stderr)


def _watch(sessions: Sequence[Session], stack: ExitStack, edits: int) -> None:
    browser = stack.enter_context(opened_browser())
    for session in sessions:
        session.start_over()
    for _ in range(min(edits, 2 * max(session.open_kinds for session in sessions))):
        for session in sessions:
            if len(session.found.opened) < 2 * session.open_kinds:
                session.watched(browser)


def middle(saves: Iterable[Save]) -> float:
    """Return the median of the seconds of what was shown."""
    return median(one.seconds for one in saves if one.seconds is not None)


def mean_cpu(saving: Saving) -> float:
    """Return the CPU seconds of a save, the mean of one of every kind: ticks are coarse for a single one."""
    return sum(saving.cpu) / len(saving.cpu)
