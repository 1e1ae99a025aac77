"""Versions of answers: a number for every wording, never two meanings of one, and what changed since."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from helpcenter.links.versions import (
    HEADER,
    AnswerVersions,
    Changed,
    read_versions,
    with_moved_versions,
    with_today,
    written_versions,
)
from helpcenter.pages.copies import MOST_BYTES, changes_as_json
from helpcenter.texts.wording import Wording, wordings_of
from helpcenter.words.catalogue import interface
from tests.making import FLOW, FLOW_FILES, Files, article, faq_entry, prepared

DAY = date(2026, 11, 23)


def said(reply: str = "可以。", **parts: str) -> Wording:
    return Wording({"": "000000", **parts}, reply)


def published(*days: Wording, name: str = "one") -> AnswerVersions:
    """Return the versions after each of ``days`` was published, the last of which is today's."""
    found = AnswerVersions()
    for number, wording in enumerate(days):
        found = AnswerVersions(found.known, {name: wording})
        found = AnswerVersions(with_today(found, date(2026, 11, 1) + timedelta(number)), {name: wording})
    return found


def test_what_says_the_same_keeps_its_number() -> None:
    found = published(said(answer="aaaaaa"), said(answer="aaaaaa"), said(answer="bbbbbb"))
    assert [version.number for version in found.known["one"]] == [1, 2]
    assert (found.of("one"), found.of("other")) == (2, None)
    assert AnswerVersions(found.known, {"one": said(answer="cccccc")}).of("one") is None


def test_what_is_written_is_read() -> None:
    known = published(said("甲 | 乙。", slow="aaaaaa"), said("丙。", slow="bbbbbb")).known
    text = written_versions(known)
    assert text.splitlines() == [
        HEADER, "one 1 2026-11-01 :000000 slow:aaaaaa | 甲 | 乙。", "one 2 2026-11-02 :000000 slow:bbbbbb | 丙。",
    ]  # fmt: skip
    assert read_versions(text, "versions.lock") == (known, ())
    assert read_versions(f"{text}\n{text}", "versions.lock") == (known, ())


@pytest.mark.parametrize("line", [
    "<<<<<<< HEAD", "one 1 2026-11-01 :0 |", "one 0 2026-11-01 :0 | 甲", "one 1 today :0 | 甲", "one 1 2026-11-01 | 甲",
    "../one 1 2026-11-01 :0 | 甲", "one 1 2026-11-01 A:0 | 甲", "one ٣ 2026-11-01 :0 | 甲",
])  # fmt: skip
def test_what_is_no_line_is_told(line: str) -> None:
    known, problems = read_versions(f"{HEADER}\n{line}\n", "content/versions.lock")
    assert (known, [(found.code, found.location.line) for found in problems]) == ({}, [("bad-link-line", 2)])


def test_a_number_of_two_texts_is_of_none_and_the_next_one_is_new() -> None:
    """Two people published on branches that were merged by keeping the lines of both."""
    base = published(said(answer="aaaaaa")).known
    mine, yours = (
        with_today(AnswerVersions(base, {"one": said(answer=digest)}), DAY) for digest in ("bbbbbb", "cccccc")
    )
    merged, problems = read_versions(written_versions(mine) + written_versions(yours), "versions.lock")
    found = AnswerVersions(merged, {"one": said(answer="cccccc")})
    assert (problems, found.of("one")) == ((), None)
    assert list(found.since("one")) == [1], "who has a link of version 2 may have today's"
    after = AnswerVersions(with_today(found, DAY), found.today)
    assert after.of("one") == 3


def test_since_tells_parts_what_is_gone_and_the_short_reply_of_then() -> None:
    found = published(
        said("甲。", answer="aaaaaa", slow="aaaaaa"), said("乙。", answer="bbbbbb", slow="aaaaaa"), said("乙。", answer="bbbbbb"),
    )  # fmt: skip
    assert found.since("one") == {
        2: Changed("2026-11-02", (), ("slow",), ""), 1: Changed("2026-11-01", ("answer",), ("slow",), "甲。"),
    }  # fmt: skip
    assert published(said()).since("one") == {}


def test_who_goes_back_to_an_earlier_text_gets_a_new_number_and_its_copies_stay_true() -> None:
    found = published(said(answer="aaaaaa"), said(answer="bbbbbb"), said(answer="aaaaaa"))
    assert found.of("one") == 3
    assert list(found.since("one")) == [2]


def test_what_a_page_keeps_is_small() -> None:
    days = [said("长" * 120, answer=f"{number:06x}") for number in range(40)]
    found = published(*[Wording(day.parts, f"{day.reply}{number}") for number, day in enumerate(days)])
    text = changes_as_json(found.since("one"), interface("zh"))
    assert MOST_BYTES - 700 < len(text.encode()) <= MOST_BYTES
    told = json.loads(text)
    assert sorted(map(int, told["versions"])) == list(range(told["before"], 40))
    assert told["versions"]["39"] == {
        "said": ["这个链接是第 39 版的（2026 年 12 月 9 日），后来改过。", f"当时的短回复：{days[38].reply}38"], "parts": ["answer"],
    }  # fmt: skip


def test_versions_move_with_their_answer() -> None:
    known = published(said(answer="aaaaaa")).known
    moved = with_moved_versions(known, "one", "other")
    assert moved["other"] == moved["one"] == known["one"]
    assert with_moved_versions(known, "new", "other") == known


def wordings(folder: Path, files: Files) -> dict[str, Wording]:
    found = prepared(folder, files)
    assert not found.refused, found.problems
    return wordings_of(found.loaded.center, found.texts)


def changed(folder: Path, before: Files, after: Files) -> dict[str, set[str]]:
    """Return by entry the anchors of what says something else ``after`` a change of files."""
    old, new = wordings(folder / "old", before), wordings(folder / "new", {**before, **after})
    both = {name: {*old[name].parts.items()} ^ {*new[name].parts.items()} for name in old}
    return {name: {anchor for anchor, _ in parts} for name, parts in both.items() if parts}


VALUES = """\
values: {hours: {text: HOURS, source: 平台规则页, checked: 2026-11}}
contacts: {platform: {label: 平台客服, how: 点。}}
"""
FILES: Files = {
    "content/values.yaml": VALUES.replace("HOURS", "48 小时"),
    "content/articles/reapply.yaml": article(
        steps="[{id: one, title: 打开, text: '等{{ hours }}。', substeps: [{id: inner, title: 点开}]}, {id: two, title: 提交}]",
        closing="完了。", questions="[can-withdraw]",
    ),
    "faq.yaml": faq_entry(causes="[{id: late, cause: 晚了, fix: 等。}]"),
}


def test_a_value_changes_the_parts_that_name_it(tmp_path: Path) -> None:
    after = {"content/values.yaml": VALUES.replace("HOURS", "72 小时")}
    assert changed(tmp_path, FILES, after) == {"reapply": {"one"}}


@pytest.mark.parametrize(
    ("name", "old", "new", "found"),
    [
        ("content/articles/reapply.yaml", "点开", "点它", {"reapply": {"inner"}}),
        ("content/articles/reapply.yaml", "完了。", "好了。", {"reapply": {"closing"}}),
        ("content/articles/reapply.yaml", "摘要。", "别的。", {"reapply": {""}}),
        ("content/articles/reapply.yaml", "'等{{", "'**等**{{", {}),
        ("content/articles/reapply.yaml", "reviewed: 2026-11-20", "reviewed: 2026-11-21", {}),
        ("faq.yaml", "fix: 等。", "fix: 再等。", {"can-withdraw": {"late"}, "reapply": {"can-withdraw"}}),
        ("faq.yaml", "causes:", "staff: 别说。\n  causes:", {}),
    ],
)
def test_only_words_of_readers_count(
    name: str, old: str, new: str, found: dict[str, set[str]], tmp_path: Path
) -> None:
    text = str(FILES[name])
    assert old in text
    assert changed(tmp_path, FILES, {name: text.replace(old, new, 1)}) == found


def test_order_counts(tmp_path: Path) -> None:
    swapped = article(steps="[{id: two, title: 提交}, {id: one, title: 打开}]")
    before = {"content/articles/reapply.yaml": article(steps="[{id: one, title: 打开}, {id: two, title: 提交}]")}
    assert changed(tmp_path, before, {"content/articles/reapply.yaml": swapped}) == {"reapply": {""}}


def test_sections_of_a_flow_are_parts(tmp_path: Path) -> None:
    after = {"content/flows/why-not.yaml": FLOW.replace("钱已经在路上。", "钱已经退了。")}
    assert changed(tmp_path, dict(FLOW_FILES), after) == {"why-not": {"too-late"}}
