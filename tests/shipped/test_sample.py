"""``helpcenter new --sample`` gives the content that ships, to the byte."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from helpcenter.commands import main
from helpcenter.starters.starter import sample
from tests.conftest import ROOT


def test_the_sample_is_the_content_that_ships() -> None:
    found = sample(date(2031, 2, 3))
    assert found is not None
    assert {"mkdocs.yml", "faq.yaml", "content/topics.yaml", "README.md", ".gitignore"} <= found.keys()
    assert {name for name in found if (ROOT / name).read_bytes() != found[name]} == {"README.md", ".gitignore"}


def test_it_is_sound_where_it_was_put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main.main(["new", "mine", "--sample"]) == 0
    monkeypatch.chdir(tmp_path / "mine")
    assert main.main(["check"]) == 0
