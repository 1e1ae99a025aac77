"""The site and the browsers that walk it; at the end it is told who walked, and who could not be had."""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator, Iterator

import pytest

from tests.browser.conftest import build
from tests.browser.server import serving

from .browser import Browser
from .fleet import FLEET, programs
from .site import Listening, add_ear, write_project
from .walker import Walker

NAMES: dict[str, str] = {}
"""What the browsers that walked call themselves."""
ONLY = os.environ.get("BROWSERS", "")
"""Names of those that shall walk, with commas between them; all, where nothing is named."""


@pytest.fixture(scope="session")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build the site and serve it; gives its address."""
    folder = tmp_path_factory.mktemp("walks")
    site = add_ear(build(write_project(folder / "project"), folder / "site"))
    with serving(site, kind=Listening) as address:
        yield address
    shutil.rmtree(folder)


@pytest.fixture(scope="session", params=[name for name in FLEET if not ONLY or name in ONLY.split(",")])
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Start each browser once."""
    name = str(request.param)
    try:
        found = programs(FLEET[name])
    except LookupError as error:
        pytest.skip(f"{name}: {error}. {FLEET[name].origin}")
    started = FLEET[name].start(*found)
    NAMES[name] = started.name
    yield started
    started.close()


@pytest.fixture
def walker(browser: Browser, origin: str) -> Iterator[Walker]:
    """A reader who comes for the first time; nothing may go wrong unseen."""
    reader = Walker(browser, origin)
    reader.come()
    yield reader
    assert reader.heard() == []


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Fail where nobody walked."""
    if exitstatus == pytest.ExitCode.OK and not NAMES:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Generator[None]:
    """Say after all else who walked, and loudly who did not."""
    yield
    wrong = [report.nodeid for kind in ("failed", "error") for report in terminalreporter.getreports(kind)]
    for name, said in NAMES.items():
        failed = sum(f"[{name}-" in walk or f"[{name}]" in walk for walk in wrong)
        terminalreporter.line(f"{said}: {f'{failed} WALKS FAILED' if failed else 'all walks went well'}")
    skipped = [report.longrepr for report in terminalreporter.getreports("skipped")]
    reasons = dict.fromkeys(str(one[2]).removeprefix("Skipped: ") for one in skipped if isinstance(one, tuple))
    if reasons:
        terminalreporter.section("BROWSERS THAT COULD NOT BE HAD", "!", red=True, bold=True)
        for reason in reasons:
            terminalreporter.line(reason, red=True)
