"""The choice of a platform: before the first paint, for all pages, in links, in what is copied, and without a script."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser

from tests.making import BASE, PLATFORM_VALUES, article, faq_entry, write

from .conftest import build, visiting
from .seeing import unseen_texts
from .server import serving
from .test_accessibility import check
from .visitor import Visitor

pytestmark = pytest.mark.browser
FLOW = """\
id: which
title: 找原因
summary: 一步步来。
topic: after-sales
start: what
owner: after-sales-team
reviewed: 2026-11-20
questions:
  what:
    ask: 商家处理了吗？
    options:
      yes: {label: 处理了, to: where}
      no: {label: 没有, to: person}
  where:
    ask: 在哪里买的？
    options:
      harbour: {label: 海港商城, platform: harbour, to: withdraw}
      other: {label: 别的平台, to: person}
outcomes:
  withdraw: {title: 去收回, kind: solved, text: '点{{ button }}。', links: [reapply], platforms: harbour}
  person: {title: 问客服, kind: contact, text: 让客服看一眼。, contact: platform}
"""
FILES = {
    "content/platforms.yaml": "- {id: harbour, label: 海港商城, aliases: [海港, hb]}\n- {id: valley, label: 山谷集市}\n",
    "content/values.yaml": PLATFORM_VALUES,
    "content/articles/reapply.yaml": article(
        steps="[{id: one-step, title: 打开订单}, {id: own-step, title: 再点确认, text: 就行。, platforms: [valley]}]"
    ),
    "faq.yaml": faq_entry(reply="'点“{{ button }}”。'", answer="'**{{ button }}** 在最下面。'"),
}
FILES |= {
    "content/flows/which.yaml": FLOW,
    "content/flows/first.yaml": FLOW.replace("id: which", "id: first").replace("start: what", "start: where")
    .replace("platform: harbour, to: withdraw", "platform: harbour, to: able")
    .replace("label: 别的平台, to: person", "label: 别的平台, to: able")
    .replace(", platforms: harbour}", "}")
    .replace("what:\n    ask: 商家处理了吗？", "able:\n    ask: 能点吗？")
    .replace("label: 处理了, to: where", "label: 能, to: withdraw, platforms: valley"),
}
SHOWN = ".hc-step[data-current]"
SHORT, CHOICE = ".hc-short__text", ".hc-platforms button"


@pytest.fixture(scope="module")
def market(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("platforms")
    write(folder, {**BASE, **FILES})
    with serving(build(folder, folder / "site")) as address:
        yield address


@pytest.fixture
def visitor(browser: Browser, market: str, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    yield from visiting(browser, market, request)


def test_a_choice_holds_for_all_pages_and_stands_in_the_address(visitor: Visitor, axe: str) -> None:
    page = visitor.open("/can-withdraw/")
    assert page.inner_text(SHORT) == "点“撤销”。"
    page.click(f"{CHOICE} >> text=海港商城")
    assert page.inner_text(SHORT) == "点“收回”。"
    assert page.url.endswith("/can-withdraw/?platform=harbour")
    assert page.eval_on_selector_all(CHOICE, "all => all.map((one) => one.ariaPressed)") == ["false", "true", "false"]
    check(page, axe)
    page.goto(f"{visitor.origin}/reapply/")
    assert not page.is_visible("#own-step"), "a part for others is not shown"
    page.click(f"{CHOICE} >> text=所有平台")
    assert page.is_visible("#own-step") and page.inner_text(".hc-only") == "只在山谷集市"
    assert "platform" not in page.url


def test_nothing_moves_when_a_page_opens_with_a_choice(visitor: Visitor) -> None:
    page = visitor.open("/can-withdraw/?platform=harbour")
    watch = """() => new Promise((done) => {
      let moved = 0;
      new PerformanceObserver((list) => { list.getEntries().forEach((shift) => { moved += shift.value; }); })
        .observe({type: "layout-shift", buffered: true});
      setTimeout(() => done(moved), 300);
    })"""
    assert page.evaluate(watch) == 0
    page.emulate_media(media="print")
    assert page.inner_text(SHORT) == "点“收回”。", "paper says what was chosen"


def test_a_link_carries_the_choice_and_an_unknown_one_says_what_holds_for_all(visitor: Visitor) -> None:
    page = visitor.open("/can-withdraw/?platform=harbour")
    assert page.inner_text(SHORT) == "点“收回”。"
    page.goto(f"{visitor.origin}/can-withdraw/?platform=nowhere")
    assert page.inner_text(SHORT) == "点“撤销”。"
    assert page.get_attribute("html", "data-platform") is None
    page.goto(f"{visitor.origin}/can-withdraw/")
    assert page.inner_text(SHORT) == "点“收回”。", "what was chosen before still holds"


def test_what_is_copied_speaks_of_the_platform(visitor: Visitor) -> None:
    page = visitor.open("/can-withdraw/?platform=harbour")
    said = page.evaluate("HelpcenterComponent.textOf(document.querySelector('.hc-short__text'))")
    assert said == "点“收回”。"
    page.evaluate("delete document.documentElement.dataset.platform")
    assert page.evaluate("HelpcenterComponent.textOf(document.querySelector('.hc-short__text'))") == "点“撤销”。"


@pytest.mark.parametrize(("query", "found"), [("海港 撤销", "?platform=harbour"), ("撤销", ""), ("hbo 撤销", "")])
def test_a_query_that_names_a_platform_leads_to_its_words(visitor: Visitor, query: str, found: str) -> None:
    page = visitor.open("/search/?" + urlencode({"q": query}))
    page.click(".hc-hit[href*='can-withdraw']")
    page.wait_for_url(f"**/can-withdraw/{found}")
    assert page.inner_text(SHORT) == ("点“收回”。" if found else "点“撤销”。")


def test_a_flow_asks_for_the_platform_once(visitor: Visitor) -> None:
    page = visitor.open("/which/")
    page.click(f"{SHOWN} a >> text=处理了")
    page.wait_for_selector(f"{SHOWN} h2 >> text=在哪里买的？")
    page.click(f"{SHOWN} a >> text=海港商城")
    page.wait_for_url("**/which/?platform=harbour#withdraw?what=yes&where=harbour")
    page.wait_for_selector(f"{SHOWN} h2 >> text=去收回")
    page.click(".hc-flow__tools [data-do=restart]")
    page.click(f"{SHOWN} a >> text=处理了")
    page.wait_for_selector(f"{SHOWN} h2 >> text=去收回")  # who has chosen is not asked
    assert page.locator(".hc-trail li").count() == 2, "what was not asked stands in the trail"
    page.click(".hc-trail li:nth-child(2) a")
    page.wait_for_selector(f"{SHOWN} h2 >> text=在哪里买的？")  # and may be changed
    page.click(f"{SHOWN} a >> text=别的平台")
    page.wait_for_selector(f"{SHOWN} h2 >> text=问客服")


def test_a_flow_that_begins_with_the_platform_begins_behind_it(visitor: Visitor) -> None:
    page = visitor.open("/first/?platform=harbour")
    page.wait_for_selector(f"{SHOWN} h2 >> text=能点吗？")
    page.keyboard.press("1")  # the first of those that are seen
    page.wait_for_selector(f"{SHOWN} h2 >> text=问客服")
    page.evaluate("localStorage.clear()")
    page.goto(f"{visitor.origin}/first/")
    page.click(f"{SHOWN} a >> text=别的平台")
    assert page.inner_text(f"{SHOWN} .hc-only >> nth=0") == "只在山谷集市"


@pytest.mark.parametrize(
    ("query", "said"),
    [("", "只在海港商城"), ("?platform=harbour", ""), ("?platform=valley", "只在海港商城，你选的是别的平台，不一定适用。")],
)
def test_who_chose_another_platform_is_told_what_an_outcome_is_for(visitor: Visitor, query: str, said: str) -> None:
    page = visitor.open(f"/which/{query}#withdraw?what=yes&where=harbour")
    page.wait_for_selector(f"{SHOWN} h2 >> text=去收回")
    assert page.locator(f"{SHOWN} .hc-limit").is_visible() == bool(said)
    assert (page.inner_text(f"{SHOWN} .hc-limit") if said else "") == said


def test_without_a_script_pages_say_what_holds_for_all(browser: Browser, market: str) -> None:
    page = browser.new_page(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page.goto(f"{market}/can-withdraw/?platform=harbour")
    assert page.inner_text(SHORT) == "点“撤销”。"
    assert not page.is_visible(".hc-platforms")
    table = page.locator(".hc-sources table")
    assert "收回" in str(table.text_content()) and unseen_texts(table), "folded on the screen"
    page.emulate_media(media="print")
    assert unseen_texts(table) == []
    assert page.locator("html").evaluate("one => one.scrollWidth <= one.clientWidth")
    page.close()
