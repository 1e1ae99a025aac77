"""The list of words is what one begins ``content/words.yaml`` from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from helpcenter.build import prepare
from helpcenter.commands.main import main
from helpcenter.pages.search import make_search
from helpcenter.words.catalogue import FIXED, interface
from tests.making import BASE, FLOW_FILES, built, project, write


@pytest.mark.parametrize("language", ["zh", "en"])
def test_all_words_can_be_taken_over_as_they_are_printed(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = BASE["mkdocs.yml"]
    assert isinstance(settings, str)
    write(tmp_path / "one", {**BASE, "mkdocs.yml": settings.replace("language: zh", f"language: {language}")})
    monkeypatch.chdir(tmp_path / "one")
    assert main(["words"]) == 0
    printed = capsys.readouterr().out
    made = prepare(replace(project(tmp_path / "two", {"content/words.yaml": printed}), language=language))
    assert made.problems == []
    theirs = interface(language).texts
    assert made.loaded.center.words == {name: text for name, text in theirs.items() if name not in FIXED}


def test_own_words_reach_pages_and_the_words_of_scripts(tmp_path: Path) -> None:
    made = built(tmp_path, {**FLOW_FILES, "content/words.yaml": "flow.restart: 从头来过\nsearch.more: 再看几条\n"})
    assert "从头来过" in next(page.body for page in made.pages if page.path == "why-not/")
    sent = next(file.content for file in make_search(made.book).pieces() if file.name == "site.js").decode()
    assert "再看几条" in sent
    assert interface("zh")("search.more") not in sent
