"""Whatever writers do, a preview that lives through it serves what a clean build of the same files would write."""

from __future__ import annotations

import os
from collections.abc import Collection
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment

from helpcenter import file_status
from helpcenter.host.live import LiveSite
from helpcenter.pages.search import POINTER
from helpcenter.project import EPOCH as CLOCK
from tests.host import edits, mishaps  # noqa: F401
from tests.host.clean import Clean, Site, digests, fresh, listed
from tests.host.desk import DAY, EPOCH, Desk, Disk
from tests.host.phrases import EDITS

Step = tuple[str, int, int]
"""A kind of edit, the seed of what it takes, and what is made after it: 0 nothing, 1 all by the judge alone, 2 by both, 3
the search too, whose folder is named by all that it holds."""
SCRIPTS = 2000 if settings().max_examples > 1000 else 20
"""Many on a hunt: ``--hypothesis-profile=hunt``."""
FEWEST, STEPS = 8, 12
UNDO = 2
"""With errors, one edit in so many goes back to the last good state."""
TICKS = 30_000_000
"""Nanoseconds in which this machine's disk surely counts on: some files are read again at the next save, others not."""
STEP = st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 9999), st.sampled_from((0, 1, 2, 3)))


class Trial:
    """A writer's desk, the disk, a preview of it, and the judge."""

    def __init__(self, judge: Clean) -> None:
        self.disk, self.judge = Disk(judge.root), judge
        self.disk.clear()
        self.desk = self.good = Desk()
        self.live = LiveSite(judge.root, staff=judge.staff)
        self.last: Site = {}
        self.names: set[str] = set()
        self.save(2)

    def take(self, step: Step) -> None:
        """Edit and save."""
        kind, seed, made = step
        random = Random(seed)
        self.desk = self.desk.copy()
        if self.live.state.is_stale and random.randrange(UNDO) == 0:
            self.desk = self.good.copy()
        else:
            EDITS[kind](self.desk, random)
        self.save(made)

    def save(self, made: int) -> None:
        """Save; what is told and served is what a clean build gives; with errors, what the last good one gave."""
        os.environ[CLOCK] = str(EPOCH + self.desk.day * DAY)
        self.disk.save(self.desk.saved())
        state = self.live.refresh()
        problems, clean = self.judge.read()
        assert state.problems == problems
        assert state.is_stale == (clean is None)
        if clean is not None:
            self.good, self.last = self.desk, clean((POINTER,) * (made == 3)) if made else {}
            self.names |= self.last.keys()
        if made >= 2:
            self.compare(self.names - {POINTER} | self.last.keys() if clean else self._made())

    def compare(self, names: Collection[str]) -> None:
        """Compare what is served under ``names``, some of which are of earlier states."""
        served = digests(self.live.get, names)
        others = sorted(name for name in names if served[name] != self.last.get(name))
        assert not others, others

    def end(self) -> None:
        """Compare once more with a preview that has just begun, which holds nothing from before."""
        clean = self.judge.read()[1]
        self.last = clean((POINTER,)) if clean else self.last
        problems, site = fresh(self.judge, self.last)
        assert self.live.state.problems == problems
        assert site is None or site == self.last
        self.compare(self.names if clean else self._made())

    def _made(self) -> list[str]:
        """Return what is made; files that go out as they are, such as pictures, are those of the disk, errors or not."""
        return [name for name in self.last if not name.startswith(("images/", "extra"))]


@pytest.fixture(scope="module")
def judges(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Clean]:
    """Return the judges of the site for everybody and of that for staff."""
    root = tmp_path_factory.mktemp("edits")
    return {staff: Clean(root, staff=staff) for staff in (False, True)}


@pytest.fixture(autouse=True)
def steady(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CLOCK, str(EPOCH))
    monkeypatch.setattr(file_status, "GRAIN", TICKS)
    monkeypatch.setattr(Environment, "list_templates", listed)


@settings(max_examples=SCRIPTS)
@given(st.sampled_from((False, False, True)), st.lists(STEP, min_size=FEWEST, max_size=STEPS))
def test_after_any_edits_the_preview_serves_a_clean_build(judges: dict[bool, Clean], staff: bool, script: list[Step]) -> None:
    trial = Trial(judges[staff])
    for step in script:
        trial.take(step)
    trial.end()
