"""Every form is read back by a reader of that form: texts, names and folders are those that went in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import escape
from typing import Any

import pytest

from helpcenter.exports import FORMATS
from helpcenter.exports.answer import Answer, AnswerBlank, Exported
from helpcenter.exports.placeholders import as_shown
from tests.exports.reading import read_csv, read_matches, read_requests, words_of

Row = tuple[str, ...]
HOSTILE = {
    "quotes": "他说 \"好\" 和 '行'，“中文引号”",
    "commas": "一,二;三\t四",
    "emoji": "可以 👍🏽👨‍👩‍👧 𠮷 ☂️",
    "formula": '=HYPERLINK("https://evil.example.com/","点我")',
    "plus": "+86 10 1234",
    "at": " @SUM(1)",
    "apostrophe": "'引号开头",
    "long": "很长的回复" * 40,
    "right-to-left": "مرحبا بكم 1. שלום",
    "markup": "<b>粗</b> & &amp; <script>alert(1)</script>",
    "yaml": "yes: no # - [1] {a: b} | > %x",
    "number": "0123",
    "date": "2026-11-28",
    "odd-blanks": "a\u2028b\x85c\u00a0d\u200be",
    "backslash": "C:\\new\\table \\u0041",
    "braces": "{{name}} {% if %} #{user.x} $|$ \\{\\{ ~~~ ::",
}


BLANKS = (AnswerBlank("order_no", "订单号", "〔订单号〕"), AnswerBlank("day", "哪天 <几点>", "〔哪天 <几点>〕"))
FILLED = {
    "chatwoot": "{{{{conversation.custom_attribute.{}}}}}",
    "freshdesk": "{{{{ticket.cf_{}}}}}",
    "zammad": "#{{ticket.{}}}",
    "espanso": "<asked: {}>",
}
"""What a tool takes for a value of its own, or asks for."""


def answer(name: str, text: str, **fields: Any) -> Answer:
    base = Answer(
        id=name,
        kind="faq",
        title=text,
        reply=text,
        text=f"{text}\n\n1. 第一步\n2. {text}",
        html=f"<p>{escape(text, quote=False)}</p><ol><li>第一步</li><li>{escape(text, quote=False)}</li></ol>",
        link=f"https://help.example.com/{name}/",
        topic="refund",
        folder="退款",
        audience=("consumer",),
        labels=("消费者",),
        keywords=("退钱", text),
        updated=date(2026, 11, 20),
    )
    return replace(base, **fields)


ANSWERS = [answer(name, text) for name, text in HOSTILE.items()]
ANSWERS += [answer("blank", "订单{{order_no}}，<{{day}}>到，{{order_no}}。", blanks=BLANKS, keywords=("填空",))]
ANSWERS += [answer("why-not#end", "结果", topic="order", folder="订单, 修改", kind="outcome", updated=None)]


def macros(made: Exported) -> list[Row]:
    bodies = [request["body"]["macro"] for request in read_requests(made.content)]
    assert all(set(body) == {"title", "description", "active", "actions"} for body in bodies)
    rows = [(body["description"], *body["title"].split("::", 1), body["actions"][0]) for body in bodies]
    assert all(action["field"] == "comment_value_html" for *_, action in rows)
    return [(key, title, folder, words_of(action["value"])) for key, folder, title, action in rows]


def canned(made: Exported) -> list[Row]:
    return [
        (body["short_code"], "", "", body["content"])
        for body in (request["body"] for request in read_requests(made.content))
        if set(body) == {"short_code", "content"}
    ]


def saved(made: Exported) -> list[Row]:
    found = read_requests(made.content)
    assert all(set(request["body"]) == {"name", "text", "chatText"} for request in found)
    assert [words_of(r["body"]["text"]) for r in found] == ["".join(r["body"]["chatText"].split()) for r in found]
    return [(request["key"], request["body"]["name"], "", request["body"]["chatText"]) for request in found]


def in_folders(made: Exported, path: str, title: str, text: str) -> list[Row]:
    found = read_requests(made.content)
    names = {r["key"]: r["body"]["name"] for r in found if r["path"] != path}
    first = [request["path"] == path for request in found]
    assert sorted(first) == first, "folders come first"
    assert all(set(r["body"]) == {"name"} for r in found if r["path"] != path)
    return [
        (r["key"], r["body"][title], names[r["folder"]], words_of(r["body"][text])) for r in found if r["path"] == path
    ]


def freshdesk(made: Exported) -> list[Row]:
    bodies = [request["body"] for request in read_requests(made.content) if "folder" in request]
    assert all(set(body) == {"title", "content_html", "visibility"} and body["visibility"] == 0 for body in bodies)
    return in_folders(made, "/api/v2/canned_responses", "title", "content_html")


def gorgias(made: Exported) -> list[Row]:
    bodies = [request["body"] for request in read_requests(made.content)]
    actions = [(body, body["actions"][0]["arguments"]) for body in bodies]
    assert all(set(body) == {"name", "external_id", "actions"} and len(body["actions"]) == 1 for body in bodies)
    assert all(set(body["actions"][0]) == {"name", "title", "type", "arguments"} for body in bodies)
    assert all(body["actions"][0]["name"] == "setResponseText" for body in bodies)
    assert all(words_of(told["body_html"]) == "".join(told["body_text"].split()) for _, told in actions)
    return [(body["external_id"], body["name"], "", told["body_text"]) for body, told in actions]


def rocketchat(made: Exported) -> list[Row]:
    bodies = [request["body"] for request in read_requests(made.content)]
    assert all(set(body) == {"shortcut", "text", "scope", "tags"} for body in bodies)
    assert all(body["scope"] == "global" and body["tags"][1:] == ["消费者"] for body in bodies)
    return [(body["shortcut"], "", body["tags"][0], body["text"]) for body in bodies]


def zammad(made: Exported) -> list[Row]:
    heads, *rows = read_csv(made.content.decode())
    assert heads == ["name", "keywords", "content", "note", "active"]
    assert {row[4] for row in rows} == {"true"}
    return [(row[1].split()[0], row[0], row[3], words_of(row[2])) for row in rows]


def intercom(made: Exported) -> list[Row]:
    articles = [r["body"] for r in read_requests(made.content) if r["path"] == "/articles"]
    assert [body["description"] for body in articles] == [one.reply for one in as_shown(ANSWERS)]
    assert all(set(body) == {"title", "description", "body", "state", "parent_type"} for body in articles)
    assert all(body["state"] == "draft" and body["parent_type"] == "collection" for body in articles)
    return in_folders(made, "/articles", "title", "body")


def qianniu(made: Exported) -> list[Row]:
    heads, *rows = read_csv(made.content.decode("gb18030"))
    assert heads == ["快捷短语编码", "快捷短语", "快捷短语分组"]
    return [(row[0], "", row[2], row[1]) for row in rows]


def espanso(made: Exported) -> list[Row]:
    found = read_matches(made.content)
    assert [match["search_terms"] for match in found] == [list(one.keywords) for one in ANSWERS]
    labels = [match["label"].split(" / ", 1) for match in found]
    return [
        (match["trigger"].removeprefix(":"), title, folder, match["replace"])
        for match, (folder, title) in zip(found, labels, strict=True)
    ]


READERS: dict[str, Callable[[Exported], list[Row]]] = {
    "zendesk": macros,
    "chatwoot": canned,
    "helpscout": saved,
    "freshdesk": freshdesk,
    "gorgias": gorgias,
    "rocketchat": rocketchat,
    "zammad": zammad,
    "intercom": intercom,
    "qianniu": qianniu,
    "espanso": espanso,
}
NO_BLANKS = {"zendesk", "freshdesk", "zammad", "intercom"}
"""Forms with HTML alone, whose texts are compared without blanks."""


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("name", READERS)
def test_what_goes_in_comes_out(name: str, whole: bool) -> None:
    made = FORMATS[name](ANSWERS, whole=whole)
    sent = [one.with_blanks(lambda blank: FILLED.get(name, blank.shown).format(blank.name)) for one in ANSWERS]
    lost = {(loss.code, loss.answer) for loss in made.losses}
    rows = {row[0]: row for row in READERS[name](made)}
    assert list(rows) == [one.id for one in sent]
    for one in sent:
        _, title, folder, text = rows[one.id]
        expected = one.whole if whole or name == "intercom" else one.short
        told = "".join(expected.split()) if name in NO_BLANKS else expected
        assert text == told or ("placeholder", one.id) in lost
        assert title in ("", one.title) or ("folder-sign", one.id) in lost
        assert folder in ("", one.folder)
    assert {row[1] for row in rows.values()} != {""} or ("no-titles", "") in lost
    assert {row[2] for row in rows.values()} != {""} or ("no-folders", "") in lost


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_answers_give_the_same_bytes_and_none_give_a_sound_file(name: str) -> None:
    assert FORMATS[name](ANSWERS) == FORMATS[name](list(ANSWERS))
    assert FORMATS[name]([]).content


@pytest.mark.parametrize(
    ("name", "code", "ids"),
    [
        ("zendesk", "placeholder", {"braces"}),
        ("zendesk", "folder-sign", {"braces"}),
        ("chatwoot", "placeholder", {"braces"}),
        ("zammad", "placeholder", {"braces"}),
        ("zammad", "list", {"braces"}),
        ("espanso", "placeholder", {"braces"}),
        ("qianniu", "formula", {"formula", "plus", "at"}),
    ],
)
def test_what_a_tool_would_take_for_something_else_is_told(name: str, code: str, ids: set[str]) -> None:
    assert {loss.answer for loss in FORMATS[name](ANSWERS).losses if loss.code == code} == ids


def test_quick_phrases_that_may_not_fit_are_told_and_never_cut() -> None:
    made = FORMATS["qianniu"]([answer("much", "字" * 500, folder="十一个字的主题名称啊啊")])
    assert {(loss.code, loss.answer) for loss in made.losses} >= {("long-phrase", "much"), ("long-group", "refund")}
    assert read_csv(made.content.decode("gb18030"))[1][1].startswith("字" * 500)


def test_text_modules_of_one_title_are_told_apart() -> None:
    made = FORMATS["zammad"]([answer("one", "题"), answer("two", "题"), answer("three", "别的")])
    assert [row[0] for row in read_csv(made.content.decode())[1:]] == ["题 (one)", "题 (two)", "别的"]
    assert {loss.answer for loss in made.losses if loss.code == "same-title"} == {"one", "two"}


def test_pictures_are_named_where_only_text_goes_out() -> None:
    shown = [answer("with", "图", pictures=True), answer("without", "字")]
    for name in ("chatwoot", "helpscout", "rocketchat", "qianniu", "espanso"):
        lost = {loss.answer for loss in FORMATS[name](shown, whole=True).losses if loss.code == "picture"}
        assert lost == {"with"}
        assert "picture" not in {loss.code for loss in FORMATS[name](shown).losses}


def test_a_spreadsheet_shows_everything_and_runs_nothing() -> None:
    content = FORMATS["csv"](ANSWERS).content
    assert content.startswith(b"\xef\xbb\xbf")
    heads, *rows = read_csv(content.decode("utf-8-sig"))
    assert heads == ["id", "kind", "topic", "audience", "title", "reply", "text", "link", "updated"]
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@"))]
    bare = [[cell.removeprefix("'") for cell in row] for row in rows]
    assert [row[4:8] for row in bare] == [[one.title, one.reply, one.text, one.link] for one in as_shown(ANSWERS)]
    assert [row[0] for row in bare] == [one.id for one in ANSWERS]
    assert [row[2] for row in bare] == [one.folder for one in ANSWERS]


def test_json_holds_everything() -> None:
    import json

    found = json.loads(FORMATS["json"](ANSWERS).content)["answers"]
    assert [Answer(
        **{name: told[name] for name in ("id", "kind", "title", "reply", "text", "html", "link")},
        topic=told["topic"]["id"], folder=told["topic"]["title"], audience=tuple(told["audience"]),
        labels=("消费者",), keywords=tuple(told["keywords"]),
        updated=date.fromisoformat(told["updated"]) if told["updated"] else None,
        blanks=BLANKS if told.get("blanks") == [{"name": one.name, "label": one.label} for one in BLANKS] else (),
    ) for told in found] == ANSWERS  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
def test_a_blank_is_one_of_the_tool_or_is_told(name: str) -> None:
    made = FORMATS[name]([one for one in ANSWERS if one.blanks])
    lost = {(loss.code, loss.answer) for loss in made.losses}
    fields = {"chatwoot": "conversation.custom_attribute.{}", "freshdesk": "cf_{}", "zammad": "ticket.{}"}
    assert not [code for code, _ in lost if code == "placeholder"]
    if name in fields:
        assert {("blank-field", fields[name].format(blank.name)) for blank in BLANKS} <= lost
    assert (("blank", "blank") in lost) == (name not in (*fields, "espanso", "json"))


def test_a_title_has_what_pages_show_where_a_blank_is() -> None:
    (made,) = read_requests(FORMATS["freshdesk"]([answer("one", "甲", title="订单{{order_no}}", blanks=BLANKS)]).content)[1:]
    assert made["body"]["title"] == "订单〔订单号〕"
