"""The index in a second process: the same bytes, and no half-written site when it dies."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from shutil import rmtree

import pytest

from helpcenter.host import indexing
from helpcenter.host.indexing import MOST_BESIDE, Indexing
from helpcenter.pages.search import Search
from helpcenter.search import Document
from tests.making import BASE, write

ROOT = Path(__file__).parents[2]
BUILD = """
import sys
from helpcenter import processes
from helpcenter.pages.search import Search
{change}
sys.argv = ["helpcenter", *{arguments}]
if {arguments}[0] == "mkdocs":
    sys.argv = {arguments}
    from mkdocs.__main__ import cli
    cli()
from helpcenter.commands.main import run
run()
"""
DIES = "import os, signal\nSearch.files = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
FAILS = "def files(*_): raise ValueError('so')\nSearch.files = files\n"


def run(folder: Path, arguments: list[str], change: str = "", *, forks: bool = True) -> tuple[int, str]:
    """Run a command in a process of its own and return its code and what it says."""
    code = BUILD.format(change=f"processes.can_fork = lambda: {forks}\n{change}", arguments=arguments)
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), "LC_ALL": "C.UTF-8"}
    environment |= {"SOURCE_DATE_EPOCH": "1795420800", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    return done.returncode, done.stderr


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files below ``folder``, without what is kept between builds."""
    found = (path for path in folder.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.fixture(scope="module")
def center(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a site that one process made."""
    folder = tmp_path_factory.mktemp("center")
    write(folder, BASE)
    assert run(folder, ["build"], forks=False) == (0, "")
    return folder


@pytest.mark.parametrize("command", [["build", "--site", "two"], ["mkdocs", "build", "--quiet", "--site-dir", "two"]])
def test_two_processes_make_the_same_site_as_one(command: list[str], center: Path) -> None:
    assert run(center, command) == (0, "")
    assert tree(center / "two") == tree(center / "site")


@pytest.mark.parametrize("command", [["build"], ["mkdocs", "build", "--quiet"]])
def test_a_killed_process_leaves_the_site_as_it_was(command: list[str], center: Path) -> None:
    rmtree(center / ".cache", ignore_errors=True)  # with what a build before left the index is made in turn
    before = tree(center)
    code, said = run(center, command, DIES)
    assert (code != 0, "was killed" in said or "被中止" in said, "Traceback" in said) == (True, True, False)
    assert tree(center) == before


@pytest.mark.parametrize("forks", [True, False])
def test_a_fault_is_told_alike_whoever_meets_it(forks: bool, center: Path) -> None:
    before = tree(center)
    code, said = run(center, ["build"], FAILS, forks=forks)
    assert (code, "ValueError: so" in said, "Traceback" in said) == (2, True, False)
    assert tree(center) == before


@pytest.mark.parametrize(("pages", "forks"), [(MOST_BESIDE, True), (MOST_BESIDE + 1, False)])
def test_large_indexes_are_made_in_turn(pages: int, forks: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[object] = []
    monkeypatch.setattr(indexing, "begin", begun.append)
    Indexing().begin(lambda: Search((Document("a/", ("甲",), ""),), (), ()), pages)
    assert bool(begun) is forks
