"""What is watched may vanish and come back, or not be there yet; every change is told."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpcenter.preview.watching import FileChange, Watcher
from tests.preview.notes import Notes


class Events(Notes):
    """Keeps what an observer is told."""

    def on_any_event(self, event: FileChange, /) -> None:
        self.told.put(event)


@pytest.fixture
def watcher() -> Iterator[Watcher]:
    made = Watcher(0.02)
    yield made
    made.stop()
    made.join()


def watched(watcher: Watcher, path: Path, *, recursive: bool = True) -> Events:
    notes = Events()
    watcher.schedule(notes, str(path), recursive)
    watcher.start()
    return notes


def test_a_folder_that_comes_goes_and_comes_again_is_watched_for_good(watcher: Watcher, tmp_path: Path) -> None:
    faq = tmp_path / "faq"
    notes = watched(watcher, faq)
    for _ in range(3):
        faq.mkdir()
        (faq / "more.yaml").write_text("1")
        assert notes.changed()
        (faq / "more.yaml").write_text("22")
        assert notes.changed()
        shutil.rmtree(faq)
        assert notes.changed()


def test_a_file_that_is_replaced_or_written_anew_is_told(watcher: Watcher, tmp_path: Path) -> None:
    path, other = tmp_path / "faq.yaml", tmp_path / "new"
    path.write_text("1")
    notes = watched(watcher, path)
    status = path.stat()
    other.write_text("2")
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))  # a copy with an old date, as tools make them
    other.replace(path)
    assert notes.changed()
    path.write_text("3")
    assert notes.changed()
    path.unlink()
    assert notes.changed()


def test_only_what_was_asked_for_is_told(watcher: Watcher, tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    notes = watched(watcher, tmp_path, recursive=False)
    deep = Events()
    watch = watcher.schedule(deep, str(tmp_path), True)
    (tmp_path / "deep" / "er" / "x").write_text("1")
    assert deep.changed()
    assert notes.told.empty()
    watcher.unschedule(watch)
    (tmp_path / "x").write_text("1")
    assert notes.changed()
    assert deep.told.empty()


def test_links_in_circles_and_pipes_keep_nobody_waiting(watcher: Watcher, tmp_path: Path) -> None:
    (tmp_path / "round").symlink_to(".")
    (tmp_path / "self").symlink_to("self")
    os.mkfifo(tmp_path / "pipe")
    notes = watched(watcher, tmp_path)
    (tmp_path / "x").write_text("1")
    assert notes.changed()


def test_an_observer_that_never_began_can_end() -> None:
    made = Watcher()
    made.stop()
    made.join()
