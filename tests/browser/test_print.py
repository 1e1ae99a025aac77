"""On paper: the text without the frame, every question open, black on white."""

from __future__ import annotations

import base64

import pytest
import zxingcpp
from playwright.sync_api import Page, expect

from .kinds import ARTICLE, FAQ, KINDS
from .seeing import tones, unseen_texts
from .visitor import DESKTOP, Visitor

pytestmark = pytest.mark.browser
A4 = {"width": 794, "height": 1123}
PAPER = {"width": 680, "height": 1000}
"""A sheet of A4 between its margins."""

SHOWN = "all => all.filter((one) => one.checkVisibility()).map((one) => one.className)"
CUT = """(all, width) => all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > width + 1)
  .map((one) => one.outerHTML.slice(0, 80))"""
FRAME = ".hc-header, .hc-footer, .hc-crumbs, .hc-toc, .hc-aside, .hc-related, .hc-copies, .hc-mark, .hc-skip"


def printed(page: Page) -> Page:
    """Show the page as it goes to paper."""
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    return page


PIXELS = """(image) => {
  const canvas = Object.assign(document.createElement("canvas"), {width: 300, height: 300}), pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0, 300, 300);
  const gray = pen.getImageData(0, 0, 300, 300).data.filter((_, place) => place % 4 == 0);
  return btoa(String.fromCharCode(...gray.slice(0, 45000))) + " " + btoa(String.fromCharCode(...gray.slice(45000)));
}"""
"""What an image shows, a byte a pixel, as much as one call takes at a time."""


def must_show_all_answers(page: Page) -> None:
    """Fail when a text among the questions cannot be seen; marks and buttons that copy are not for paper."""
    assert page.locator(".hc-question__answer").count() > 3
    assert [name for name in unseen_texts(page.locator(".hc-questions")) if not {"hc-mark", "hc-copy"} & {*name.split()[0].split(".")}] == []


@pytest.mark.parametrize("kind", KINDS)
def test_frame_is_left_out(kind: str, visitor: Visitor) -> None:
    page = printed(visitor.open(KINDS[kind], A4))
    shown = page.locator(FRAME).evaluate_all(SHOWN)
    assert shown == []
    expect(page.locator("h1")).to_be_visible()


def test_every_question_is_open_and_closes_again(visitor: Visitor) -> None:
    page = visitor.open(f"{ARTICLE}#request-rejected", DESKTOP)
    expect(page.locator(".hc-question[open]")).to_have_count(1)
    printed(page)
    expect(page.locator(".hc-question:not([open])")).to_have_count(0)
    must_show_all_answers(page)
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".hc-question[open]")).to_have_count(1)


def test_every_question_can_be_read_without_script(visitor: Visitor) -> None:
    page = visitor.open(ARTICLE, A4, java_script_enabled=False)
    page.emulate_media(media="print")
    expect(page.locator(".hc-question[open]")).to_have_count(0)
    must_show_all_answers(page)


def test_whole_article_goes_to_paper(visitor: Visitor) -> None:
    page = visitor.open(ARTICLE, A4)
    pages = page.pdf(format="A4").count(b"/Type /Page\n")
    assert 3 < pages < 20


@pytest.mark.parametrize("chosen", [False, True])
@pytest.mark.parametrize("path", [ARTICLE, FAQ, "/platform-comparison/", "/about/"])
def test_text_is_dark_on_white_in_the_dark_scheme(path: str, chosen: bool, visitor: Visitor) -> None:
    page = visitor.open(path, A4, color_scheme="light" if chosen else "dark")
    if chosen:
        page.locator("[data-scheme-button]").click()
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    found = tones(printed(page).locator("body"))
    assert len(found) > 10
    assert [tone for tone in found if tone["back"] < 0.99 or tone["text"] > 0.05] == []


@pytest.mark.parametrize("path", [ARTICLE, "/platform-comparison/"])
def test_nothing_sticks_out_of_the_paper(path: str, visitor: Visitor) -> None:
    page = printed(visitor.open(path, PAPER))
    assert page.locator("main *").evaluate_all(CUT, PAPER["width"]) == []


@pytest.mark.parametrize("path", [ARTICLE])
def test_paper_leads_back_to_the_page_with_a_code_that_screens_do_not_load(path: str, visitor: Visitor) -> None:
    page = visitor.blank(A4)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(visitor.origin + path)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    expect(page.locator(".hc-printed")).to_be_hidden()
    assert [url for url in asked if "code" in url] == []
    printed(page)
    expect(page.locator(".hc-printed")).to_contain_text(f"https://help.example.com{path}")
    image = page.locator(".hc-printed img")
    image.scroll_into_view_if_needed()
    image.evaluate("(image) => image.decode()")
    gray = b"".join(map(base64.b64decode, image.evaluate(PIXELS).split()))
    [found] = zxingcpp.read_barcodes(memoryview(gray).cast("B", (300, 300)))
    assert found.text == f"https://help.example.com{path}"
