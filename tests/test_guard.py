"""Tests of the program do not depend on the content that ships, and a guard sees to it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import EXAMPLE, ROOT
from tests.guard import ReadsShippedError


@pytest.mark.parametrize("name", ["content/topics.yaml", "faq.yaml", "mkdocs.yml"])
def test_what_ships_cannot_be_read_from_here(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ReadsShippedError):
        (ROOT / name).read_bytes()
    monkeypatch.chdir(ROOT)
    with pytest.raises(ReadsShippedError):
        Path(name).read_bytes()


def test_nor_listed_nor_handed_to_another_program() -> None:
    with pytest.raises(ReadsShippedError):
        list((ROOT / "content").iterdir())
    with pytest.raises(ReadsShippedError):
        subprocess.run([sys.executable, "-c", ""], cwd=ROOT, check=False)


def test_everything_else_can() -> None:
    assert (EXAMPLE / "faq.yaml").read_bytes()
    assert (ROOT / "README.md").read_bytes()
