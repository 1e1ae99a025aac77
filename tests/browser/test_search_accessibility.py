"""axe-core finds nothing to complain about while one searches, and what assistive technology needs is there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .kinds import ARTICLE, HOME, RESULT, SEARCH
from .searching import FIELD, HERO, ICON, OPTION, PANEL, broken, keep
from .seeing import tones
from .test_accessibility import check
from .visitor import DESKTOP, Visitor, sizes

pytestmark = pytest.mark.browser
STATES = {"results": "撤销", "nothing": "ξξξξ"}


def opened(page: Page, words: str) -> Page:
    """Open the search of the page and type."""
    field = page.locator(f"{FIELD}, {HERO}").first
    (field if field.is_visible() else page.locator(ICON)).click()
    page.keyboard.type(words)
    expect(page.locator(PANEL)).to_be_visible()
    page.wait_for_load_state("networkidle")
    return page


@sizes
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("path", [HOME, ARTICLE], ids=["home", "article"])
def test_open_list(path: str, state: str, size: dict[str, int], visitor: Visitor, axe: str) -> None:
    page = opened(visitor.open(path, size), STATES[state])
    expect(page.locator("[role=status]").first).not_to_be_empty()
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{OPTION}[aria-selected=true]")).to_have_count(1)
    # Only there: what the list covers by half would count as too small a target.
    check(page, axe, ".hc-search--open")


@sizes
def test_open_list_of_kept_searches(size: dict[str, int], visitor: Visitor, axe: str) -> None:
    page = visitor.open(ARTICLE, size)
    keep(page, '["运费", "撤销"]')
    opened(page, "")
    expect(page.locator(OPTION).first).to_have_text("运费")
    check(page, axe, ".hc-search--open")


@sizes
def test_open_list_after_a_failure(size: dict[str, int], visitor: Visitor, axe: str) -> None:
    page = visitor.open(ARTICLE, size)
    page.route("**/texts0.js*", broken)
    opened(page, "撤销")
    expect(page.locator(f"{PANEL} .hc-search__note button")).to_be_visible()
    check(page, axe, ".hc-search--open")


@sizes
@pytest.mark.parametrize("query", ["?q=撤销", "?q=撤销&audience=merchant", "?q=ξξξξ", "?q=zzzzqqqq", "?q="])
def test_page_of_results(query: str, size: dict[str, int], visitor: Visitor, axe: str) -> None:
    page = visitor.open(SEARCH, size)
    keep(page, '["运费", "撤销"]')
    page.goto(f"{visitor.origin}{SEARCH}{query}")
    expect(page.locator(RESULT).first).to_be_visible()
    page.wait_for_load_state("networkidle")
    check(page, axe)


@pytest.mark.parametrize(
    ("missing", "notice"),
    [("**/index.js*", "main .hc-search__note button"), ("**/assets/search.*.js", "[data-search-broken]")],
    ids=["index", "script"],
)
def test_page_of_results_after_a_failure(missing: str, notice: str, visitor: Visitor, axe: str) -> None:
    page = visitor.blank(DESKTOP)
    page.route(missing, broken)
    page.goto(f"{visitor.origin}{SEARCH}?q=撤销")
    expect(page.locator(notice)).to_be_visible()
    check(page, axe)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_of_the_list_can_be_read_on_its_ground(scheme: str, visitor: Visitor) -> None:
    page = visitor.open(ARTICLE, DESKTOP)
    page.locator("html").evaluate("(root, scheme) => { root.dataset.scheme = scheme; }", scheme)
    opened(page, "撤销")
    page.keyboard.press("ArrowDown")
    found = tones(page.locator(PANEL))
    assert len(found) > 20
    assert [tone for tone in found if tone["contrast"] < 4.5] == []


def test_field_and_list_say_what_they_are(visitor: Visitor) -> None:
    page = opened(visitor.open(ARTICLE, DESKTOP), "撤销")
    field = page.get_by_role("combobox", name="搜索帮助中心", expanded=True)
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-autocomplete", "list")
    names = page.locator(f"#{field.get_attribute('aria-controls')}")
    expect(names).to_have_role("listbox")
    expect(names).to_have_accessible_name("搜索结果")
    ids: list[str] = page.locator(OPTION).evaluate_all("all => all.map((option) => option.id)")
    assert len(set(ids)) == len(ids) == 7
    assert page.locator(f"{OPTION}:not([tabindex='-1'])").count() == 0
    expect(page.get_by_role("search")).to_have_count(1)


def test_number_of_results_is_said_once_for_a_word_typed_fast(visitor: Visitor) -> None:
    page = visitor.open(ARTICLE, DESKTOP)
    page.locator(FIELD).click()
    status = page.locator(".hc-header [role=status]")
    status.evaluate("""(status) => {
      window.said = [];
      new MutationObserver(() => said.push(status.textContent)).observe(status, {childList: true});
    }""")
    page.keyboard.type("退款失败了怎么办")
    expect(status).to_contain_text("条结果")
    page.wait_for_load_state("networkidle")
    assert len(set(page.evaluate("said"))) == 1
