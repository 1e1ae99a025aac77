"""The site for staff works without a network after one visit, is new after a build, and works from a disk."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from playwright.sync_api import Browser, Page, expect

from helpcenter.host.extra_files import keep_offline
from tests.conftest import EXAMPLE

from .server import Handler, content, serving
from .test_components import CLIPBOARD, READ
from .visitor import until

pytestmark = pytest.mark.browser
KEPT = """async () => {
  const caught = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
  return caught.flat().map((one) => one.url);
}"""
CONTROLLED = "() => Boolean(navigator.serviceWorker.controller)"
UPDATE = "() => navigator.serviceWorker.ready.then((found) => found.update()).then(() => true)"
OLD, NEW = "按钮是灰色的", "按钮变了"


class Cable(Handler):
    """A server that can be cut off, and remembers what was asked of it."""

    is_cut: ClassVar[bool] = False
    asked: ClassVar[list[str]] = []

    def parse_request(self) -> bool:
        """Hear what is asked, or break the connection off."""
        if self.is_cut:
            self.close_connection = True
            return False
        is_sound = super().parse_request()
        self.asked.append(self.path)
        return is_sound


@pytest.fixture(scope="module")
def staff_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the example for staff with the real command."""
    project = tmp_path_factory.mktemp("staff") / "project"
    shutil.copytree(EXAMPLE, project)
    command = [str(Path(sys.executable).with_name("helpcenter")), "build", "--staff"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site-staff"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, permissions=CLIPBOARD, locale="zh-CN")
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def answered(page: Page, message: str) -> str:
    """Look for something at the desk, copy it with Enter, and return what was copied."""
    page.locator("#desk-field").fill(message)
    page.keyboard.press("Enter")
    expect(page.locator(".hc-toast")).to_contain_text("已复制")
    text: str = page.evaluate(READ)
    return text


def test_one_visit_is_enough_and_the_next_build_replaces_what_is_other(staff_site: Path, page: Page) -> None:
    with serving(staff_site, kind=Cable) as address:
        page.goto(f"{address}/desk/")
        until(page, CONTROLLED)
        kept = page.evaluate(KEPT)
        assert {f"{address}/", f"{address}/desk/", f"{address}/button-grey/"} <= {one.split("?")[0] for one in kept}

        Cable.is_cut = True
        page.reload()
        assert answered(page, OLD).endswith("/button-grey/")
        page.goto(f"{address}/button-grey/?platform=jd")
        expect(page.locator("h1")).to_contain_text(OLD)

        Cable.is_cut = False
        page.clock.install()
        page.goto(f"{address}/desk/")
        entry = staff_site / "button-grey" / "index.html"
        entry.write_text(entry.read_text(encoding="utf-8").replace(OLD, NEW), encoding="utf-8")
        keep_offline(staff_site)
        content.cache_clear()
        Cable.asked.clear()
        assert page.evaluate(UPDATE)
        until(page, f"async (before) => (await ({KEPT})()).filter((one) => !before.includes(one)).length === 1", kept)
        assert [path for path in Cable.asked if path != "/worker.js"] == ["/button-grey/"]
        until(page, f"async (count) => (await ({KEPT})()).length === count", len(kept))
        expect(page.locator(".hc-toast")).to_have_text("网站更新过，空闲时会自动换成新的")
        page.locator("#desk-field").fill("why-cannot-cancel")
        page.evaluate("globalThis.isOld = true")
        page.clock.fast_forward("10:00")
        assert page.evaluate("globalThis.isOld"), "a flow is walked"
        page.locator("#desk-field").fill(OLD)
        with page.expect_navigation():
            page.clock.fast_forward("10:00")

        Cable.is_cut = True
        page.goto(f"{address}/button-grey/")
        expect(page.locator("h1")).to_contain_text(NEW)
        Cable.is_cut = False


def test_the_site_works_from_a_disk(staff_site: Path, page: Page) -> None:
    problems: list[Any] = []
    page.on("pageerror", lambda error: problems.append(error))
    page.goto((staff_site / "desk" / "index.html").as_uri())
    assert answered(page, "系统错误").endswith("/system-error/")
    page.locator("#desk-field").fill("why-cannot-cancel")
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("1")
    expect(page.locator(".desk-flow__trail li")).to_have_count(1)
    page.get_by_role("link", name="首页").click()
    home = (staff_site / "index.html").as_uri()
    expect(page).to_have_url(home)
    page.locator("main a[href$='/']").first.click()
    expect(page).not_to_have_url(home)
    expect(page).to_have_url(re.compile("/index[.]html$"))
    expect(page.locator("h1")).to_be_visible()
    assert problems == []


def test_nothing_of_it_is_in_the_public_site(site: Path) -> None:
    assert not (site / "worker.js").exists()
    assert "serviceWorker" not in "".join(path.read_text(encoding="utf-8") for path in site.rglob("*.js"))
