"""Opens pages for one test, each in a context of its own, and keeps pictures of them if the test fails."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Frame, Page

from .needs import ROOT
from .watch import Watch

PHONE: Mapping[str, int] = {"width": 360, "height": 800}
DESKTOP: Mapping[str, int] = {"width": 1280, "height": 900}
sizes = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
PICTURES = ROOT / ".cache" / "browser-failures"
SECONDS = 10
"""How long anything may take."""


def until(page: Page | Frame, expression: str, arg: object = None) -> None:
    """Wait until ``expression`` is true.

    Asked from outside: what the browser asks by itself again and again is text that the policy of a page refuses.
    """
    end = monotonic() + SECONDS
    while not page.evaluate(expression, arg):
        assert monotonic() < end, f"never true: {expression}"
        page.wait_for_timeout(20)


class Visitor:
    """A reader with a fresh browser, a phone unless told otherwise."""

    def __init__(self, browser: Browser, origin: str) -> None:
        self.origin = origin
        self.watch: Watch
        self._browser = browser
        self._pages: list[Page] = []

    def blank(self, size: Mapping[str, int] = PHONE, **options: Any) -> Page:
        """Return an empty page; ``options`` are those of a browser context."""
        settings: dict[str, Any] = {"viewport": dict(size), "locale": "zh-CN", "reduced_motion": "reduce", **options}
        context = self._browser.new_context(**settings)
        context.set_default_timeout(SECONDS * 1000)
        self.watch = Watch(context, self.origin)
        page = context.new_page()
        self._pages.append(page)
        return page

    def open(self, path: str, size: Mapping[str, int] = PHONE, **options: Any) -> Page:
        """Open the page at ``path`` of the site."""
        page = self.blank(size, **options)
        page.goto(self.origin + path)
        return page

    def picture(self, test: str) -> None:
        """Keep a picture of each open page, in a folder that git ignores."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        for number, page in enumerate(self._pages):
            try:
                page.screenshot(path=_file(test, number))
            except Error as error:
                print(f"no picture of {page.url}: {error.message}")

    def leave(self) -> None:
        """Close everything."""
        for page in self._pages:
            page.context.close()


def _file(test: str, number: int) -> Path:
    return PICTURES / f"{re.sub(r'[^A-Za-z0-9-]+', '_', test)[:100]}-{number}.png"
