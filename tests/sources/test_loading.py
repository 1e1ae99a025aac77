"""Files to model: everything that can be read is read, all problems of all files come in one run, nothing raises."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from helpcenter.build import make, prepare
from helpcenter.problems import stands_for
from helpcenter.sources.loading import load
from tests.making import BASE, FAQ, SITE, article, faq_entry, place, places, prepared, project

MANY = {
    "content/topics.yaml": "- id: after-sales\n  title: 售后\n  summary: 摘要。\n- id: Other\n  title: 其他\n  summary: 摘要。\n",
    "content/values.yaml": "values:\n  hours: {text: 48 小时, source: 规则页, checked: 昨天}\n",
    "content/articles/reapply.yaml": article(
        titel="多余", intro='"见[这里](broken)和[那里](nowhere)。"', questions="[can-withdraw, half-read]"
    ),
    "content/articles/broken.yaml": 'id: broken\ntitle: "没有右引号\n',
    "content/articles/fine.yaml": article(
        "fine", intro='"见[坏的](broken)、[也坏的](reapply)、[没读成的](half-read)，要 {{ hours }}。"'
    ),
    "faq.yaml": faq_entry(answer='"要 {{ hours }}，见[没有](nowhere)。"')
    + faq_entry("half-read", reviewed="2026/11/20")
    + faq_entry(),
    "content/notes.yaml": "别忘了\n",
}


def test_all_problems_of_all_files_come_in_one_run(tmp_path: Path) -> None:
    found = prepared(tmp_path, MANY)
    assert [(code, file, line) for code, file, line, _ in places(found) if code != "not-closed"] == [
        ("unknown-field", "content/articles/reapply.yaml", 7),
        ("stray-file", "content/notes.yaml", 1),
        ("bad-id", "content/topics.yaml", 4),
        ("bad-date", "content/values.yaml", 2),
        ("unknown-link", "faq.yaml", 5),
        ("bad-date", "faq.yaml", 14),
        ("duplicate-id", "faq.yaml", 15),
    ]
    assert [file for code, file, _, _ in places(found) if code == "not-closed"] == ["content/articles/broken.yaml"]


def test_what_is_right_is_loaded_beside_what_is_wrong(tmp_path: Path) -> None:
    loaded, _ = load(project(tmp_path, MANY))
    assert set(loaded.center.articles) == {"fine"}
    assert set(loaded.center.faq) == {"can-withdraw"}
    assert {"broken", "reapply", "half-read"} <= loaded.broken


def test_entries_keep_the_writers_order(tmp_path: Path) -> None:
    files = {
        "faq.yaml": faq_entry("second") + faq_entry("can-withdraw"),
        "faq/b.yaml": faq_entry("of-b"),
        "faq/a.yaml": faq_entry("of-a"),
    }
    loaded, problems = load(project(tmp_path, files))
    assert problems == []
    assert list(loaded.center.faq) == ["second", "can-withdraw", "of-a", "of-b"]


def test_origins_tell_where_each_entry_was_written(tmp_path: Path) -> None:
    loaded, _ = load(project(tmp_path, {"faq/more.yaml": "# 注释\n" + faq_entry("of-more")}))
    where = loaded.origins["of-more"].at("question")
    assert (where.file, where.line, where.column) == ("faq/more.yaml", 3, 13)


def test_a_project_without_optional_files_is_right(tmp_path: Path) -> None:
    found = prepared(tmp_path, {"content/values.yaml": None})
    assert found.problems == []


def test_an_empty_project_is_no_accident(tmp_path: Path) -> None:
    loaded, problems = load(project(tmp_path, dict.fromkeys(BASE)))
    assert problems == []
    assert list(loaded.center.entries()) == []


def test_a_linked_folder_does_not_lead_out_of_the_project(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret.yaml").write_text(article("secret"), encoding="utf-8")
    made = project(tmp_path / "project", {"content/articles/reapply.yaml": None, "faq.yaml": None})
    made.content.joinpath("articles").symlink_to(tmp_path / "elsewhere")
    loaded, problems = load(made)
    assert list(loaded.center.articles) == []
    assert [found.code for found in problems] == ["outside-project"]


SOURCES = [name for name in BASE if name != "mkdocs.yml"]
DATES = ["2026-11-20", "2026-11", "9999-12-31", "0001-01-01", "20261120", "2026-W47", "2026-02-30"]
IDS = ["reapply", "can-withdraw", "after-sales", "about", "other", "old", "nowhere", "search", "Ä"]
TEXTS = ["'{{ merchant_hours }} [x](can-withdraw#answer)'", "'![x](images/a.png)'", "'<b>'", "|\n    一\n\n    - 二", "'{{'"]
PARTS = ["[{id: aa, title: 甲, text: 乙}, {id: answer, title: 甲, text: 乙}]", "[{title: 甲}]", "[一, 二]"]
FIELDS = {
    **dict.fromkeys(["id", "topic", "see", "contact"], IDS),
    **{field: [f"[{name}, {name}]" for name in IDS] for field in ("questions", "related", "popular")},
    **dict.fromkeys(["title", "summary", "reply", "answer", "intro", "closing", "text"], TEXTS),
    **dict.fromkeys(["reviewed", "checked"], DATES),
    **dict.fromkeys(["reasons", "steps", "sections", "precautions", "causes"], PARTS),
    "status": ["draft", "retired", "published"],
    "review_every": ["3650 days", "1 天", "180"],
    "changes": [f"[{{date: {day}, note: 甲}}]" for day in DATES],
    "values": [f"{{aa: {{text: 甲, source: 乙, checked: {day}}}}}" for day in DATES],
}
ANY = ["", '""', "[]", "{}", "[[]]", "{a: b}", "甲"]
CHANGE = st.sampled_from(sorted(FIELDS)).flatmap(
    lambda name: st.tuples(st.integers(0, 3), st.just(name), st.sampled_from(FIELDS[name] + ANY))
)
LINE = re.compile(r"^([ -]*)([a-z_]+): .*$", re.M)


def mutated(text: str, changes: list[tuple[int, str, str]]) -> str:
    """Give fields of ``text`` other values, and add fields that it lacks."""
    for number, name, value in changes:
        lines = list(LINE.finditer(text))
        named = [line for line in lines if line[2] == name]
        line = (named or lines)[number % len(named or lines)]
        kept = "" if named else line[0] + "\n" + " " * len(line[1])
        text = f"{text[: line.start()]}{kept or line[1]}{name}: {value}{text[line.end() :]}"
    return text


MORE = {
    "content/about.md": "# 关于\n",
    "content/home.yaml": "title: 甲\nlead: 乙\n",
    "faq.yaml": FAQ + faq_entry("other", status="draft")
    + faq_entry("old", status="retired", see="reapply"),
}


@settings(max_examples=300)
@given(name=st.sampled_from([*SOURCES, "content/home.yaml"]), changes=st.lists(CHANGE, min_size=1, max_size=3))
def test_whatever_writers_type_there_are_problems_or_pages(
    name: str, changes: list[tuple[int, str, str]], tmp_path: Path
) -> None:
    shutil.rmtree(tmp_path / "project", ignore_errors=True)
    files = {**BASE, **MORE}
    made = project(tmp_path / "project", {**files, name: mutated(str(files[name]), changes)})
    found = prepare(made)
    for problem in found.problems:
        lines = (made.root / place(problem)[1]).read_text(encoding="utf-8").split("\n")
        assert 1 <= problem.location.line <= len(lines)
        assert 1 <= problem.location.column <= len(lines[problem.location.line - 1]) + 1
    if not found.refused:
        assert len(make(found, SITE).pages) > 0


@given(name=st.sampled_from(SOURCES), content=st.binary(max_size=40))
def test_any_bytes_in_any_source_are_problems_or_pages(name: str, content: bytes, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "project", ignore_errors=True)
    found = prepare(project(tmp_path / "project", {name: content}))
    assert found.refused or make(found, SITE).pages


def test_of_a_file_with_thousands_of_mistakes_a_hundred_are_told_and_all_are_counted(tmp_path: Path) -> None:
    unknown = "".join(f"field{number}: x\n" for number in range(3000))
    links = "[甲](no-where) " * 3000
    files = {
        "content/articles/reapply.yaml": article(titel="甲").replace("title: 标题\n", "") + unknown,
        "content/articles/linked.yaml": article("linked", intro=f"'{links}'"),
        "faq.yaml": faq_entry() + "- 坏的\n" * 3000,
        "faq/more.yaml": "".join(f"- id: item-{number}\n  x: [\n" for number in range(3000)),
    }
    found = prepared(tmp_path, files).problems
    told = {file: [one for one in found if one.location.file == file] for file in files}
    assert {file: len(those) for file, those in told.items()} == dict.fromkeys(files, 101) | {"faq/more.yaml": 100}
    assert stands_for(told["content/articles/reapply.yaml"]) == (3001, 0)
    assert stands_for(told["content/articles/linked.yaml"]) == (3000, 0)
    assert stands_for(told["faq.yaml"]) == (3000, 0)
