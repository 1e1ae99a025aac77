"""Without JavaScript everything can be read and reached, and nothing is shown that would do nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.conftest import EXAMPLE

from .kinds import ARTICLE, FAQ, HOME, KINDS, SEARCH
from .seeing import tones, unseen_texts
from .visitor import PHONE, Visitor

pytestmark = pytest.mark.browser
Opener = Callable[..., Page]
SOURCE = EXAMPLE / "content" / "articles" / "cancel-after-sales.yaml"
SIGNALS = {"span.hc-signal", "a.hc-button", "button.hc-search__button"}
"""What is dark on a bright ground in the dark scheme too: small things that must be noticed."""

SAID_TWICE = ".hc-topic-nav, .hc-crumbs li:last-child, .hc-printed"
"""The entries of the topic, which its page lists, the title, which stands below, and what only paper says."""
DEAD = """() => [...document.querySelectorAll("button, [role=button], input")].filter((one) => {
  const form = one.closest("form");
  return one.checkVisibility() && !(form && form.hasAttribute("action") && (one.type === "submit" || one.name));
}).map((one) => one.outerHTML.slice(0, 120))"""


@pytest.fixture
def read(visitor: Visitor) -> Opener:
    """Open pages with JavaScript switched off."""

    def opened(path: str, size: dict[str, int] | None = None, **options: object) -> Page:
        return visitor.open(path, size or PHONE, java_script_enabled=False, **options)

    return opened


def titles() -> list[str]:
    """Return the titles that the writer of the article gave its parts."""
    source = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    parts = [part for area in ("reasons", "steps", "precautions", "sections") for part in source[area]]
    parts += [substep for step in source["steps"] for substep in step.get("substeps", ())]
    found = [part["title"] for part in parts if isinstance(part, dict) and "title" in part]
    assert len(found) > 30
    return [source["title"], source["summary"], *found]


def test_script_is_off(read: Opener) -> None:
    page = read(ARTICLE)
    assert page.evaluate("document.body.dataset.questionsStarted") is None


def unseen(page: Page) -> list[str]:
    """Return what cannot be read when every fold is open, but for what is said twice and left out on phones."""
    for summary in page.locator("main details > summary").all():
        if summary.is_visible():
            summary.click()
    page.locator(SAID_TWICE).evaluate_all("found => found.forEach((one) => one.remove())")
    return unseen_texts(page.locator("main"))


def test_every_text_of_the_article_can_be_read(read: Opener) -> None:
    page = read(ARTICLE)
    assert unseen(page) == []
    shown = page.locator("main").inner_text()
    assert [title for title in titles() if title not in shown] == []


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"article", "search", "flow"}))
def test_every_text_of_other_pages_can_be_read(kind: str, read: Opener) -> None:
    page = read(KINDS[kind])
    assert unseen(page) == []
    assert len(page.locator("main").inner_text()) > 20


def test_question_opens_by_click_and_by_key(read: Opener) -> None:
    page = read(ARTICLE)
    question = page.locator("#request-rejected")
    answer = question.locator(".hc-question__answer")
    expect(answer).not_to_be_visible()
    question.locator("summary").click()
    expect(answer).to_be_visible()
    question.locator("summary").press("Enter")
    expect(answer).not_to_be_visible()


def test_menu_opens_and_leads_on(read: Opener) -> None:
    page = read(HOME)
    page.locator(".hc-menu > summary").click()
    page.locator(".hc-menu nav a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.endswith("/withdraw/")


@pytest.mark.parametrize("kind", KINDS)
def test_no_control_is_shown_that_does_nothing(kind: str, read: Opener) -> None:
    dead: list[str] = read(KINDS[kind]).evaluate(DEAD)
    assert not dead, "\n" + "\n".join(dead)


@pytest.mark.parametrize("path", [HOME, ARTICLE, FAQ, SEARCH, "/about/"])
def test_dark_scheme_of_the_device_is_dark(path: str, read: Opener) -> None:
    page = read(path, color_scheme="dark")
    for summary in page.locator("main details > summary").all():
        summary.click()
    pale = [tone for tone in tones(page.locator("body")) if tone["back"] > tone["text"] and tone["back"] > 0.3]
    assert {tone["name"].split(" ")[0] for tone in pale} <= SIGNALS
    assert all(tone["contrast"] >= 4.5 for tone in tones(page.locator("body")))
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    assert max(ground[:3]) < 48


def test_light_scheme_of_the_device_is_light(read: Opener) -> None:
    page = read(ARTICLE, color_scheme="light")
    assert all(tone["contrast"] >= 4.5 for tone in tones(page.locator("body")))
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)")
    assert min(ground[:3]) > 230
