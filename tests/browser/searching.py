"""Searches as a reader does: where the field and its results are, and the few things a reader does there."""

from __future__ import annotations

from typing import Final

from playwright.sync_api import Locator, Page, Route, expect

from helpcenter.pages.search import POINTER

FIELD: Final = ".hc-header .hc-search__input"
HERO: Final = "main .hc-search__input"
ICON: Final = ".hc-tool--search"
PANEL: Final = ".hc-search__panel:visible"
OPTION: Final = f"{PANEL} [role=option]"
TITLE: Final = ".hc-hit__title"
KEY: Final = "helpcenter.searches"
COMPOSED: Final = """(field, [text, ended]) => {
  const tell = (kind) => field.dispatchEvent(new CompositionEvent(kind, {data: text, bubbles: true}));
  const type = () => field.dispatchEvent(new InputEvent("input", {isComposing: true, data: text, bubbles: true}));
  if (!ended) tell("compositionstart");
  field.value = text;
  type();
  if (ended) tell("compositionend");
}"""
"""Types as an input method does: half a word, or the word that ends it."""


def search(page: Page, words: str, field: str = FIELD) -> Locator:
    """Click into the field and type; gives the options, the first of which has come."""
    page.locator(field).click()
    page.keyboard.type(words)
    expect(page.locator(OPTION).first).to_be_visible()
    return page.locator(OPTION)


def compose(field: Locator, text: str, *, ended: bool = False) -> None:
    """Type with an input method."""
    field.evaluate(COMPOSED, [text, ended])


def rest(page: Page) -> None:
    """Let more time go by than the search waits for the next letter."""
    page.wait_for_timeout(400)


def broken(route: Route) -> None:
    """Answer that there is no such file."""
    route.fulfill(status=404, body="<!doctype html><p>no, nothing (here)")


def keep(page: Page, text: str) -> None:
    """Write into the browser what stands there for searches that are kept, as JSON or as no JSON at all."""
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, text])


def kept(page: Page) -> list[str]:
    """Return the searches that are kept in the browser."""
    found: list[str] = page.evaluate(f"JSON.parse(localStorage.getItem('{KEY}') || '[]')")
    return found


def uncaught(problems: list[str]) -> list[str]:
    """Return the problems that are faults of a script or breaches of the policy, not of a broken connection."""
    return [problem for problem in problems if problem.startswith(("uncaught", "policy", "another host"))]


def pieces(requests: list[str]) -> list[str]:
    """Return the names of the pieces of the search that were asked for."""
    paths = [address for address in requests if "/search-" in address and f"/{POINTER}" not in address]
    return [address.rpartition("/")[2].partition(".js")[0] for address in paths]


def active(page: Page) -> str | None:
    """Return the title of the option that the field names as the active one."""
    found: str | None = page.evaluate("""() => {
      const named = document.activeElement.getAttribute("aria-activedescendant");
      const option = named && document.getElementById(named);
      return option && option.getAttribute("aria-selected") === "true" ? option.querySelector(".hc-hit__title").textContent : null;
    }""")
    return found
