"""Nothing moves while a page comes piece by piece, nor when its scripts come late."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from .first_screen import WATCH
from .kinds import ABOUT, ARTICLE, FAQ, FLOW, HOME, SEARCH
from .trickle import trickling
from .visitor import DESKTOP, PHONE, Visitor

pytestmark = pytest.mark.browser
PAGES: list[tuple[str, Mapping[str, int]]] = [
    *((path, PHONE) for path in (HOME, ARTICLE, FAQ, FLOW, SEARCH, ABOUT)),
    *((path, DESKTOP) for path in (HOME, ARTICLE, SEARCH)),
]


def test_nothing_moves_while_a_page_comes_piece_by_piece(site: Path, browser: Browser) -> None:
    with trickling(site) as origin:
        visitor = Visitor(browser, origin)
        pages = [visitor.blank(size) for _, size in PAGES]
        for page, (path, _) in zip(pages, PAGES, strict=True):
            page.add_init_script(WATCH)
            page.goto(origin + path, wait_until="commit")
        for page, (path, size) in zip(pages, PAGES, strict=True):
            page.wait_for_load_state("load")
            page.evaluate("new Promise((done) => { requestAnimationFrame(() => setTimeout(done, 50)); })")
            assert (path, size, page.evaluate("window.shifted")) == (path, size, [])
        visitor.leave()
