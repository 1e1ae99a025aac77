"""The browser's own tools on the page of a flow: Back, Forward, reload, new tabs, files; and scripts that run twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from helpcenter.words.catalogue import interface

from .flow_project import FLOW
from .test_components import run_scripts_again
from .visitor import Visitor
from .walking import CHOICES, choose, fragment, heading, must_show, state, trail

pytestmark = pytest.mark.browser
WORDS = interface("zh")
ALL = "withdraw-now?what=request&status=applied&parcel=kept"


def test_back_and_forward_walk_the_way_again(walker: Visitor) -> None:
    page = walker.open(FLOW)
    choose(page, "售后申请", "待商家处理", "没有")
    titles = ["你想取消什么？", "页面显示什么？", "商品寄出了吗？", "现在就可以撤销"]
    for length, title in reversed([*enumerate(titles[:-1])]):
        page.go_back()
        must_show(page, title)
        expect(heading(page)).to_be_focused()
        assert len(trail(page)) == length
    for title in titles[1:]:
        page.go_forward()
        must_show(page, title)
    assert fragment(page) == ALL


def test_reload_keeps_the_place(walker: Visitor) -> None:
    page = walker.open(FLOW)
    choose(page, "售后申请", "待商家处理", "没有")
    page.reload()
    assert state(page)["sections"] == ["withdraw-now"]
    assert len(trail(page)) == 3
    page.go_back()
    must_show(page, "商品寄出了吗？")


def test_who_comes_back_from_another_page_finds_the_place(walker: Visitor) -> None:
    page = walker.open(FLOW)
    choose(page, "售后申请", "待商家处理", "没有")
    page.locator(".hc-step:visible .hc-list a").first.click()
    page.wait_for_url("**/reapply/*")
    page.go_back()
    must_show(page, "现在就可以撤销")
    assert state(page)["sections"] == ["withdraw-now"]
    assert len(trail(page)) == 3


def test_an_answer_can_be_opened_in_a_new_tab(walker: Visitor) -> None:
    page = walker.open(f"{FLOW}#status?what=request")
    with page.context.expect_page() as opened:
        page.locator(CHOICES).first.click(modifiers=["ControlOrMeta"])
    must_show(opened.value, "商品寄出了吗？")
    assert trail(opened.value) == [["你想取消什么？", "售后申请"], ["页面显示什么？", "待商家处理"]]
    must_show(page, "页面显示什么？")


def test_scripts_that_run_twice_double_nothing(walker: Visitor) -> None:
    page = walker.open(FLOW, permissions=["clipboard-read", "clipboard-write"])
    run_scripts_again(page)
    choose(page, "售后申请")
    assert trail(page) == [["你想取消什么？", "售后申请"]]
    page.keyboard.press("2")
    must_show(page, "现在不能撤销")
    expect(page.get_by_role("button", name="解决了")).to_have_count(1)
    expect(page.get_by_role("link", name="没解决")).to_have_count(1)
    assert len(trail(page)) == 2
    assert walker.watch.problems == []


def test_a_flow_works_from_a_file(walker: Visitor, flow_site: Path) -> None:
    page = walker.blank()
    page.goto((flow_site / "why-not" / "index.html").as_uri() + "#status?what=request")
    choose(page, "待商家处理", "没有")
    must_show(page, "现在就可以撤销")
    assert fragment(page) == ALL
    page.go_back()
    must_show(page, "商品寄出了吗？")


def test_a_notice_is_announced(walker: Visitor) -> None:
    page = walker.open(f"{FLOW}#gone")
    notice = page.locator(".hc-flow__notice")
    expect(notice).to_have_role("status")
    expect(notice).to_have_text(WORDS("flow.moved"))
    choose(page, "订单")
    expect(notice).to_have_text("")
    assert notice.evaluate("one => getComputedStyle(one).display") != "none"  # else nobody hears what comes into it
