"""Whatever lies in a folder of sources, walking through it ends, and tells what no source can be."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from helpcenter.build import prepare
from helpcenter.commands import main
from helpcenter.project import is_file
from helpcenter.sources.folders import MAX_DEPTH, Walk
from tests.making import PNG, Files, places, prepared, project

needs_fifo = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")


def walked(folder: Path) -> tuple[set[str], list[tuple[str, str]], bool]:
    """Return the folders that a walk below ``content/`` enters, its problems, and whether it saw all."""
    walk = Walk(project(folder))
    entered = {Path(path).relative_to(folder / "content").as_posix() for path, _, _ in walk.below(folder / "content")}
    return entered, [(found.code, found.location.file) for found in walk.problems], walk.whole


def test_folders_are_walked_in_order_with_what_they_hold(tmp_path: Path) -> None:
    made = project(tmp_path, {"content/images/b/x.png": "", "content/images/a.png": ""})
    listed = list(Walk(made).below(made.content / "images"))
    images = str(made.content / "images")
    assert listed == [(images, ["b"], ["a.png"]), (os.path.join(images, "b"), [], ["x.png"])]  # noqa: PTH118
    assert list(Walk(made).below(tmp_path / "nowhere")) == []


def test_folders_that_lead_to_each_other_are_entered_once_on_each_way(tmp_path: Path) -> None:
    for name, other in (("a", "b"), ("b", "a")):
        (tmp_path / "content" / name).mkdir(parents=True)
        (tmp_path / "content" / name / "link").symlink_to(f"../{other}")
    entered, found, whole = walked(tmp_path)
    assert {"a", "a/link", "b", "b/link"} <= entered
    assert found == [("bad-symlink", "content/b/link/link"), ("bad-symlink", "content/a/link/link")]
    assert not whole


def test_a_folder_linked_inside_the_project_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "images").symlink_to("../pictures")
    assert walked(tmp_path)[1:] == ([], True)


def test_hundreds_of_levels_do_not_break_the_walk(tmp_path: Path) -> None:
    (tmp_path / "content" / "/".join("a" * 900)).mkdir(parents=True)
    _, found, whole = walked(tmp_path)
    assert found == [("folder-too-deep", "content/" + "/".join("a" * (MAX_DEPTH + 1)))]
    assert not whole


def test_a_name_that_is_not_utf_8_is_told(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    Path(os.fsdecode(os.fsencode(tmp_path / "content") + b"/\xb3\xb7.png")).write_bytes(b"x")
    assert walked(tmp_path)[1] == [("name-not-text", "content/\udcb3\udcb7.png")]


@needs_fifo
@pytest.mark.parametrize(
    "name",
    ["faq.yaml", "faq/more.yaml", "content/topics.yaml", "content/home.yaml", "content/articles/x.yaml", "content/x.png"],
)
def test_a_named_pipe_is_told_and_never_waited_for(name: str, tmp_path: Path) -> None:
    (tmp_path / "faq").mkdir()
    path = project(tmp_path).root / name
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    assert ("not-a-file", name, 1, 1) in places(prepare(project(tmp_path, {name: None})))


def test_a_socket_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = project(tmp_path)
    monkeypatch.chdir(made.content / "articles")
    with socket.socket(socket.AF_UNIX) as here:
        here.bind("x.yaml")
        assert places(prepared(tmp_path)) == [("not-a-file", "content/articles/x.yaml", 1, 1)]


def test_a_name_that_is_too_long_is_no_file() -> None:
    assert not is_file(Path("x" * 5000))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that may do less")
@pytest.mark.parametrize("closed",
    [
        "content/articles/reapply.yaml", "content/articles", "content/images", "content/images/a.png",
        "content/images/b.svg", "content/about.md", "faq",
    ],
)
def test_what_may_not_be_read_is_told_and_what_needs_it_is_not(closed: str, tmp_path: Path) -> None:
    page = "# 关于\n\n![订单页](images/a.png) ![售后单](images/b.svg)\n"
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
    files: Files = {"content/images/a.png": PNG, "content/images/b.svg": svg, "content/about.md": page, "faq/more.yaml": "[]\n"}
    with TemporaryDirectory() as name:  # pytest's own folders are closed to others
        made = project(Path(name) / "made", files)
        Path(name).chmod(0o755)
        assert prepare(made).problems == []  # and all that it imports is imported
        (made.root / closed).chmod(0)
        try:
            found = as_nobody(lambda: [(one.code, one.location.file) for one in prepare(made).problems])
        finally:
            (made.root / closed).chmod(0o755)
    assert found == [["no-permission", closed]]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that may do less")
@pytest.mark.parametrize("closed", ["content", "mkdocs.yml"])
def test_without_content_or_settings_that_alone_is_told(closed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    with TemporaryDirectory() as name:
        made = project(Path(name) / "made")
        Path(name).chmod(0o755)
        monkeypatch.chdir(made.root)
        assert _checked()[0] == 0  # and all that it imports is imported
        (made.root / closed).chmod(0)
        try:
            code, said = as_nobody(_checked)
        finally:
            (made.root / closed).chmod(0o755)
    assert code == 1
    assert said.startswith(f"{closed}:1:1: 错误 [no-permission] 没有读取权限。")
    assert said.count("错误 [") == 1


def _checked() -> tuple[int, str]:
    with redirect_stdout(StringIO()) as said:
        return main.main(["check"]), said.getvalue()


def as_nobody(work: Callable[[], Any]) -> Any:
    """Return what ``work`` returns in a process without the rights of root; what it imports must be imported."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setresuid(65534, 65534, 65534)
            os.write(writing, json.dumps(work()).encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as stream:
        return json.loads(stream.read())
