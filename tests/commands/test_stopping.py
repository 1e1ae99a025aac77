"""Builds that are told to stop leave nothing, say so, and end with the code of the signal; the old site stays."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from tests.commands.signals import heed
from tests.making import BASE, MKDOCS, write

ROOT = Path(__file__).parents[2]
SLOW = """
import pathlib, time
def on_post_page(output, page, config):
    pathlib.Path(r"{flag}").touch()
    time.sleep(60)
"""
"""A hook that keeps a build at work until a signal comes."""


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a site."""
    folder = tmp_path_factory.mktemp("finished")
    write(folder, BASE)
    assert start(folder, "build").wait(timeout=60) == 0
    return folder


@pytest.fixture
def center(finished: Path, tmp_path: Path) -> Path:
    """A project with a site; from now on its builds never end by themselves."""
    folder = tmp_path / "project"
    shutil.copytree(finished, folder)
    write(folder, {"hook.py": SLOW.format(flag=tmp_path / "flag"), "mkdocs.yml": MKDOCS + "hooks: [hook.py]\n"})
    return folder


def start(folder: Path, *arguments: str, ignoring: int | None = None) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), "LC_ALL": "C.UTF-8", "NO_MKDOCS_2_WARNING": "1"}
    module = "mkdocs" if arguments[0] == "mkdocs" else "helpcenter"
    command = [sys.executable, "-m", module, *(word for word in arguments if word != "mkdocs")]
    before = partial(heed, ignoring)
    return subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True, preexec_fn=before)


def at_work(folder: Path, process: subprocess.Popen[str]) -> None:
    for _ in range(600):
        if (folder.parent / "flag").exists():
            return
        assert process.poll() is None
        time.sleep(0.05)
    raise AssertionError("the build has not begun")


def pages(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "site").rglob("*.html")}


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_build_that_is_stopped_leaves_nothing_and_says_so(number: int, code: int, center: Path) -> None:
    before = pages(center)
    process = start(center, "build")
    at_work(center, process)
    assert list(center.glob(".site-*"))
    process.send_signal(number)
    _, said = process.communicate(timeout=30)
    assert (process.returncode, said) == (code, "Stopped; nothing half-finished is left.\n")
    assert list(center.glob(".site-*")) == []
    assert pages(center) == before


def test_a_second_signal_does_not_stop_the_cleaning(center: Path) -> None:
    process = start(center, "build")
    at_work(center, process)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGTERM):
        process.send_signal(number)
    process.communicate(timeout=30)
    assert process.returncode in (129, 130, 143)
    assert list(center.glob(".site-*")) == []


def test_who_asked_not_to_be_hung_up_on_is_not(center: Path) -> None:
    process = start(center, "build", ignoring=signal.SIGHUP)
    at_work(center, process)
    process.send_signal(signal.SIGHUP)
    time.sleep(0.5)
    assert process.poll() is None
    process.terminate()
    process.communicate(timeout=30)
    assert process.returncode == 143


@pytest.mark.parametrize("command", [("build",), ("mkdocs", "build", "-q")])
def test_what_a_killed_build_left_is_swept_by_the_next_command(command: tuple[str, ...], center: Path) -> None:
    before = pages(center)
    process = start(center, *command)
    at_work(center, process)
    process.kill()
    process.communicate()
    assert len(list(center.glob(".site-*"))) == 1
    assert pages(center) == before
    assert start(center, "check").wait(timeout=60) == 0
    assert list(center.glob(".site-*")) == []
    assert pages(center) == before


def test_two_builds_at_once_do_not_sweep_each_other(center: Path) -> None:
    first = start(center, "build")
    at_work(center, first)
    (center.parent / "flag").unlink()
    second = start(center, "build")
    at_work(center, second)
    assert len(list(center.glob(".site-*"))) == 2
    first.terminate()
    first.communicate(timeout=30)
    assert len(list(center.glob(".site-*"))) == 1
    second.terminate()
    second.communicate(timeout=30)
    assert list(center.glob(".site-*")) == []


def test_mkdocs_build_keeps_the_old_site_until_the_new_one_is_whole(center: Path) -> None:
    before = pages(center)
    process = start(center, "mkdocs", "build", "-q")
    at_work(center, process)
    assert pages(center) == before
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    assert process.returncode not in (0, None)
    assert list(center.glob(".site-*")) == []
    assert pages(center) == before
    write(center, {"mkdocs.yml": MKDOCS})
    (center / "site" / "left-over.html").touch()
    assert start(center, "mkdocs", "build", "-q").wait(timeout=60) == 0
    assert not (center / "site" / "left-over.html").exists()
    assert list(center.glob(".site-*")) == []


def test_mkdocs_build_does_not_empty_a_folder_with_other_files(center: Path) -> None:
    write(center, {"mkdocs.yml": MKDOCS + "site_dir: photos\n", "photos/holiday.jpg": "x"})
    process = start(center, "mkdocs", "build", "-q")
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "photos" in said
    assert (center / "photos" / "holiday.jpg").exists()


def test_a_preview_that_is_told_to_end_leaves_no_temporary_site(tmp_path: Path) -> None:
    write(tmp_path / "project", BASE)
    (tmp_path / "temporary").mkdir()
    write(tmp_path / "project", {"hook.py": SLOW.format(flag=tmp_path / "flag"), "mkdocs.yml": MKDOCS + "hooks: [hook.py]\n"})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(tmp_path / "temporary"))
        process = start(tmp_path / "project", "serve", "--port", "auto")
        at_work(tmp_path / "project", process)
    process.terminate()
    process.communicate(timeout=30)
    assert process.returncode == 143
    assert list((tmp_path / "temporary").iterdir()) == []


@pytest.mark.parametrize("site", ["content/site", "faq", ".git/site", "."])
def test_a_site_among_its_sources_is_refused_in_words(site: str, tmp_path: Path) -> None:
    write(tmp_path, BASE)
    process = start(tmp_path, "build", "--site", site)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "lie one in the other" in said
    assert not (tmp_path / "content" / "site").exists()
