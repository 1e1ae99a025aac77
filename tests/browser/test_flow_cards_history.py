"""Back, Forward and reload on pages with flows inside: one flow, two flows, the same one twice."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from .flow_project import ARTICLE_CARD, FLOW, TWO_CARDS
from .test_flow_cards import IDS, begin, card, refuse
from .visitor import DESKTOP, Visitor
from .walking import choose, fragment, heading, must_be_at, must_show, trail

pytestmark = pytest.mark.browser
WHAT, STATUS, PARCEL = "你想取消什么？", "页面显示什么？", "商品寄出了吗？"


def test_back_leads_to_the_question_before_and_then_off_the_page(walker: Visitor) -> None:
    page = walker.open("/topics/")
    page.goto(walker.origin + ARTICLE_CARD)
    begin(page)
    choose(page, "售后申请", "待商家处理", "没有")
    for title in (PARCEL, STATUS, WHAT):
        page.go_back()
        must_show(page, title)
        expect(heading(page)).to_be_focused()
    page.go_forward()
    must_show(page, STATUS)
    page.go_forward()
    must_show(page, PARCEL)
    assert len(trail(page)) == 2
    for _ in range(3):
        page.go_back()
    expect(page).to_have_url(re.compile("/topics/$"))


def test_a_link_to_a_part_of_the_article_keeps_the_flow(walker: Visitor) -> None:
    page = walker.open(ARTICLE_CARD)
    begin(page)
    page.evaluate("location.hash = 'steps'")
    must_be_at(page, "steps")
    page.locator("h2#steps + .hc-mark").focus()
    page.go_back()
    must_be_at(page, "")
    expect(heading(page)).not_to_be_focused()  # nothing has changed in the flow, so nobody is taken there
    choose(page, "售后申请", "待商家处理")
    page.evaluate("location.hash = 'steps'")
    must_be_at(page, "steps")
    must_show(page, PARCEL)
    choose(page, "没有")
    assert fragment(page) == "steps"
    page.go_back()
    must_show(page, PARCEL)
    page.go_back()
    must_be_at(page, "")
    must_show(page, PARCEL)
    page.go_back()
    must_show(page, STATUS)


def test_going_back_past_the_opening_of_a_card_loses_nothing(walker: Visitor) -> None:
    page = walker.open(f"{ARTICLE_CARD}#steps")
    page.evaluate("location.hash = 'closing'")
    begin(page)
    choose(page, "售后申请")
    page.go_back()
    must_show(page, WHAT)
    page.go_back()
    must_be_at(page, "steps")
    must_show(page, WHAT)
    page.go_forward()
    page.go_forward()
    must_show(page, STATUS)


def test_who_comes_back_finds_the_flow_where_it_was(walker: Visitor) -> None:
    page = walker.open(ARTICLE_CARD)
    begin(page)
    choose(page, "售后申请", "待商家处理")
    page.reload()
    must_show(page, PARCEL)
    expect(heading(page)).not_to_be_focused()
    assert [answer for _, answer in trail(page)] == ["售后申请", "待商家处理"]
    choose(page, "没有")
    page.locator(".hc-step:visible .hc-list a").first.evaluate("link => { link.href = '../topics/'; }")
    page.locator(".hc-step:visible .hc-list a").first.click()
    page.wait_for_url("**/topics/")
    page.go_back()
    must_show(page, "现在就可以撤销")
    page.go_back()
    must_show(page, PARCEL)


def test_who_comes_back_and_cannot_load_the_flow_keeps_the_page(walker: Visitor) -> None:
    page = walker.open(ARTICLE_CARD)
    begin(page)
    choose(page, "售后申请")
    page.route(f"**{FLOW}", refuse)
    with page.expect_response(f"**{FLOW}"):
        page.reload()
    expect(page.locator(".hc-flow-card")).not_to_have_attribute("aria-busy", "true")
    assert page.url.endswith(ARTICLE_CARD)
    expect(page.get_by_role("link", name="开始")).to_be_visible()


def test_two_flows_in_one_page_do_not_clash(walker: Visitor) -> None:
    page = walker.open(TWO_CARDS, DESKTOP)
    first, second = begin(page, 0), begin(page, 1)
    assert page.evaluate(IDS) == 0
    choose(first, "售后申请")
    page.keyboard.press("2")
    must_show(first, "现在不能撤销")
    must_show(second, "你是谁？")
    choose(second, "商家")
    page.keyboard.press("1")
    must_show(second, "请客户自己撤销")
    must_show(first, "现在不能撤销")
    page.go_back()
    must_show(second, "客户想要什么？")
    page.go_back()
    must_show(second, "你是谁？")
    must_show(first, "现在不能撤销")
    page.go_back()
    must_show(first, STATUS)
    page.go_back()
    must_show(first, WHAT)
    for _ in range(4):
        page.go_forward()
    must_show(second, "请客户自己撤销")
    must_show(first, "现在不能撤销")
    page.reload()
    must_show(card(page, 0), "现在不能撤销")
    must_show(card(page, 1), "请客户自己撤销")
    assert walker.watch.problems == []


def test_the_second_flow_may_be_opened_late(walker: Visitor) -> None:
    page = walker.open(TWO_CARDS, DESKTOP)
    first = begin(page, 0)
    choose(first, "售后申请")
    second = begin(page, 1)
    choose(second, "商家")
    choose(first, "待商家处理")
    page.go_back()
    must_show(first, STATUS)
    must_show(second, "客户想要什么？")
    page.go_back()
    must_show(second, "你是谁？")
    page.go_back()
    must_show(first, WHAT)
    must_show(second, "你是谁？")


def test_the_same_flow_twice_in_one_page_does_not_clash(walker: Visitor) -> None:
    page = walker.open(TWO_CARDS)
    first, third = begin(page, 0), begin(page, 2)
    choose(first, "售后申请")
    must_show(third, WHAT)
    choose(third, "订单")
    must_show(first, STATUS)
    page.go_back()
    must_show(third, WHAT)
    must_show(first, STATUS)
    assert page.evaluate(IDS) == 0
