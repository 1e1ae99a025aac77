"""The example, built once; a server and a browser for it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.conftest import EXAMPLE

from . import flow_project, needs
from .server import serving
from .visitor import Visitor

FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    # Walks through flows follow hundreds of links in a few seconds, which Chromium takes for an attack.
    "--disable-ipc-flooding-protection",
)
FAILED = pytest.StashKey[bool]()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the example with the real command."""
    folder = tmp_path_factory.mktemp("example")
    shutil.copytree(EXAMPLE, folder / "project")  # a build keeps things beside its sources
    return build(folder / "project", folder / "site")


def build(project: Path, folder: Path, *options: str) -> Path:
    """Build the project into ``folder`` with ``helpcenter build``."""
    command = [str(Path(sys.executable).with_name("helpcenter")), "build", "--site", str(folder), *options]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="session")
def origin(site: Path) -> Iterator[str]:
    """Serve the site under the strict policy; gives its address."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def flow_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small site with two guided flows and pages that offer them."""
    folder = tmp_path_factory.mktemp("flows")
    flow_project.write_project(folder)
    site = build(folder, folder / "site")
    flow_project.add_two_cards(site)
    return site


@pytest.fixture(scope="session")
def flow_origin(flow_site: Path) -> Iterator[str]:
    """Serve the site with the flows under the strict policy; gives its address."""
    with serving(flow_site) as address:
        yield address


# Not for the whole session: outside this package the loop that Playwright keeps running would be in the way.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Start the browser."""
    path = needs.chromium()
    if path is None:
        pytest.skip(_reason("chromium"))
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def visitor(browser: Browser, origin: str, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Return a reader of the example."""
    yield from visiting(browser, origin, request)


@pytest.fixture
def walker(browser: Browser, flow_origin: str, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Return a reader of the small site with the flows."""
    yield from visiting(browser, flow_origin, request)


def visiting(browser: Browser, origin: str, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Let a reader visit the site at ``origin`` for one test."""
    reader = Visitor(browser, origin)
    yield reader
    if request.node.stash.get(FAILED, False):
        reader.picture(request.node.name)
    reader.leave()


@pytest.fixture(scope="session")
def axe() -> str:
    """Return the source of axe-core."""
    if not needs.has_packages():
        pytest.skip(_reason("npm-packages"))
    return needs.AXE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def checker() -> list[str]:
    """Return the command that starts the Nu HTML checker."""
    java = needs.java()
    if java is None:
        pytest.skip(_reason("java"))
    if not needs.has_packages():
        pytest.skip(_reason("npm-packages"))
    return [str(java), "-jar", str(needs.CHECKER)]


def _reason(need: str) -> str:
    return f"no {need}: {needs.ADVICE[need]}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember whether a test failed, for the picture."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report
