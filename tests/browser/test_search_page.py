"""The page of results: an address that can be shared, filters, Back, and the searches of this reader."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from .kinds import ARTICLE, HOME, RESULT, SEARCH
from .searching import FIELD, HERO, OPTION, PANEL, TITLE, compose, keep, kept, rest, search
from .visitor import DESKTOP, Visitor, sizes, until

pytestmark = pytest.mark.browser
Opener = Callable[..., Page]


@pytest.fixture
def find(visitor: Visitor) -> Opener:
    """Open the page of results for what stands behind its address; gives it with results."""

    def opened(query: str, size: dict[str, int] | None = None) -> Page:
        page = visitor.open(f"{SEARCH}{query}", size or DESKTOP)
        expect(page.locator(f"{RESULT} .hc-hit__about").first).to_be_visible()
        return page

    return opened


def asked(page: Page) -> dict[str, list[str]]:
    """Return what the address asks for."""
    return parse_qs(urlsplit(page.url).query)


def must_ask(page: Page, **wanted: str) -> None:
    """Wait until the address asks for just this."""
    until(
        page,
        "(wanted) => JSON.stringify(Object.fromEntries(new URLSearchParams(location.search))) === wanted",
        arg="{" + ",".join(f'"{name}":"{value}"' for name, value in wanted.items()) + "}",
    )


@sizes
def test_address_shows_field_title_and_results(size: dict[str, int], find: Opener) -> None:
    page = find("?q=运费险", size)
    expect(page.locator(HERO)).to_have_value("运费险")
    assert page.title().startswith("运费险 - 搜索")
    expect(page.locator(f"{RESULT} mark").first).to_contain_text("运费险")
    expect(page.locator(f"{RESULT} .hc-hit__text").first).not_to_be_empty()
    expect(page.locator("main [role=status]")).to_contain_text("条结果")


def test_a_long_query_keeps_off_the_button_that_clears_it(find: Opener) -> None:
    page = find(f"?q={'取消售后' * 12}", {"width": 360, "height": 700})
    text, button = (edges(page, part) for part in ("editing-view-port", "search-clear"))
    assert text[1] + 6 <= button[0]


def edges(page: Page, part: str) -> tuple[float, float]:
    """Return where a part that the browser itself puts into the field of the page begins and ends."""
    session = page.context.new_cdp_session(page)
    nodes = [session.send("DOM.getDocument", {"depth": -1, "pierce": True})["root"]]
    found = []
    for node in nodes:
        nodes += [*node.get("children", ()), *node.get("shadowRoots", ())]
        if part in node.get("attributes", ()):
            found.append(node["backendNodeId"])
    quad = session.send("DOM.getBoxModel", {"backendNodeId": found[-1]})["model"]["content"]
    return quad[0], quad[2]


def test_there_is_one_field_on_the_page(find: Opener) -> None:
    page = find("?q=撤销")
    expect(page.locator("input[type=search]:visible")).to_have_count(1)
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(page.locator(HERO)).to_be_focused()
    expect(page.locator(PANEL)).to_have_count(0)


def test_typing_changes_results_and_address_but_not_the_history(find: Opener) -> None:
    page = find("?q=运费险")
    length = page.evaluate("history.length")
    page.locator(HERO).fill("被拒绝")
    expect(page.locator(f"{RESULT} mark").first).to_contain_text("拒绝")
    must_ask(page, q="被拒绝")
    assert page.title().startswith("被拒绝 - ")
    assert page.evaluate("history.length") == length


def test_back_shows_the_search_before(find: Opener) -> None:
    page = find("?q=运费险")
    page.locator(HERO).fill("被拒绝")
    must_ask(page, q="被拒绝")
    page.keyboard.press("Enter")
    page.locator(HERO).fill("退款失败")
    page.keyboard.press("Enter")
    must_ask(page, q="退款失败")
    page.go_back()
    must_ask(page, q="被拒绝")
    expect(page.locator(HERO)).to_have_value("被拒绝")
    page.go_back()
    must_ask(page, q="运费险")
    expect(page.locator(f"{RESULT} mark").first).to_contain_text("运费险")
    page.go_forward()
    must_ask(page, q="被拒绝")


def test_back_from_a_result_leads_to_the_results(find: Opener) -> None:
    page = find("?q=运费险")
    page.locator(RESULT).first.click()
    expect(page.locator(".hc-page--search")).to_have_count(0)
    page.go_back()
    expect(page.locator(HERO)).to_have_value("运费险")
    expect(page.locator(RESULT).first).to_be_visible()


@sizes
def test_filters_narrow_the_results(size: dict[str, int], find: Opener) -> None:
    page = find("?q=撤销", size)
    page.get_by_label("主题").select_option("merchant-agent")
    must_ask(page, q="撤销", topic="merchant-agent")
    topics = page.locator(f"{RESULT} .hc-hit__about > span:nth-child(2):not(.hc-badge)")
    assert set(topics.all_text_contents()) == {"商家与客服"}
    page.get_by_label("适用对象").select_option("agent")
    must_ask(page, q="撤销", topic="merchant-agent", audience="agent")
    badges = page.locator(RESULT).filter(has=page.locator(".hc-badge", has_text="客服"))
    expect(badges).to_have_count(page.locator(RESULT).count())
    page.get_by_label("主题").select_option("")
    must_ask(page, q="撤销", audience="agent")


def test_filters_are_part_of_a_shared_address(find: Opener) -> None:
    page = find("?q=撤销&topic=merchant-agent&audience=merchant")
    expect(page.get_by_label("主题")).to_have_value("merchant-agent")
    expect(page.get_by_label("适用对象")).to_have_value("merchant")
    topics = page.locator(f"{RESULT} .hc-hit__about > span:nth-child(2):not(.hc-badge)")
    assert set(topics.all_text_contents()) == {"商家与客服"}


def test_more_results_come_ten_at_a_time(find: Opener) -> None:
    page = find("?q=撤销")
    expect(page.locator(RESULT)).to_have_count(10)
    before = page.locator(f"{RESULT} {TITLE}").all_text_contents()
    page.get_by_role("button", name="显示更多").click()
    expect(page.locator(RESULT)).to_have_count(20)
    assert page.locator(f"{RESULT} {TITLE}").all_text_contents()[:10] == before
    page.locator(HERO).fill("取消")
    expect(page.locator(RESULT)).to_have_count(10)


def test_what_fits_far_worse_than_the_best_is_no_result(find: Opener) -> None:
    page = find("?q=网络异常")
    expect(page.locator(RESULT)).to_have_count(1)
    assert "七日无理由" not in "".join(page.locator(f"{RESULT} {TITLE}").all_text_contents())
    expect(page.get_by_role("button", name="显示更多")).to_have_count(0)


def test_result_leads_to_the_whole_page_when_several_parts_fit(find: Opener) -> None:
    page = find("?q=取消售后申请 次数")
    result = page.locator(RESULT).filter(has_text="怎么取消售后申请").first
    expect(result.locator(".hc-hit__text")).to_contain_text("次数")
    expect(result.locator("b")).to_have_count(0)
    assert (result.get_attribute("href") or "").endswith("/cancel-after-sales/")


def test_composing_changes_nothing_before_the_word_is_there(find: Opener) -> None:
    page = find("?q=运费险")
    compose(page.locator(HERO), "bei'ju")
    rest(page)
    assert asked(page) == {"q": ["运费险"]}
    compose(page.locator(HERO), "被拒绝", ended=True)
    must_ask(page, q="被拒绝")


def test_nothing_found_says_so_and_shows_other_ways(visitor: Visitor) -> None:
    page = visitor.open(f"{SEARCH}?q=ξξξξ", DESKTOP)
    expect(page.locator("main .hc-search__note")).to_contain_text("没有找到")
    expect(page.locator(RESULT)).to_have_text(["售后取消不了？一步步找原因"])
    expect(page.locator("main .hc-search__lost")).to_contain_text("平台客服")
    expect(page.get_by_role("main").get_by_role("link", name="查看全部问题")).to_be_visible()


def test_popular_questions_stand_below_in_any_case(visitor: Visitor) -> None:
    for query, javascript in (("?q=ξξξξ", True), ("", True), ("", False)):
        page = visitor.open(f"{SEARCH}{query}", DESKTOP, java_script_enabled=javascript)
        popular = page.locator("main .hc-popular a")
        expect(popular).to_have_count(8)
        expect(popular.first).to_be_in_viewport()
    popular.first.click()
    expect(page.locator("h1")).to_have_text("怎么取消售后申请")


def test_few_results_stand_before_other_ways_when_they_hardly_answer(find: Opener) -> None:
    page = find("?q=红烧肉怎么做")
    expect(page.locator("main .hc-search__note")).to_contain_text("没有完全对得上")
    expect(page.locator(RESULT)).to_have_count(7)
    expect(page.locator(RESULT).last).to_have_text("售后取消不了？一步步找原因")
    page.get_by_role("button", name="显示更多").click()
    expect(page.locator(RESULT)).to_have_count(13)


def test_searches_are_kept_and_offered_on_an_empty_field(find: Opener) -> None:
    page = find("?q=运费险")
    page.locator(HERO).fill("被拒绝")
    page.keyboard.press("Enter")
    until(page, "JSON.parse(localStorage.getItem('helpcenter.searches')).length === 2")
    assert kept(page) == ["被拒绝", "运费险"]
    page.locator(HERO).fill("")
    expect(page.locator(RESULT)).to_have_text(["被拒绝", "运费险"])
    page.goto(page.url.partition("/search")[0] + ARTICLE)
    page.locator(FIELD).click()
    expect(page.locator(OPTION)).to_have_text(["被拒绝", "运费险"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    assert asked(page) == {"q": ["被拒绝"]}


def test_kept_searches_can_be_cleared(find: Opener) -> None:
    page = find("?q=运费险")
    page.goto(page.url.partition("/search")[0] + ARTICLE)
    page.locator(FIELD).click()
    page.get_by_role("button", name="清除").click()
    expect(page.locator(PANEL)).to_have_count(0)
    expect(page.locator(FIELD)).to_be_focused()
    assert kept(page) == []


def test_enter_on_the_button_clears_and_opens_nothing(find: Opener) -> None:
    page = find("?q=运费险")
    page.goto(page.url.partition("/search")[0] + ARTICLE)
    page.locator(FIELD).click()
    expect(page.locator(OPTION)).to_have_text(["运费险"])
    page.keyboard.press("ArrowDown")
    page.get_by_role("button", name="清除").press("Enter")
    expect(page.locator(PANEL)).to_have_count(0)
    assert kept(page) == []
    assert page.url.endswith(ARTICLE)


def test_opening_a_result_keeps_the_search_and_six_at_most(visitor: Visitor) -> None:
    page = visitor.open(ARTICLE, DESKTOP)
    keep(page, '["1", "2", "3", "4", "5", "6"]')
    search(page, " 运费险 ").first.click()
    page.wait_for_url("**/freight-insurance/")
    assert kept(page) == ["运费险", "1", "2", "3", "4", "5"]


def test_what_others_wrote_into_the_storage_does_no_harm(visitor: Visitor) -> None:
    page = visitor.open(ARTICLE, DESKTOP)
    keep(page, '{"a": 1}')
    search(page, "运费险")
    keep(page, "[")
    page.locator(FIELD).fill("")
    expect(page.locator(PANEL)).to_have_count(0)
    assert visitor.watch.problems == []


@pytest.mark.parametrize("path", [HOME, "/no-such-page/"])
def test_form_leads_to_all_questions_without_javascript(path: str, visitor: Visitor) -> None:
    page = visitor.open(path, java_script_enabled=False)
    page.locator(HERO).fill("撤销")
    page.keyboard.press("Enter")
    page.wait_for_url("**/questions/?q=*")
    expect(page.locator("h1")).to_have_text("全部问题")


def test_icon_leads_to_the_page_without_javascript(visitor: Visitor) -> None:
    page = visitor.open(ARTICLE, java_script_enabled=False)
    page.locator(".hc-tool--search").click()
    page.wait_for_url("**/search/")
    expect(page.locator("noscript").first).to_be_visible()
    expect(page.locator("select:visible")).to_have_count(0)
