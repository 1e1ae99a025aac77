"""Whatever stands in titles or is typed into the search shows as text, runs nothing and holds nothing up."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from helpcenter.rendering.policy import POLICY

from .conftest import build, visiting
from .hostile import PAYLOADS, write_project
from .kinds import ARTICLE, RESULT, SEARCH
from .searching import FIELD, HERO, OPTION, PANEL, TITLE, kept
from .seeing import too_wide
from .server import serving
from .visitor import DESKTOP, PHONE, Visitor, until

pytestmark = pytest.mark.browser
HURT = "window.pwned !== undefined || document.querySelector('img:not(.hc-printed *), .hc-hit script, .hc-hit [onmouseover]') !== null"
QUERIES = {
    "markup": "<img src=x onerror=window.pwned=1>",
    "script": "</title><script>window.pwned=1</script>",
    "quotes": "\"' onmouseover=window.pwned=1 x=",
    "expression": "(a+)+$ [ \\ ^ ( ) * + ? . {1,",
    "repeated": "(a|a)*" * 40,
    "letters": "a" * 10_000,
    "characters": "撤销" * 2_500,
    "words": "cancel " * 1_500,
    "emoji": "👨‍👩‍👧‍👦🏳️‍🌈" * 30,
    "right to left": "\u202eكيف ألغي الطلب\u202c",
    "half a pair": "撤销\ud83d 运费\udc00",
    "nothing": "\u0000\u200b\ufeff",
    "names of objects": "__proto__ constructor toString",
    "patterns": "$& $1 {count} {query}",
    "ligatures": "ﬁﬁ İ ß Ǆ ㍿",
}
queries = pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
ANSWER = """(query) => {
  const field = document.querySelector(".hc-header .hc-search__input");
  field.value = query;
  const start = performance.now();
  field.dispatchEvent(new InputEvent("input", {bubbles: true}));
  return performance.now() - start;
}"""
LIMIT = 50
"""Milliseconds that an answer may take, the drawing of its list included."""


@pytest.fixture(scope="module")
def trap(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Build a site whose every text tries to break out; gives a number that only the title of an article has too."""
    folder = tmp_path_factory.mktemp("trap")
    typed = write_project(folder)
    title = next(text for field, text in typed.items() if field.startswith("Article.title"))
    return build(folder, folder / "site"), title.split()[1]


@pytest.fixture(params=[POLICY, ""], ids=["strict policy", "no policy"])
def victim(trap: tuple[Path, str], browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Return a reader of that site, protected by a policy or not."""
    with serving(trap[0], request.param) as origin:
        yield from visiting(browser, origin, request)


def started(page: Page) -> Page:
    """Wait until the search has its index."""
    page.locator(FIELD).click()
    expect(page.locator(FIELD)).to_have_attribute("role", "combobox")
    page.wait_for_load_state("networkidle")
    return page


@queries
def test_typed_text_runs_nothing_and_is_answered_at_once(query: str, visitor: Visitor) -> None:
    page = started(visitor.open(ARTICLE, DESKTOP))
    page.evaluate(ANSWER, "撤销")
    page.wait_for_load_state("networkidle")
    times = [float(page.evaluate(ANSWER, query)) for _ in range(3)]
    assert min(times) < LIMIT, times
    expect(page.locator(PANEL)).to_have_count(1)
    assert page.evaluate(HURT) is False
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    expect(page.locator("main [role=status]")).not_to_be_empty()
    assert page.evaluate(HURT) is False
    assert too_wide(page, DESKTOP["width"]) == []
    assert visitor.watch.problems == []


@queries
def test_address_with_any_text_runs_nothing(query: str, visitor: Visitor) -> None:
    page = visitor.open(f"{SEARCH}?q={quote(query, errors='replace')}", PHONE)
    expect(page.locator("main [role=status]")).not_to_be_empty()
    assert page.evaluate(HURT) is False
    assert len(page.locator(HERO).input_value()) <= 200
    assert len(page.title()) < 250
    assert too_wide(page, PHONE["width"]) == []
    assert visitor.watch.problems == []


@pytest.mark.parametrize("query", ["%", "%ud83d", "?q=a&q=b&topic=x&audience[]=1&__proto__=1", "#<b>"])
def test_broken_address_does_no_harm(query: str, visitor: Visitor) -> None:
    page = visitor.open(f"{SEARCH}?q=撤销&topic={query}", PHONE)
    expect(page.locator("[data-part=filters]")).to_be_visible()
    assert visitor.watch.problems == []


def test_kept_search_shows_as_text(visitor: Visitor) -> None:
    page = visitor.open(f"{SEARCH}?q={quote(QUERIES['markup'])}", DESKTOP)
    until(page, "localStorage.getItem('helpcenter.searches') !== null")
    assert kept(page) == [QUERIES["markup"]]
    page.goto(visitor.origin + ARTICLE)
    started(page)
    expect(page.locator(OPTION)).to_have_text([QUERIES["markup"]])
    assert page.evaluate(HURT) is False


def test_hostile_titles_and_texts_show_as_typed(victim: Visitor, trap: tuple[Path, str]) -> None:
    page = started(victim.open("/next/", DESKTOP))
    page.keyboard.type(trap[1])
    option = page.locator(OPTION).first
    expect(option.locator(".hc-hit__text")).not_to_be_empty()
    expect(option.locator(f"{TITLE} mark")).to_have_text(trap[1])
    shown = option.locator(TITLE).text_content() or ""
    assert [payload for payload in PAYLOADS if payload not in shown] == []
    page.goto(f"{victim.origin}{SEARCH}?q={trap[1]}")
    expect(page.locator(f"{RESULT} .hc-hit__text").first).not_to_be_empty()
    assert page.evaluate("window.pwned") is None
    assert page.locator("main img:not(.hc-printed *)").count() == 0
    assert set(page.locator("a[href]").evaluate_all("all => all.map((link) => link.protocol)")) <= {"http:", "https:"}
    assert too_wide(page, DESKTOP["width"]) == []
    assert victim.watch.problems == []


def test_every_shape_of_a_piece_is_survived(visitor: Visitor) -> None:
    page = visitor.blank(DESKTOP)
    long = "撤销" + "<b>" * 3_000
    site = {
        "words": {"search.weak": "<i>"},
        "topics": {"withdraw": long},
        "flow": [long, long],
        "contacts": [[long, long]],
    }
    body = f'HelpcenterSearch.take("site",{json.dumps(site)});\n'
    page.route("**/site.js*", lambda route: route.fulfill(body=body, content_type="text/javascript"))
    page.goto(visitor.origin + ARTICLE)
    started(page)
    page.keyboard.type("ξξξ")
    expect(page.locator(f"{PANEL} .hc-search__lost")).to_contain_text("<b><b>")
    assert page.locator(f"{PANEL} i, {PANEL} .hc-hit b").count() == 0
    assert too_wide(page, DESKTOP["width"]) == []
    assert visitor.watch.problems == []
