"""Flows inside other pages: a card starts its flow in place; two do not clash; what fails leads to the flow's page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from .flow_project import ARTICLE_CARD, FAQ_CARD, FLOW, TWO_CARDS
from .searching import search
from .test_components import CLIPBOARD, READ, run_scripts_again
from .visitor import DESKTOP, Visitor
from .walking import CHOICES, choose, heading, must_show, state, trail

pytestmark = pytest.mark.browser
WHAT, STATUS, PARCEL = "你想取消什么？", "页面显示什么？", "商品寄出了吗？"
IDS = "() => { const ids = [...document.querySelectorAll('[id]')].map((one) => one.id); return ids.length - new Set(ids).size; }"
FLOW_SCRIPT = "**/assets/flow.*.js"


def card(page: Page, place: int = 0) -> Locator:
    return page.locator(".hc-flow-card").nth(place)


def begin(page: Page, place: int = 0) -> Locator:
    """Click the card's link and wait for the flow."""
    chosen = card(page, place)
    chosen.get_by_role("link", name="开始").click()
    expect(heading(chosen)).to_be_focused()
    return chosen


def refuse(route: Route) -> None:
    route.fulfill(status=404)


def break_off(route: Route) -> None:
    route.abort()


def answer_nonsense(route: Route) -> None:
    route.fulfill(status=200, content_type="text/html", body="<p>Log in first.</p>")


@pytest.mark.parametrize(
    ("path", "first", "answers"), [(ARTICLE_CARD, WHAT, ["售后申请", "退款中"]), (FAQ_CARD, STATUS, ["退款中"])]
)
def test_a_card_starts_its_flow_in_place(path: str, first: str, answers: list[str], walker: Visitor) -> None:
    page = walker.open(path)
    assert not [address for address in walker.watch.requests if "/assets/flow." in address]
    begin(page)
    must_show(page, first)
    found = state(page)
    assert (found["trail"], found["notice"]) == ([], "")
    expect(page.get_by_role("link", name="上一步")).to_have_count(0)
    choose(page, *answers)
    must_show(page, "现在不能撤销")
    expect(heading(page)).to_be_focused()
    assert [answer for _, answer in trail(page)] == answers
    assert page.url == walker.origin + path
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate(IDS) == 0
    assert walker.watch.problems == []


def test_a_page_can_be_searched_once_its_flow_was_begun(walker: Visitor) -> None:
    page = walker.open(FAQ_CARD, DESKTOP)
    begin(page)
    search(page, "撤销不了")
    assert walker.watch.problems == []


def test_the_flow_in_a_card_starts_over_where_it_started(walker: Visitor) -> None:
    page = walker.open(FAQ_CARD)
    begin(page)
    choose(page, "待商家处理")
    page.get_by_role("link", name="重新开始").click()
    must_show(page, STATUS)
    assert trail(page) == []
    page.get_by_role("link", name="重新开始").wait_for(state="hidden")


def test_an_answer_in_a_card_opens_in_a_new_tab_on_the_page_of_the_flow(walker: Visitor) -> None:
    page = walker.open(ARTICLE_CARD)
    begin(page)
    choose(page, "售后申请")
    with page.context.expect_page() as opened:
        page.locator(CHOICES).first.click(modifiers=["ControlOrMeta"])
    must_show(opened.value, PARCEL)
    assert opened.value.url.endswith(f"{FLOW}#parcel?what=request&status=applied")
    must_show(page, STATUS)


@pytest.mark.parametrize("key", ["ControlOrMeta", "Shift"])
def test_a_card_opens_in_a_new_tab_too(key: str, walker: Visitor) -> None:
    page = walker.open(FAQ_CARD)
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="开始").click(modifiers=[key])  # type: ignore[list-item]
    must_show(opened.value, STATUS)
    assert page.locator("[data-flow]").count() == 0


def test_copying_in_a_card_takes_the_address_of_the_flow(walker: Visitor) -> None:
    page = walker.open(FAQ_CARD, permissions=CLIPBOARD)
    begin(page)
    choose(page, "退款中")
    page.get_by_role("button", name="复制情况说明").click()
    expect(page.locator(".hc-end [role=status]")).to_have_text("已复制")
    told = page.evaluate(READ).splitlines()
    assert told == ["撤销不了？一步步找原因", f"{STATUS} 退款中", "现在不能撤销",
                    f"{walker.origin}{FLOW}#too-late?status=refunding"]  # fmt: skip
    page.goto(told[-1])
    must_show(page, "现在不能撤销")


def test_a_double_click_opens_one_flow(walker: Visitor) -> None:
    page = walker.open(ARTICLE_CARD)
    page.get_by_role("link", name="开始").dblclick()
    must_show(page, WHAT)
    page.wait_for_load_state("networkidle")
    assert page.locator("[data-flow]").count() == 1
    assert page.url.endswith(ARTICLE_CARD)
    assert trail(page) == []
    assert len([address for address in walker.watch.requests if address.endswith(FLOW)]) == 1


def test_who_does_not_want_to_wait_clicks_again(walker: Visitor) -> None:
    page = walker.open(ARTICLE_CARD)
    page.route(FLOW_SCRIPT, lambda route: None, times=1)  # never answers
    link = page.get_by_role("link", name="开始")
    link.click()
    expect(card(page)).to_have_attribute("aria-busy", "true")
    link.evaluate("link => link.click()")
    page.wait_for_url(f"**{FLOW}", wait_until="commit")


FAILURES: dict[str, tuple[str, Callable[[Route], None]]] = {
    "no script": (FLOW_SCRIPT, refuse),
    "script breaks off": (FLOW_SCRIPT, break_off),
    "no page": (f"**{FLOW}", refuse),
    "page breaks off": (f"**{FLOW}", break_off),
    "another page": (f"**{FLOW}", answer_nonsense),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_what_cannot_be_loaded_leads_to_the_page_of_the_flow(failure: str, walker: Visitor) -> None:
    page = walker.blank()
    pattern, fail = FAILURES[failure]
    page.route(pattern, fail, times=1)
    page.goto(walker.origin + FAQ_CARD)
    page.get_by_role("link", name="开始").click()
    page.wait_for_url(f"**{FLOW}#status")
    must_show(page, STATUS)


def test_a_policy_that_forbids_fetching_leads_to_the_page_of_the_flow(walker: Visitor) -> None:
    page = walker.blank()
    page.add_init_script("window.fetch = () => Promise.reject(new TypeError('refused'))")
    page.goto(walker.origin + FAQ_CARD)
    page.get_by_role("link", name="开始").click()
    page.wait_for_url(f"**{FLOW}#status")


def test_in_a_file_a_card_is_a_link(walker: Visitor, flow_site: Path) -> None:
    page = walker.blank()
    page.goto((flow_site / "reapply" / "index.html").as_uri())
    assert card(page).get_attribute("data-started") is None
    with page.expect_navigation():
        page.get_by_role("link", name="开始").click()
    assert page.url == (flow_site / "why-not").as_uri() + "/"


def test_an_answer_that_leaves_the_flow_leaves_the_page(walker: Visitor) -> None:
    page = walker.open(TWO_CARDS)
    begin(page, 1)
    card(page, 1).get_by_text("买家，已经知道要看包裹").click()
    page.wait_for_url(f"**{FLOW}#parcel")
    must_show(page, PARCEL)


def test_digits_choose_only_where_the_focus_is(walker: Visitor) -> None:
    page = walker.open(ARTICLE_CARD, DESKTOP)
    begin(page)
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("2")
    page.locator("[data-scheme-button]").focus()
    page.keyboard.press("2")
    must_show(page, WHAT)
    page.locator(CHOICES).last.focus()
    page.keyboard.press("2")
    must_show(page, "去订单页取消")


def test_a_card_works_with_keys(walker: Visitor) -> None:
    page = walker.open(FAQ_CARD, DESKTOP)
    page.get_by_role("link", name="开始").focus()
    page.keyboard.press("Enter")
    expect(heading(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(CHOICES).first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    must_show(page, "现在不能撤销")


def test_the_question_is_in_sight_after_each_answer(walker: Visitor) -> None:
    page = walker.open(ARTICLE_CARD, {"width": 360, "height": 360})
    begin(page)
    for answer in ("售后申请", "待商家处理", "没有"):
        choose(page, answer)
        box, header = heading(page).bounding_box(), page.locator(".hc-header").bounding_box()
        assert box is not None
        assert header is not None
        assert header["y"] + header["height"] <= box["y"] < 200


def test_card_script_that_runs_twice_opens_one_flow(walker: Visitor) -> None:
    page = walker.open(ARTICLE_CARD)
    run_scripts_again(page)
    begin(page)
    run_scripts_again(page)
    choose(page, "订单")
    assert trail(page) == [[WHAT, "订单"]]
    page.get_by_role("link", name="上一步").click()
    must_show(page, WHAT)
    page.wait_for_load_state("networkidle")
    assert page.locator("[data-flow]").count() == 1
    assert len([address for address in walker.watch.requests if address.endswith(FLOW)]) == 1
