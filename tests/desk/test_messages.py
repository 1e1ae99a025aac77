"""What is copied: forms with blanks and platforms, joined answers, lengths as channels count them."""

from __future__ import annotations

from typing import Any

from .scripts import answer, needs_node, run

pytestmark = needs_node
JOIN = "desk.store.keep({{ form: '{form}' }}); desk.store.serve({{ basket: {ids} }}); return desk.basket.message().text"


def joined(answers: list[dict[str, Any]], form: str = "short", **data: Any) -> str:
    ids = [one["id"] for one in answers]
    text: str = run(JOIN.format(form=form, ids=ids), answers, **data)
    return text


def test_one_answer_is_greeted_in_its_line_and_several_are_numbered_below() -> None:
    one, two = answer("one", "先看状态。"), answer("two", "你好，再等等。")
    assert joined([one]) == "你好，先看状态。\n再见。"
    assert joined([two]) == "你好，再等等。\n再见。"
    assert joined([one, two]) == "你好，\n1. 先看状态。\n2. 再等等。\n再见。"
    assert joined([one, two], "linked").splitlines()[1:5] == ["1. 先看状态。", one["link"], "", "2. 再等等。"]
    assert joined([one, answer("late", "再等等。")], greeting="", closing="") == "1. 先看状态。\n2. 再等等。"


def test_no_sentence_is_said_twice_but_headings_and_steps_stay() -> None:
    same = answer("same", "先看状态。")
    assert joined([answer("one", "先看状态。"), same]) == "你好，先看状态。\n再见。"
    told = answer("one", "先看状态。撤销后不能恢复！"), answer("two", "等一等。撤销后不能恢复！（真的。）再看 https://a.b/?v=2 就行。")
    assert joined([*told]).split("\n")[1:3] == ["1. 先看状态。撤销后不能恢复！", "2. 等一等。（真的。）再看 https://a.b/?v=2 就行。"]
    bodies = {"": {
        "one": "<p>原因（几种）</p><p>1. 打开订单。</p><p>别着急。</p><p>别着急。</p>",
        "two": "<p>原因（几种）</p><p>1. 打开订单。</p><p>别着急。</p><p>还有一句。</p>",
    }}  # fmt: skip
    text = joined([answer("one", ""), answer("two", "")], "whole", bodies=bodies)
    assert text == (
        "你好，\n1. 原因（几种）\n1. 打开订单。\n别着急。\n别着急。\n\nhttps://h.example/one/\n\n"
        "2. 原因（几种）\n1. 打开订单。\n还有一句。\n\nhttps://h.example/two/\n再见。"
    )


def test_forms_that_are_no_plain_text_are_joined_as_replies_with_links() -> None:
    assert joined([answer("one", "好。")], "rich") == "你好，好。\nhttps://h.example/one/\n再见。"


def test_a_channel_counts_in_its_way() -> None:
    cases = [
        ("characters", "退款👍ok\n", 6, 1), ("bytes", "退款👍ok", 12, 1), ("sms", "退款👍", 4, 1),
        ("sms", "字" * 70, 70, 1), ("sms", "字" * 71, 71, 2), ("sms", "字" * 135, 135, 3),
    ]  # fmt: skip
    code = "return HelpcenterDesk.cases.map(([counts, text]) => desk.counter.measured(text, { limit: 70, counts }))"
    told = [{"length": size, "limit": 70, "over": max(0, size - 70), "parts": parts} for _, _, size, parts in cases]
    assert run(code, [], cases=cases) == told


def test_blanks_are_filled_in_as_each_form_wants_it() -> None:
    told = answer("one", "{{order_no}} 在{{shop}}，{{ other }}。")
    bodies = {"": {"one": "<p>{{order_no}}</p>"}}
    made = "return {}.map((form) => desk.forms.made(desk.find('one'), form))"
    short, markdown = run(made.format("['short', 'markdown']"), [told], bodies=bodies)
    assert (short["text"], short["lacking"]) == ("你好，{{order_no}} 在〔店名〕，{{ other }}。", ["order_no"])
    assert (short["blanks"], markdown["lacking"]) == (["order_no", "shop"], ["order_no"])
    fill = "desk.store.serve({ blanks: { order_no: ' A_<1> ', shop: '小店' } });"
    short, markdown, rich = run(fill + made.format("['short', 'markdown', 'rich']"), [told], bodies=bodies)
    assert short["text"] == "你好，A_<1> 在小店，{{ other }}。"
    assert "A\\_\\<1\\>" in markdown["text"]
    assert rich["html"].startswith("<p>你好，</p><p>A_&lt;1&gt;</p><p><a href=")
    assert [one["lacking"] for one in (short, markdown, rich)] == [[], [], []]


def test_a_short_address_tells_which_version_was_copied() -> None:
    told = [answer("one", "", version=3, own={"jd": {}}), answer("x" * 56, "", version=3)]
    code = "desk.store.setPlatform('jd'); return HelpcenterDesk.answers.map(desk.forms.link)"
    assert run(code, told) == ["https://h.example/one/?platform=jd&v=3", told[1]["link"]]


def test_a_platform_is_named_in_the_link_where_its_page_differs() -> None:
    told = [answer("one", "撤销。", own={"jd": {"reply": "取消。"}}), answer("two", "等。")]
    code = "desk.store.setPlatform('jd'); return desk.all(['one', 'two']).map((one) => desk.forms.made(one, 'linked').text)"
    assert run(code, told) == ["你好，取消。\nhttps://h.example/one/?platform=jd", "你好，等。\nhttps://h.example/two/"]


def test_what_is_called_so_comes_first() -> None:
    cases = {
        "request-rejected": ["request-rejected"], "sqbj": ["request-rejected"], "rr": ["request-rejected"],
        "reject": ["request-rejected"], "gone": ["why-not#gone"], "sq": ["request-rejected"], "bj": ["why-not#gone"],
        "why-not": ["why-not", "why-not#gone"], "wn": ["why-not"],
        "r": [], "qbj": [], "退款": [], "1": ["request-rejected"], "2": ["why-not#gone"], "3": [],
    }  # fmt: skip
    told = [answer("request-rejected", "", codes=["sqbj"]), answer("why-not#gone", "", codes=["bjl"]), answer("why-not", "")]
    code = "desk.store.pin('request-rejected'); desk.store.pin('why-not#gone');"
    code += "return HelpcenterDesk.cases.map((typed) => desk.lookup(typed).answers.map((one) => one.id))"
    assert dict(zip(cases, run(code, told, cases=list(cases)), strict=True)) == cases


def test_a_message_may_name_a_platform() -> None:
    platforms = [["jd", "京东", ["京东", "jd"]], ["tb", "淘宝、天猫", ["淘宝、天猫", "淘宝", "天猫"]]]
    cases = {"京东怎么取消": "jd", "JD怎么退": "jd", "jdk 怎么装": "", "京东和淘宝": "", "淘宝的": "tb", "退款": ""}
    code = "return HelpcenterDesk.cases.map((typed) => (desk.platform.named(typed) || [''])[0])"
    assert dict(zip(cases, run(code, [], cases=list(cases), platforms=platforms), strict=True)) == cases
