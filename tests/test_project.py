"""Where a project stands: names in messages, its limits, its root."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpcenter.project import Project, Site, build_day, find_root


def test_names_are_relative_to_the_root_with_slashes(tmp_path: Path) -> None:
    project = Project(tmp_path, tmp_path / "content")
    assert project.name(tmp_path / "content" / "articles" / "a.yaml") == "content/articles/a.yaml"
    assert project.name(Path("/elsewhere/b.yaml")) == "/elsewhere/b.yaml"


def test_a_project_holds_its_files_but_not_what_links_lead_out_to(tmp_path: Path) -> None:
    root = tmp_path / "project"
    root.mkdir()
    (tmp_path / "outside.yaml").write_text("x", encoding="utf-8")
    (root / "inside.yaml").write_text("x", encoding="utf-8")
    (root / "out.yaml").symlink_to(tmp_path / "outside.yaml")
    (root / "in.yaml").symlink_to(root / "inside.yaml")
    project = Project(root, root / "content")
    assert [project.holds(root / name) for name in ("inside.yaml", "in.yaml", "out.yaml", "../outside.yaml")] == [
        True,
        True,
        False,
        False,
    ]


def test_a_sibling_with_a_longer_name_is_outside(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "project-2").mkdir()
    project = Project(tmp_path / "project", tmp_path / "project")
    assert not project.holds(tmp_path / "project-2" / "a.yaml")


def test_the_root_is_the_nearest_folder_with_a_configuration(tmp_path: Path) -> None:
    inner = tmp_path / "outer" / "inner" / "content"
    inner.mkdir(parents=True)
    (tmp_path / "outer" / "mkdocs.yml").write_text("", encoding="utf-8")
    assert find_root(inner) == tmp_path / "outer"
    (tmp_path / "outer" / "inner" / "mkdocs.yml").write_text("", encoding="utf-8")
    assert find_root(inner) == tmp_path / "outer" / "inner"


def test_today_is_the_day_that_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795420800")
    assert Project(Path(), Path()).today == build_day() == date.fromtimestamp(1795420800)


@pytest.mark.parametrize("text", ["soon", "abc", "1e9", "9" * 30])
def test_a_time_that_is_none_is_no_day(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", text)
    with pytest.raises(ValueError, match=text[:3]):
        build_day()


def test_without_a_configuration_there_is_no_root(tmp_path: Path) -> None:
    assert find_root(tmp_path) is None


def test_addresses_are_full_when_the_site_knows_its_own() -> None:
    assert Site("n", "https://help.example.com/").absolute("a/") == "https://help.example.com/a/"
    assert Site("n").absolute("a/") == "/a/"
