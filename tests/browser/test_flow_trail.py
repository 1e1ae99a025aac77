"""The way through a flow: the answers so far, changing one, going back, starting over."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .flow_project import FLOW
from .visitor import Visitor, until
from .walking import CHOICES, choose, fragment, heading, must_be_at, must_show, state, trail

pytestmark = pytest.mark.browser
WHAT, STATUS, PARCEL = "你想取消什么？", "页面显示什么？", "商品寄出了吗？"
KEPT = [[WHAT, "售后申请"], [STATUS, "待商家处理"], [PARCEL, "没有"]]


@pytest.fixture
def page(walker: Visitor) -> Page:
    """Return the page of the flow."""
    return walker.open(FLOW)


def change(page: Page, question: str) -> None:
    """Click 修改 beside the answer to ``question``."""
    page.get_by_role("link", name=f"修改 {question}", exact=True).click()
    must_show(page, question)


def test_at_first_there_is_one_question_and_no_way_back(page: Page) -> None:
    assert state(page) == {"sections": ["what"], "titles": [WHAT], "trail": [], "notice": ""}
    for name in ("上一步", "重新开始", "修改"):
        expect(page.get_by_role("link", name=name)).to_have_count(0)
    expect(page.get_by_text("你的回答")).not_to_be_visible()


def test_every_answer_is_in_the_trail_and_in_the_address(page: Page) -> None:
    choose(page, "售后申请")
    assert trail(page) == KEPT[:1]
    assert fragment(page) == "status?what=request"
    choose(page, "待商家处理", "没有")
    assert state(page)["sections"] == ["withdraw-now"]
    assert trail(page) == KEPT
    assert fragment(page) == "withdraw-now?what=request&status=applied&parcel=kept"
    assert state(page)["notice"] == ""


def test_a_rule_on_an_earlier_answer_decides(page: Page) -> None:
    choose(page, "我不确定", "看不懂")
    must_show(page, "问客服")
    page.get_by_role("link", name="重新开始").click()
    must_show(page, WHAT)
    choose(page, "售后申请", "看不懂")
    must_show(page, "再看一次详情页")


def test_back_leads_to_the_last_question_and_marks_its_answer(page: Page) -> None:
    choose(page, "售后申请", "待商家处理", "没有")
    for title, answer, length in ((PARCEL, "没有", 2), (STATUS, "待商家处理", 1), (WHAT, "售后申请", 0)):
        page.get_by_role("link", name="上一步").click()
        must_show(page, title)
        expect(page.locator(f"{CHOICES}[aria-current=true]")).to_have_text([answer])
        assert len(trail(page)) == length
    expect(page.get_by_role("link", name="上一步")).to_have_count(0)


def test_the_same_answer_leads_back_to_where_one_was(page: Page) -> None:
    choose(page, "售后申请", "待商家处理", "没有")
    change(page, WHAT)
    choose(page, "售后申请")
    must_show(page, "现在就可以撤销")
    assert trail(page) == KEPT


def test_a_changed_answer_keeps_the_later_ones_that_are_still_valid(page: Page) -> None:
    choose(page, "售后申请", "待商家处理", "寄出了")
    must_show(page, "问客服")
    change(page, WHAT)
    assert fragment(page) == "what?what=request&status=applied&parcel=shipped"
    choose(page, "我不确定")
    must_show(page, "现在不能撤销")
    assert trail(page) == [[WHAT, "我不确定"], [STATUS, "待商家处理"], [PARCEL, "寄出了"]]
    assert fragment(page) == "too-late?what=unsure&status=applied&parcel=shipped"


def test_a_changed_answer_drops_the_later_ones_that_are_not(page: Page) -> None:
    choose(page, "售后申请", "待商家处理", "没有")
    change(page, STATUS)
    choose(page, "退款中")
    must_show(page, "现在不能撤销")
    assert fragment(page) == "too-late?what=request&status=refunding"
    change(page, STATUS)
    choose(page, "待商家处理")
    must_show(page, PARCEL)
    expect(page.locator(f"{CHOICES}[aria-current=true]")).to_have_count(0)


def test_who_changes_nothing_loses_nothing(page: Page) -> None:
    choose(page, "售后申请", "待商家处理", "没有")
    change(page, STATUS)
    change(page, WHAT)
    page.go_back()
    page.go_back()
    must_show(page, "现在就可以撤销")
    assert trail(page) == KEPT
    change(page, STATUS)
    change(page, WHAT)
    choose(page, "售后申请")
    must_show(page, "现在就可以撤销")
    assert trail(page) == KEPT


def test_a_question_asked_twice_is_in_the_trail_twice(page: Page) -> None:
    choose(page, "售后申请", "待商家处理", "选错了，再看一次")
    must_show(page, STATUS)
    choose(page, "待商家处理")
    assert "选错了，再看一次" not in page.locator(CHOICES).all_text_contents()
    choose(page, "没有")
    steps = [[WHAT, "售后申请"], [STATUS, "待商家处理"], [PARCEL, "选错了，再看一次"], [STATUS, "待商家处理"], [PARCEL, "没有"]]
    assert trail(page) == steps
    second = page.get_by_role("link", name=f"修改 {STATUS}").nth(1)
    second.click()
    must_show(page, STATUS)
    assert trail(page) == steps[:3]
    choose(page, "退款中")
    must_show(page, "现在不能撤销")
    assert trail(page) == [*steps[:3], [STATUS, "退款中"]]


def test_a_question_asked_twice_keeps_its_second_answer(page: Page) -> None:
    choose(page, "售后申请", "待商家处理", "选错了，再看一次", "退款中")
    before = trail(page)
    page.get_by_role("link", name=f"修改 {STATUS}").first.click()
    must_show(page, STATUS)
    choose(page, "待商家处理")
    must_show(page, "现在不能撤销")
    assert trail(page) == before


def test_who_was_not_helped_goes_on_and_finds_back(page: Page) -> None:
    choose(page, "售后申请", "待商家处理", "没有")
    page.get_by_role("link", name="没解决").click()
    must_show(page, "截图找客服")
    assert trail(page)[3] == ["现在就可以撤销", "没解决，还有别的办法吗"]
    assert state(page)["notice"] == ""
    assert len(trail(page)) == 4
    page.get_by_role("link", name="上一步").click()
    must_show(page, "现在就可以撤销")


def test_who_goes_on_to_a_person_finds_back(page: Page) -> None:
    choose(page, "订单")
    page.get_by_role("link", name="没解决").click()
    must_show(page, "还没解决？找人帮忙")
    assert state(page)["notice"] == ""
    assert len(trail(page)) == 2
    page.get_by_role("link", name="上一步").click()
    must_show(page, "去订单页取消")


def test_starting_over_forgets_all_answers(page: Page) -> None:
    choose(page, "售后申请", "待商家处理")
    change(page, WHAT)
    expect(page.locator(f"{CHOICES}[aria-current=true]")).to_have_text(["售后申请"])
    choose(page, "售后申请")
    page.get_by_role("link", name="重新开始").click()
    must_show(page, WHAT)
    must_be_at(page, "what")
    assert trail(page) == []
    expect(page.locator(f"{CHOICES}[aria-current=true]")).to_have_count(0)


def test_the_head_of_the_page_gets_out_of_the_way(page: Page) -> None:
    expect(page.locator(".hc-summary")).to_be_visible()
    choose(page, "售后申请")
    expect(page.locator(".hc-summary")).not_to_be_visible()
    expect(page.locator("h1")).to_be_visible()
    box = heading(page).bounding_box()
    assert box is not None
    assert box["y"] < 260
    page.get_by_role("link", name="重新开始").click()
    expect(page.locator(".hc-summary")).to_be_visible()


def test_every_step_starts_at_the_top(walker: Visitor) -> None:
    page = walker.open(FLOW, {"width": 360, "height": 300}, reduced_motion="no-preference")
    page.locator(CHOICES).last.scroll_into_view_if_needed()
    assert page.evaluate("scrollY") > 100
    choose(page, "售后申请")
    assert page.evaluate("scrollY") == 0
    page.evaluate("scrollTo({top: 1000, behavior: 'instant'})")
    page.go_back()
    must_show(page, WHAT)
    until(page, "scrollY < 200")


@pytest.mark.parametrize(("motion", "moves"), [("reduce", False), ("no-preference", True)])
def test_sections_come_softly_unless_motion_is_reduced(motion: str, moves: bool, walker: Visitor) -> None:
    page = walker.open(FLOW, reduced_motion=motion)
    name = page.locator(".hc-step:visible").evaluate("one => getComputedStyle(one).animationName")
    assert (name != "none") is moves
