"""Answers are what readers see: every published entry, and nothing that was not meant for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from helpcenter.exports import FORMATS
from helpcenter.exports.answer import Answer
from helpcenter.exports.answers import answers_of
from helpcenter.exports.changes import changes, mark_bytes, mark_of, read_mark
from helpcenter.exports.placeholders import as_shown
from helpcenter.pages import Book
from tests.making import ARTICLE, AUDIENCES, FAQ, FLOW, FLOW_FILES, PNG, SITE, article, built, faq_entry

SECRET = "秘密哨兵"
PLATFORMS = "- {id: jd, label: 京东}\n- {id: tb, label: 淘宝}\n"


def found(book: Book, **chosen: object) -> dict[str, Answer]:
    return {answer.id: answer for answer in answers_of(book, **chosen)}  # type: ignore[arg-type]


def answers(folder: Path, files: Mapping[str, str | bytes | None]) -> dict[str, Answer]:
    return found(built(folder, files).book)


def test_an_article_is_its_page_in_order(tmp_path: Path) -> None:
    body = article(
        intro="先看**状态**，再看[问题](can-withdraw)。",
        reasons="[{id: r1, title: 买错了, text: 换一个。}]",
        steps="[{id: s1, title: 打开, text: 点开。, substeps: [先登录, {title: 再点, text: 点撤销。}]},"
        " {id: s2, title: 确认, image: {src: images/a.png, alt: 按钮}}]",
        precautions="[{id: p1, level: danger, title: 不能恢复, text: 想好。}]",
        sections="[{id: x1, title: 别的, text: '- 甲\n- 乙'}]".replace("\n", "\\n").replace("'", '"'),
        questions="[can-withdraw]",
        closing="完了。",
    )
    one = answers(tmp_path, {"content/articles/reapply.yaml": body, "content/images/a.png": PNG})["reapply"]
    assert one.text.split("\n\n") == [
        "摘要。", "先看状态，再看问题。", "常见原因", "买错了", "换一个。", "操作步骤",
        "1. 打开\n点开。\n  1) 先登录\n  2) 再点\n  点撤销。\n2. 确认",
        "注意事项", "危险：不能恢复", "想好。", "别的", "• 甲\n• 乙", "常见问题", "还能撤销吗？", "商家处理前一般可以撤销。",
        "打开售后单详情，点撤销。", "小结", "完了。",
    ]  # fmt: skip
    assert (one.link, one.pictures) == ("https://help.example.com/reapply/", True)
    assert 'href="https://help.example.com/can-withdraw/"' in one.html
    assert 'src="https://help.example.com/images/a.png"' in one.html
    assert "class=" not in one.html
    assert "../" not in one.html


def test_flows_give_their_outcomes_with_addresses_of_their_own(tmp_path: Path) -> None:
    got = answers(tmp_path, FLOW_FILES)
    assert got["why-not#too-late"].link == "https://help.example.com/why-not/#too-late"
    assert got["why-not#too-late"].whole == "现在不能撤销\n\n钱已经在路上。\n\nhttps://help.example.com/why-not/#too-late"
    assert got["why-not"].kind == "flow"
    assert f'id="{"too-late"}"' in next(page.body for page in built(tmp_path, FLOW_FILES).pages if page.path == "why-not/")


def test_ways_cases_and_where_something_is_done_are_told(tmp_path: Path) -> None:
    files = {
        "content/articles/reapply.yaml": article(
            steps="[{id: open-order, title: 打开, ways: [从首页点, {title: 从消息点}], substeps: [登录, 点开],"
            " cases: [{title: 打不开, text: 重启。}]}]",
            reasons="[{id: why, title: 原因, short: 一句话。, text: 长的话。}]",
        ),
        "faq.yaml": FAQ.rstrip() + "\n  causes: [{id: c1, cause: 没登录, fix: 先登录。, where: reapply#open-order}]\n",
    }
    got = answers(tmp_path, files)
    assert got["reapply"].text.endswith(
        "1. 打开\n任选一种：\n  • 从首页点\n  • 从消息点\n然后：\n  1) 登录\n  2) 点开\n看你的情况：\n  • 打不开\n  重启。"
    )
    assert "原因\n\n一句话。\n\n长的话。" in got["reapply"].text
    assert got["can-withdraw"].text.endswith("• 没登录\n先登录。\n打开 https://help.example.com/reapply/#open-order")
    assert (got["can-withdraw"].reply, got["can-withdraw"].greeting) == ("商家处理前一般可以撤销。", "你好，")
    assert got["can-withdraw"].short == "你好，商家处理前一般可以撤销。\nhttps://help.example.com/can-withdraw/"


def test_what_depends_on_answers_is_that_of_the_page_at_the_address(tmp_path: Path) -> None:
    flow = FLOW.replace("text: 让客服看一眼。", "text: [{when: {what: unsure}, text: 不确定。, else: 确定。}, 总是。]")
    made = built(tmp_path, {**FLOW_FILES, "content/flows/why-not.yaml": flow})
    one = found(made.book)["why-not#ask-person"]
    page = next(page.body for page in made.pages if page.path == "why-not/")
    shown = page.partition('id="ask-person"')[2].partition("</section>")[0]
    assert ("不确定。" in one.text) == ("不确定。" in shown)
    assert one.text.startswith("问客服\n\n")
    assert one.text.endswith("确定。\n\n总是。")
    assert one.varies
    assert not found(made.book)["why-not#too-late"].varies


def test_drafts_retired_entries_and_notes_for_staff_never_go_out(tmp_path: Path) -> None:
    files = {
        "faq.yaml": FAQ.rstrip() + f"\n  staff: {SECRET}一\n"
        + faq_entry("draft-one", question=f"{SECRET}二", status="draft")
        + faq_entry("gone-one", question=f"{SECRET}三", status="retired", see="can-withdraw"),
        "content/flows/why-not.yaml": FLOW.replace(
            "{title: 问客服, kind: contact,", f"{{title: 问客服, staff: {SECRET}四, kind: contact,"
        ),
        "content/states.yaml": FLOW_FILES["content/states.yaml"],
        "content/articles/b-draft.yaml": article("b-draft", title=f"{SECRET}五", status="draft"),
        "content/articles/reapply.yaml": ARTICLE.replace("after-sales-team", f"{SECRET}六"),
    }  # fmt: skip
    got = list(answers(tmp_path, files).values())
    assert {"can-withdraw", "why-not#ask-person", "reapply"} <= {answer.id for answer in got}
    for make in FORMATS.values():
        for whole in (False, True):
            content = make(got, whole=whole).content
            text = content.decode("gb18030" if b"\xbf\xec\xbd\xdd" in content[:20] else "utf-8")
            assert SECRET not in text
            assert "draft-one" not in text


def test_readers_topics_and_platforms_choose(tmp_path: Path) -> None:
    files = {
        "content/audiences.yaml": AUDIENCES,
        "content/platforms.yaml": PLATFORMS,
        "content/topics.yaml": "- {id: after-sales, title: 售后, summary: 一。}\n- {id: orders, title: 订单, summary: 二。}\n",
        "content/values.yaml": "values:\n  button:\n    {text: 撤销, source: 页, checked: 2026-11,"
        " platforms: {jd: {text: 取消售后, source: 页, checked: 2026-11}}}\n"
        "contacts: {platform: {label: 客服, how: 点。}}\n",
        "content/articles/reapply.yaml": article(
            summary="点{{ button }}。",
            steps="[{id: one, title: 京东这样, platforms: [jd]}, {id: two, title: 淘宝这样, platforms: [tb]}]",
        ),
        "faq.yaml": FAQ + faq_entry("other", topic="orders", audience="[merchant]"),
    }
    book = built(tmp_path, files).book
    assert set(found(book, topics=["orders"])) == set(found(book, audiences=["merchant"])) == {"other"}
    everybody, jd = found(book)["reapply"], found(book, platform="jd")["reapply"]
    assert (everybody.reply, jd.reply) == ("点撤销。", "点取消售后。")
    assert "淘宝这样" in everybody.text
    assert "淘宝" in everybody.text.replace("淘宝这样", "")
    assert jd.text.endswith("1. 京东这样")
    assert "data-" not in everybody.html + jd.html
    assert found(book)["other"].labels == ("商家",)


def test_without_an_address_of_the_site_nothing_leads_nowhere(tmp_path: Path) -> None:
    book = built(tmp_path, {"content/articles/reapply.yaml": article(intro="看[问题](can-withdraw)。")}).book
    one = found(replace(book, edition=replace(book.edition, site=replace(SITE, url=""))))["reapply"]
    assert one.link == ""
    assert "<a" not in one.html
    assert "看问题。" in one.text
    assert one.short == "你好，摘要。"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"versions": 1}', '{"versions": {"a": 1}}', "a,b"])
def test_what_is_no_mark_is_not_taken_for_one(text: str) -> None:
    assert read_mark(text) is None


def test_a_mark_tells_what_became_of_answers(tmp_path: Path) -> None:
    before = answers(tmp_path / "one", {})
    after = answers(tmp_path / "two", {
        "faq.yaml": FAQ.replace("点撤销。", "点“撤销”。").replace("2026-11-20", "2026-11-21") + faq_entry("new-one"),
        "content/articles/reapply.yaml": None,
        "content/articles/other-one.yaml": article("other-one"),
    })  # fmt: skip
    mark = read_mark(mark_bytes(mark_of(before.values())).decode())
    assert mark is not None
    told = changes(mark_of(after.values()), mark)
    assert (told.added, told.changed, told.removed) == (("other-one", "new-one"), ("can-withdraw",), ("reapply",))
    reviewed = [replace(answer, updated=None) for answer in before.values()]
    assert changes(mark_of(reviewed), mark).changed == ()
    assert changes({}, mark).removed == ("can-withdraw", "reapply")


def test_blanks_have_their_labels_for_readers_and_their_names_for_who_fills_them_in(tmp_path: Path) -> None:
    desk = "blanks:\n  order_no: {label: 订单号 <A&B>}\n  who: {label: 订单号}\n"
    reply, answer = "订单{{ order_no }}可以撤销。", "**{{who}}**，订单{{order_no}}。\n\n- {{ who }}"
    faq = faq_entry(question="订单{{order_no}}怎么办？", reply=reply, answer=f'"{answer}"'.replace("\n", "\\n"))
    outcome = FLOW.replace("text: 钱已经在路上。", 'text: "订单{{ order_no }}的钱在路上。"')
    files = FLOW_FILES | {"content/desk.yaml": desk, "faq.yaml": faq, "content/flows/why-not.yaml": outcome}
    book = built(tmp_path, files).book
    public, kept = found(book), found(book, keep_blanks=True)
    one = public["can-withdraw"]
    assert (one.title, one.reply) == ("订单〔订单号 <A&B>〕怎么办？", "订单〔订单号 <A&B>〕可以撤销。")
    assert "<strong>〔订单号〕</strong>，订单〔订单号 &lt;A&amp;B&gt;〕。" in one.html
    one = kept["can-withdraw"]
    assert (one.title, one.reply) == ("订单{{order_no}}怎么办？", "订单{{order_no}}可以撤销。")
    assert one.text.endswith("{{who}}，订单{{order_no}}。\n\n• {{who}}")
    assert "<strong>{{who}}</strong>，订单{{order_no}}。" in one.html
    assert kept["why-not#too-late"].text == "现在不能撤销\n\n订单{{order_no}}的钱在路上。"
    assert "订单{{order_no}}怎么办？" in kept["reapply"].text
    blanks = {name: [(blank.name, blank.shown) for blank in one.blanks] for name, one in kept.items()}
    assert blanks["can-withdraw"] == [("order_no", "〔订单号 <A&B>〕"), ("who", "〔订单号〕")]
    assert (blanks["why-not#too-late"], blanks["why-not"]) == ([("order_no", "〔订单号 <A&B>〕")], [])
    assert replace(as_shown([kept["can-withdraw"]])[0], html="") == replace(public["can-withdraw"], html="")
    assert not any(one.blanks for one in public.values())
    assert public["why-not"] == kept["why-not"]
