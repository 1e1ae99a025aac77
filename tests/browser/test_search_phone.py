"""The search on a phone takes the whole screen, and every way out of it leads back to the page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .kinds import ARTICLE, HOME, RESULT, SEARCH
from .searching import FIELD, HERO, ICON, OPTION, PANEL, kept
from .seeing import too_small, too_wide
from .visitor import DESKTOP, PHONE, Visitor

pytestmark = pytest.mark.browser
BOX = """(form) => { const box = form.getBoundingClientRect(); return [box.x, box.y, box.width, box.height]; }"""
FORM = ".hc-search--open"


@pytest.fixture
def page(visitor: Visitor) -> Page:
    """Return the main article with the search open."""
    return opened(visitor.open(ARTICLE))


def opened(page: Page) -> Page:
    """Open the search with the icon and wait for its script."""
    page.locator(ICON).click()
    expect(page.locator(FIELD)).to_have_attribute("role", "combobox")
    expect(page.locator(".hc-search__back")).to_be_visible()
    return page


def must_be_closed(page: Page) -> None:
    """Wait until the page is there again, all of it."""
    expect(page.locator(FORM)).to_have_count(0)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(FIELD)).to_be_hidden()
    assert page.url.endswith(ARTICLE)


def test_icon_opens_the_whole_screen_with_the_focus_in_the_field(page: Page) -> None:
    expect(page.locator(FIELD)).to_be_focused()
    assert page.locator(FORM).evaluate(BOX) == [0, 0, PHONE["width"], PHONE["height"]]
    assert page.locator(FIELD).evaluate("(field) => parseFloat(getComputedStyle(field).fontSize)") >= 16


def test_focus_is_in_the_field_before_the_click_is_over(visitor: Visitor) -> None:
    page = visitor.open(ARTICLE)
    focused = page.locator(ICON).evaluate("(icon) => { icon.click(); return document.activeElement.name; }")
    assert focused == "q"


def test_page_behind_can_neither_be_reached_nor_scrolled(page: Page) -> None:
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('.hc-search--open')"
        )
    expect(page.get_by_role("heading")).to_have_count(0)
    expect(page.get_by_role("link", name="跳到正文")).to_have_count(0)
    page.mouse.move(100, 400)
    page.mouse.wheel(0, 500)
    page.keyboard.press("End")
    assert page.evaluate("scrollY") == 0


def test_empty_field_offers_ways_on(page: Page) -> None:
    expect(page.locator(OPTION)).to_have_text(["售后取消不了？一步步找原因"])
    expect(page.locator(f"{PANEL} .hc-search__lost")).to_be_visible()


def test_button_closes_and_the_focus_goes_back_to_the_icon(page: Page) -> None:
    page.get_by_role("button", name="关闭搜索").click()
    must_be_closed(page)
    expect(page.locator(ICON)).to_be_focused()


def test_escape_closes(page: Page) -> None:
    page.keyboard.type("撤销")
    page.keyboard.press("Escape")
    must_be_closed(page)


def test_back_closes_and_leaves_nothing_in_the_history(page: Page) -> None:
    page.go_back()
    must_be_closed(page)
    opened(page)
    page.get_by_role("button", name="关闭搜索").click()
    must_be_closed(page)
    page.go_back()
    expect(page).to_have_url("about:blank")


def test_search_key_leads_to_the_results(page: Page) -> None:
    expect(page.locator(FIELD)).to_have_attribute("enterkeyhint", "search")
    page.keyboard.type("运费险")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    expect(page.locator(RESULT).first).to_contain_text("运费险")
    assert kept(page) == ["运费险"]


def test_back_from_a_result_leads_to_the_search_and_then_to_the_page(page: Page) -> None:
    page.keyboard.type("运费险")
    page.locator(OPTION).first.click()
    page.wait_for_url("**/freight-insurance/")
    page.go_back()
    expect(page.locator(FORM)).to_have_count(1)
    expect(page.locator(OPTION).first).to_contain_text("运费险")
    page.go_back()
    must_be_closed(page)


def test_box_at_home_takes_the_whole_screen_when_it_is_tapped(visitor: Visitor) -> None:
    page = visitor.open(HOME, has_touch=True)
    page.locator(HERO).tap()
    expect(page.locator(OPTION).first).to_be_visible()
    assert page.locator(FORM).evaluate(BOX) == [0, 0, PHONE["width"], PHONE["height"]]
    page.keyboard.type("运费险")
    expect(page.locator(f"{OPTION} mark").first).to_contain_text("运费险")
    page.get_by_role("button", name="关闭搜索").click()
    expect(page.locator(FORM)).to_have_count(0)
    expect(page.locator(HERO)).to_have_value("运费险")


def test_icon_at_home_opens_the_box_of_the_page(visitor: Visitor) -> None:
    page = visitor.open(HOME)
    page.locator(ICON).click()
    expect(page.locator(HERO)).to_be_focused()
    expect(page.locator(FORM)).to_have_count(1)


def test_tabbing_into_the_box_changes_nothing_until_something_is_typed(visitor: Visitor) -> None:
    page = visitor.open(HOME)
    page.locator(HERO).focus()
    expect(page.locator(HERO)).to_have_attribute("role", "combobox")
    expect(page.locator(FORM)).to_have_count(0)
    page.keyboard.type("运费险")
    expect(page.locator(FORM)).to_have_count(1)


def test_result_in_the_same_page_closes_and_can_be_left_again(page: Page) -> None:
    page.keyboard.type("取消售后申请 配件收到了")
    option = page.locator(OPTION).filter(has_text="怎么取消售后申请").first
    expect(option.locator("b")).to_be_visible()
    option.click()
    page.wait_for_url("**/#problem-solved")
    expect(page.locator(FORM)).to_have_count(0)
    assert page.locator("#problem-solved").evaluate("(part) => part.getBoundingClientRect().top") < PHONE["height"]
    page.go_back()
    expect(page.locator(FORM)).to_have_count(1)
    page.go_back()
    must_be_closed(page)


@pytest.mark.parametrize("words", ["撤销", "ξξξξ"])
@pytest.mark.parametrize("width", [320, 360])
def test_results_fit_a_narrow_screen_and_fingers(width: int, words: str, visitor: Visitor) -> None:
    page = opened(visitor.open(ARTICLE, {"width": width, "height": 640}))
    page.keyboard.type(words)
    expect(page.locator(".hc-header [role=status]")).not_to_be_empty()
    assert too_wide(page, width) == []
    assert too_small(page, 44) == []


@pytest.mark.parametrize("path", [HOME, ARTICLE])
def test_letters_of_double_size_fit(path: str, visitor: Visitor) -> None:
    page = visitor.open(path, {"width": 640, "height": 800})
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%', 'important')")
    page.locator(ICON).click()
    page.keyboard.type("撤销")
    expect(page.locator(OPTION).first).to_be_visible()
    assert too_wide(page, 640) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_page_of_results_fits_with_long_words(width: int, visitor: Visitor) -> None:
    page = visitor.open(f"{SEARCH}?q={'a' * 300}撤销", {"width": width, "height": 640})
    expect(page.locator("main [role=status]")).not_to_be_empty()
    assert too_wide(page, width) == []


@pytest.mark.parametrize("path", [HOME, ARTICLE])
def test_wide_screen_has_no_layer(path: str, visitor: Visitor) -> None:
    page = visitor.open(path, DESKTOP)
    field = page.locator(HERO if path == HOME else FIELD)
    field.click()
    page.keyboard.type("撤销")
    expect(page.locator(OPTION).first).to_be_visible()
    expect(page.get_by_role("heading").first).to_be_visible()
    box = page.locator(PANEL).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= DESKTOP["width"]
    assert too_wide(page, DESKTOP["width"]) == []
