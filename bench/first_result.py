"""What a reader loads for the first results of a page's search, besides the page, in a real browser."""

from __future__ import annotations

import shutil
import statistics
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench.server import serving
from bench.tools import SearchField
from bench.weight import compressed, weigh
from helpcenter.search.runner import BROWSERS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MILLISECONDS: Final = 60_000
"""How long a result may take: an index of 80 MB needs its time."""

QUIET: Final = 500
"""For how many milliseconds nothing more may be asked for, so that all that comes with the first result is there."""


class NoBrowserError(Exception):
    """Playwright or a Chromium is missing."""


def first_result(site: Path, page: Path, queries: Sequence[str], search: SearchField) -> float:
    """The median over queries, each in a browser that knows nothing yet, in bytes after gzip -9.

    ``page`` is the built file that is searched from. Its HTML and the files that this names do not count, but
    what its scripts load unasked does, and so does what is still on its way when the first result stands there.
    """
    named = {page, *(site / address.lstrip("/") for address in weigh(site, page).files)}
    asked: list[Path] = []
    with serving(site.resolve(), asked) as address, opened_browser() as browser:
        start = f"{address}/{page.parent.relative_to(site).as_posix()}/"
        sizes = []
        for query in queries:
            asked.clear()
            _find(browser, start, query, search, asked)
            sizes.append(sum(compressed(path) for path in {*asked} - named if path.is_file()))
        return statistics.median(sizes)


def _find(browser: Browser, address: str, query: str, search: SearchField, asked: Sequence[Path]) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    page.locator(search.field).click()
    page.locator(search.field).fill(query)
    page.keyboard.press("Shift")  # Material listens to keys, which nothing that writes Chinese presses
    page.locator(search.result).first.wait_for(state="attached", timeout=MILLISECONDS)
    known = -1
    while known != len(asked):
        known = len(asked)
        page.wait_for_timeout(QUIET)
    context.close()


@contextmanager
def opened_browser() -> Iterator[Browser]:
    """Start Chromium; raises NoBrowserError where there is none."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        program = None
    if program is None:
        message = "the bytes before a first result need Playwright (make setup) and Chromium"
        raise NoBrowserError(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        yield browser
        browser.close()
