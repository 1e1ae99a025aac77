"""What writers type in a flow stays text: on its page, in the trail, in what is copied, and inside other pages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .flow_project import TWO_CARDS, TYPED
from .test_components import CLIPBOARD, READ
from .visitor import Visitor
from .walking import CHOICES, heading, must_show, trail

pytestmark = pytest.mark.browser
ANSWER = [f"问题 {TYPED}", f"回答 {TYPED}"]


def must_be_harmless(page: Page, walker: Visitor) -> None:
    assert page.evaluate("window.pwned") is None
    assert page.locator("main img:not(.hc-printed *), main script").count() == 0
    assert walker.watch.problems == []


@pytest.mark.parametrize("script", [True, False])
def test_on_its_page(script: bool, walker: Visitor) -> None:
    page = walker.open("/nasty/", java_script_enabled=script)
    expect(page.locator("h1")).to_have_text(f"标题 {TYPED}")
    must_show(page, f"问题 {TYPED}")
    page.locator(CHOICES).first.click()
    must_show(page, f"结果 {TYPED}")
    assert trail(page) == ([ANSWER] if script else [])
    must_be_harmless(page, walker)


def test_in_what_is_copied(walker: Visitor) -> None:
    page = walker.open("/nasty/#done?first=yes", permissions=CLIPBOARD)
    page.get_by_role("button", name="复制情况说明").click()
    expect(page.locator(".hc-end [role=status]")).to_have_text("已复制")
    address = f"{walker.origin}/nasty/#done?first=yes"
    assert page.evaluate(READ).splitlines() == [f"标题 {TYPED}", " ".join(ANSWER), f"结果 {TYPED}", address]
    must_be_harmless(page, walker)


def test_inside_another_page(walker: Visitor) -> None:
    page = walker.open(TWO_CARDS)
    card = page.locator(".hc-flow-card").nth(3)
    card.get_by_role("link", name="开始").click()
    expect(heading(card)).to_have_text(f"问题 {TYPED}")
    card.locator(CHOICES).first.click()
    must_show(card, f"结果 {TYPED}")
    assert trail(page) == [ANSWER]
    must_be_harmless(page, walker)


def test_in_the_address(walker: Visitor) -> None:
    page = walker.open(f"/nasty/#{TYPED}")
    must_show(page, f"问题 {TYPED}")
    must_be_harmless(page, walker)
