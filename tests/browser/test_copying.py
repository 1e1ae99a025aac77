"""Copying: every form from a page, a part and an outcome; the menu; who opens a link of an earlier version."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .flow_project import FAQ_CARD
from .kinds import ARTICLE, FAQ
from .test_accessibility import check
from .test_flow_cards import begin
from .visitor import Visitor
from .walking import choose

pytestmark = pytest.mark.browser
CLIPBOARD = ["clipboard-read", "clipboard-write"]
READ = "navigator.clipboard.readText()"
READ_HTML = """navigator.clipboard.read().then((items) => Promise.all(["text/html", "text/plain"].map(
  (type) => items[0].getType(type).then((blob) => blob.text()))))"""
FORMS = ["短回复", "短回复和链接", "全文", "Markdown", "带格式的全文", "链接"]
VERSIONED = "/withdraw-refused/"
"""An answer of which an earlier version is known."""


def copied(page: Page, form: str, opener: str = ".hc-copies [data-copies=menu]") -> str:
    """Copy in a form of the menu, and wait until that is said."""
    page.locator(opener).first.click()
    page.get_by_role("menuitemradio", name=form, exact=True).click()
    expect(page.locator(".hc-toast")).to_contain_text(f"已复制{form}")
    return str(page.evaluate(READ))


def test_every_form_of_an_answer(visitor: Visitor) -> None:
    page = visitor.open(FAQ, permissions=CLIPBOARD)
    link, reply = visitor.origin + FAQ, page.locator("[data-reply]").inner_text()
    got = {form: copied(page, form) for form in FORMS}
    assert got["短回复"] == f"你好，{reply}"
    assert got["短回复和链接"] == f"你好，{reply}\n{link}"
    assert got["链接"] == link
    assert got["全文"].startswith(f"{reply}\n\n先别撤销。")
    assert "\n1. 看理由。售后单里写着商家为什么拒绝。\n2. 补证据，修改申请。" in got["全文"]
    assert got["全文"].endswith(f"\n\n{link}")
    for typed in ("**", "复制", "\n怎么办", "](", "#"):
        assert typed not in got["全文"]
    assert got["Markdown"].startswith(f"# {page.locator('h1').inner_text()}\n\n{reply}\n\n**先别撤销**。")
    assert f"[次数、时限、重新申请和订单]({visitor.origin}{ARTICLE}#consequences)" in got["Markdown"]
    copied(page, "带格式的全文")
    rich, plain = page.evaluate(READ_HTML)
    assert plain == got["全文"]
    assert "<ol><li><strong>看理由</strong>" in rich.replace("\n", "")
    assert f'href="{link}"' in rich
    assert "class=" not in rich
    assert visitor.watch.problems == []


def test_the_menu_is_one_of_the_keyboard_and_the_choice_is_kept(visitor: Visitor, axe: str) -> None:
    page = visitor.open(FAQ, permissions=CLIPBOARD)
    menu, opener = page.get_by_role("menu"), page.locator(".hc-copies [data-copies=menu]").first
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitemradio", checked=True)).to_be_focused()
    check(page, axe)
    page.keyboard.press("Escape")
    expect(menu).to_have_count(0)
    expect(opener).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitemradio", checked=True)).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    expect(opener).to_be_focused()
    expect(page.get_by_role("button", name="复制链接", exact=True)).to_be_visible()
    page.goto(visitor.origin + ARTICLE)
    page.get_by_role("button", name="复制链接", exact=True).click()
    expect(page.locator(".hc-toast")).to_contain_text("已复制链接")
    assert page.evaluate(READ) == visitor.origin + ARTICLE
    opener = page.locator(".hc-copies [data-copies=menu]").first
    opener.click()
    expect(menu).to_be_visible()
    page.mouse.click(5, 5)
    expect(menu).to_have_count(0)
    opener.click()
    box = menu.bounding_box()
    assert box and box["x"] >= 0 and box["x"] + box["width"] <= 360


def test_parts_are_copied_with_their_address(visitor: Visitor) -> None:
    page = visitor.open(ARTICLE, permissions=CLIPBOARD)
    mark = page.locator("main .hc-mark[href='#find-record']")
    title = page.locator("#find-record").inner_text()
    mark.focus()
    expect(mark).to_have_attribute("aria-label", f"复制 {title}")
    page.keyboard.press("Enter")
    expect(page.locator(".hc-toast")).to_contain_text("已复制")
    assert "#" not in page.url
    first, *_, link = page.evaluate(READ).splitlines()
    assert (first, link) == (title, f"{visitor.origin}{ARTICLE}#find-record")
    page.locator(".hc-toast").get_by_role("button").click()
    page.get_by_role("menuitemradio", name="全文", exact=True).click()
    expect(page.locator(".hc-toast")).to_contain_text("已复制全文")
    assert page.evaluate(READ).startswith(f"{title}\n\n")
    question = page.locator("#request-rejected")
    question.locator("summary").click()
    question.get_by_role("button", name="复制", exact=True).click()
    expect(page.locator(".hc-toast")).to_contain_text("已复制全文")
    text = page.evaluate(READ)
    assert text.startswith(question.locator("h3").inner_text())
    assert text.endswith(f"{visitor.origin}{ARTICLE}#request-rejected")


def test_an_outcome_is_copied_with_the_address_of_its_flow(walker: Visitor) -> None:
    page = walker.open(FAQ_CARD, permissions=CLIPBOARD)
    begin(page)
    choose(page, "退款中")
    page.get_by_role("button", name="复制这个结果").click()
    expect(page.locator(".hc-toast")).to_contain_text("已复制")
    assert page.evaluate(READ) == f"现在不能撤销\n{walker.origin}/why-not/#too-late"


def test_a_link_of_an_earlier_version_tells_what_changed(visitor: Visitor) -> None:
    page = visitor.open(f"{VERSIONED}?v=1。", permissions=CLIPBOARD)  # as chats take a link with the mark behind it
    told = page.locator(".hc-changed")
    expect(told).to_contain_text("答案已更新")
    expect(told).to_contain_text("当时的短回复：先刷新再看。")
    expect(told).to_contain_text("有 1 处内容已经删掉。")
    expect(told.get_by_role("link")).to_have_text(["单号填错了，或进错了账号"])
    assert copied(page, "链接") == f"{visitor.origin}{VERSIONED}?v=2"
    page.goto(f"{visitor.origin}{VERSIONED}?v=1#wrong-info")
    expect(told).to_be_visible()
    for quiet in ("?v=2", "?v=7", "?v=1#fee-asked", ""):
        page.goto(f"{visitor.origin}{VERSIONED}{quiet}")
        page.wait_for_load_state("networkidle")
        expect(told).to_have_count(0)
    assert visitor.watch.problems == []
