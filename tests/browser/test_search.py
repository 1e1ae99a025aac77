"""The box of the search: results as one types, by mouse and by keys, and nothing loaded before it is touched."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from helpcenter.pages.search import POINTER

from .kinds import ARTICLE, HOME, RESULT
from .searching import FIELD, HERO, ICON, OPTION, PANEL, TITLE, active, compose, pieces, rest, search
from .visitor import DESKTOP, PHONE, Visitor

pytestmark = pytest.mark.browser
TEXT = 3
"""Type of a text node."""


@pytest.fixture
def page(visitor: Visitor) -> Page:
    """Return the main article, with the box in its header."""
    return visitor.open(ARTICLE, DESKTOP)


@pytest.mark.parametrize("words", ["撤销", "申请被拒绝"])
def test_words_typed_at_home_lead_to_pages_that_exist(words: str, visitor: Visitor) -> None:
    page = visitor.open(HOME)
    page.locator(HERO).fill(words)
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?*")
    assert parse_qs(urlsplit(page.url).query)["q"] == [words]
    expect(page.locator(RESULT).first).to_be_visible()
    found: list[str] = page.locator(RESULT).evaluate_all("all => all.map((link) => link.href)")
    for address in set(found):
        assert address.startswith(visitor.origin)
        assert page.request.get(address).status == 200, address
    page.locator(RESULT).first.click()
    expect(page.locator("h1")).to_be_visible()


def test_nothing_is_loaded_before_the_search_is_touched(page: Page, visitor: Visitor) -> None:
    page.wait_for_load_state("networkidle")
    assert [address for address in visitor.watch.requests if "search" in address] == []


def test_focus_loads_titles_and_typing_the_texts(page: Page, visitor: Visitor) -> None:
    page.locator(FIELD).focus()
    page.wait_for_load_state("networkidle")
    assert sorted(pieces(visitor.watch.requests)) == ["index", "site"]
    assert sum(f"/{POINTER}?" in address for address in visitor.watch.requests) == 1
    search(page, "撤销")
    expect(page.locator(f"{OPTION} .hc-hit__text").first).not_to_be_empty()
    assert {name.rstrip("0123456789") for name in pieces(visitor.watch.requests)} == {
        "index",
        "site",
        "texts",
        "details",
    }
    assert len(set(pieces(visitor.watch.requests))) == len(pieces(visitor.watch.requests))


def test_snippets_are_loaded_when_the_typing_rests(visitor: Visitor) -> None:
    page = visitor.blank(DESKTOP)
    page.clock.install(time=0)
    page.goto(visitor.origin + ARTICLE)
    page.locator(FIELD).focus()
    expect(page.locator(FIELD)).to_have_attribute("role", "combobox")
    page.clock.pause_at(60)
    for letter in "运费险":
        page.keyboard.type(letter)
        page.clock.run_for(200)
        expect(page.locator(OPTION).first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert [name for name in pieces(visitor.watch.requests) if name.startswith("details")] == []
    page.clock.run_for(100)
    expect(page.locator(f"{OPTION} .hc-hit__text").first).not_to_be_empty()


def test_results_come_while_one_types_and_lead_on(page: Page) -> None:
    options = search(page, "退款失")
    wanted = options.filter(has_text="显示退款失败").first
    expect(wanted).to_be_visible()
    wanted.click()
    page.wait_for_url("**/refund-failed/")


def test_matched_words_are_marked_in_title_and_text(page: Page) -> None:
    first = search(page, "运费险").first
    expect(first.locator(f"{TITLE} mark").first).to_contain_text("运费险")
    expect(first.locator(".hc-hit__text mark").first).to_contain_text("运费")


def test_text_around_marks_is_in_one_piece_for_screen_readers(page: Page) -> None:
    title = search(page, "运费险").first.locator(TITLE)
    expect(title.locator("mark").first).to_be_visible()
    kinds: list[int] = title.evaluate("(title) => Array.from(title.childNodes, (node) => node.nodeType)")
    assert [pair for pair in pairwise(kinds) if pair == (TEXT, TEXT)] == []


def test_marks_stand_right_behind_a_letter_that_folds_into_two(page: Page) -> None:
    def change(route: Route) -> None:
        body = route.fetch().text()
        assert "\"freight-insurance/\",\"" in body
        route.fulfill(body=body.replace("\"freight-insurance/\",\"", "\"freight-insurance/\",\"ﬁ "))

    page.route("**/index.js*", change)
    title = search(page, "运费险").first.locator(TITLE)
    expect(title).to_contain_text("ﬁ ")
    expect(title.locator("mark").first).to_have_text("运费险")


def test_result_names_kind_topic_and_audience(page: Page) -> None:
    option = search(page, "商家能替买家撤销售后吗").filter(has_text="商家能替买家撤销").first
    expect(option.locator(".hc-hit__about > span")).to_have_text(["常见问题", "商家与客服", "商家", "客服"])
    page.locator(FIELD).fill("")
    consumer = search(page, "运费险").first
    expect(consumer.locator(".hc-hit__about > span")).to_have_text(["常见问题", "撤销之后与重新申请"])


def test_result_leads_right_to_the_part_that_fits_clearly(page: Page) -> None:
    option = search(page, "取消售后申请 配件收到了").filter(has_text="怎么取消售后申请").first
    expect(option.locator("b")).to_have_text("问题已经解决")
    assert (option.get_attribute("href") or "").endswith("cancel-after-sales/#problem-solved")


def test_result_in_the_same_page_closes_the_list(page: Page) -> None:
    option = search(page, "取消售后申请 配件收到了").filter(has_text="怎么取消售后申请").first
    expect(option.locator("b")).to_be_visible()
    option.click()
    page.wait_for_url("**/#problem-solved")
    expect(page.locator(PANEL)).to_have_count(0)


def test_last_option_leads_to_all_results(page: Page) -> None:
    last = search(page, "撤销").last
    expect(last).to_have_text("查看全部搜索结果")
    last.click()
    page.wait_for_url("**/search/?q=*")
    expect(page.locator(RESULT)).to_have_count(10)


def test_arrows_walk_from_the_field_through_the_list_and_back(page: Page) -> None:
    options = search(page, "撤销")
    expect(options.locator(".hc-hit__text").first).not_to_be_empty()
    titles = options.locator(TITLE).all_text_contents()
    assert active(page) is None
    for title in titles:
        page.keyboard.press("ArrowDown")
        assert active(page) == title
    page.keyboard.press("ArrowDown")
    assert active(page) is None
    page.keyboard.press("ArrowUp")
    assert active(page) == titles[-1]
    expect(page.locator(FIELD)).to_be_focused()
    expect(page.locator(f"{OPTION}[aria-selected=true]")).to_have_count(1)


def test_active_option_is_in_sight(page: Page) -> None:
    page.set_viewport_size({"width": DESKTOP["width"], "height": 360})
    options = search(page, "撤销")
    expect(options.locator(".hc-hit__text").first).not_to_be_empty()
    expect(options.last).not_to_be_in_viewport()
    page.keyboard.press("ArrowUp")
    expect(options.last).to_be_in_viewport(ratio=0.9)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_be_in_viewport(ratio=0.9)


def test_enter_opens_the_active_option(page: Page) -> None:
    options = search(page, "运费险")
    page.keyboard.press("ArrowDown")
    href = options.first.get_attribute("href") or ""
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{href.removeprefix('../')}")


def test_escape_closes_the_list_and_keeps_the_words(page: Page) -> None:
    search(page, "撤销")
    page.keyboard.press("Escape")
    expect(page.locator(PANEL)).to_have_count(0)
    expect(page.locator(FIELD)).to_have_value("撤销")
    expect(page.locator(FIELD)).to_have_attribute("aria-expanded", "false")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(OPTION).first).to_be_visible()
    expect(page.locator(FIELD)).to_have_attribute("aria-expanded", "true")


def test_slash_goes_to_the_field(page: Page) -> None:
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type("1/2")
    expect(page.locator(FIELD)).to_have_value("1/2")


@pytest.mark.parametrize("keys", ["Control+/", "Alt+/", "Meta+/"])
def test_slash_with_another_key_is_left_alone(keys: str, page: Page) -> None:
    page.keyboard.press(keys)
    expect(page.locator(FIELD)).not_to_be_focused()


def test_tab_leaves_and_closes_the_list(page: Page) -> None:
    search(page, "撤销")
    page.keyboard.press("Tab")
    expect(page.locator(".hc-header .hc-search__button")).to_be_focused()
    expect(page.locator(PANEL)).to_have_count(1)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(PANEL)).to_have_count(0)


def test_half_a_word_that_is_composed_is_no_query(page: Page) -> None:
    options = search(page, "运费险")
    expect(page.locator(".hc-header [role=status]")).not_to_be_empty()
    before = options.locator(TITLE).all_text_contents()
    field = page.locator(FIELD)
    compose(field, "che'xiao")
    rest(page)
    assert options.locator(TITLE).all_text_contents() == before
    compose(field, "撤销", ended=True)
    expect(page.locator(f"{OPTION} mark").first).to_have_text("撤销")


def test_keys_of_a_composition_choose_and_close_nothing(page: Page) -> None:
    search(page, "运费险")
    page.keyboard.press("ArrowDown")
    taken = page.locator(FIELD).evaluate("""(field) => ["Enter", "Escape"].map((key) => !field.dispatchEvent(
        new KeyboardEvent("keydown", {key, isComposing: true, bubbles: true, cancelable: true})))""")
    assert taken == [False, False]
    page.locator(FIELD).evaluate("""(field) => field.dispatchEvent(
        new KeyboardEvent("keydown", {key: "Enter", keyCode: 229, bubbles: true, cancelable: true}))""")
    expect(page.locator(OPTION).first).to_be_visible()
    assert page.url.endswith(ARTICLE)


def test_real_input_method_fires_no_half_typed_query(page: Page) -> None:
    page.locator(FIELD).click()
    expect(page.locator(FIELD)).to_have_attribute("role", "combobox")
    method = page.context.new_cdp_session(page)
    for half in ("y", "yun", "yunfei"):
        method.send("Input.imeSetComposition", {"text": half, "selectionStart": len(half), "selectionEnd": len(half)})
    rest(page)
    expect(page.locator(OPTION)).to_have_count(0)
    method.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "key": "Process", "windowsVirtualKeyCode": 229})
    assert page.url.endswith(ARTICLE)
    method.send("Input.insertText", {"text": "运费险"})
    expect(page.locator(f"{OPTION} {TITLE} mark").first).to_contain_text("运费险")


@pytest.mark.parametrize("reach", [Locator.click, Locator.focus], ids=["click", "tab"])
def test_words_typed_before_the_script_has_come_are_not_lost(reach: Callable[[Locator], None], page: Page) -> None:
    held: list[Route] = []
    page.route("**/assets/search.*.js", lambda route: held.append(route))
    with page.expect_request("**/assets/search.*.js"):
        reach(page.locator(FIELD))
        page.keyboard.type("运费")
    page.wait_for_timeout(200)  # a second request would come, too
    assert len(held) == 1
    held[0].continue_()
    expect(page.locator(OPTION).first).to_be_visible()
    page.keyboard.type("险")
    expect(page.locator(f"{OPTION} {TITLE} mark").first).to_contain_text("运费险")


def test_number_of_results_is_said(page: Page) -> None:
    search(page, "运费险")
    expect(page.locator(".hc-header [role=status]")).to_have_text("4 条结果")


def test_starting_twice_changes_nothing(page: Page) -> None:
    search(page, "撤销")
    page.evaluate("HelpcenterSearch.start()")
    expect(page.locator(".hc-search__panel")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    first = page.locator(f"{OPTION} {TITLE}").first.text_content()
    assert active(page) == first


def test_nothing_found_says_so_and_shows_other_ways(page: Page) -> None:
    search(page, "ξξξξ")
    expect(page.locator(f"{PANEL} .hc-search__note")).to_contain_text("没有找到")
    expect(page.locator(OPTION)).to_have_text(["售后取消不了？一步步找原因"])
    expect(page.locator(f"{PANEL} .hc-search__lost")).to_contain_text("平台客服")
    expect(page.locator(f"{PANEL} .hc-search__lost .hc-search__do")).to_have_text("查看全部问题")
    expect(page.locator(".hc-header [role=status]")).to_contain_text("没有找到")


@pytest.mark.parametrize("query", ["怎么拼单", "今天天气怎么样", "在吗", "jjjjjjj"])
def test_what_nothing_answers_is_said_and_leads_to_a_flow_and_a_person(query: str, page: Page) -> None:
    search(page, query)
    expect(page.locator(f"{PANEL} .hc-search__note")).to_contain_text(re.compile("没有完全对得上的答案|没有找到"))
    expect(page.locator(f"{PANEL} .hc-search__lost")).to_contain_text("平台客服")
    expect(page.locator(OPTION).filter(has_text="一步步找原因")).to_have_count(1)


def test_the_alias_that_was_found_is_shown(page: Page) -> None:
    search(page, "不想退了")
    option = page.locator(OPTION).filter(has_text="怎么取消售后申请")
    expect(option.locator(".hc-hit__about")).to_contain_text("也可以说：不想退了")
    search(page, "怎么取消售后申请")
    expect(page.locator(OPTION).first).to_contain_text("怎么取消售后申请")
    expect(page.locator(OPTION).first).not_to_contain_text("也可以说")


def test_weak_results_say_so_and_show_other_ways(page: Page) -> None:
    search(page, "撤销")
    page.evaluate("""() => {
      const engine = HelpcenterSearch.Engine.prototype, ask = engine.search;
      engine.search = function (query, limit) { return Object.assign(ask.call(this, query, limit), {weak: true}); };
    }""")
    page.keyboard.type("运费")
    expect(page.locator(f"{PANEL} .hc-search__note")).to_contain_text("没有完全对得上")
    expect(page.locator(OPTION)).to_have_count(6)
    expect(page.locator(OPTION).nth(4)).to_have_text("售后取消不了？一步步找原因")
    expect(page.locator(OPTION).last).to_have_text("查看全部搜索结果")
    expect(page.locator(f"{PANEL} .hc-search__lost")).to_be_visible()


@pytest.mark.parametrize("size", [DESKTOP, PHONE])
def test_back_from_a_result_restores_query_and_list(size: dict[str, int], visitor: Visitor) -> None:
    page = visitor.open(ARTICLE, size)  # the browser of the tests keeps no page that was left
    page.locator(FIELD if size == DESKTOP else ICON).click()
    page.keyboard.type("运费险")
    expect(page.locator(OPTION).first).to_contain_text("运费险")
    page.evaluate("document.addEventListener('click', () => document.activeElement.blur())")  # as a page that goes may do
    page.locator(OPTION).first.click()
    page.wait_for_url("**/freight-insurance/*")
    page.go_back()
    expect(page.locator(OPTION).first).to_contain_text("运费险")
    expect(page.locator(FIELD)).to_have_value("运费险")
    page.keyboard.press("Escape")
    expect(page.locator(PANEL)).to_have_count(0)
    page.reload()
    expect(page.locator(PANEL)).to_have_count(0)
