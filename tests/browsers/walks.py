"""What a reader does, in every browser that can be had: ``make test-browsers``. Not a part of ``make test``."""

from __future__ import annotations

import json

import pytest

from tests.browser.kinds import ARTICLE, FAQ, FLOW, HOME, KINDS, SEARCH, TABLES

from .browser import ENTER, ESCAPE
from .site import PLATFORM_ARTICLE
from .walker import Walker

STEP = ".hc-step[data-current]"
TITLE = f"{STEP} h2"
FIELD = ".hc-hero .hc-search__input"
HIT = ".hc-results .hc-hit"
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
NARROW = """[...document.querySelectorAll("*")].filter((box) => /flex/.test(getComputedStyle(box).display)
  && parseFloat(getComputedStyle(box).columnGap || 0) > 0 && !box.closest("[hidden], details:not([open])"))
  .flatMap((box) => [...box.children].map((one) => [box, one]))
  .filter(([box, one]) => one.nextElementSibling && one.getBoundingClientRect().width
    && one.nextElementSibling.getBoundingClientRect().width
    && getComputedStyle(one).position !== "absolute" && getComputedStyle(one.nextElementSibling).position !== "absolute"
    && one.nextElementSibling.getBoundingClientRect().top < one.getBoundingClientRect().bottom
    && one.nextElementSibling.getBoundingClientRect().left - one.getBoundingClientRect().right < 1)
  .map(([box, one]) => box.className + " > " + (one.className.baseVal || one.className || one.tagName))"""
"""Boxes whose style wants a gap beside each child, and where there is none."""


@pytest.mark.parametrize("kind", [*KINDS, "platforms"])
def test_every_kind_of_page_is_whole_and_fits(kind: str, walker: Walker) -> None:
    walker.open({**KINDS, "platforms": PLATFORM_ARTICLE}[kind])
    assert walker.sees("h1")
    assert walker.sees(".hc-logo")
    assert walker.ask(WIDER) <= 0
    assert walker.ask(NARROW) == []


def test_home_leads_to_an_article(walker: Walker) -> None:
    walker.open(HOME)
    assert walker.sees(FIELD)
    walker.tap(".hc-menu > summary")
    assert walker.sees(".hc-menu nav")
    walker.browser.press(ESCAPE)
    walker.until("!document.querySelector('.hc-menu').open")
    walker.tap(f"main a[href*='{ARTICLE.strip('/')}']")
    walker.until(f"location.pathname === '{ARTICLE}' && document.readyState === 'complete'")
    assert walker.sees("h1")
    assert walker.sees(".hc-intro strong"), "the answer stands on the first screen"


def test_a_whole_sentence_finds_an_answer(walker: Walker) -> None:
    walker.open(HOME)
    walker.tap(FIELD)
    walker.browser.type("申请被商家拒绝了怎么办")
    walker.until("document.querySelector('.hc-search__list .hc-hit')")
    walker.browser.press(ENTER)
    walker.until(f"location.pathname === '{SEARCH}' && document.querySelector({json.dumps(HIT)})")
    walker.follow(HIT, "拒绝", FAQ)


def test_pinyin_finds_an_answer(walker: Walker) -> None:
    walker.open(f"{SEARCH}?q=chexiao")
    walker.until(f"document.querySelector({json.dumps(HIT)})")
    assert "撤销" in walker.text(HIT)


def test_a_flow_goes_on_and_back(walker: Walker) -> None:
    walker.open(FLOW)
    first = walker.text(TITLE)
    walker.tap(f"{STEP} a", "售后申请")
    walker.until(f"document.querySelector('{TITLE}').innerText.trim() !== {json.dumps(first)}")
    second = walker.text(TITLE)
    walker.tap(f"{STEP} a", "按钮")
    walker.until(
        f"document.querySelectorAll('.hc-trail li').length === 2 && document.querySelector('{TITLE}').innerText.trim() !== {json.dumps(second)}"
    )
    assert walker.ask("[...document.querySelectorAll('.hc-step')].filter((one) => one.offsetHeight).length") == 1
    assert walker.sees(TITLE)
    for title in (second, first):
        walker.browser.back()
        walker.until(f"document.querySelector('{TITLE}').innerText.trim() === {json.dumps(title)}")


def test_an_address_in_the_middle_of_a_flow_shows_that_question(walker: Walker) -> None:
    walker.open(f"{FLOW}#button")
    walker.until_seen(TITLE)
    assert "按钮" in walker.text(TITLE)


def test_a_platform_is_chosen_once_for_all_pages(walker: Walker) -> None:
    walker.open(PLATFORM_ARTICLE)
    assert "撤销申请" in walker.text(".hc-summary")
    walker.tap(".hc-platforms button", "海港商城")
    walker.until("document.querySelector('.hc-summary').innerText.includes('收回')")
    assert walker.ask("location.search") == "?platform=harbour"
    assert not walker.ask("document.querySelector('#valley-only').offsetHeight")
    walker.open(PLATFORM_ARTICLE)
    assert "收回" in walker.text(".hc-summary")
    walker.open(f"{PLATFORM_ARTICLE}?platform=valley")
    assert "撤销申请" in walker.text(".hc-summary")
    assert walker.ask("document.querySelector('#valley-only').offsetHeight")


def test_a_fold_opens_and_closes(walker: Walker) -> None:
    walker.open(ARTICLE)
    fold = "#time-limit"
    walker.scroll_to(fold)
    assert not walker.sees(f"{fold} p")
    walker.tap(f"{fold} > summary")
    walker.until_seen(f"{fold} p")
    walker.tap(f"{fold} > summary")
    walker.until(f"!document.querySelector('{fold}').open")


@pytest.mark.parametrize(
    ("anchor", "shown"), [("request-rejected", "#request-rejected p"), ("search-record", "#search-record")]
)
def test_an_address_in_a_fold_opens_it(anchor: str, shown: str, walker: Walker) -> None:
    walker.open(f"{ARTICLE}#{anchor}")
    walker.until_seen(shown)
    walker.open(ARTICLE)
    walker.ask(f"(location.hash = '{anchor}', 1)")
    walker.until_seen(shown)


def test_a_table_stays_inside_the_page(walker: Walker) -> None:
    walker.open(TABLES)
    assert walker.ask("document.querySelectorAll('table').length") > 0
    assert walker.ask(WIDER) <= 0


def test_an_answer_is_copied_with_its_address(walker: Walker) -> None:
    walker.open(FAQ)
    walker.tap(".hc-copies button")
    walker.until("/已复制/.test((document.querySelector('.hc-toast') || document.body).innerText)")
    walker.open(SEARCH)
    copied = walker.browser.copied("main .hc-search__input")
    assert "拒绝" in copied
    assert copied.endswith(walker.origin + FAQ)


def test_the_colours_change_and_stay_changed(walker: Walker) -> None:
    walker.open(HOME)
    before = walker.ask("getComputedStyle(document.body).backgroundColor")
    walker.tap("[data-scheme-button]")
    walker.until(f"getComputedStyle(document.body).backgroundColor !== {json.dumps(before)}")
    after = walker.ask("getComputedStyle(document.body).backgroundColor")
    walker.open(ARTICLE)
    assert walker.ask("getComputedStyle(document.body).backgroundColor") == after
