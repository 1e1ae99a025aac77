"""Problems in words: one line for what is wrong, one for what to do; the same facts as JSON."""

from __future__ import annotations

import json

from helpcenter.problems import Location, problem, warning
from helpcenter.words.catalogue import messages
from helpcenter.words.report import as_json, as_text, hint, message

FOUND = [
    problem("unknown-link", Location("faq.yaml", 3, 12), target="reaply", guess="reapply"),
    warning("review-overdue", Location("content/articles/a.yaml"), id="a", due="2026-11-01", owner="售后组"),
]


def test_text_names_place_severity_code_message_and_cure() -> None:
    assert as_text(FOUND, messages("zh")).splitlines() == [
        "faq.yaml:3:12: 错误 [unknown-link] 链接指向的“reaply”不存在。",
        "    怎么改：你是不是想写“reapply”？链接里写另一篇的 id，比如 [文字](reset-password)。",
        "content/articles/a.yaml:1:1: 提醒 [review-overdue] “a”应该在 2026-11-01 之前核对，已经过期。",
        "    怎么改：请 售后组 核对内容，再把 reviewed 改成当天的日期。",
        "共 1 个错误，1 个提醒。",
    ]


def test_english_text_has_no_chinese_words() -> None:
    text = as_text(FOUND[:1], messages("en"))
    assert text.isascii() or not any("\u4e00" <= char <= "\u9fff" for char in text)
    assert "faq.yaml:3:12" in text


def test_nothing_found_is_counted_too() -> None:
    assert as_text([], messages("zh")) == "共 0 个错误，0 个提醒。"


def test_json_says_the_same_as_the_text() -> None:
    records = json.loads(as_json(FOUND, messages("zh")))
    assert records[0] == {
        "code": "unknown-link",
        "severity": "error",
        "file": "faq.yaml",
        "line": 3,
        "column": 12,
        "message": "链接指向的“reaply”不存在。",
        "hint": "你是不是想写“reapply”？链接里写另一篇的 id，比如 [文字](reset-password)。",
    }
    assert [record["severity"] for record in records] == ["error", "warning"]


def test_json_of_nothing_is_an_empty_list() -> None:
    assert json.loads(as_json([], messages("zh"))) == []


def test_a_guess_is_only_made_when_there_is_one() -> None:
    without = problem("unknown-link", Location("faq.yaml"), target="reaply", guess="")
    assert hint(without, messages("zh")).startswith("链接里写")


def test_what_was_typed_is_shown_and_not_filled_in() -> None:
    braces = problem("unknown-value", Location("faq.yaml"), name="{0} {name} {", guess="")
    assert message(braces, messages("zh")) == "没有“{0} {name} {”这个事实。"
