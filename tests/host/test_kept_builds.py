"""A build that knows what the one before kept writes what a build of everything writes, byte for byte."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from random import Random
from shutil import copytree
from typing import Any

import pytest

from helpcenter.commands.main import main
from helpcenter.drawing import picture
from helpcenter.host.asked import AskedSite
from helpcenter.host.running import checked, opened, write_site
from helpcenter.host.writing import is_known
from helpcenter.pages import Sheet
from helpcenter.sources.slips import find_slips
from helpcenter.sources.yaml.reader import SourceFile
from tests.conftest import EXAMPLE

PEOPLE = ("content/values.yaml", "label: 平台客服", "label: 我们的客服")
LINES = [
    ("content/articles/fraud-check.yaml", "title: ", "title: 请问"),
    ("content/articles/cancel-after-sales.yaml", "title: ", "title: 有 {{ hotline_12315 }} 的"),
    ("content/values.yaml", "text: 12315", "text: 12315（全天）"),
    ("content/values.yaml", "hotline_12345:", "hotline_12346:"),
    ("content/topics.yaml", "title: ", "title: 新的"),
    ("content/about.md", "# ", "# 我们 "),
    ("content/flows/why-cannot-cancel.yaml", "title: ", "title: 到底"),
    ("faq.yaml", "question: ", "question: 另外，"),
    ("faq.yaml", "- id: ", "- id: new-"),
    ("content/synonyms.yaml", "- [", "- [电冰箱, "),
    ("mkdocs.yml", "site_name: ", "site_name: 又一个"),
    ("content/articles/platform-comparison.yaml", None, None),
]
"""A file with what is typed once in it and what then stands there instead; a file that comes and goes."""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    root = copytree(EXAMPLE, tmp_path / "project", ignore=lambda *_: {"site", ".cache"})
    monkeypatch.chdir(root)
    return root


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def turn(root: Path, name: str, old: str | None, new: str | None) -> None:
    """Make an edit, or undo it if it was made before."""
    path = root / name
    typed = (path if path.exists() else EXAMPLE / name).read_text(encoding="utf-8")
    if old is None or new is None:
        path.unlink() if path.exists() else path.write_text(typed, encoding="utf-8")
    else:
        path.write_text(typed.replace(new, old, 1) if new in typed else typed.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("seed", range(2))
def test_whatever_was_edited_the_site_is_that_of_a_clean_build(seed: int, root: Path, tmp_path: Path) -> None:
    random, built = Random(seed), 0
    for name in ("own.css", "about/own.css"):  # one beside a page: what leads there from it is shorter
        (root / "content" / name).parent.mkdir(exist_ok=True)
        (root / "content" / name).write_text("p { margin: 0; }", encoding="utf-8")
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("extra_css: [own.css, about/own.css]\n")
    assert main(["build"]) == 0
    for _ in range(6):
        for line in random.sample(LINES, random.choice((1, 1, 2))):
            turn(root, *line)
        code = main(["build", "--site", "kept"])
        read = opened(root)
        assert read.config is not None
        prepared = checked(read)
        assert prepared.refused == bool(code)
        if not prepared.refused:
            write_site(read.config, prepared, tmp_path / f"clean{built}")
            assert tree(root / "kept") == tree(tmp_path / f"clean{built}")
            built += 1
    assert built > 2


def test_only_what_an_edit_touches_is_made_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def slips(source: SourceFile, *given: object, **named: bool) -> object:
        made.append(source.name)
        return find_slips(source, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("helpcenter.sources.shaping.find_slips", slips)
    assert main(["build"]) == 0
    assert len(made) > 10
    made.clear()
    assert main(["build"]) == 0
    turn(root, *LINES[0])
    assert main(["build"]) == 0
    assert made == [LINES[0][0]]


def test_pages_that_stay_as_they_are_are_not_made_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    finish = AskedSite.finish

    def finished(site: AskedSite, sheet: Sheet, context: Mapping[str, Any]) -> bytes:
        made.append(sheet.path)
        return finish(site, sheet, context)

    def drawn(*given: Any) -> str:
        made.append("picture")
        return picture(*given)

    monkeypatch.setattr(AskedSite, "finish", finished)
    monkeypatch.setattr("helpcenter.pages.maps.picture", drawn)
    assert main(["build"]) == 0
    assert len(made) > 10 and "picture" in made
    assert main(["build"]) == 0
    made.clear()
    assert main(["build"]) == 0
    assert made == []
    turn(root, *LINES[0])
    assert main(["build"]) == 0
    assert "fraud-check/" in made and "waiting-merchant/" not in made
    made.clear()
    turn(root, *next(line for line in LINES if line[0] == "mkdocs.yml"))
    assert main(["build"]) == 0
    assert len(made) > 10
    made.clear()
    turn(root, *PEOPLE)
    assert main(["build"]) == 0
    assert {"", "topics/", "questions/", "updates/", "search/", "fraud-check/"} <= set(made), "all name who helps"


def test_what_is_not_known_is_left_to_mkdocs(root: Path) -> None:
    def known(more: str) -> bool:
        path = root / "mkdocs.yml"
        typed = path.read_text(encoding="utf-8")
        path.write_text(typed + more, encoding="utf-8")
        config = opened(root).config
        path.write_text(typed, encoding="utf-8")
        assert config is not None
        return is_known(config)

    (root / "hook.py").write_text("", encoding="utf-8")
    assert known("")
    assert not known("hooks: [hook.py]\n")
    assert not known("strict: true\n")
