"""A new entry is a sound draft in its place, and what stands there already keeps every byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpcenter.build import prepare
from helpcenter.model.fields import Status
from helpcenter.starters.entry import FOLDERS, KINDS, NewEntry, NoListError, bad_id, put, refusals
from helpcenter.starters.starter import starter_languages
from tests.making import BASE, FAQ, TODAY, prepared, project, write

ITEM = "# 说明\n- id: new-one\n  question: 问题？\n"


@pytest.mark.parametrize("language", starter_languages())
def test_each_kind_is_a_sound_draft(language: str, tmp_path: Path) -> None:
    made = project(tmp_path)
    for kind in KINDS:
        entry = NewEntry(kind, f"new-{kind}", "after-sales")
        path = entry.file(made)
        put(path, made.name(path), entry.text(language, TODAY), alone=kind in FOLDERS)
        assert path.read_text(encoding="utf-8").count("\n# ") + path.read_text(encoding="utf-8").startswith("# ") > 0
    found = prepare(made)
    center = found.loaded.center
    assert found.problems == []
    assert [center.topics[-1].id, *center.articles, *center.faq, *center.flows][0] == "new-topic"
    for kind in KINDS[:3]:
        written = center.entry(f"new-{kind}")
        assert written is not None
        assert written.status is Status.DRAFT


@pytest.mark.parametrize(
    ("old", "added"),
    [
        (FAQ, f"\n{ITEM}"),
        (FAQ.rstrip("\n"), f"\n\n{ITEM}"),
        (f"{FAQ}# 完\n", f"\n{ITEM}"),
        ("", ITEM),
        ("# 还没有\n", f"\n{ITEM}"),
        ("  - id: one\n", "\n  # 说明\n  - id: new-one\n    question: 问题？\n"),
        ("- id: one\r\n", "\r\n# 说明\r\n- id: new-one\r\n  question: 问题？\r\n"),
        ("- id: one\n  text: |+\n    末行\n\n", ITEM),
        ("- id: one\n  text: |\n    末行", f"\n\n{ITEM}"),
        ("\ufeff- id: one\n", f"\n{ITEM}"),
        ("- {id: one}\n- [2]\n", f"\n{ITEM}"),
    ],
)
def test_an_item_is_put_behind_a_list_of_any_form(old: str, added: str, tmp_path: Path) -> None:
    write(tmp_path, {"faq.yaml": old})
    put(tmp_path / "faq.yaml", "faq.yaml", ITEM, alone=False)
    assert (tmp_path / "faq.yaml").read_bytes() == (old + added).encode()


@pytest.mark.parametrize("old", ["[]\n", "[{id: one}]\n", "id: one\n", "text\n", "- id: one\n...\n", "- id: [\n", "- a: 1\n---\n"])
def test_behind_what_is_no_such_list_nothing_is_put(old: str, tmp_path: Path) -> None:
    write(tmp_path, {"faq.yaml": old})
    with pytest.raises(NoListError):
        put(tmp_path / "faq.yaml", "faq.yaml", ITEM, alone=False)
    assert (tmp_path / "faq.yaml").read_text(encoding="utf-8") == old


def test_a_file_of_its_own_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "one.yaml"
    put(path, "one.yaml", "id: one\n", alone=True)
    with pytest.raises(FileExistsError):
        put(path, "one.yaml", "id: two\n", alone=True)
    assert path.read_text(encoding="utf-8") == "id: one\n"


def test_a_question_goes_where_the_others_are(tmp_path: Path) -> None:
    made = project(tmp_path)
    assert NewEntry("faq", "new-one").file(made) == tmp_path / "faq.yaml"
    write(tmp_path, {"faq/a.yaml": FAQ})
    assert NewEntry("faq", "new-one").file(made) == tmp_path / "faq.yaml"
    (tmp_path / "faq.yaml").unlink()
    assert NewEntry("faq", "new-one").file(made) == tmp_path / "faq" / "new-one.yaml"


@pytest.mark.parametrize(
    ("kind", "entry_id", "topic", "expected"),
    [
        ("article", "fresh", "after-sales", []),
        ("topic", "fresh", "", []),
        ("article", "can-withdraw", "after-sales", ["duplicate-id"]),
        ("topic", "reapply", "", ["duplicate-id"]),
        ("flow", "after-sales", "after-sales", ["duplicate-id"]),
        ("faq", "search", "after-sales", ["reserved-id"]),
        ("faq", "about", "after-sales", ["reserved-id"]),
        ("faq", "fresh", "after-sale", ["unknown-topic"]),
    ],
)
def test_what_cannot_be_is_said_as_the_checks_say_it(kind: str, entry_id: str, topic: str, expected: list[str], tmp_path: Path) -> None:
    loaded = prepared(tmp_path, {**BASE, "content/about.md": "# 关于\n"}).loaded
    entry = NewEntry(kind, entry_id, topic)
    assert list(bad_id(entry)) == []
    assert [found.code for found in refusals(entry, loaded, "file.yaml")] == expected


@pytest.mark.parametrize("entry_id", ["A-b", "a", "a_b", "../ab", "a" * 41, "问题", "ab\n", ""])
def test_no_path_is_made_of_a_bad_id(entry_id: str) -> None:
    assert [found.code for found in bad_id(NewEntry("article", entry_id))] == ["bad-id"]
