"""The answer is on the first screen of a phone, and a link to a place on a page arrives there at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from .first_screen import LOWEST, MEASURE, PHONE, faults_of
from .kinds import ARTICLE, FAQ
from .visitor import DESKTOP, Visitor, until

pytestmark = pytest.mark.browser


def test_every_page_answers_on_its_first_screen(site: Path, visitor: Visitor) -> None:
    found = list(faults_of(visitor, site))
    assert len(found) > 10
    assert [one for one in found if one.faults] == []


def test_an_answer_that_begins_lower_is_found(visitor: Visitor) -> None:
    page = visitor.open(FAQ, PHONE)
    before = page.evaluate(MEASURE)["answer"]
    page.evaluate("document.querySelector('h1').style.paddingTop = '300px'")
    assert before <= LOWEST < page.evaluate(MEASURE)["answer"] == before + 300


@pytest.mark.parametrize("script", [True, False])
def test_an_address_of_a_folded_part_shows_it(script: bool, visitor: Visitor) -> None:
    page = visitor.open(f"{ARTICLE}#request-rejected", PHONE, java_script_enabled=script)
    expect(page.locator("#request-rejected .hc-reply")).to_be_in_viewport()


def test_contents_are_one_line_on_a_phone_and_follow_the_reader_on_a_wide_screen(visitor: Visitor) -> None:
    page = visitor.open(ARTICLE, PHONE)
    contents = page.locator(".hc-toc")
    box = contents.bounding_box()
    assert box is not None and 44 <= box["height"] <= 50
    contents.locator("summary").click()
    expect(contents.locator("a").first).to_be_visible()
    page.set_viewport_size({"width": DESKTOP["width"], "height": DESKTOP["height"]})
    page.evaluate("location.hash = 'precautions'")
    expect(contents.locator("[data-now]")).to_have_attribute("href", "#precautions")
    expect(contents.locator("a").first).to_be_in_viewport()


@pytest.mark.parametrize("script", [True, False])
def test_contents_stand_open_beside_the_text(script: bool, visitor: Visitor) -> None:
    page = visitor.open(ARTICLE, DESKTOP, java_script_enabled=script)
    expect(page.locator(".hc-toc a").first).to_be_visible()


def test_a_phone_shares_in_its_own_way(visitor: Visitor) -> None:
    page = visitor.blank(PHONE)
    page.add_init_script("navigator.share = (what) => { window.shared = what; return Promise.reject(new DOMException('no', 'AbortError')); }")
    page.goto(f"{visitor.origin}{FAQ}#answer")
    page.get_by_role("button", name="分享").click()
    until(page, "window.shared !== undefined")
    assert page.evaluate("window.shared.url") == visitor.origin + FAQ
    assert visitor.watch.problems == []
