"""The small scripts: colour scheme, menu, copying, questions in place; each also when it runs a second time."""

from __future__ import annotations

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.conftest import EXAMPLE

from .kinds import ARTICLE, FAQ, HOME
from .visitor import PHONE, Visitor, until

pytestmark = pytest.mark.browser
CLIPBOARD = ["clipboard-read", "clipboard-write"]
READ = "navigator.clipboard.readText()"
NO_CLIPBOARD = {
    "missing": "Object.defineProperty(navigator, 'clipboard', {value: undefined})",
    "denied": "navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'))",
}
NO_STORAGE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("storage is blocked", "SecurityError"); }
})"""
COUNT_COPIES = """window.copies = 0;
const write = navigator.clipboard.writeText.bind(navigator.clipboard);
navigator.clipboard.writeText = (text) => { window.copies++; return write(text); };"""


def scheme(page: Page) -> str:
    """Return the colour scheme that the page shows."""
    return str(page.evaluate("getComputedStyle(document.documentElement).colorScheme"))


def run_scripts_again(page: Page) -> None:
    """Run each script of the page once more."""
    for address in page.locator("script[src]").evaluate_all("all => all.map((script) => script.src)"):
        page.add_script_tag(url=address)


GREETING = "你好，"


def reply() -> str:
    """Return the reply of the FAQ entry that the tests read."""
    entries = yaml.safe_load((EXAMPLE / "faq.yaml").read_text(encoding="utf-8"))
    return next(str(entry["reply"]) for entry in entries if entry["id"] == FAQ.strip("/"))


@pytest.mark.parametrize("device", ["light", "dark"])
def test_scheme_button_changes_the_scheme_and_it_stays(device: str, visitor: Visitor) -> None:
    other = "dark" if device == "light" else "light"
    page = visitor.open(HOME, color_scheme=device)
    button = page.locator("[data-scheme-button]")
    assert scheme(page) == device
    button.click()
    assert scheme(page) == other
    expect(button).to_have_attribute("aria-pressed", str(other == "dark").lower())
    page.reload()
    assert scheme(page) == other
    expect(button).to_have_attribute("aria-pressed", str(other == "dark").lower())
    page.goto(visitor.origin + ARTICLE)
    assert scheme(page) == other
    button.click()
    assert scheme(page) == device


def test_scheme_button_works_without_storage(visitor: Visitor) -> None:
    page = visitor.blank()
    page.add_init_script(NO_STORAGE)
    page.goto(visitor.origin + HOME)
    page.locator("[data-scheme-button]").click()
    assert scheme(page) == "dark"
    page.locator("[data-scheme-button]").click()
    assert scheme(page) == "light"
    assert visitor.watch.problems == []


def test_stored_nonsense_is_no_scheme(visitor: Visitor) -> None:
    page = visitor.open(HOME)
    page.locator("[data-scheme-button]").click()
    page.evaluate("for (const key of Object.keys(localStorage)) localStorage.setItem(key, '<b>')")
    page.reload()
    assert scheme(page) == "light"
    assert page.evaluate("document.documentElement.outerHTML.includes('<b>')") is False


def test_menu_closes_with_escape_and_gives_focus_back(visitor: Visitor) -> None:
    page = visitor.open(HOME)
    summary, menu = page.locator(".hc-menu > summary"), page.locator(".hc-menu nav")
    summary.click()
    page.keyboard.press("Tab")
    expect(menu.locator("a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).not_to_be_visible()
    expect(summary).to_be_focused()


def test_menu_closes_by_a_click_elsewhere(visitor: Visitor) -> None:
    page = visitor.open(HOME)
    menu = page.locator(".hc-menu nav")
    page.locator(".hc-menu > summary").click()
    expect(menu).to_be_visible()
    page.mouse.click(5, PHONE["height"] - 5)
    expect(menu).not_to_be_visible()


def test_click_inside_the_menu_keeps_it_open(visitor: Visitor) -> None:
    page = visitor.open(HOME)
    menu = page.locator(".hc-menu nav")
    page.locator(".hc-menu > summary").click()
    menu.click(position={"x": 3, "y": 40})
    expect(menu).to_be_visible()


@pytest.mark.parametrize("reason", NO_CLIPBOARD)
def test_text_is_offered_selected_when_it_cannot_be_copied(reason: str, visitor: Visitor) -> None:
    page = visitor.blank()
    page.add_init_script(NO_CLIPBOARD[reason])
    page.goto(visitor.origin + FAQ)
    page.get_by_role("button", name="复制短回复和链接").click()
    field = page.locator(".hc-toast textarea")
    expect(field).to_be_focused()
    expect(field).to_have_value(f"{GREETING}{reply()}\n{visitor.origin}{FAQ}")
    assert page.evaluate("getSelection().toString()") == f"{GREETING}{reply()}\n{visitor.origin}{FAQ}"
    assert visitor.watch.problems == []


def test_address_of_a_question_opens_it(visitor: Visitor) -> None:
    page = visitor.open(f"{ARTICLE}#request-rejected")
    expect(page.locator("#request-rejected .hc-question__answer")).to_be_visible()
    assert page.locator("main .hc-question[open]").count() == 1


def test_link_to_a_question_on_the_same_page_opens_it(visitor: Visitor) -> None:
    page = visitor.open(ARTICLE)
    page.evaluate("location.hash = 'request-rejected'")
    expect(page.locator("#request-rejected .hc-question__answer")).to_be_visible()


@pytest.mark.parametrize("anchor", ["%", "%E4%BD", "no-such-part", "<img src=x>"])
def test_odd_address_breaks_nothing(anchor: str, visitor: Visitor) -> None:
    page = visitor.open(f"{ARTICLE}#{anchor}", permissions=CLIPBOARD)
    page.get_by_role("button", name="复制短回复和链接").click()
    expect(page.get_by_role("status")).to_contain_text("已复制")
    assert visitor.watch.problems == []


@pytest.mark.parametrize("path", [ARTICLE, FAQ])
def test_scripts_that_run_twice_double_nothing(path: str, visitor: Visitor) -> None:
    page = visitor.blank(permissions=CLIPBOARD)
    page.add_init_script(COUNT_COPIES)
    page.goto(visitor.origin + path)
    count = page.locator("button").count()
    run_scripts_again(page)
    assert page.locator("button").count() == count
    page.locator("[data-scheme-button]").click()
    assert scheme(page) == "dark"
    page.locator(".hc-menu > summary").click()
    expect(page.locator(".hc-menu nav")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".hc-menu nav")).not_to_be_visible()
    page.locator(".hc-copy").first.click()
    expect(page.get_by_role("status")).to_contain_text("已复制")
    page.locator(".hc-mark").first.click()
    expect(page.locator(".hc-toast")).to_have_count(1)
    until(page, "window.copies === 2")
    assert visitor.watch.problems == []
