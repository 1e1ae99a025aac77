"""Everything can be reached and seen with the keyboard alone."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .kinds import ARTICLE, HOME, KINDS
from .visitor import PHONE, Visitor, sizes

pytestmark = pytest.mark.browser
FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const ring = (element) => {
    const style = getComputedStyle(element);
    return style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
  };
  const box = one.getBoundingClientRect();
  const header = document.querySelector(".hc-header");
  return {
    what: one.tagName.toLowerCase() + "." + one.className + " " + (one.textContent || one.id).trim().slice(0, 20),
    place: (window.stops ||= []).includes(one) ? window.stops.indexOf(one) : window.stops.push(one) - 1,
    ring: Math.max(ring(one), one.closest("form") ? ring(one.closest("form")) : 0),
    inSight: box.bottom > 0 && box.top < innerHeight,
    covered: !header.contains(one) && !one.matches(".hc-skip") && box.bottom <= header.getBoundingClientRect().bottom,
    href: one.getAttribute("href"),
  };
}"""


def walk(page: Page, key: str = "Tab", limit: int = 800) -> list[dict[str, Any]]:
    """Press ``key`` until the focus leaves the page; returns where it was."""
    found: list[dict[str, Any]] = []
    for _ in range(limit):
        page.keyboard.press(key)
        focus = page.evaluate(FOCUS)
        if focus is None or (found and focus["place"] == found[0]["place"]):
            return found
        found.append(focus)
    pytest.fail(f"the focus never left the page: {found[-3:]}")


@pytest.mark.parametrize("kind", KINDS)
def test_first_stop_is_the_way_to_the_text(kind: str, visitor: Visitor) -> None:
    page = visitor.open(KINDS[kind])
    page.keyboard.press("Tab")
    skip = page.locator(".hc-skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=0.99)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@sizes
@pytest.mark.parametrize("kind", KINDS)
def test_every_stop_is_seen_in_order_and_under_nothing(kind: str, size: dict[str, int], visitor: Visitor) -> None:
    stops = walk(visitor.open(KINDS[kind], size))
    assert len(stops) > 5
    assert [stop["what"] for stop in stops if not stop["ring"]] == []
    assert [stop["what"] for stop in stops if not stop["inSight"]] == []
    assert [stop["what"] for stop in stops if stop["covered"]] == []


@sizes
def test_going_back_puts_no_stop_under_the_header(size: dict[str, int], visitor: Visitor) -> None:
    page = visitor.open(ARTICLE, size)
    page.locator(".hc-footer a").last.focus()
    stops = walk(page, "Shift+Tab")
    assert len(stops) > 30
    assert [stop["what"] for stop in stops if stop["covered"] or not stop["inSight"]] == []


@sizes
def test_tab_reaches_search_scheme_menu_and_the_links_of_the_article(size: dict[str, int], visitor: Visitor) -> None:
    page = visitor.open(ARTICLE, size)
    stops = walk(page)
    places = [stop["place"] for stop in stops]
    phone = size == PHONE
    wanted = {
        "search": ".hc-tool--search" if phone else ".hc-header input[type=search]",
        "scheme": "[data-scheme-button]",
        "menu": ".hc-menu > summary",
        "link": ".hc-main p a:visible",
        "question": ".hc-question > summary",
        "footer": ".hc-footer a",
    }
    order = []
    for name, selector in wanted.items():
        place = page.locator(selector).first.evaluate("one => window.stops.indexOf(one)")
        assert place in places, name
        order.append(places.index(place))
    assert order == sorted(order)


def test_menu_works_by_keys(visitor: Visitor) -> None:
    page = visitor.open(HOME)
    page.locator(".hc-menu > summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".hc-menu nav a").first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/withdraw/")


def test_question_works_by_keys(visitor: Visitor) -> None:
    page = visitor.open(ARTICLE)
    page.locator("#request-rejected > summary").focus()
    page.keyboard.press("Space")
    expect(page.locator("#request-rejected .hc-question__answer")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#request-rejected').contains(document.activeElement)")
