"""Walks through the pages of guided flows: what a reader sees there, and the few things a reader does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Locator, Page, expect

from .visitor import until

CHOICES = ".hc-step:visible .hc-options a"
"""The options of the question that is shown."""
STATE = """(root) => {
  const seen = [...root.querySelectorAll(".hc-step")].filter((one) => one.checkVisibility());
  const text = (one) => one.textContent.trim();
  return {
    sections: seen.map((one) => one.id),
    titles: seen.map((one) => text(one.querySelector("h2"))),
    trail: [...root.querySelectorAll(".hc-trail li")].filter((one) => one.checkVisibility())
      .map((item) => [text(item.children[0]), text(item.children[1])]),
    notice: text(root.querySelector(".hc-flow__notice")),
  };
}"""


CHANGED = """const changed = () => new Promise((done, fail) => {
  addEventListener("hashchange", done, {once: true});
  setTimeout(() => fail(new Error(`the address stays ${location.href}`)), 5000);
});"""
"""JavaScript that waits for the address to change; else a test that waits would hang."""


def heading(page: Page | Locator) -> Locator:
    """Return the heading of the section that is shown."""
    return page.locator(".hc-step:visible > h2")


def must_show(page: Page | Locator, title: str) -> None:
    """Wait until one section is shown, the one called ``title``."""
    expect(heading(page)).to_have_text([title])


def choose(page: Page | Locator, *labels: str) -> None:
    """Answer the questions that follow each other."""
    for label in labels:
        title = heading(page).text_content()
        page.locator(CHOICES).get_by_text(label, exact=True).click()
        expect(heading(page)).not_to_have_text([title or ""])


def state(page: Page, flow: str = "[data-flow]") -> dict[str, Any]:
    """Return what a flow shows: sections, their titles, the trail, and the notice."""
    found: dict[str, Any] = page.locator(flow).evaluate(STATE)
    return found


def trail(page: Page, flow: str = "[data-flow]") -> list[list[str]]:
    """Return the questions of the trail, each with its answer."""
    found: list[list[str]] = state(page, flow)["trail"]
    return found


def fragment(page: Page) -> str:
    """Return what the address says behind the ``#``."""
    return page.url.partition("#")[2]


def must_be_at(page: Page, address: str) -> None:
    """Wait until the address says ``address`` behind the ``#``."""
    until(page, "(address) => location.hash.slice(1) === address", address)


def written(section: str, answers: Sequence[tuple[str, str]]) -> str:
    """Return an address behind the ``#``, as it can be typed."""
    pairs = "&".join(f"{node}={option}" for node, option in answers)
    return f"{section}?{pairs}" if pairs else section
