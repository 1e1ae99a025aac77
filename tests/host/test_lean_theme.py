"""The theme's environment lists what MkDocs publishes, and not what is hidden."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from helpcenter.host.lean_theme import lean
from tests.making import write


def test_hidden_files_and_folders_are_not_listed(tmp_path: Path) -> None:
    names = ["a.html", "assets/b.css", "assets/c/d.svg", ".icons/e.svg", "assets/.f/g.svg"]
    write(tmp_path / "one", dict.fromkeys(names, "x"))
    write(tmp_path / "two", {"a.html": "y", "h.html": "y"})
    made = lean(lambda: Environment(loader=FileSystemLoader([tmp_path / "one", tmp_path / "two"]), autoescape=True))()
    assert made.loader.list_templates() == ["a.html", "assets/b.css", "assets/c/d.svg", "h.html"]
    assert made.get_template("a.html").render() == "x"
