"""Every page works under a strict Content-Security-Policy, without an error and without asking another host."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import visiting
from .kinds import ARTICLE, FAQ, HOME, KINDS, MISSING, RESULT, SEARCH
from .server import serving
from .visitor import Visitor

pytestmark = pytest.mark.browser
CLIPBOARD = ["clipboard-read", "clipboard-write"]


def use_everything(page: Page) -> None:
    """Use each component that the page has."""
    page.locator("[data-scheme-button]").click()
    menu = page.locator(".hc-menu > summary")
    menu.click()
    expect(page.locator(".hc-menu nav")).to_be_visible()
    menu.click()
    for summary in page.locator("main details > summary").all():
        summary.click()
    for button in page.locator(".hc-copy:visible").all():
        button.click()
        page.keyboard.press("Escape")
    for mark in page.locator(".hc-mark").all()[:2]:
        mark.click()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")


@pytest.mark.parametrize("kind", KINDS)
def test_page_and_its_components_break_no_rule(kind: str, visitor: Visitor) -> None:
    page = visitor.open(KINDS[kind], permissions=CLIPBOARD)
    use_everything(page)
    page.wait_for_load_state("networkidle")
    assert visitor.watch.problems == []


def test_search_breaks_no_rule(visitor: Visitor) -> None:
    page = visitor.open(f"{SEARCH}?q=撤销")
    expect(page.locator(RESULT).first).to_be_visible()
    assert visitor.watch.problems == []


def test_page_reached_by_a_form_and_by_links_breaks_no_rule(visitor: Visitor) -> None:
    page = visitor.open(HOME)
    page.locator("main input[type=search]").fill("撤销")
    page.keyboard.press("Enter")
    page.locator(RESULT).first.click()
    expect(page.locator("h1")).to_be_visible()
    page.go_back()
    page.wait_for_load_state("networkidle")
    assert visitor.watch.problems == []


@pytest.mark.parametrize("path", [ARTICLE, FAQ])
def test_copying_without_a_clipboard_breaks_no_rule(path: str, visitor: Visitor) -> None:
    page = visitor.blank()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(visitor.origin + path)
    page.locator(".hc-copy").first.click()
    expect(page.locator(".hc-toast textarea")).to_be_visible()
    assert visitor.watch.problems == []


@pytest.fixture
def plain(site: Path, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Return a reader of the site where no header can be set."""
    with serving(site, policy="") as address:
        yield from visiting(browser, address, request)


@pytest.fixture
def disk(site: Path, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Return a reader of the site as files on a disk."""
    yield from visiting(browser, site.as_uri(), request)


@pytest.mark.parametrize("path", [HOME, ARTICLE, "/about/", "/404.html"])
def test_the_policy_holds_without_a_header(path: str, plain: Visitor) -> None:
    page = plain.open(path)
    assert plain.watch.problems == []
    page.evaluate(BREACHES["policy: script-src-elem"])
    page.wait_for_timeout(200)
    assert any(heard.startswith("policy: script-src-elem") for heard in plain.watch.problems), plain.watch.problems


@pytest.mark.parametrize("path", ["/index.html", "/about/index.html"])
def test_the_policy_holds_on_a_disk_and_forbids_nothing_of_ours(path: str, disk: Visitor) -> None:
    page = disk.open(path)
    use_everything(page)
    assert disk.watch.problems == []
    page.evaluate(BREACHES["policy: script-src-elem"])
    page.wait_for_timeout(200)
    assert any(heard.startswith("policy: script-src-elem") for heard in disk.watch.problems), disk.watch.problems


def test_missing_page_answers_404(visitor: Visitor) -> None:
    page = visitor.blank()
    answer = page.goto(visitor.origin + "/no/such/deep/page")
    assert answer is not None
    assert answer.status == 404
    page.locator("main a").first.click()
    expect(page.locator("h1")).not_to_have_text("没有找到这个页面")
    assert visitor.watch.problems == []


BREACHES = {
    "policy: script-src-elem": "document.body.append(Object.assign(document.createElement('script'), {text: '1'}))",
    "policy: style-src-attr": "document.body.setAttribute('style', 'color: red')",
    "uncaught": "setTimeout(() => { throw new Error('on purpose') })",
    "404": "fetch('/no-such-file.json')",
    "another host": "document.body.append(Object.assign(new Image(), {src: 'http://127.0.0.2:9/picture.png'}))",
}


@pytest.mark.parametrize("problem", BREACHES)
def test_listener_hears_a_breach(problem: str, visitor: Visitor) -> None:
    page = visitor.open(MISSING)
    assert visitor.watch.problems == []
    page.evaluate(BREACHES[problem])
    page.wait_for_timeout(200)
    assert any(heard.startswith(problem) for heard in visitor.watch.problems), visitor.watch.problems
