"""A new site takes the old one's place whole, and nothing that is not a site is ever replaced."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import helpcenter
from helpcenter.publishing.generations import SIGNS_OF_A_SITE, AmongSourcesError, NotASiteError, publish, refuse_target


def fill(text: str) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        for name in (*SIGNS_OF_A_SITE, "text"):
            (folder / name).write_text(text, encoding="utf-8")

    return write


def text_of(site: Path) -> str:
    return (site / "text").read_text(encoding="utf-8")


def test_a_first_site_appears_with_the_folders_above_it(tmp_path: Path) -> None:
    publish(tmp_path / "out" / "site", fill("new"))
    assert text_of(tmp_path / "out" / "site") == "new"


def test_a_new_site_replaces_the_old_one_and_its_left_over_files(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(site, fill("old"))
    (site / "gone").touch()
    publish(site, fill("new"))
    assert text_of(site) == "new"
    assert not (site / "gone").exists()


def test_nothing_is_left_beside_the_site(tmp_path: Path) -> None:
    for text in ("old", "new"):
        publish(tmp_path / "site", fill(text))
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_failing_build_leaves_the_old_site_and_no_rubbish(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        (folder / "half").touch()
        raise RuntimeError

    site = tmp_path / "site"
    publish(site, fill("old"))
    with pytest.raises(RuntimeError):
        publish(site, fail)
    assert text_of(site) == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_empty_folder_may_become_a_site(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publish(tmp_path / "site", fill("new"))
    assert text_of(tmp_path / "site") == "new"


@pytest.mark.parametrize("target", ["project", ".", "photos", "note.txt", "link", "worktree"])
def test_the_project_other_files_and_links_are_not_replaced(target: str, tmp_path: Path) -> None:
    for folder in ("project", "photos", "worktree"):
        (tmp_path / folder).mkdir()
    (tmp_path / "photos" / "holiday.jpg").touch()
    (tmp_path / "note.txt").touch()
    (tmp_path / "link").symlink_to(tmp_path / "photos")
    for name in (*SIGNS_OF_A_SITE, ".git"):
        (tmp_path / "worktree" / name).touch()
    with pytest.raises(NotASiteError):
        refuse_target(tmp_path / target, tmp_path / "project")


@pytest.mark.parametrize(
    "target",
    ["project/content", "project/content/site", "project/faq", "project/faq/a/b", ".", "project/.git", "project/.git/site", "link/site"],
)
def test_a_site_is_not_written_among_its_sources(target: str, tmp_path: Path) -> None:
    for folder in ("content", ".git", "faq"):
        (tmp_path / "project" / folder).mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "project" / "content")
    root = tmp_path / "project"
    with pytest.raises(AmongSourcesError):
        refuse_target(tmp_path / target, root, (root / "content", root / "faq"))


def test_a_site_is_not_written_into_the_program(tmp_path: Path) -> None:
    package = Path(helpcenter.__file__).parent
    for target in (package, package / "site", package.parent):
        with pytest.raises((AmongSourcesError, NotASiteError)):
            refuse_target(target, tmp_path)


@pytest.mark.parametrize("target", ["site", "public/help", "contents"])
def test_a_site_may_stand_beside_its_sources(target: str, tmp_path: Path) -> None:
    refuse_target(tmp_path / target, tmp_path, (tmp_path / "content", tmp_path / "faq"))


def test_a_site_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    publish(tmp_path / "site", fill("new"))
    assert (tmp_path / "site").stat().st_mode & 0o055 == 0o055
