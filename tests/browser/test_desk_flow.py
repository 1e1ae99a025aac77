"""Flows at the desk in agent mode: by keys, with notes beside them, and at every place its own address and a log."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from helpcenter.desk import DeskFiles
from helpcenter.rendering.bundles import assets
from tests.desk.making import DESK
from tests.desk.test_flows import FILES, SECOND
from tests.making import built

from .conftest import visiting
from .flow_project import NASTY, TYPED
from .server import serving
from .test_accessibility import check
from .test_components import CLIPBOARD, READ
from .visitor import Visitor

pytestmark = pytest.mark.browser
BESIDE_A_CHAT = {"width": 420, "height": 900}
WIDE = {"width": 1280, "height": 800}
PLACES = "[...document.querySelectorAll('.desk-answer > div:not(.desk-blanks)')].map((one) => one.className)"
ADDRESS = "https://help.example.com/"


@pytest.fixture(scope="module")
def desk_origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("desk")
    flow = SECOND.replace("text: 等{{ merchant_hours }}再说。", "text: 订单 {{ order_no }} 等{{ merchant_hours }}再说。")
    files = {"content/desk.yaml": DESK, "content/flows/second.yaml": flow, "content/flows/nasty.yaml": json.dumps(NASTY)}
    made = built(folder / "project", {**FILES, **files})
    for path, content in {**DeskFiles(made.book, made.layout.renderer), **assets().contents()}.items():
        (folder / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site" / path).write_bytes(content)
    with serving(folder / "site") as address:
        yield address


@pytest.fixture
def staff(browser: Browser, desk_origin: str, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    yield from visiting(browser, desk_origin, request)


def opened(staff: Visitor, asked: str, size: dict[str, int] = BESIDE_A_CHAT) -> Page:
    """Open the desk, look for something and go into the flow that was found."""
    page = staff.open("/desk/", size, permissions=CLIPBOARD)
    page.locator("#desk-field").fill(asked)
    page.keyboard.press("Alt+ArrowDown")
    return page


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def at(page: Page, title: str) -> None:
    expect(page.locator("#desk-title")).to_have_text(title)
    expect(page.locator("#desk-title")).to_be_focused()


def copied(page: Page, *keys: str) -> str:
    """Press keys that copy, and return what they copied."""
    page.evaluate("navigator.clipboard.writeText('')")
    press(page, *keys)
    expect(page.locator(".hc-toast")).to_contain_text("已复制")
    text: str = page.evaluate(READ)
    return text


def trail(page: Page) -> list[str]:
    return page.locator(".desk-flow__trail button").all_inner_texts()


def test_a_call_is_led_by_digits_to_an_end_with_reply_link_and_log(staff: Visitor) -> None:
    page = opened(staff, "why-not")
    at(page, "你想取消什么？")
    press(page, "1", "1", "2")
    at(page, "现在就可以撤销")
    link = f"{ADDRESS}why-not/#withdraw-now?what=request&status=applied&parcel=kept"
    log = ["撤销不了？一步步找原因", "你想取消什么？ 售后申请", "页面显示什么？ 待商家处理", "商品寄出了吗？ 没有"]
    assert copied(page, "Alt+l").split("\n") == [*log, "现在就可以撤销", link]
    assert copied(page, "Enter") == f"亲，现在就可以撤销\n{link}"
    expect(page.locator("#desk-field")).to_be_focused()
    press(page, "Alt+ArrowDown", "1")
    at(page, "截图找客服")
    assert staff.watch.problems == []


def test_keys_go_back_and_start_again_and_the_trail_changes_an_answer(staff: Visitor) -> None:
    page = opened(staff, "why-not")
    page.add_script_tag(url=page.locator("script[src*='assets/desk']").get_attribute("src"))  # twice does no harm
    press(page, "1", "1", "1")
    at(page, "问客服")
    press(page, "Backspace")
    at(page, "商品寄出了吗？")
    expect(page.locator(".desk-flow__options [aria-current]")).to_have_text("寄出了")
    page.locator(".desk-flow__trail button").first.click()
    at(page, "你想取消什么？")
    assert trail(page) == []
    press(page, "3")
    at(page, "现在不能撤销")
    press(page, "0")
    at(page, "你想取消什么？")
    press(page, "Backspace")
    expect(page.locator("#desk-field")).to_be_focused()
    page.keyboard.type("1")
    expect(page.locator("#desk-field")).to_have_value("why-not1")


def test_a_way_stays_while_others_are_looked_at_and_is_nobody_elses(staff: Visitor) -> None:
    page = opened(staff, "why-not")
    press(page, "1", "9")
    at(page, "页面显示什么？")
    press(page, "/", "ArrowDown", "ArrowUp", "Alt+ArrowDown")
    at(page, "页面显示什么？")
    page.locator("#desk-field").fill("why-no")
    press(page, "Alt+ArrowDown")
    at(page, "你想取消什么？")


def test_a_node_is_found_by_its_id_and_the_way_goes_on_there(staff: Visitor) -> None:
    page = opened(staff, "#parcel")
    at(page, "商品寄出了吗？")
    assert page.evaluate(PLACES) == ["desk-flow", "desk-shown"], "the answers stand before the message"
    assert copied(page, "Alt+6") == f"{ADDRESS}why-not/#parcel"
    press(page, "Alt+ArrowDown", "2")
    at(page, "现在就可以撤销")


def test_the_platform_of_the_customer_is_not_asked_and_its_words_are_used(staff: Visitor) -> None:
    page = staff.open("/desk/", permissions=CLIPBOARD)
    page.get_by_label("顾客在哪里买的").select_option("京东")
    page.locator("#desk-field").fill("second")
    press(page, "Alt+ArrowDown")
    at(page, "你是谁？")
    expect(page.locator(".desk-flow__options li:visible")).to_have_count(4)
    press(page, "3")
    expect(page.locator(".desk-flow__text > p").first).to_have_text("订单 〔订单号〕 等24 小时再说。", use_inner_text=True)
    press(page, "Alt+ArrowDown", "Backspace", "Backspace")
    at(page, "在哪里 <买> 的？")
    page.get_by_label("顾客在哪里买的").select_option("微信小店")
    press(page, "/", "Alt+ArrowDown", "0")
    at(page, "在哪里 <买> 的？")
    press(page, "1")
    expect(page.get_by_label("顾客在哪里买的")).to_have_value("jd")
    press(page, "1")
    at(page, "你想取消什么？")
    page.get_by_label("顾客在哪里买的").select_option("所有平台")
    expect(page.locator("#desk-title")).to_have_text("你想取消什么？")
    expect(page.locator(".desk-flow__ahead")).to_be_hidden()


def test_notes_and_blanks_stand_beside_the_way(staff: Visitor) -> None:
    page = opened(staff, "second#call", WIDE)
    at(page, "先打电话")
    assert page.evaluate(PLACES) == ["desk-shown", "desk-flow"], "at an end the message comes first"
    press(page, "0", "3")
    at(page, "先打电话")
    expect(page.locator(".desk-notes:visible")).to_have_text("内部说明，不要发给顾客先查 <订单>。")
    page.get_by_label("订单号").fill("A1")
    expect(page.locator(".desk-flow__text > p").first).to_have_text("订单 A1 等48 小时再说。", use_inner_text=True)
    assert copied(page, "Alt+3") == f"亲，先打电话\n\n订单 A1 等48 小时再说。\n\n{ADDRESS}second/#call?where=unsure"


def test_what_writers_typed_stays_text(staff: Visitor) -> None:
    page = opened(staff, "nasty")
    at(page, f"问题 {TYPED}")
    press(page, "1")
    at(page, f"结果 {TYPED}")
    assert trail(page) == [f"问题 {TYPED}回答 {TYPED}"]
    assert TYPED in copied(page, "Alt+l")
    assert page.evaluate("window.pwned") is None
    assert staff.watch.problems == []


@pytest.mark.parametrize("size", [BESIDE_A_CHAT, WIDE], ids=["beside", "wide"])
def test_axe_finds_nothing_in_agent_mode(size: dict[str, int], staff: Visitor, axe: str) -> None:
    page = opened(staff, "second", size)
    press(page, "2", "1", "1")
    at(page, "页面显示什么？")
    assert trail(page) == ["在哪里 <买> 的？别处，等48 小时", "你是谁？买家", "你想取消什么？售后申请"]
    press(page, *(["1", "2"] if size is WIDE else []))
    check(page, axe)
    assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
