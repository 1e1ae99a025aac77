"""The site for staff: notes that all can read there, and that nothing takes along which customers get."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.making import BASE, FLOW, FLOW_FILES, faq_entry, write

from .conftest import build, visiting
from .server import serving
from .test_accessibility import check
from .test_copying import CLIPBOARD, READ, copied
from .visitor import Visitor

pytestmark = pytest.mark.browser
PUBLIC = "https://help.example.com"


@pytest.fixture(scope="module")
def staff_origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("staff")
    cause = "[{id: late, cause: 太晚, fix: 再申请。, staff: 内部丙}]"
    flow = FLOW.replace("title: 现在不能撤销,", "title: 现在不能撤销, staff: 内部丁,")
    faq = faq_entry(answer="点撤销。", causes=cause, staff="'**内部甲**，见[那边](reapply)'")
    write(folder, {**BASE, **FLOW_FILES, "faq.yaml": faq, "content/flows/why-not.yaml": flow})
    with serving(build(folder, folder / "site-staff", "--staff")) as address:
        yield address


@pytest.fixture
def colleague(browser: Browser, staff_origin: str, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    yield from visiting(browser, staff_origin, request)


def test_notes_can_be_read_and_are_neither_copied_nor_printed(colleague: Visitor, axe: str) -> None:
    page = colleague.open("/can-withdraw/", permissions=CLIPBOARD)
    note = page.get_by_role("note").first
    expect(note).to_have_text("内部说明\n内部甲，见那边")
    check(page, axe)
    for form in ("全文", "Markdown", "短回复和链接"):
        text = copied(page, form)
        assert "内部" not in text
        assert f"{PUBLIC}/can-withdraw/" in text
    page.emulate_media(media="print")
    expect(note).to_be_hidden()
    page.emulate_media(media="screen")

    page.goto(colleague.origin + "/why-not/#too-late")
    expect(page.get_by_role("note").filter(has_text="内部丁")).to_be_visible()
    page.locator(".hc-step[data-current] [data-copies=usual]").click()
    expect(page.locator(".hc-toast")).to_contain_text("已复制")
    text = page.evaluate(READ)
    assert "内部" not in text
    assert f"{PUBLIC}/why-not/#too-late" in text
