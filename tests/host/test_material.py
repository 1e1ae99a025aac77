"""Where Material keeps its style sheet, whose name changes with each release."""

from __future__ import annotations

from pathlib import Path

from mkdocs.utils import get_theme_dir

from helpcenter.host.material import find_style


def test_the_style_sheet_of_the_installed_theme_is_found() -> None:
    folder = Path(get_theme_dir("material"))
    assert (folder / find_style([str(folder)])).is_file()


def test_earlier_folders_win_and_a_missing_style_sheet_is_empty(tmp_path: Path) -> None:
    assert find_style([str(tmp_path)]) == ""
    for name in ("first", "second"):
        (tmp_path / name / "assets" / "stylesheets").mkdir(parents=True)
        (tmp_path / name / "assets" / "stylesheets" / f"main.{name}.min.css").write_text("", encoding="utf-8")
    assert find_style([str(tmp_path / "first"), str(tmp_path / "second")]) == "assets/stylesheets/main.first.min.css"
