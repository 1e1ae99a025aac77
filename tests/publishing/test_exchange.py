"""Two folders change places at once, or one after the other where the system cannot, or not at all."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from helpcenter.publishing import exchange
from helpcenter.publishing.exchange import exchanged, replace


def folder(path: Path, text: str) -> Path:
    path.mkdir(parents=True)
    (path / "text").write_text(text, encoding="utf-8")
    return path


def text_of(path: Path) -> str:
    return (path / "text").read_text(encoding="utf-8")


@pytest.fixture(params=["at once", "one after the other"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param != "at once":
        monkeypatch.setattr(exchange, "exchanged", lambda one, other: False)
    return str(request.param)


@pytest.mark.skipif(sys.platform not in ("linux", "darwin"), reason="other systems have no such call")
def test_folders_change_places_in_one_step_here(tmp_path: Path) -> None:
    one, other = folder(tmp_path / "one 甲", "1"), folder(tmp_path / "other", "2")
    assert exchanged(one, other)
    assert (text_of(one), text_of(other)) == ("2", "1")


def test_what_cannot_change_places_stays(tmp_path: Path) -> None:
    one = folder(tmp_path / "one", "1")
    assert not exchanged(one, tmp_path / "nothing")
    assert text_of(one) == "1"


@pytest.mark.parametrize("lacking", ["library", "call"])
def test_a_system_without_the_call_says_so(lacking: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def library(name: None) -> object:
        if lacking == "library":
            raise OSError
        return object()

    monkeypatch.setattr(ctypes, "CDLL", library)
    assert not exchanged(folder(tmp_path / "one", "1"), folder(tmp_path / "other", "2"))


def test_a_new_folder_takes_the_place_of_an_old_one(way: str, tmp_path: Path) -> None:
    target, new = folder(tmp_path / "site", "old"), folder(tmp_path / "new" / "site", "new")
    replace(target, new, tmp_path / "aside" / "site")
    assert text_of(target) == "new"
    assert text_of(new if way == "at once" else tmp_path / "aside" / "site") == "old"


def test_a_first_folder_takes_its_place(way: str, tmp_path: Path) -> None:
    replace(tmp_path / "site", folder(tmp_path / "new", "new"), tmp_path / "aside")
    assert text_of(tmp_path / "site") == "new"


@pytest.mark.parametrize("fault", [OSError, KeyboardInterrupt])
def test_what_stops_between_two_renames_leaves_the_old_folder(
    fault: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, new = folder(tmp_path / "site", "old"), folder(tmp_path / "new", "new")
    monkeypatch.setattr(exchange, "exchanged", lambda one, other: False)
    rename: Callable[[Path, Path], Path] = Path.rename

    def failing(self: Path, to: Path) -> Path:
        if self == new:
            raise fault
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(fault):
        replace(target, new, tmp_path / "aside" / "site")
    assert text_of(target) == "old"
