"""Where a flow ends: whether it helped, what to tell support, and what goes to paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from .flow_project import ARTICLE_CARD, FLOW
from .test_components import CLIPBOARD, NO_CLIPBOARD, READ
from .visitor import Visitor, until
from .walking import choose, heading, must_show, trail

pytestmark = pytest.mark.browser
ALL = "withdraw-now?what=request&status=applied&parcel=kept"
TOLD = """\
撤销不了？一步步找原因
你想取消什么？ 售后申请
页面显示什么？ 待商家处理
商品寄出了吗？ 没有
现在就可以撤销
{origin}/why-not/#{address}"""
BROKEN = {
    **NO_CLIPBOARD,
    "broken": "navigator.clipboard.writeText = () => { throw new TypeError('no') }",
    "old": "navigator.clipboard.writeText = undefined",
}


def told(walker: Visitor) -> str:
    return TOLD.format(origin=walker.origin, address=ALL)


def copy(page: Page) -> None:
    page.get_by_role("button", name="复制情况说明").click()


def status(page: Page) -> str:
    return page.locator(".hc-end:visible [role=status]").text_content() or ""


def test_a_question_has_nothing_to_copy_and_is_not_solved(walker: Visitor) -> None:
    page = walker.open(FLOW)
    expect(page.get_by_role("button", name="解决了")).to_have_count(0)
    expect(page.get_by_role("button", name="复制情况说明")).to_have_count(0)
    choose(page, "售后申请")
    expect(page.get_by_role("button", name="解决了")).to_have_count(0)


def test_copying_takes_title_answers_outcome_and_address(walker: Visitor) -> None:
    page = walker.open(f"{FLOW}#{ALL}", permissions=CLIPBOARD)
    copy(page)
    expect(page.locator(".hc-end:visible [role=status]")).to_have_text("已复制")
    assert page.evaluate(READ) == told(walker)
    page.goto(page.evaluate(READ).splitlines()[-1])
    must_show(page, "现在就可以撤销")


def test_copying_takes_what_is_shown_now(walker: Visitor) -> None:
    page = walker.open(f"{FLOW}#{ALL}", permissions=CLIPBOARD)
    copy(page)
    page.get_by_role("link", name="修改 你想取消什么？").click()
    must_show(page, "你想取消什么？")
    choose(page, "我不确定")
    must_show(page, "现在就可以撤销")
    assert status(page) == ""
    copy(page)
    expect(page.locator(".hc-end:visible [role=status]")).to_have_text("已复制")
    assert page.evaluate(READ) == told(walker).replace("售后申请", "我不确定").replace("request", "unsure")


def test_who_was_not_helped_tells_that_too(walker: Visitor) -> None:
    page = walker.open(f"{FLOW}#contact?what=order&cancel-order=not-solved", permissions=CLIPBOARD)
    copy(page)
    expect(page.locator(".hc-end:visible [role=status]")).to_have_text("已复制")
    lines = page.evaluate(READ).splitlines()
    assert lines[1:4] == ["你想取消什么？ 订单", "去订单页取消 没解决，还有别的办法吗", "还没解决？找人帮忙"]


@pytest.mark.parametrize("reason", BROKEN)
def test_the_text_is_offered_selected_when_it_cannot_be_copied(reason: str, walker: Visitor) -> None:
    page = walker.blank()
    page.add_init_script(BROKEN[reason])
    page.goto(f"{walker.origin}{FLOW}#{ALL}")
    copy(page)
    field = page.locator(".hc-end textarea")
    expect(field).to_be_visible()
    expect(field).to_be_focused()
    expect(field).to_have_value(told(walker))
    expect(field).not_to_be_editable()
    assert page.evaluate("getSelection().toString()") == told(walker)
    assert "请长按" in status(page)
    assert walker.watch.problems == []


def test_the_field_is_gone_after_coming_back(walker: Visitor) -> None:
    page = walker.blank()
    page.add_init_script(NO_CLIPBOARD["missing"])
    page.goto(f"{walker.origin}{FLOW}#{ALL}")
    copy(page)
    page.get_by_role("link", name="上一步").click()
    must_show(page, "商品寄出了吗？")
    choose(page, "没有")
    expect(page.locator(".hc-end textarea")).not_to_be_visible()
    expect(page.locator(".hc-end")).to_have_count(1)


def test_solved_says_thanks_and_nothing_else_happens(walker: Visitor) -> None:
    page = walker.open(f"{FLOW}#{ALL}")
    page.get_by_role("button", name="解决了").click()
    expect(page.locator(".hc-end [role=status]")).to_contain_text("太好了")
    assert page.url.endswith(ALL)
    must_show(page, "现在就可以撤销")


def test_not_solved_follows_its_edge_to_an_end_where_its_contact_stands(walker: Visitor) -> None:
    page = walker.open(f"{FLOW}#{ALL}")
    link = page.get_by_role("link", name="没解决")
    link.click()
    must_show(page, "截图找客服")
    expect(heading(page)).to_be_focused()
    expect(page.locator(".hc-flow").get_by_text("在订单页点联系客服。").locator("visible=true")).to_have_count(1)
    expect(page.get_by_role("button", name="解决了")).to_be_visible()
    expect(link).to_have_count(0)


def test_without_an_edge_not_solved_leads_to_a_person(walker: Visitor) -> None:
    page = walker.open(f"{FLOW}#cancel-order?what=order")
    link = page.get_by_role("link", name="没解决")
    link.click()
    must_show(page, "还没解决？找人帮忙")
    assert page.url.endswith("#contact?what=order&cancel-order=not-solved")
    expect(page.locator(".hc-flow").get_by_text("在订单页点联系客服。").locator("visible=true")).to_have_count(1)
    expect(link).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1280])
def test_solved_and_not_solved_stand_side_by_side(width: int, walker: Visitor) -> None:
    page = walker.open(f"{FLOW}#{ALL}", {"width": width, "height": 700})
    yes, no = page.get_by_role("button", name="解决了"), page.get_by_role("link", name="没解决")
    left, right = yes.bounding_box(), no.bounding_box()
    assert left is not None
    assert right is not None
    assert left["x"] + left["width"] < right["x"]
    assert abs(left["y"] - right["y"]) < 2
    borders = no.evaluate("one => [getComputedStyle(one).borderTopWidth, getComputedStyle(one).borderTopLeftRadius]")
    assert borders == ["1px", "22px"]


NUMBERS = """all => all.map((one) => [one.id, one.checkVisibility(),
  getComputedStyle(one.querySelector("h2"), "::before").content,
  [...one.querySelectorAll("a[href^='#']")].map((link) => getComputedStyle(link, "::after").content)])"""


def on_paper(page: Page, *, whole: bool = False) -> Page:
    """Show what goes to paper: the place that is shown, or the ``whole`` that somebody asked for."""
    if whole:
        page.evaluate("window.print = () => { window.asked = true; }")
        page.get_by_role("button", name="打印整本").click()
        until(page, "window.asked === true")
    page.emulate_media(media="print")
    return page


def sheets(page: Page) -> int:
    """Return how many pages of A4 the browser makes of it."""
    return int(page.pdf(format="A4").count(b"/Type /Page\n"))


def drawn(page: Page) -> str:
    """Return all text of the page as it is drawn, with what style adds, from the accessibility tree."""
    client = page.context.new_cdp_session(page)
    nodes = client.send("Accessibility.getFullAXTree")["nodes"]
    return "\n".join(node["name"]["value"] for node in nodes if node.get("role", {}).get("value") == "StaticText")


@pytest.mark.parametrize("script", [True, False])
def test_on_paper_a_flow_is_a_booklet(script: bool, walker: Visitor) -> None:
    page = walker.open(FLOW, java_script_enabled=script, reduced_motion="no-preference")
    expect(page.get_by_text("打印整本")).to_be_visible(visible=script)
    on_paper(page, whole=script)
    found = page.locator(".hc-step").evaluate_all(NUMBERS)
    assert [anchor for anchor, shown, _, _ in found if not shown] == []
    places = {f"#{anchor}": number for number, (anchor, _, _, _) in enumerate(found, start=1)}
    assert len(places) == 16
    for anchor, _, number, tails in found:
        assert number == 'counter(step) ". "'
        targets = page.locator(f"[id='{anchor}'] a[data-see]").evaluate_all("all => all.map((one) => one.hash)")
        assert len(targets) == len(tails)
        if not script:  # else the address of a choice holds the answers
            assert tails == [f'" → {places[target]}"' for target in targets]
    for selector in (".hc-trail", ".hc-flow__tools", ".hc-left"):
        expect(page.locator(selector).first).not_to_be_visible()
    soft = page.locator(".hc-step").evaluate_all("all => all.filter((one) => getComputedStyle(one).animationName !== 'none')")
    assert soft == []


def test_the_booklet_counts_its_sections_from_one(walker: Visitor) -> None:
    page = on_paper(walker.open(FLOW), whole=True)
    text = drawn(page).replace("\n", "")
    for said in ("1. 你想取消什么？", "2. 页面显示什么？", "5. 页面显示什么？", "16. 还没解决？找人帮忙"):
        assert said in text
    number = re.search(r"(\d+)\. 去订单页取消", text)
    assert number and f"订单 → {number[1]}" in text
    assert sheets(page) > 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".hc-step:visible")).to_have_count(1)


def test_visited_sections_stay_whole_in_the_booklet(walker: Visitor) -> None:
    page = walker.open(f"{FLOW}#{ALL}")
    page.get_by_role("link", name="上一步").click()
    must_show(page, "商品寄出了吗？")
    on_paper(page, whole=True)
    expect(page.locator(".hc-step:visible")).to_have_count(16)
    expect(page.locator("#withdraw-now").get_by_text("没解决")).to_be_visible()
    expect(page.get_by_role("button", name="解决了")).not_to_be_visible()


def test_on_paper_a_question_is_one_page_with_what_led_there(walker: Visitor) -> None:
    page = walker.open(FLOW)
    choose(page, "售后申请")
    must_show(on_paper(page), "页面显示什么？")
    expect(page.locator(".hc-step:visible")).to_have_count(1)
    assert trail(page) == [["你想取消什么？", "售后申请"]]
    text = drawn(page).replace("\n", "")
    for said in ("撤销不了？一步步找原因", "页面显示什么？", "待商家处理", f"{walker.origin}/why-not/#status?what=request"):
        assert said in text
    for left_out in ("修改", "上一步", "→", "2.", "打印整本"):
        assert left_out not in text
    assert sheets(page) == 1


def test_on_paper_an_outcome_stands_alone_with_its_answers(walker: Visitor) -> None:
    page = on_paper(walker.open(f"{FLOW}#{ALL}"))
    assert sheets(page) == 1
    must_show(page, "现在就可以撤销")
    assert trail(page) == [["你想取消什么？", "售后申请"], ["页面显示什么？", "待商家处理"], ["商品寄出了吗？", "没有"]]
    text = drawn(page).replace("\n", "")
    for said in ("撤销不了？一步步找原因", "现在就可以撤销", "你的回答", "打开售后单详情，点撤销。", f"{walker.origin}/why-not/#{ALL}"):
        assert said in text
    for left_out in ("修改", "上一步", "重新开始", "解决了", "没解决", "复制", "→", "16."):
        assert left_out not in text


def test_on_paper_an_outcome_reached_in_an_article_stays(walker: Visitor) -> None:
    page = walker.open(ARTICLE_CARD)
    page.get_by_role("link", name="开始").click()
    must_show(page, "你想取消什么？")
    on_paper(page)
    expect(page.locator(".hc-flow-card")).not_to_be_visible()
    page.emulate_media(media="screen")
    choose(page, "订单")
    on_paper(page)
    must_show(page, "去订单页取消")
    expect(page.locator(".hc-trail b")).to_have_text(["订单"])
