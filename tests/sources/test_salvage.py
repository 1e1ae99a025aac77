"""What can still be told of a file that cannot be read."""

from __future__ import annotations

from pathlib import Path

from helpcenter.build import prepare
from helpcenter.sources.salvage import MANY, MOST_PROBLEMS, ids_in, names_in, salvaged
from helpcenter.sources.yaml.reader import read
from tests.making import article, codes, faq_entry, places, prepared, project
from tests.sources.test_revisions import commit


def rescued(folder: Path, content: str | bytes) -> tuple[list[object], list[tuple[str, int]], set[str], int]:
    path = folder / "faq.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    made = salvaged(path, "faq.yaml", read(path, "faq.yaml")[1])
    assert made is not None
    found = [(one.code, one.location.line) for one in made.problems]
    return [source.data for source in made.sources], found, made.ids, made.nameless


def test_ids_and_names_are_found_in_any_ruin() -> None:
    assert ids_in("- id: aa\n  x: [\n- {title: x, id: 'bb'}\n  id：cc\n\tid:\u00a0dd\nvalid: ee\n") == {"aa", "bb", "cc", "dd"}
    assert names_in('values:\n  hours: {text: a, "b_1": c\n  甲: x\n') == {"values", "hours", "text", "b_1"}


def test_every_item_that_is_right_is_read_and_every_other_is_told(tmp_path: Path) -> None:
    text = "# 注释\n---\n- id: aa\n  t: 甲\n- id: bb\n  t: [\n- id: cc\n\n- t: 甲: 乙\n-   {id: dd}\n- id: ee\n  id: ff\n"
    data, found, ids, nameless = rescued(tmp_path, text)
    assert [item["id"] for part in data for item in part] == ["aa", "cc", "dd"]  # type: ignore[attr-defined]
    assert found == [("not-closed", 6), ("colon-in-text", 9), ("duplicate-key", 12)]
    assert (ids, nameless) == ({"bb", "ee", "ff"}, 1)


def test_of_what_is_no_list_only_ids_are_told(tmp_path: Path) -> None:
    assert rescued(tmp_path, "id: aa\nt: [\n")[2:] == ({"aa"}, 0)
    assert rescued(tmp_path, "坏: 了: 吗\n")[2:] == (set(), MANY)
    assert rescued(tmp_path, "- id: aa\n  t: 甲\n- id: bb\n".encode("gb18030"))[2:] == ({"aa", "bb"}, 0)
    assert rescued(tmp_path, "- id: aa\n  t: 甲\n".encode("utf-16"))[2:] == ({"aa"}, 0)
    assert salvaged(tmp_path / "nothing.yaml", "nothing.yaml", []) is None


def test_a_list_of_ruins_is_read_only_as_far_as_somebody_would_read_its_problems(tmp_path: Path) -> None:
    _, found, ids, _ = rescued(tmp_path, "".join(f"- id: item-{number}\n  t: [\n" for number in range(3000)))
    assert len(found) == MOST_PROBLEMS
    assert len(ids) == 3000


def test_a_broken_item_hides_no_other(tmp_path: Path) -> None:
    entries = [faq_entry(f"item-{number}", related="[can-withdraw]") for number in range(40)]
    entries[7] = entries[7].replace("reply: 简答。", "reply: @客服")
    entries[20] = entries[20].replace("can-withdraw", "nowhere")
    entries[33] = entries[33].replace("reviewed: 2026-11-20", "reviewed: 昨天\n  owner: 又一个")
    files = {"faq.yaml": faq_entry() + "".join(entries), "content/articles/reapply.yaml": article(related="[item-7, item-33]")}
    lines = files["faq.yaml"].split("\n")
    assert [(code, lines[line - 1].strip()) for code, _, line, _ in places(prepared(tmp_path, files))] == [
        ("special-start", "reply: @客服"),
        ("unknown-id", "related: [nowhere]"),
        ("duplicate-key", "owner: 又一个"),
    ]


def test_a_list_without_an_id_costs_nothing_that_git_can_tell(tmp_path: Path) -> None:
    old = {"faq.yaml": faq_entry() + faq_entry("other", question="别的？")}
    wrong = article(related="[can-withdraw, nowhere, other]")
    commit(tmp_path, old, "first")
    for content in ("", "- question: 别的？\n", "- id: [can-withdraw]\n"):
        found = prepare(project(tmp_path, {"faq.yaml": content, "content/articles/reapply.yaml": wrong})).problems
        assert [one.details["id"] for one in found if one.code == "unknown-id"] == ["nowhere"]


def test_without_git_a_lost_id_is_the_one_named_most_and_a_slip_is_told(tmp_path: Path) -> None:
    files = {
        "faq.yaml": faq_entry().replace("id: can-withdraw\n  ", "") + faq_entry("other"),
        "content/articles/reapply.yaml": article(questions="[can-withdraw]", related="[can-withdraw, nowhere, othre]"),
    }
    found = prepared(tmp_path, files)
    assert [one.details["id"] for one in found.problems if one.code == "unknown-id"] == ["nowhere", "othre"]
    assert "missing-field" in codes(found)
