"""A help center to begin with is sound on the day it is made, gets into a folder whole, and touches nothing else."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from helpcenter.build import Prepared, prepare
from helpcenter.commands import new
from helpcenter.project import Project
from helpcenter.starters import starter as module
from helpcenter.starters.entry import KINDS
from helpcenter.starters.starter import NotEmptyError, sample, starter, starter_languages, write_starter
from helpcenter.words.catalogue import languages
from tests.making import write

DAY = date(2031, 2, 3)


def made(folder: Path, language: str, today: date = DAY) -> Prepared:
    write(folder, starter(language, DAY))
    return prepare(Project(folder, folder / "content", language, today))


def test_there_is_one_for_every_language_and_the_command_knows_them() -> None:
    assert starter_languages() == languages() == sorted(new.LANGUAGES)
    assert new.KINDS == KINDS


@pytest.mark.parametrize("language", starter_languages())
def test_nothing_is_wrong_with_it_and_it_shows_a_little_of_everything(language: str, tmp_path: Path) -> None:
    found = made(tmp_path, language)
    center = found.loaded.center
    assert found.problems == []
    assert (len(center.topics), len(center.articles), len(center.faq), len(center.flows)) == (3, 3, 6, 1)
    assert center.home is not None
    assert {test.expect == "nothing" for test in center.search_tests} == {True, False}
    assert {entry.topic for entry in center.entries()} == {topic.id for topic in center.topics}
    [step] = [step for flow in center.flows.values() for step in flow.steps.values()]
    assert step.screen


@pytest.mark.parametrize("language", starter_languages())
def test_it_is_dated_the_day_it_is_made_and_stays_right_for_months(language: str, tmp_path: Path) -> None:
    found = made(tmp_path, language, DAY + timedelta(days=170))
    assert found.problems == []
    assert {entry.reviewed for entry in found.loaded.center.entries()} <= {DAY, None}
    assert not [name for name, content in starter(language, DAY).items() if b"TODAY" in content]


@pytest.mark.parametrize("language", starter_languages())
def test_what_must_be_replaced_can_be_seen_and_stands_in_one_file(language: str, tmp_path: Path) -> None:
    mark = "【" if language == "zh" else "["
    center = made(tmp_path, language).loaded.center
    assert all(mark in value.text and mark in value.source for value in center.values.values())
    assert all(mark in contact.label for contact in center.contacts.values())


def test_the_languages_have_the_same_files_ids_and_shape(tmp_path: Path) -> None:
    centers = [made(tmp_path / language, language).loaded.center for language in starter_languages()]
    assert len({frozenset(starter(language, DAY)) for language in starter_languages()}) == 1
    for shape in (
        {tuple(entry.id for entry in center.entries()) for center in centers},
        {tuple(center.values) for center in centers},
        {tuple(test.outcome for flow in center.flows.values() for test in flow.tests) for center in centers},
    ):
        assert len(shape) == 1


def test_beside_an_installation_the_sample_is_taken_from_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"content/a.yaml": "1", "content/.b.yaml": "2", "faq.yaml": "3", "mkdocs.yml": "4", "other.yaml": "5"})
    monkeypatch.setattr(module, "_SAMPLES", (tmp_path,))
    assert (sample(DAY) or {}).keys() == {"content/a.yaml", "faq.yaml", "mkdocs.yml", "README.md", ".gitignore"}
    monkeypatch.setattr(module, "_SAMPLES", (tmp_path / "nowhere",))
    assert sample(DAY) is None


@pytest.mark.parametrize("way", ["new", "deep", "empty", "history", "link"])
def test_it_is_written_into_an_empty_folder_or_a_new_one(way: str, tmp_path: Path) -> None:
    folder = tmp_path / ("a/b/c" if way == "deep" else "center")
    if way in ("empty", "history"):
        (folder / ".git" if way == "history" else folder).mkdir(parents=True)
    elif way == "link":
        (tmp_path / "real").mkdir()
        folder.symlink_to("real")
    write_starter(folder, {"content/a.yaml": b"a", "mkdocs.yml": b"m"})
    found = {path.relative_to(folder.resolve()).as_posix() for path in folder.resolve().rglob("*") if path.is_file()}
    assert found == {"content/a.yaml", "mkdocs.yml"}


@pytest.mark.parametrize("there", ["folder/a.txt", "folder/.hidden", "folder"])
def test_where_something_is_nothing_is_written(there: str, tmp_path: Path) -> None:
    write(tmp_path, {there: "mine"})
    with pytest.raises(NotEmptyError):
        write_starter(tmp_path / "folder", {"mkdocs.yml": b""})
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [Path(there).name]


@pytest.mark.parametrize("at", ["write_bytes", "rename"])
def test_what_fails_leaves_nothing_behind(at: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[Path] = []
    real = getattr(Path, at)

    def fails(self: Path, argument: object) -> object:
        done.append(self)
        if len(done) > 1:
            raise OSError(28, "full")
        return real(self, argument)

    monkeypatch.setattr(Path, at, fails)
    with pytest.raises(OSError, match="full"):
        write_starter(tmp_path / "new" / "center", {"a.yaml": b"", "content/b.yaml": b""})
    assert list(tmp_path.iterdir()) == []
