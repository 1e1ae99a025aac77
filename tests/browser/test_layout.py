"""Pages fit small screens and large letters, fingers hit what they aim at, the header hides nothing."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .kinds import ARTICLE, FAQ, HOME, KINDS, RESULT, SEARCH, TABLES
from .seeing import too_small, too_wide
from .visitor import DESKTOP, PHONE, Visitor, sizes

pytestmark = pytest.mark.browser
FINGER = 44
TARGETS = """async () => {
  const ids = [...document.querySelectorAll("main a[href^='#']")].map((link) => link.hash.slice(1));
  const open = [...document.querySelectorAll("main details[id]")].map((details) => details.id);
  const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const found = [];
  for (const id of new Set([...ids, ...open])) {
    location.hash = id;
    await frame();
    const target = document.getElementById(decodeURIComponent(id));
    const head = document.querySelector(".hc-header").getBoundingClientRect().bottom;
    found.push([id, target.getBoundingClientRect().top - head, innerHeight - head]);
  }
  return found;
}"""
everywhere = pytest.mark.parametrize("kind", KINDS)


def open_all(page: Page) -> None:
    """Open every question of the page."""
    page.locator("main details").evaluate_all("all => all.forEach((details) => { details.open = true; })")


def must_fit(page: Page, width: int) -> None:
    """Fail when a reader would have to scroll sideways."""
    found = too_wide(page, width)
    assert not found, "\n" + "\n".join(found)


def must_be_large(page: Page) -> None:
    """Fail when a finger could miss a target."""
    found = too_small(page, FINGER)
    assert not found, "\n" + "\n".join(found)


@everywhere
def test_narrow_screens_and_large_letters_need_no_scrolling_sideways(kind: str, visitor: Visitor) -> None:
    page = visitor.open(KINDS[kind])
    must_fit_everywhere(page, "100%", 320, 360)
    must_fit_everywhere(page, "200%", 640)
    open_all(page)
    must_fit_everywhere(page, "200%", 640)
    must_fit_everywhere(page, "100%", 360, 320)


def must_fit_everywhere(page: Page, letters: str, *widths: int) -> None:
    """Fail when a screen of one of the ``widths`` would have to be scrolled sideways, in letters of that size."""
    page.evaluate("(size) => document.documentElement.style.setProperty('font-size', size, 'important')", letters)
    for width in widths:
        page.set_viewport_size({"width": width, "height": 640})
        must_fit(page, width)


def test_a_page_that_does_not_fit_one_of_several_screens_is_found(visitor: Visitor) -> None:
    page = visitor.open(HOME)
    page.evaluate("document.querySelector('main').style.minWidth = '350px'")
    must_fit_everywhere(page, "100%", 360)
    with pytest.raises(AssertionError, match="scrolls to 350 of 320 px"):
        must_fit_everywhere(page, "100%", 360, 320)


@pytest.mark.parametrize("width", [320, 1280])
def test_search_results_need_no_scrolling_sideways(width: int, visitor: Visitor) -> None:
    page = visitor.open(f"{SEARCH}?q=撤销", {"width": width, "height": 640})
    expect(page.locator(RESULT).first).to_be_visible()
    must_fit(page, width)


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_open_menu_fits_the_screen(width: int, visitor: Visitor) -> None:
    page = visitor.open(HOME, {"width": width, "height": 640})
    page.locator(".hc-menu > summary").click()
    must_fit(page, width)
    box = page.locator(".hc-menu nav").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= 640


# In the picture of a flow boxes are as large as they are drawn.
@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"map"}))
def test_targets_are_large_enough_for_a_finger(kind: str, visitor: Visitor) -> None:
    page = visitor.open(KINDS[kind])
    open_all(page)
    must_be_large(page)


def test_targets_of_the_menu_are_large_enough_for_a_finger(visitor: Visitor) -> None:
    page = visitor.open(ARTICLE)
    page.locator(".hc-menu > summary").click()
    must_be_large(page)


def test_targets_among_search_results_are_large_enough_for_a_finger(visitor: Visitor) -> None:
    page = visitor.open(f"{SEARCH}?q=撤销")
    expect(page.locator(RESULT).first).to_be_visible()
    must_be_large(page)


def test_small_target_is_found(visitor: Visitor) -> None:
    page = visitor.open(HOME)
    page.evaluate("document.querySelector('.hc-list a').style.cssText = 'display: inline; padding: 0; line-height: 1'")
    assert len(too_small(page, FINGER)) == 1


@everywhere
def test_header_stays_in_sight(kind: str, visitor: Visitor) -> None:
    page = visitor.open(KINDS[kind], DESKTOP if kind == "article" else PHONE)
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    assert page.locator(".hc-header").evaluate("header => Math.round(header.getBoundingClientRect().top)") == 0


@sizes
@pytest.mark.parametrize("path", [ARTICLE, TABLES, FAQ, "/withdraw/", "/questions/"])
def test_header_covers_no_target_of_a_link(path: str, size: dict[str, int], visitor: Visitor) -> None:
    page = visitor.open(path, size)
    found: list[list[Any]] = page.evaluate(TARGETS)
    assert found
    hidden = [f"#{anchor} is {below:.0f} px below the header" for anchor, below, room in found if not 0 <= below < room]
    assert not hidden, "\n" + "\n".join(hidden)


@sizes
@pytest.mark.parametrize("anchor", ["steps", "time-limit", "request-rejected"])
def test_header_covers_no_target_of_an_address(anchor: str, size: dict[str, int], visitor: Visitor) -> None:
    page = visitor.open(f"{ARTICLE}#{anchor}", size)
    target, header = page.locator(f"[id='{anchor}']").bounding_box(), page.locator(".hc-header").bounding_box()
    assert target is not None
    assert header is not None
    assert header["y"] + header["height"] <= target["y"] < size["height"]


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_a_link_to_a_place_arrives_at_once(motion: Any, visitor: Visitor) -> None:
    page = visitor.open(ARTICLE, PHONE, reduced_motion=motion)
    top = page.evaluate("() => { location.hash = 'closing'; return document.getElementById('closing').getBoundingClientRect().top; }")
    assert 0 <= top < PHONE["height"], "the page would still be on its way"
