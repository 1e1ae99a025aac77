"""What a page has for copying: a short reply that is not shown, its version, and files that come when they are wanted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from helpcenter.exports.answers import answers_of
from helpcenter.texts.wording import wordings_of
from tests.making import FLOW, FLOW_FILES, article, built, faq_entry, page, prepared
from tests.reading import tree

PLATFORMS: Mapping[str, str] = {
    "content/platforms.yaml": "- {id: jd, label: 京东}\n",
    "content/values.yaml": "values:\n  button:\n    {text: 撤销, source: 页, checked: 2026-11,"
    " platforms: {jd: {text: 取消售后, source: 页, checked: 2026-11}}}\n"
    "contacts: {platform: {label: 客服, how: 点。}}\n",
}


def test_the_reply_of_an_article_is_in_its_page_once_and_unseen(tmp_path: Path) -> None:
    made = built(tmp_path, {"content/articles/reapply.yaml": article(reply="点<b>这里</b>。"), "faq.yaml": faq_entry()})
    found = tree(page(made, "reapply/").body).all("p")
    assert [(one.text(), "hidden" in one.attributes) for one in found if "data-reply" in one.attributes] == [
        ("点<b>这里</b>。", True)
    ]
    assert made.book.center.articles["reapply"].teaser == "摘要。"
    assert {answer.id: answer.reply for answer in answers_of(made.book)}["reapply"] == "点<b>这里</b>。"


def test_without_a_reply_what_is_shown_is_copied(tmp_path: Path) -> None:
    found = tree(page(built(tmp_path, {"content/articles/reapply.yaml": article()}), "reapply/").body)
    assert [one.text() for one in found.all("p") if "data-reply" in one.attributes] == ["摘要。"]


def test_replies_of_outcomes_are_in_a_file_in_the_words_of_every_platform(tmp_path: Path) -> None:
    flow = FLOW.replace("{title: 问客服, kind: contact,", "{title: 问客服, reply: '点“{{ button }}” <b>。', kind: contact,")
    made = built(tmp_path, {**FLOW_FILES, **PLATFORMS, "content/flows/why-not.yaml": flow})
    assert json.loads(made.told["why-not/replies.json"]) == {
        "ask-person": '<span>点“<span data-not="jd">撤销</span><span data-for="jd">取消售后</span>” &lt;b&gt;。</span>'
    }
    assert "data-replies" in page(made, "why-not/").body
    assert "&lt;b&gt;" not in page(made, "why-not/").body
    replies = {answer.id: (answer.reply, answer.greeting) for answer in answers_of(made.book, platform="jd")}
    assert replies["why-not#ask-person"] == ("点“取消售后” <b>。", "你好，")
    assert replies["why-not#too-late"] == ("现在不能撤销", "")


def test_flows_without_replies_have_no_file(tmp_path: Path) -> None:
    made = built(tmp_path, FLOW_FILES)
    assert "why-not/replies.json" not in made.told
    assert "data-replies" not in page(made, "why-not/").body


def test_a_page_tells_its_version_only_where_that_is_what_it_says(tmp_path: Path) -> None:
    found = prepared(tmp_path / "before")
    parts = wordings_of(found.loaded.center, found.texts)["can-withdraw"].parts
    line = "can-withdraw {} 2026-11-0{} " + " ".join(f"{name}:{digest}" for name, digest in parts.items()) + " | 以前。\n"
    for number, (lock, version, changed) in enumerate([
        ("", None, False),
        (line.format(1, 1), "1", False),
        (line.format(1, 1).replace("answer:", "other:") + line.format(2, 2), "2", True),
        (line.format(1, 1).replace("answer:", "other:"), None, True),
    ]):  # fmt: skip
        made = built(tmp_path / str(number), {"content/versions.lock": lock} if lock else {})
        row = tree(page(made, "can-withdraw/").body).one("div", "hc-copies")
        assert (row.attributes.get("data-version"), "data-changed" in row.attributes) == (version, changed)
        assert ("can-withdraw/changed.json" in made.told) == changed
        answer = next(one for one in answers_of(made.book) if one.id == "can-withdraw")
        assert answer.version == (int(version) if version else None)
