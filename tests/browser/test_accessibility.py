"""axe-core finds nothing to complain about: WCAG 2.2 A and AA and its best practices, on every kind of page."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from helpcenter.rendering.bundles import assets
from helpcenter.rendering.palette import as_hex, parsed

from .kinds import ARTICLE, FAQ, HOME, KINDS
from .visitor import DESKTOP, PHONE, Visitor, sizes

pytestmark = pytest.mark.browser

OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
COLORS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
"""The rules that ask for colours: enough where a scheme moves nothing."""
BOXES = """() => [...document.body.querySelectorAll("*")].map((one) => {
  const {x, y, width, height} = one.getBoundingClientRect();
  return [x, y, width, height].join();
}).join(" ")"""
RUN = "([part, options]) => axe.run(part, options).then(found => ({rules: axe.getRules().length, ...found}))"
STOP_TIMERS = "for (let timer = setTimeout(() => {}); timer > 0; timer--) clearTimeout(timer)"
"""Keeps a message that would go after a while."""



def violations(page: Page, axe: str, part: str = "html", options: dict[str, Any] = OPTIONS) -> list[str]:
    """Return what axe finds in one part of the page, a line each: rule, element, what is wrong."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(axe)
    found: dict[str, Any] = page.evaluate(RUN, [part, options])
    assert found["rules"] > 80
    return [
        f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def check(page: Page, axe: str, part: str = "html") -> None:
    """Fail with everything that axe finds in light colours, and in dark ones, where nothing has moved."""
    page.emulate_media(color_scheme="light")
    found, boxes = [f"light: {line}" for line in violations(page, axe, part)], page.evaluate(BOXES)
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(BOXES) == boxes
    found += [f"dark: {line}" for line in violations(page, axe, part, COLORS)]
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("kind", KINDS)
def test_page(kind: str, visitor: Visitor, axe: str) -> None:
    """On a wide screen, then as narrow as a phone; the tests of what ships open each kind on a phone."""
    page = visitor.open(KINDS[kind], DESKTOP)
    check(page, axe)
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    check(page, axe)


@pytest.mark.parametrize(("path", "color"), [(HOME, "brown"), (ARTICLE, "deep-purple")])
def test_another_primary_color(path: str, color: str, visitor: Visitor, axe: str) -> None:
    """The style sheet is sent in another colour; nothing else of a page depends on it."""
    light, ours = parsed(color), assets().style
    assert light is not None
    page = visitor.blank()
    page.route(f"**/{ours.path}", lambda route: route.fulfill(body=assets(light).style.content, content_type="text/css"))
    page.goto(visitor.origin + path)
    assert page.evaluate("getComputedStyle(document.body).getPropertyValue('--hc-brand')") == as_hex(light)
    check(page, axe)


@sizes
@pytest.mark.parametrize("path", [HOME, ARTICLE])
def test_open_menu(path: str, size: dict[str, int], visitor: Visitor, axe: str) -> None:
    page = visitor.open(path, size)
    page.locator(".hc-menu > summary").click()
    expect(page.locator(".hc-menu nav")).to_be_visible()
    # Only there: what the open menu covers by half would count as too small a target.
    check(page, axe, ".hc-header")


@sizes
def test_open_questions(size: dict[str, int], visitor: Visitor, axe: str) -> None:
    page = visitor.open(ARTICLE, size)
    for summary in page.locator(".hc-question > summary").all():
        summary.click()
    check(page, axe)


@pytest.mark.parametrize("works", [True, False])
def test_message_after_copying(works: bool, visitor: Visitor, axe: str) -> None:
    page = visitor.blank(permissions=["clipboard-read", "clipboard-write"])
    if not works:
        page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto(visitor.origin + FAQ)
    page.locator(".hc-copy").first.click()
    expect(page.locator(".hc-toast")).to_be_visible()
    page.evaluate(STOP_TIMERS)
    check(page, axe)
    expect(page.locator(".hc-toast")).to_be_visible()


@pytest.mark.parametrize("device", ["light", "dark"])
def test_chosen_scheme_against_that_of_the_device(
    device: Literal["light", "dark"], visitor: Visitor, axe: str
) -> None:
    page = visitor.open(ARTICLE, color_scheme=device)
    page.locator("[data-scheme-button]").click()
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") != device
    found = violations(page, axe)
    assert not found, "\n" + "\n".join(found)


def test_axe_sees_a_fault(visitor: Visitor, axe: str) -> None:
    page = visitor.open(ARTICLE)
    page.evaluate("document.querySelector('h1').style.color = '#eee'")
    assert any(line.startswith("color-contrast: h1") for line in violations(page, axe))


def test_axe_sees_a_fault_of_dark_colours_only(visitor: Visitor, axe: str) -> None:
    page = visitor.open(ARTICLE)
    page.evaluate("document.querySelector('h1').style.color = '#111'")
    with pytest.raises(AssertionError, match="dark: color-contrast: h1"):
        check(page, axe)


def test_what_moves_in_dark_colours_is_seen(visitor: Visitor, axe: str) -> None:
    page = visitor.open(ARTICLE)
    page.evaluate("""() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("@media (prefers-color-scheme: dark) { .hc-footer p { padding-top: 1px } }");
      document.adoptedStyleSheets = [sheet];
    }""")
    with pytest.raises(AssertionError, match="assert"):
        check(page, axe)


@pytest.mark.parametrize("kind", ["article", "faq", "topic", "questions", "home"])
def test_special_readers_hear_each_heading_by_its_own_words(kind: str, visitor: Visitor) -> None:
    page = visitor.open(KINDS[kind])
    titles: list[str] = page.locator("main :is(h1, h2, h3):not(details *)").locator("visible=true").all_inner_texts()
    assert len(titles) > 1
    for title in titles:
        assert "#" not in title
        expect(page.get_by_role("heading", name=title, exact=True).first).to_be_visible()
