"""Who types words into the home page finds pages that exist."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from .kinds import HOME, RESULT
from .visitor import Visitor

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("words", ["撤销", "申请被拒绝"])
def test_words_typed_at_home_lead_to_pages_that_exist(words: str, visitor: Visitor) -> None:
    page = visitor.open(HOME)
    page.locator("main input[type=search]").fill(words)
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
