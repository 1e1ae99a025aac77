"""When the page that is open in a browser shows an edit, as the page itself tells."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from bench.edits import Edit
from bench.previews import Preview

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CONNECTING: Final = 0.7
"""Seconds in which a page that was opened connects itself to what reloads it."""

WATCH: Final = """
(() => {
  const look = () => {
    const wanted = sessionStorage.getItem("bench-wanted");
    if (!wanted || sessionStorage.getItem("bench-shown") || !document.documentElement) return;
    if (new RegExp(wanted).test(document.documentElement.textContent))
      sessionStorage.setItem("bench-shown", String(performance.timeOrigin + performance.now()));
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  document.addEventListener("DOMContentLoaded", look);
})();
"""
"""Runs in every new document before all others; what is told outlives the document."""


def seen(browser: Browser, preview: Preview, edit: Edit, save: Callable[[], float], patience: float) -> float | None:
    """Return the seconds from the save until the open page has the edit; None when it never had.

    ``save`` writes the file and returns the moment just before, as ``time.time`` gives it: the browser's clock is the
    same one.
    """
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(f"{preview.address}/{edit.at or edit.page}")
    time.sleep(CONNECTING)
    wanted = edit.open_shown or edit.shown
    page.evaluate("wanted => { sessionStorage.setItem('bench-wanted', wanted) }", wanted)
    saved = save()
    try:
        shown = _shown(page, patience)
    finally:
        context.close()
    return None if shown is None else shown - saved


def _shown(page: Page, patience: float) -> float | None:
    from playwright.sync_api import Error

    end = time.monotonic() + patience
    while time.monotonic() < end:
        try:
            told = page.evaluate("sessionStorage.getItem('bench-shown')")
        except Error:  # the page is being loaded anew
            told = None
        if told:
            return float(told) / 1000
        page.wait_for_timeout(20)
    return None
