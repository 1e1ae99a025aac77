"""Whatever happens to what is followed, every change is told, soon and for good."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from threading import Event

import pytest

from helpcenter.preview import ear, watcher
from helpcenter.preview.watcher import SourceWatcher
from tests.preview.notes import Notes


class Listener(Notes):
    """A watcher that keeps what it tells."""

    def __init__(self, *paths: Path) -> None:
        super().__init__()
        self.watcher = SourceWatcher(lambda: self.told.put(None))
        self.watcher.follow(paths)
        self.watcher.start()


@pytest.fixture(params=["hearing", "deaf"])
def root(tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project, on a machine that tells of changes and on one that has no watches left."""

    def refuse(*paths: object, **options: object) -> None:
        raise OSError("OS file watch limit reached")

    if request.param == "deaf":
        monkeypatch.setattr(ear, "watch", refuse)
        monkeypatch.setattr(watcher, "LOOK_DEAF", 0.02)
    else:
        monkeypatch.setattr(watcher, "LOOK", 3600)  # what is told was heard
        monkeypatch.setattr(watcher, "SETTLED", 0.05)
    (tmp_path / "content" / "articles").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("1")
    yield tmp_path


def test_every_kind_of_save_is_told(root: Path) -> None:
    notes = Listener(root / "content", root / "mkdocs.yml", root / "faq")
    notes.quiet()
    article, beside = root / "content" / "articles" / "a.yaml", root / "content" / "articles" / ".a.tmp"
    article.write_text("1")
    assert notes.changed()
    beside.write_text("22")
    beside.replace(article)
    assert notes.changed()
    article.rename(article.with_name("b.yaml"))
    assert notes.changed()
    article.with_name("b.yaml").unlink()
    assert notes.changed()
    (root / "mkdocs.yml").write_text("22")
    assert notes.changed()
    (root / "mkdocs.new").write_text("333")
    (root / "mkdocs.new").replace(root / "mkdocs.yml")
    assert notes.changed()
    notes.watcher.stop()


def test_folders_that_come_go_and_come_back_are_followed_for_good(root: Path) -> None:
    notes = Listener(root / "content", root / "faq")
    notes.quiet()
    for number in range(2):
        deep = root / "faq" / "deep" / "er"
        deep.mkdir(parents=True)
        (deep / "more.yaml").write_text("1")
        assert notes.changed()
        (deep / "more.yaml").write_text(f"number {number}")
        assert notes.changed()
        shutil.rmtree(root / "faq")
        assert notes.changed()
        (root / "content").rename(root / "aside")
        assert notes.changed()
        (root / "aside").rename(root / "content")
        assert notes.changed()
        (root / "content" / "x.yaml").write_text(f"number {number}")
        assert notes.changed()
    notes.watcher.stop()


def test_a_project_that_vanishes_and_comes_back_is_found_again(root: Path) -> None:
    home = root / "home"
    (home / "content").mkdir(parents=True)
    (home / "mkdocs.yml").write_text("1")
    notes = Listener(home / "content", home / "mkdocs.yml")
    notes.quiet()
    shutil.rmtree(home)  # the system may give what takes its place the same number
    (home / "content").mkdir(parents=True)
    (home / "mkdocs.yml").write_text("22")
    assert notes.changed()
    (home / "content" / "x.yaml").write_text("1")
    assert notes.changed()
    notes.watcher.stop()


def test_what_is_followed_may_change(root: Path) -> None:
    notes = Listener(root / "content")
    notes.quiet()
    (root / "theme").mkdir()
    (root / "theme" / "main.html").write_text("1")
    assert notes.told.empty()
    notes.watcher.follow((root / "theme",))
    assert notes.changed()
    (root / "theme" / "main.html").write_text("22")
    assert notes.changed()
    notes.watcher.stop()


def test_what_nobody_asked_for_is_not_told_and_odd_files_keep_nobody_waiting(root: Path) -> None:
    (root / "content" / "round").symlink_to(".")
    (root / "content" / "self").symlink_to("self")
    os.mkfifo(root / "content" / "pipe")
    notes = Listener(root / "content", root / "mkdocs.yml")
    notes.quiet()
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("1")
    (root / "notes.txt").write_text("1")
    notes.quiet()
    assert notes.told.empty()
    (root / "content" / "x.yaml").write_text("1")
    assert notes.changed()
    notes.watcher.stop()


def test_what_was_not_heard_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ear.Ear, "_run", lambda self, turns: None)
    monkeypatch.setattr(watcher, "LOOK", 0.05)
    notes = Listener(tmp_path)
    (tmp_path / "x.yaml").write_text("1")  # as on a folder that another machine writes to
    assert notes.changed()
    notes.watcher.stop()


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Queue[Path]:
    """What the system tells of, and nothing else."""
    names: Queue[Path] = Queue()

    def watch(*folders: Path, recursive: bool, stop_event: Event, **options: object) -> Iterator[set[tuple[int, str]]]:
        yield set()
        while not stop_event.wait(0.01):
            if recursive and not names.empty():
                yield {(1, str(names.get()))}

    monkeypatch.setattr(ear, "watch", watch)
    monkeypatch.setattr(watcher, "LOOK", 3600)
    monkeypatch.setattr(watcher, "SETTLED", 0.3)
    return names


@pytest.mark.parametrize("through", ["folder", "link"])
def test_what_the_system_keeps_to_itself_is_seen_beside_what_it_tells(tmp_path: Path, said: Queue[Path], through: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("folder")
    notes = Listener(tmp_path / through)
    notes.quiet()
    told, silent = tmp_path / "folder" / "told.yaml", tmp_path / through / "silent.yaml"
    told.write_text("1")
    said.put(told)
    assert notes.told.get(timeout=10) is None
    silent.write_text("1")  # after all was read, before it is looked at
    assert notes.told.get(timeout=10) is None
    told.write_text("22")
    said.put(told)
    assert notes.told.get(timeout=10) is None
    with pytest.raises(Empty):  # what was told is seen, too, but is no news
        notes.told.get(timeout=0.6)
    notes.watcher.stop()
