"""The search gives what it can when storage, connections or files are broken, and says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from helpcenter.rendering.policy import POLICY

from .conftest import visiting
from .kinds import ARTICLE, HOME, RESULT, SEARCH
from .searching import FIELD, HERO, ICON, OPTION, PANEL, TITLE, broken, pieces, rest, search, uncaught
from .server import serving
from .visitor import DESKTOP, Visitor

pytestmark = pytest.mark.browser
NOTE = f"{PANEL} .hc-search__note"
RETRY = "再试一次"
NOTHING = ("fetch", "XMLHttpRequest", "Worker", "SharedWorker", "caches", "indexedDB")
"""Means that browsers may lack or a policy may forbid."""
NO_STORAGE = {
    "throws": "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})",
    "missing": "Object.defineProperty(window, 'localStorage', {value: undefined})",
    "full": """Object.defineProperty(window, 'localStorage', {
      value: new Proxy({}, {set() { throw new DOMException('no', 'QuotaExceededError'); }})})""",
}


def halved(route: Route) -> None:
    """Answer with half of a file."""
    route.fulfill(status=200, body='HelpcenterSearch.take("piece",{"words":{"a":"(b)', content_type="text/javascript")


def cut(route: Route) -> None:
    """Break the connection off."""
    route.abort()


FAULTS = {"missing": broken, "halved": halved, "cut off": cut}
faults = pytest.mark.parametrize("fault", FAULTS)


def test_search_needs_neither_fetch_nor_workers_nor_caches(visitor: Visitor) -> None:
    page = visitor.blank(DESKTOP)
    for name in NOTHING:
        page.add_init_script(f"Object.defineProperty(window, '{name}', {{value: undefined}})")
    page.goto(visitor.origin + ARTICLE)
    options = search(page, "运费险")
    expect(options.first.locator(".hc-hit__text mark").first).to_be_visible()
    assert visitor.watch.problems == []


@pytest.fixture
def guarded(site: Path, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Return a reader of the site under a policy that lets scripts connect to nothing."""
    with serving(site, POLICY.replace("connect-src 'self'; ", "")) as origin:
        yield from visiting(browser, origin, request)


def test_search_works_where_the_policy_forbids_to_fetch(guarded: Visitor) -> None:
    page = guarded.open(ARTICLE, DESKTOP)
    options = search(page, "运费险")
    expect(options.first.locator(".hc-hit__text mark").first).to_be_visible()
    assert guarded.watch.problems == []


@pytest.mark.parametrize("way", NO_STORAGE)
def test_search_works_where_nothing_can_be_kept(way: str, visitor: Visitor) -> None:
    page = visitor.blank(DESKTOP)
    page.add_init_script(NO_STORAGE[way])
    page.goto(f"{visitor.origin}{SEARCH}?q=运费险")
    expect(page.locator(RESULT).first).to_be_visible()
    page.locator(HERO).fill("")
    expect(page.locator(RESULT)).to_have_count(0)
    page.goto(visitor.origin + ARTICLE)
    search(page, "运费险").first.click()
    page.wait_for_url("**/freight-insurance/")
    assert visitor.watch.problems == []


@faults
@pytest.mark.parametrize("piece", ["texts*", "details*", "site"])
def test_results_come_from_what_is_there_and_the_rest_after_another_try(
    piece: str, fault: str, visitor: Visitor
) -> None:
    page = visitor.open(ARTICLE, DESKTOP)
    page.route(f"**/{piece}.js*", FAULTS[fault])
    options = search(page, "运费险")
    expect(options.first.locator(TITLE)).to_contain_text("运费险")
    expect(page.locator(NOTE)).to_contain_text("没能全部加载")
    page.unroute(f"**/{piece}.js*")
    page.get_by_role("button", name=RETRY).click()
    expect(page.locator(f"{NOTE} >> visible=true")).to_have_count(0)
    expect(options.first.locator(".hc-hit__text")).to_contain_text("运费险")
    expect(options.first.locator(".hc-hit__about")).to_contain_text("常见问题")
    assert uncaught(visitor.watch.problems) == []


def test_details_are_loaded_once_it_is_certain_whose(visitor: Visitor) -> None:
    page, held = visitor.open(ARTICLE, DESKTOP), list[Route]()
    page.route("**/texts*.js*", lambda route: held.append(route))
    options = search(page, "运费险")
    rest(page)
    assert held
    assert not any(name.startswith("details") for name in pieces(visitor.watch.requests))
    held[0].continue_()
    expect(options.first.locator(".hc-hit__text")).to_contain_text("运费险")


@faults
def test_without_the_index_the_search_says_so_and_tries_again(fault: str, visitor: Visitor) -> None:
    page = visitor.blank(DESKTOP)
    page.route("**/index.js*", FAULTS[fault])
    page.goto(visitor.origin + ARTICLE)
    page.locator(FIELD).click()
    page.keyboard.type("运费险")
    expect(page.locator(NOTE)).to_contain_text("没能全部加载")
    expect(page.locator(f"{PANEL} .hc-search__lost .hc-search__do")).to_be_visible()
    page.unroute("**/index.js*")
    page.get_by_role("button", name=RETRY).click()
    expect(page.locator(OPTION).first.locator(TITLE)).to_contain_text("运费险")
    assert uncaught(visitor.watch.problems) == []


def test_broken_copy_in_the_cache_is_loaded_anew(visitor: Visitor) -> None:
    page = visitor.open(ARTICLE, DESKTOP)
    tries: list[str] = []

    def once(route: Route) -> None:
        tries.append(route.request.url)
        if len(tries) == 1:
            halved(route)
        else:
            route.continue_()

    page.route("**/texts0.js*", once)
    search(page, "运费险")
    page.wait_for_load_state("networkidle")
    assert len(tries) == 2
    expect(page.locator(f"{NOTE} >> visible=true")).to_have_count(0)
    assert visitor.watch.problems == []


def test_slow_piece_is_not_waited_for_and_taken_when_it_comes(visitor: Visitor) -> None:
    page = visitor.blank(DESKTOP)
    page.clock.install()
    held: list[Route] = []
    page.route("**/texts0.js*", lambda route: held.append(route))
    page.goto(visitor.origin + ARTICLE)
    page.locator(FIELD).click()
    expect(page.locator(FIELD)).to_have_attribute("role", "combobox")
    page.keyboard.type("运费险")
    page.clock.run_for(1000)
    expect(page.locator(OPTION).first.locator(TITLE)).to_contain_text("运费险")
    expect(page.locator(f"{NOTE} >> visible=true")).to_have_count(0)
    page.clock.run_for(8000)
    expect(page.locator(NOTE)).to_contain_text("没能全部加载")
    held[0].continue_()
    page.wait_for_load_state("networkidle")
    page.clock.run_for(1000)
    expect(page.locator(f"{NOTE} >> visible=true")).to_have_count(0)
    assert visitor.watch.problems == []


@pytest.mark.parametrize("path", [HOME, ARTICLE])
def test_without_its_script_the_form_leads_to_the_page_of_results(path: str, visitor: Visitor) -> None:
    page = visitor.open(path, DESKTOP)
    page.route("**/assets/search.*.js", cut)
    field = page.locator(HERO if path == HOME else FIELD)
    field.click()
    page.keyboard.type("运费险")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    expect(page.locator("[data-search-broken]")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("link", name="查看全部问题")).to_be_visible()
    page.unroute("**/assets/search.*.js")
    page.get_by_role("link", name=RETRY).click()
    expect(page.locator(RESULT).first).to_contain_text("运费险")
    assert uncaught(visitor.watch.problems) == []


def test_page_of_results_without_its_own_script_says_so(visitor: Visitor) -> None:
    page = visitor.open(ARTICLE, DESKTOP)
    page.route("**/assets/results.*.js", cut)
    page.goto(f"{visitor.origin}{SEARCH}?q=运费险")
    expect(page.locator("[data-search-broken]")).to_be_visible()
    assert uncaught(visitor.watch.problems) == []


def test_script_that_failed_is_tried_again_at_the_next_touch(visitor: Visitor) -> None:
    page = visitor.open(ARTICLE, DESKTOP)
    page.route("**/assets/search.*.js", cut)
    with page.expect_event("requestfailed"):
        page.locator(FIELD).click()
    page.unroute("**/assets/search.*.js")
    page.locator("h1").click()
    search(page, "运费险")


def test_without_its_script_the_icon_leads_to_the_page_of_results(visitor: Visitor) -> None:
    page = visitor.open(ARTICLE)
    page.route("**/assets/search.*.js", cut)
    page.locator(ICON).click()
    page.wait_for_url("**/search/?q=")
    expect(page.locator("[data-search-broken]")).to_be_visible()


@pytest.fixture
def disk(site: Path, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Return a reader of the site as files on a disk."""
    yield from visiting(browser, site.as_uri(), request)


def test_search_works_from_a_disk(disk: Visitor) -> None:
    page = disk.open("/index.html", DESKTOP)
    options = search(page, "运费险", HERO)
    expect(options.first.locator(".hc-hit__text mark").first).to_be_visible()
    options.first.click()
    page.wait_for_url("**/freight-insurance/index.html")
    page.locator(FIELD).click()
    page.keyboard.type("取消不了")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html?q=*")
    expect(page.locator(RESULT).first).to_contain_text("取消不了")
    page.locator(HERO).fill("运费险")
    page.keyboard.press("Enter")
    expect(page.locator(RESULT).first).to_contain_text("运费险")
    assert disk.watch.problems == []


def test_results_on_a_disk_are_files_that_exist(disk: Visitor, site: Path) -> None:
    page: Page = disk.open("/search/index.html?q=撤销", DESKTOP)
    expect(page.locator(RESULT)).to_have_count(10)
    for address in page.locator(RESULT).evaluate_all("all => all.map((link) => new URL(link.href).pathname)"):
        assert Path(address).is_file(), address
