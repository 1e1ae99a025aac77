"""An entry side by side in a preview, as a writer works with it: nothing blinks, nothing of the writer's own is changed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from helpcenter.host.live import LiveSite
from tests.conftest import EXAMPLE
from tests.preview.live import serving

from .conftest import visiting
from .test_accessibility import check
from .visitor import DESKTOP, PHONE, Visitor, until

pytestmark = pytest.mark.browser
QUESTION, FLOW = "waiting-merchant", "why-cannot-cancel"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return shutil.copytree(EXAMPLE, tmp_path / "project", ignore=lambda *_: {".cache"})


@pytest.fixture
def writer(root: Path, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    with serving(LiveSite(root)) as port:
        yield from visiting(browser, f"http://127.0.0.1:{port}", request)


def phone(page: Page) -> Frame:
    found = page.frame("phone")
    assert found is not None
    return found


def hit(page: Page) -> tuple[str, list[str]]:
    found = page.locator(".hc-hit").first
    return found.locator(".hc-hit__title").inner_text(), found.locator(".hc-hit__about > span").all_inner_texts()


def test_an_entry_is_seen_as_readers_will_see_it_and_follows_phone_and_saves(root: Path, writer: Visitor, axe: str) -> None:
    page = writer.open(f"/{FLOW}/", DESKTOP)
    page.get_by_role("link", name="并排预览").click()
    current = page.locator(".beside-map [aria-current=step]")
    expect(current).to_have_text("你想取消的是什么？")
    phone(page).locator(".hc-step[data-current] .hc-options a").first.click()
    expect(current).to_have_text("你现在碰到的是哪种情况？")
    page.locator(".beside-map a", has_text="这件东西，你还想要吗？").click()
    expect(page.frame_locator("iframe").locator(".hc-step[data-current] h2")).to_have_text("这件东西，你还想要吗？")
    assert phone(page).evaluate("document.documentElement.clientWidth") == 360
    page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    check(page, axe)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.emulate_media(color_scheme="light")
    page.get_by_label("深色", exact=True).check()
    ground = "getComputedStyle(document.body).backgroundColor"
    assert phone(page).evaluate(ground) != page.evaluate(ground)
    assert page.evaluate("localStorage.length") == 0

    phone(page).evaluate(f"location.href = '/{QUESTION}/'")
    expect(page.locator("h1")).to_have_text("显示“待商家处理”，还能撤销吗？")
    assert page.url.endswith(f"/__preview/{QUESTION}/")
    expect(page.frame_locator("iframe").locator("html")).to_have_attribute("data-scheme", "dark")
    page.evaluate("globalThis.kept = true")
    phone(page).evaluate("scrollTo(0, 300); HelpcenterPlace.keep(); scrollTo(0, 0)")
    page.evaluate("HelpcenterPlace.keep()")  # both may be loaded anew at once
    phone(page).evaluate("HelpcenterPlace.restore()")
    faq = root / "faq.yaml"
    faq.write_text(faq.read_text(encoding="utf-8").replace("reply: 待商家处理时", "reply: 商家处理之前"), encoding="utf-8")
    expect(page.locator(".beside-bubble")).to_contain_text("商家处理之前一般可以撤销")
    expect(page.frame_locator("iframe").locator(".hc-short__text")).to_contain_text("商家处理之前一般可以撤销")
    assert page.evaluate("globalThis.kept")
    until(phone(page), "scrollY === 300")
    phone(page).evaluate("document.documentElement.remove()")  # as while a page is coming
    with page.expect_response(page.url):
        page.evaluate("dispatchEvent(new Event('helpcenter.changed', { cancelable: true }))")
    page.wait_for_timeout(200)
    assert page.evaluate("globalThis.kept")

    shown = hit(page)
    page.goto(f"{writer.origin}/search/?q={shown[0]}")
    expect(page.locator(".hc-hit__title").first).to_have_text(shown[0])
    assert hit(page) == shown
    assert writer.watch.problems == []
