"""A preview in the browser: a save is seen, the place stays, and what is wrong lies over the last good page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from helpcenter.host.live import LiveSite
from tests.making import ARTICLE, BASE, FAQ, article, faq_entry, write
from tests.preview.live import serving

from .conftest import visiting
from .visitor import DESKTOP, PHONE, Visitor, sizes, until

HERE = "content/articles/reapply.yaml"
LONG = "".join(f"  - {{id: step-{number}, title: 第{number}步, text: 打开订单。}}\n" for number in range(40))
SHOWN = ARTICLE.replace("  - {id: open-order, title: 打开订单, text: 进入订单详情。}\n", LONG)
TOP = "document.getElementById('step-20').getBoundingClientRect().top"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write(tmp_path, {**BASE, HERE: SHOWN})
    return tmp_path


@pytest.fixture
def writer(browser: Browser, project: Path, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Somebody who looks at the preview of the project."""
    with serving(LiveSite(project)) as port:
        yield from visiting(browser, f"http://127.0.0.1:{port}", request)


def test_a_save_is_shown_where_the_writer_looks(writer: Visitor, project: Path) -> None:
    page = writer.open("/reapply/", DESKTOP)
    page.locator("details.hc-question summary").last.click()
    page.locator("header input[type=search]").first.fill("还没写完")
    page.evaluate("document.getElementById('step-20').scrollIntoView()")
    page.evaluate("document.querySelector('.hc-mark[href=\"#step-20\"]').focus({ preventScroll: true })")
    before = page.evaluate(TOP)
    more = LONG.replace("第3步, text: 打开订单。", "第3步, text: 打开订单，这里多了很长的一段话。" + "多写一点。" * 80)
    write(project, {HERE: SHOWN.replace(LONG, more).replace("怎么重新申请", "改过的标题")})
    expect(page.locator("h1")).to_have_text("改过的标题")
    until(page, "document.readyState === 'complete'")
    until(page, f"Math.abs({TOP} - {before}) < 2")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#step-20"
    assert page.locator("details.hc-question").last.get_attribute("open") is not None
    assert page.locator("header input[type=search]").first.input_value() == "还没写完"
    assert writer.watch.problems == []


def test_a_page_that_goes_becomes_the_one_for_what_does_not_exist(writer: Visitor, project: Path) -> None:
    write(project, {"faq/more.yaml": faq_entry("more", question="多一个问题？")})
    page = writer.open("/reapply/")
    page.goto(f"{writer.origin}/more/")
    expect(page.locator("h1")).to_have_text("多一个问题？")
    loads = page.evaluate("performance.timeOrigin")
    write(project, {HERE: SHOWN.replace("撤销后还想退款时怎么做", "别的页面改了")})
    page.wait_for_timeout(600)
    assert page.evaluate("performance.timeOrigin") == loads  # this page is as it was
    (project / "faq" / "more.yaml").unlink()
    expect(page.locator("h1")).not_to_have_text("多一个问题？")
    assert {problem.split(":")[0] for problem in writer.watch.problems} <= {"404"}


@sizes
def test_what_is_wrong_lies_over_the_last_good_page_until_it_is_right(
    size: dict[str, int], writer: Visitor, project: Path, axe: str
) -> None:
    page = writer.open("/reapply/", size, bypass_csp=True, permissions=["clipboard-read", "clipboard-write"])
    panel, summary = page.locator(".panel"), page.locator(".panel summary")
    page.locator("header a").first.focus()
    write(project, {HERE: SHOWN.replace("title: 怎么", "titel: <b>怎么</b>", 1)})
    expect(panel).to_contain_text("titel: <b>怎么</b>")
    expect(page.locator("h1")).to_have_text("怎么重新申请")
    assert page.evaluate("document.activeElement.closest('header') !== null")  # focus is not stolen
    page.evaluate(axe)
    assert page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(found => found.violations.map(one => one.id))") == []
    box = panel.bounding_box()
    assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= size["width"]
    page.get_by_role("button", name=f"{HERE}:2:1").press("Enter")
    expect(page.locator(".note")).to_have_text("位置已复制")
    assert page.evaluate("navigator.clipboard.readText()") == f"{HERE}:2:1"
    summary.press("Enter")
    expect(page.locator(".problems")).not_to_be_visible()
    write(project, {"faq.yaml": FAQ.replace("can-withdraw", "can withdraw")})
    expect(summary).not_to_have_text("1 个错误")
    expect(page.locator(".problems")).not_to_be_visible()  # who closed it sees the badge only
    summary.press("Enter")
    expect(page.locator(".problems")).to_be_visible()
    write(project, {HERE: SHOWN, "faq.yaml": FAQ})
    expect(panel).to_have_count(0)
    assert writer.watch.problems == []


def test_without_any_good_page_only_what_is_wrong_is_shown(browser: Browser, project: Path, request: pytest.FixtureRequest) -> None:
    write(project, {HERE: article(titel="多了一个字段")})
    with serving(LiveSite(project)) as port:
        for writer in visiting(browser, f"http://127.0.0.1:{port}", request):
            page = writer.open("/reapply/", PHONE)
            expect(page.locator("h1")).to_have_text("内容有错，页面没有更新")
            expect(page.locator(".problems")).to_contain_text(f"{HERE}:7:1")
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
            write(project, {HERE: SHOWN})
            expect(page.locator("h1")).to_have_text("怎么重新申请")
