"""A flow with the keyboard alone: digits choose, the focus goes along, every outcome can be reached."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from helpcenter.build import Prepared
from helpcenter.flow.graph import Graph
from helpcenter.flow.paths import path_to, section_paths
from helpcenter.flow.sections import Sections

from .flow_project import FLOW
from .visitor import DESKTOP, Visitor, until
from .walking import CHOICES, choose, heading, must_show, state, trail

pytestmark = pytest.mark.browser
WHAT, STATUS, PARCEL = "你想取消什么？", "页面显示什么？", "商品寄出了吗？"


@pytest.fixture
def page(walker: Visitor) -> Page:
    """Return the page of the flow."""
    return walker.open(FLOW, DESKTOP)


def test_digits_choose_options(page: Page) -> None:
    for digit, title in (("1", STATUS), ("1", PARCEL), ("2", "现在就可以撤销")):
        page.keyboard.press(digit)
        must_show(page, title)
    assert [answer for _, answer in trail(page)] == ["售后申请", "待商家处理", "没有"]


@pytest.mark.parametrize(
    "key", ["0", "4", "9", "a", " ", "Home", "Control+1", "Alt+1", "Meta+1", "Shift+Digit1", "Control+Shift+Digit1"]
)
def test_other_keys_choose_nothing(key: str, page: Page) -> None:
    page.keyboard.press(key)
    page.keyboard.press("2")
    must_show(page, "去订单页取消")
    assert trail(page) == [[WHAT, "订单"]]


def test_a_key_that_is_held_down_chooses_once(page: Page) -> None:
    page.keyboard.down("1")
    must_show(page, STATUS)
    page.keyboard.down("1")
    page.keyboard.down("1")
    page.keyboard.up("1")
    page.keyboard.press("2")
    must_show(page, "现在不能撤销")


def test_digits_that_are_typed_choose_nothing(page: Page) -> None:
    field = page.locator(".hc-header input[type=search]")
    field.press_sequentially("12")
    expect(field).to_have_value("12")
    assert state(page)["titles"] == [WHAT]


def test_digits_choose_nothing_while_the_focus_is_elsewhere(page: Page) -> None:
    page.locator("[data-scheme-button]").focus()
    page.keyboard.press("2")
    page.locator(".hc-skip").focus()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    assert state(page)["titles"] == [WHAT]
    page.keyboard.press("1")
    must_show(page, STATUS)


def test_digits_choose_nothing_in_the_field_that_offers_the_text(page: Page) -> None:
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    choose(page, "订单")
    page.get_by_role("button", name="复制情况说明").click()
    expect(page.locator(".hc-end textarea:visible")).to_be_focused()
    page.keyboard.press("1")
    must_show(page, "去订单页取消")


@pytest.mark.parametrize(("size", "touch", "shown"), [(DESKTOP, False, True), ({"width": 360, "height": 800}, True, False)])
def test_digits_are_shown_where_there_is_a_keyboard(
    size: dict[str, int], touch: bool, shown: bool, walker: Visitor
) -> None:
    page = walker.open(FLOW, size, has_touch=touch, is_mobile=touch)
    content = page.locator(CHOICES).first.evaluate("one => getComputedStyle(one, '::before').content")
    assert ("counter" in content) is shown


def test_the_focus_goes_to_each_new_heading(page: Page) -> None:
    expect(heading(page)).not_to_be_focused()  # nobody is taken anywhere who just opens the page
    choose(page, "售后申请")
    expect(heading(page)).to_be_focused()
    page.get_by_role("link", name="上一步").click()
    must_show(page, WHAT)
    expect(heading(page)).to_be_focused()
    choose(page, "订单")
    expect(heading(page)).to_be_focused()
    page.get_by_role("link", name=f"修改 {WHAT}").click()
    must_show(page, WHAT)
    expect(heading(page)).to_be_focused()


def test_tab_goes_from_the_heading_to_the_answers_and_on_to_the_trail(page: Page) -> None:
    choose(page, "售后申请")
    stops = []
    for _ in range(4):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.textContent"))
    assert stops == ["待商家处理", "退款中", "看不懂", "修改"]
    for _ in range(4):
        page.keyboard.press("Shift+Tab")
    expect(page.get_by_role("link", name="重新开始")).to_be_focused()


def test_a_double_click_answers_one_question(page: Page) -> None:
    page.locator(CHOICES).first.dblclick()
    must_show(page, STATUS)
    # Where the second half falls depends on the layout: here it is aimed.
    page.locator(CHOICES).first.dispatch_event("click", {"detail": 2})
    page.keyboard.press("2")
    must_show(page, "现在不能撤销")
    assert trail(page) == [[WHAT, "售后申请"], [STATUS, "退款中"]]


FOCUSED = "document.activeElement.closest('.hc-step').id"
WAIT = "(id) => { const one = document.activeElement; return one.tagName === 'H2' && one.parentElement.id === id; }"


def with_digits(page: Page, place: int) -> None:
    page.keyboard.press(str(place))


def with_tab(page: Page, place: int) -> None:
    for _ in range(place):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def walk(page: Page, graph: Graph, sections: Sections, anchor: str, choosing: Callable[[Page, int], None]) -> None:
    """Start over and go the shortest way to ``anchor``, one key at a time."""
    place = sections.start
    for edge in path_to(anchor, section_paths(sections)):
        section = sections.by_anchor[place]
        if graph.is_outcome(section.node):
            page.locator("[data-current] .hc-end > a").press("Enter")
        else:
            choosing(page, list(section.links).index(edge.option) + 1)
        place = section.links[edge.option][1]
        until(page, WAIT, place)


@pytest.mark.parametrize(("flow_id", "choosing"), [
    ("why-cannot-cancel", with_digits),
    ("customer-wants-cancel", with_tab),
])  # fmt: skip
def test_every_outcome_is_reached_with_keys(
    flow_id: str, choosing: Callable[[Page, int], None], visitor: Visitor, example: Prepared
) -> None:
    compiled = example.flows[flow_id]
    graph, sections = compiled.graph, compiled.sections
    page = visitor.open(f"/{flow_id}/#{sections.start}", DESKTOP)
    page.locator("main").focus()
    reached = set()
    for outcome in compiled.flow.outcomes:
        page.locator(f"[id='{sections.start}'] > h2").evaluate("(title) => { title.tabIndex = -1; title.focus(); }")
        walk(page, graph, sections, sections.of(outcome)[0].anchor, choosing)
        reached.add(page.evaluate(FOCUSED).partition("~")[0])
        page.keyboard.press("Shift+Tab")
        expect(page.get_by_role("link", name="重新开始")).to_be_focused()
        page.keyboard.press("Enter")
        until(page, WAIT, sections.start)
    assert reached == set(compiled.flow.outcomes)
    assert len(reached) > 10
