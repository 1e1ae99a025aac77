"""Where Material keeps its files, whose names change with each release."""

from __future__ import annotations

from pathlib import Path

from mkdocs.utils import get_theme_dir

from generator.material import Material, find_material


def test_the_files_of_the_installed_theme_are_found() -> None:
    folder = Path(get_theme_dir("material"))
    found = find_material([str(folder)])
    for path in (found.style, found.bundle, found.worker):
        assert (folder / path).is_file()


def test_earlier_folders_win_and_missing_files_are_empty(tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / name / "assets" / "stylesheets").mkdir(parents=True)
        (tmp_path / name / "assets" / "stylesheets" / f"main.{name}.min.css").write_text("", encoding="utf-8")
    found = find_material([str(tmp_path / "first"), str(tmp_path / "second")])
    assert found == Material("assets/stylesheets/main.first.min.css", "", "")
