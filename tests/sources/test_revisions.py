"""Files as they were at a revision, from a real repository."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from helpcenter.sources.revisions import RevisionError, text_at
from tests.making import write

IDENTITY = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", "-c", "core.autocrlf=false"]


def git(folder: Path, *arguments: str) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    subprocess.run(
        ["git", *IDENTITY, *arguments], cwd=folder, check=True, capture_output=True, timeout=60, env=environment
    )


def commit(folder: Path, files: Mapping[str, str | bytes | None], tag: str) -> None:
    """Write ``files``, commit all that is there and tag it."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    write(folder, files)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", tag)
    git(folder, "tag", tag)


def test_a_file_at_each_revision(tmp_path: Path) -> None:
    commit(tmp_path, {"content/a.yaml": "一\n"}, "first")
    commit(tmp_path, {"content/a.yaml": "二\r\n", "content/b.yaml": "新\n"}, "second")
    write(tmp_path, {"content/a.yaml": "三\n"})
    assert text_at(tmp_path, "first", "content/a.yaml") == "一\n"
    assert text_at(tmp_path, "HEAD", "content/a.yaml") == "二\r\n"
    assert text_at(tmp_path, "HEAD~1", "content/a.yaml") == "一\n"
    assert text_at(tmp_path, "second", "content/b.yaml") == "新\n"


def test_a_file_that_did_not_exist_yet(tmp_path: Path) -> None:
    commit(tmp_path, {"a.yaml": "一\n"}, "first")
    assert text_at(tmp_path, "first", "content/b.yaml") is None
    assert text_at(tmp_path, "first", "a") is None


def test_a_project_inside_a_larger_repository(tmp_path: Path) -> None:
    commit(tmp_path, {"help/content/a.yaml": "一\n", "content/a.yaml": "外面\n"}, "first")
    assert text_at(tmp_path / "help", "first", "content/a.yaml") == "一\n"


def test_bytes_that_are_no_text_do_not_raise_and_a_mark_at_the_start_is_left_out(tmp_path: Path) -> None:
    commit(tmp_path, {"a.yaml": b"\xff\xfe", "b.yaml": "\ufeffid: b\n"}, "first")
    assert text_at(tmp_path, "first", "a.yaml") == "\ufffd\ufffd"
    assert text_at(tmp_path, "first", "b.yaml") == "id: b\n"


@pytest.mark.parametrize("revision", ["", "nothing", "HEAD~9", "--all", "-x", "first:a.yaml", "HEAD:a.yaml", "a b", "first\n"])
def test_an_unknown_revision(revision: str, tmp_path: Path) -> None:
    commit(tmp_path, {"a.yaml": "一\n"}, "first")
    with pytest.raises(RevisionError):
        text_at(tmp_path, revision, "a.yaml")


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(RevisionError):
        text_at(tmp_path, "HEAD", "a.yaml")


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RevisionError):
        text_at(tmp_path, "HEAD", "a.yaml")
