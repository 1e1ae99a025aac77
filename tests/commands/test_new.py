"""``helpcenter new``: what it writes, says and refuses."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpcenter.commands import main
from tests.making import BASE, write

CapSys = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def run(capsys: CapSys, *arguments: str) -> tuple[int, str]:
    code = main.main(arguments)
    said = capsys.readouterr()
    return code, said.out + said.err


@pytest.mark.parametrize(("options", "language"), [((), "zh"), (("--language", "en"), "en")])
def test_a_new_help_center_is_clean_and_says_what_to_do_next(
    options: tuple[str, ...], language: str, tmp_path: Path, capsys: CapSys, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, said = run(capsys, "new", "my help", *options)
    assert (code, said.splitlines()[1:3]) == (0, ["  cd 'my help'", "  helpcenter serve"])
    monkeypatch.chdir(tmp_path / "my help")
    assert f"language: {language}" in Path("mkdocs.yml").read_text(encoding="utf-8")
    assert run(capsys, "check") == (0, "")
    assert run(capsys, "flow", "test")[0] == 0


def test_in_the_folder_that_one_is_in_there_is_no_need_to_go_there(capsys: CapSys) -> None:
    code, said = run(capsys, "new", ".")
    assert (code, "cd " in said, Path("faq.yaml").is_file()) == (0, False, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("full",), ("mkdocs.yml",), ("artcle", "one"), ("one", "--topic", "a"), ("article",), ("topic", "one", "--topic", "a"),
        ("faq", "one", "--sample"), ("faq", "one", "--language", "en"), ("one", "--sample", "--language", "en"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused_and_nothing_is_written(arguments: tuple[str, ...], tmp_path: Path, capsys: CapSys) -> None:
    write(tmp_path, {**BASE, "full/file.txt": "mine"})
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    code, said = run(capsys, "new", *arguments)
    assert (code, said.startswith("cannot run: ")) == (2, True)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_entries_are_written_and_the_check_stays_clean(tmp_path: Path, capsys: CapSys) -> None:
    write(tmp_path, BASE)
    for kind, place in (("article", "content/articles/a-article.yaml"), ("faq", "faq.yaml"), ("flow", "content/flows/a-flow.yaml"), ("topic", "content/topics.yaml")):
        code, said = run(capsys, "new", kind, f"a-{kind}")
        assert (code, said.startswith(f"Wrote {place}. ")) == (0, True)
    assert run(capsys, "check") == (0, "")
    assert "写一个读者会问的标题" in (tmp_path / "content/articles/a-article.yaml").read_text(encoding="utf-8")
    code, said = run(capsys, "new", "flow", "a-faq")
    assert (code, "content/flows/a-faq.yaml:1:1: 错误 [duplicate-id] id“a-faq”已经用在 faq.yaml:10" in said) == (1, True)


def test_without_a_project_or_a_topic_there_is_no_entry(tmp_path: Path, capsys: CapSys) -> None:
    code, said = run(capsys, "new", "faq", "one-more")
    assert (code, "There is no mkdocs.yml" in said) == (2, True)
    write(tmp_path, {"mkdocs.yml": BASE["mkdocs.yml"], "content/about.md": "# 关于\n"})
    code, said = run(capsys, "new", "faq", "one-more")
    assert (code, "helpcenter new topic orders" in said) == (2, True)
    assert run(capsys, "new", "topic", "orders")[0] == 0
    assert run(capsys, "new", "faq", "one-more")[0] == 0


def test_an_id_that_a_broken_file_may_have_and_a_folder_elsewhere_are_refused(tmp_path: Path, capsys: CapSys) -> None:
    write(tmp_path, {**BASE, "content/articles/broken.yaml": "id: broken\ntitle: [\n"})
    assert run(capsys, "new", "faq", "broken")[0] == 2
    (tmp_path / "content" / "flows").symlink_to(tmp_path.parent)
    code, said = run(capsys, "new", "flow", "a-flow")
    assert (code, "[outside-project]" in said) == (1, True)
    assert not (tmp_path.parent / "a-flow.yaml").exists()


def test_the_date_is_that_of_a_build(tmp_path: Path, capsys: CapSys, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1925035200")  # noon of the first day of 2031
    assert run(capsys, "new", "own")[0] == 0
    monkeypatch.chdir(tmp_path / "own")
    assert run(capsys, "new", "article", "ship-abroad")[0] == 0
    for file in ("content/articles/ship-abroad.yaml", "faq.yaml"):
        assert set(re.findall(r"^ *reviewed: (.+)$", Path(file).read_text(encoding="utf-8"), flags=re.M)) == {"2031-01-01"}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "tomorrow")
    code, said = run(capsys, "new", "faq", "gift-wrap")
    assert (code, "SOURCE_DATE_EPOCH is “tomorrow”" in said) == (2, True)
