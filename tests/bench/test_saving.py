"""Saves in front of previews: what is saved, how it is waited for, and what is told of it."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bench import as_markdown, as_yaml, saving, saving_table
from bench.center import make
from bench.edits import Edit, MarkdownEdits, YamlEdits, mark
from bench.previews import Preview, running
from bench.saving import Save, Saving, Session, save
from bench.tools import THIS, TOOLS, Tool
from helpcenter.build import prepare
from helpcenter.project import Project

PAGES = 52
"""Two topics."""


def center(folder: Path, write: Callable[..., None]) -> Path:
    write(make(PAGES, 1, date.today()), folder)
    return folder


def test_every_kind_of_edit_leaves_a_sound_project(tmp_path: Path) -> None:
    edits = YamlEdits(center(tmp_path, as_yaml.prepare), PAGES)
    text = "{{ save_fee }}"
    uses = [path for path in (tmp_path / "content" / "articles").iterdir() if text in path.read_text("utf-8")]
    assert len(uses) == PAGES // 2
    for number in range(2 * len(edits.kinds)):
        edit = edits.edit(number, edits.kinds[number % len(edits.kinds)])
        before = edit.path.read_text("utf-8") if edit.path.exists() else ""
        save(edit, in_place=bool(number % 2))
        after = edit.path.read_text("utf-8") if edit.path.exists() else ""
        assert before != after
        if edit.shown == mark(number):
            assert (edit.shown in before, edit.shown in after) == (False, True)
    prepared = prepare(Project(tmp_path, tmp_path / "content"))
    assert [found.code for found in prepared.problems if found.severity == "error"] == []
    assert "save-flow" in prepared.loaded.center.flows
    assert not list(tmp_path.rglob("*.saving"))


def test_topics_that_changed_places_are_told_from_before(tmp_path: Path) -> None:
    edits = YamlEdits(center(tmp_path, as_yaml.prepare), PAGES)
    shown = edits.edit(0, "order").shown or ""
    titles = re.findall(r"title: (.+)", (tmp_path / "content" / "topics.yaml").read_text("utf-8"))
    menu = "<nav>{0} {1}</nav><main>{0} {1}</main>"
    assert not re.search(shown, menu.format(*titles))
    assert re.search(shown, menu.format(*titles[::-1]))


@pytest.mark.parametrize("write", [as_markdown.prepare_mkdocs, as_markdown.prepare_hugo])
def test_peers_get_the_edits_that_they_know(write: Callable[..., None], tmp_path: Path) -> None:
    edits = MarkdownEdits(center(tmp_path, write), PAGES)
    for number, kind in enumerate(edits.kinds):
        edit = edits.edit(number, kind)
        save(edit, in_place=False)
        if kind == "removed":
            assert not edit.path.exists()
        else:
            assert re.search(rf"^(?:title: .*|新增){mark(number)}", edit.path.read_text("utf-8"), flags=re.M)
        assert edit.path.parent.name + "/" + edit.path.stem + "/" == edit.page


class Files(Preview):
    """A preview that shows a file as it is, but only when it was asked for the third time."""

    asked = 0

    def ask(self, page: str) -> tuple[int, str]:
        Files.asked += 1
        path = self.folder / "docs" / f"{page.rstrip('/')}.md"
        return (200, path.read_text("utf-8")) if path.exists() and Files.asked % 3 == 0 else (404, "")

    def cpu(self) -> float:
        return Files.asked / 100

    def settle(self, idle: float = 0.0) -> None:
        """Nothing is computed."""


def test_a_page_is_asked_for_until_it_is_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = center(tmp_path, as_markdown.prepare_mkdocs)
    session = Session(Files(TOOLS["material"], folder, 0, 0), PAGES)
    for _ in range(session.kinds):
        session.timed()
    assert [one.kind for one in session.found.served] == ["text", "title", "new", "removed"]
    assert all(one.seconds is not None and 0 <= one.seconds < 5 for one in session.found.served)
    monkeypatch.setattr(saving, "PATIENCE", 0.01)
    monkeypatch.setattr(saving, "LEAST_PATIENCE", 0.0)
    monkeypatch.setattr(Files, "ask", lambda self, page: (200, "old"))
    session.found.served.clear()
    session.timed()
    assert session.found.served == [Save("text", None)]


def test_a_server_is_asked_counted_and_ended(tmp_path: Path) -> None:
    (tmp_path / "page").mkdir()
    (tmp_path / "page" / "index.html").write_text("new", encoding="utf-8")
    tool = Tool("plain", as_yaml.prepare, list)
    with running(tool, tmp_path, lambda port: [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"]) as preview:
        assert preview.ask("page/") == (200, "new")
        assert saving.shows(preview, Edit("text", tmp_path, "", "page/", "n.w"))
        assert saving.shows(preview, Edit("removed", tmp_path, None, "gone/", None))
        assert not saving.shows(preview, Edit("text", tmp_path, "", "page/", "old"))
        assert preview.cpu() > 0
        assert preview.peak() > 1_000_000
    assert preview.ask("page/") == (0, "")


def test_the_table_tells_the_limit_and_what_was_never_shown() -> None:
    own = Saving(THIS, 60, [Save("text", 0.1), Save("title", 0.3), Save("new", 0.2)], [Save("text", 0.15)], [0.1, 0.2], 50_000_000)
    peer = Saving("hugo", 60, [Save("text", 0.4), Save("removed", None)])
    head, first, second, _, kinds = saving_table.table([own, peer]).splitlines()
    assert head.split()[:3] == ["pages", "preview", "edits"]
    assert first.split() == ["60", THIS, "3", "200", "300", "150", "150", "≤", "150", "0.15", "0.150", "50", "0"]
    assert second.split() == ["60", "hugo", "2", "400", "400", "—", "—", "—", "—", "0", "removed", "1"]
    assert kinds == "60 pages, served, by kind: text 100, title 300, new 200"
