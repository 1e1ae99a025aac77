"""The desk as staff use it all day: with keys alone, fast, honest about what was copied, from any disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from playwright.sync_api import Browser, Page, expect

from helpcenter.build import Built
from helpcenter.desk import DeskFiles
from helpcenter.desk.nodes import every_answer
from helpcenter.exports.markdown import markdown
from helpcenter.rendering.bundles import assets
from tests.desk.making import NOTE, desk_of

from .conftest import visiting
from .server import serving
from .test_accessibility import check
from .test_components import CLIPBOARD, NO_CLIPBOARD, READ
from .visitor import Visitor, until

pytestmark = pytest.mark.browser
BESIDE_A_CHAT = {"width": 420, "height": 900}
WIDE = {"width": 1280, "height": 800}
SMALL, LARGE = "/small/desk/", "/large/desk/"
MOST_KEYS, MOST_MILLISECONDS = 5, 50
MESSAGES = {
    "你们到底有没有人管啊！！我申请退款三天了商家一点动静都没有，我不想退了行不行": "waiting-merchant",
    "气死我了，点了撤销一直说当前状态不支持，什么破平台": "withdraw-refused",
    "钱呢？？撤了退款钱到底什么时候退给我": "money-after-withdraw",
    "凭什么拒绝我的申请！！理由全是瞎编的": "request-rejected",
    "我手滑点了撤销，能不能恢复啊求求了": "withdrawn-by-mistake",
    "撤销以后还能不能再申请？别给我打太极": "can-apply-again",
    "运费险还赔不赔，你们说清楚": "freight-insurance",
    "按钮是灰的！按不动！你们网站烂透了": "button-grey",
    "撤销按钮到底在哪里，找了半小时了": "button-missing",
    "退货地址都发我了我又不想寄了，怎么弄啊": "wait-return",
    "包裹我早就寄出去了！！现在想要回来": "already-shipped-back",
    "商家都签收了才说，还能不能撤": "merchant-received",
    "金额填错了少填三十块，难道要我重来？": "change-amount",
    "要我先交钱才能撤销，你们是不是骗子": "fraud-check",
    "付款失败，支付不了，急急急": "pay-failed",
    "一直系统错误系统错误，投诉你们": "system-error",
    "撤了半天还在处理中，卡死了吗": "withdraw-pending",
    "退款失败是什么鬼，钱呢": "refund-failed",
    "平台都介入了我还能撤吗": "mediation-open",
    "超时自动关闭了，我还没寄呢，这也算？": "closed-timeout",
}
"""What upset customers type, and the answer that staff would send."""
SHIFTS = """new PerformanceObserver((list) => {
  globalThis.shifted = list.getEntries().filter((one) => !one.hadRecentInput)
    .reduce((sum, one) => sum + one.value, globalThis.shifted || 0);
}).observe({type: "layout-shift", buffered: true})"""
PARTS = """[".desk-bar", ".desk-field", ".desk-results", ".desk-answer", ".desk-basket"].map((part) =>
  Object.values(document.querySelector(part).getBoundingClientRect().toJSON()).join())"""
"""Where everything stands."""
BLOCKED = """for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(globalThis, name, { get() { throw new DOMException("no", "SecurityError"); } });
}"""


def write(made: Built, folder: Path) -> None:
    for path, content in {**DeskFiles(made.book, made.layout.renderer), **assets(platforms=("jd", "tb")).contents()}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory, example_pages: Built) -> Path:
    """Write the desk of the example, and that of a small help center with blanks, platforms and notes."""
    folder = tmp_path_factory.mktemp("desks")
    write(example_pages, folder / "large")
    write(desk_of(folder / "project"), folder / "small")
    return folder


@pytest.fixture(scope="module")
def desk_origin(desks: Path) -> Iterator[str]:
    with serving(desks) as address:
        yield address


@pytest.fixture
def staff(browser: Browser, desk_origin: str, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    yield from visiting(browser, desk_origin, request)


def opened(staff: Visitor, path: str, size: dict[str, int] = BESIDE_A_CHAT) -> Page:
    """Open a desk whose index has come."""
    page = staff.open(path, size, permissions=CLIPBOARD)
    expect(page.locator("#desk-field")).to_be_focused()
    return page


def ask(page: Page, message: str) -> None:
    """Put a message in the place of the one before, as from a clipboard or an input method."""
    page.keyboard.insert_text(message)


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def said(page: Page, text: str) -> None:
    expect(page.locator(".hc-toast")).to_have_text(text)


def chosen(page: Page) -> str:
    return str(page.evaluate("(HelpcenterDeskApp.shown() || {}).id"))


def test_twenty_upset_customers_are_answered_with_keys_alone(staff: Visitor) -> None:
    page = staff.blank(BESIDE_A_CHAT, permissions=CLIPBOARD)
    page.add_init_script(SHIFTS)
    page.goto(staff.origin + LARGE)
    until(page, "!!HelpcenterDesk.bodies")
    assert page.evaluate("globalThis.shifted || 0") == 0
    parts, took = page.evaluate(PARTS), []
    for message, answer in MESSAGES.items():
        ask(page, message)
        took.append(page.evaluate("HelpcenterDeskApp.took"))
        keys = 1
        while chosen(page) != answer and keys < MOST_KEYS:
            press(page, "ArrowDown")
            keys += 1
        assert chosen(page) == answer, message
        page.evaluate("document.querySelector('.hc-toast').textContent = ''")
        press(page, "Enter")
        said(page, "已复制：短回复＋链接")
        greeting, link = page.evaluate(READ).split("\n")
        assert greeting.startswith("你好，")
        assert link.split("?")[0] == f"https://help.example.com/{answer}/"
        assert page.evaluate(PARTS) == parts
    assert median(took) <= MOST_MILLISECONDS, took
    assert staff.watch.problems == []


@pytest.mark.parametrize("size", [BESIDE_A_CHAT, WIDE], ids=["beside", "wide"])
def test_axe_finds_nothing(size: dict[str, int], staff: Visitor, axe: str) -> None:
    page = opened(staff, SMALL, size)
    ask(page, "申请被拒")
    press(page, "Control+Enter")
    expect(page.locator(".desk-notes:visible")).to_contain_text(NOTE)
    check(page, axe)
    assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
    press(page, "Escape", "?")
    expect(page.get_by_role("dialog")).to_be_visible()
    check(page, axe)


def test_a_blank_is_asked_for_once_a_customer_and_stands_in_every_form(staff: Visitor) -> None:
    page = opened(staff, SMALL)
    ask(page, "申请被拒")
    press(page, "Enter")
    expect(page.get_by_label("订单号")).to_be_focused()
    said(page, "先填好“订单号”，按回车就复制")
    page.keyboard.type("A_<1>")
    press(page, "Enter")
    said(page, "已复制：短回复＋链接，订单号 A_<1>")
    assert page.evaluate(READ) == "亲，订单 A_<1> 点撤销就行。\nhttps://help.example.com/can-withdraw/"
    expect(page.locator("#desk-field")).to_be_focused()
    page.get_by_label("顾客在哪里买的").select_option("京东")
    press(page, "Alt+4")
    said(page, "已复制：Markdown，订单号 A_<1>")
    told = page.evaluate(READ)
    assert "订单 A\\_\\<1\\> 点取消售后就行。" in told
    assert "〔店名〕会处理" in told
    assert "<https://help.example.com/can-withdraw/?platform=jd>" in told
    press(page, "Alt+5")
    said(page, "已复制：带格式，订单号 A_<1>")
    types = "navigator.clipboard.read().then(([one]) => one.getType('text/html')).then((one) => one.text())"
    assert "A_&lt;1&gt; 点取消售后就行。</p>" in page.evaluate(types)
    press(page, "Alt+n")
    ask(page, "for-agents")
    press(page, "Enter")
    said(page, "已复制：短回复＋链接，注意：这条是写给客服的")
    ask(page, "申请被拒")
    press(page, "Enter")
    expect(page.get_by_label("订单号")).to_be_focused()
    expect(page.get_by_label("订单号")).to_have_value("")


def test_the_platform_of_one_customer_is_not_that_of_the_next(staff: Visitor) -> None:
    page = opened(staff, SMALL)
    platform = page.get_by_label("顾客在哪里买的")
    platform.select_option("淘宝")
    page.locator("#desk-field").focus()
    ask(page, "京东上申请被拒")
    expect(page.locator(".desk-offer")).to_have_text("提到了京东：按 Alt+T 换成它的说法")
    press(page, "Alt+t")
    said(page, "已换成京东的说法")
    expect(platform).to_have_value("jd")
    expect(page.locator(".desk-message")).to_contain_text("取消售后")
    press(page, "Alt+n")
    expect(platform).to_have_value("tb")
    assert page.evaluate("localStorage['helpcenter.platform']") == "tb"


def test_the_basket_joins_numbers_greets_once_and_counts(staff: Visitor) -> None:
    page = opened(staff, LARGE, WIDE)
    for message in ("按钮是灰的", "系统错误", "按钮是灰的"):
        ask(page, message)
        press(page, "Control+Enter")
    said(page, "已从合并消息里拿出，还有 1 条")
    press(page, "Control+Enter", "Alt+b", "ArrowDown", "Alt+ArrowUp")
    expect(page.locator(".desk-items button").first).to_be_focused()
    press(page, "Alt+Enter")
    said(page, "已复制合并消息，共 2 条")
    greeting, first, link, gap, second, other = page.evaluate(READ).split("\n")
    assert (greeting, gap) == ("你好，", "")
    assert first.startswith("1. ")
    assert second.startswith("2. ")
    assert (link, other) == ("https://help.example.com/button-grey/", "https://help.example.com/system-error/")
    page.goto(staff.origin + SMALL)
    ask(page, "申请被拒")
    page.get_by_label("订单号").fill("1" * 80)
    press(page, "Escape", "Control+Enter")
    message = page.locator(".desk-joined").text_content() or ""
    assert message.startswith("亲，订单 1111")
    assert message.endswith("/can-withdraw/\n随时找我。")
    counter = page.locator(".desk-basket .desk-counter")
    expect(counter).to_have_text(f"短信 {len(message)}/70，会拆成 {-(-len(message) // 67)} 条，超出 {len(message) - 70}")
    expect(counter).to_have_class("desk-counter desk-counter--over")
    page.get_by_label("发到哪里").select_option("微信")
    expect(counter).to_have_text(f"微信 {len(message.encode())}/2048 字节")
    expect(counter).to_have_class("desk-counter")


def test_pins_and_recent_answers_stay_where_storage_allows_it(staff: Visitor) -> None:
    page = opened(staff, LARGE)
    page.locator("#desk-field").fill("withdraw-refused")
    press(page, "Alt+p")
    said(page, "已固定")
    page.locator("#desk-field").fill("freight")
    press(page, "Enter")
    said(page, "已复制：短回复＋链接")
    page.reload()
    ids = page.locator("[role=option] code")
    expect(ids.first).to_have_text("withdraw-refused")
    expect(ids.nth(1)).to_have_text("freight-insurance")
    ask(page, "1")
    expect(ids.first).to_have_text("withdraw-refused")
    blocked = staff.blank(BESIDE_A_CHAT, permissions=CLIPBOARD)
    blocked.add_init_script(BLOCKED)
    blocked.goto(staff.origin + LARGE)
    ask(blocked, "system-error")
    press(blocked, "Enter")
    said(blocked, "已复制：短回复＋链接")


@pytest.mark.parametrize("reason", NO_CLIPBOARD)
def test_what_cannot_be_copied_is_offered_selected(reason: str, staff: Visitor) -> None:
    page = staff.blank(BESIDE_A_CHAT)
    page.add_init_script(NO_CLIPBOARD[reason] + ";document.execCommand = () => false")
    page.goto(staff.origin + LARGE)
    ask(page, "system-error")
    press(page, "Alt+6")
    field = page.locator(".hc-toast textarea")
    expect(field).to_be_focused()
    expect(page.locator(".hc-toast")).to_contain_text("没能自动复制")
    assert page.evaluate("getSelection().toString()") == "https://help.example.com/system-error/"


def test_whole_answers_read_as_those_of_exports_and_customers_come_first(staff: Visitor, example_pages: Built) -> None:
    page = opened(staff, LARGE)
    until(page, "!!HelpcenterDesk.bodies")
    forms = "HelpcenterDesk.answers.map((one) => ['chat', 'markdown'].map((kind) => HelpcenterDeskApp.forms.whole(one, kind)))"
    told = [[answer.text, markdown(answer.html)] for answer in every_answer(example_pages.book)]
    assert page.evaluate(forms) == told
    ask(page, "已经签收不能撤销")
    assert page.evaluate("HelpcenterDeskApp.shown().audience.includes(HelpcenterDesk.readers)"), "what is for others counts less"
    press(page, "Escape")
    ask(page, "客户要求取消售后")
    assert chosen(page) == "customer-asks-cancel", "but it counts"


def test_it_works_from_a_disk(desks: Path, browser: Browser) -> None:
    context = browser.new_context(permissions=CLIPBOARD)
    page = context.new_page()
    page.goto((desks / "large/desk/index.html").as_uri())
    until(page, "!!HelpcenterDesk.bodies")
    ask(page, "按钮是灰的")
    press(page, "Shift+Enter")
    said(page, "已复制：全文")
    assert "button-grey/" in page.evaluate(READ)
    expect(page.locator(".desk-facts a").first).to_have_attribute("href", "../button-grey/index.html")
    expect(page.locator(".desk-facts a").last).to_have_attribute("href", "../button-grey/code.svg")
    context.close()
