"""A component that lacks what it needs names it, leaves its part of the page as it is, and the others alone."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from .kinds import FAQ, FLOW, SEARCH
from .visitor import DESKTOP, until

pytestmark = pytest.mark.browser
CARD = "/button-grey/"
"""An article that offers a flow."""
REMOVE = """document.addEventListener("readystatechange", () => {
  if (document.readyState !== "interactive" || !window.name) { return; }
  const selector = window.name, attribute = /\\[([\\w-]+)\\]$/.exec(selector);
  const all = (root) => [...root.querySelectorAll(selector)].concat(
    ...Array.from(root.querySelectorAll("template"), (template) => all(template.content)));
  all(document).forEach((found) => { if (attribute) { found.removeAttribute(attribute[1]); } else { found.remove(); } });
});"""
"""Takes out what ``window.name`` selects, before any deferred script runs; an attribute where the selector ends with it."""
STARTED = {
    "scheme": "[data-scheme-button][data-started]",
    "menu": ".hc-menu[data-started]",
    "questions": "[data-questions-started]",
    "copy": ".hc-copies .hc-copy",
    "flow card": ".hc-flow-card[data-started]",
    "flow": "[data-flow][data-walking]",
    "search": "[data-search-started]",
}
"""What shows that a component has started."""
PART = "[data-part={}]"
SHARED = ("list", "note", "retry", "recent", "forget", "lost", "contact", "status")
CASES = {
    ("menu", FAQ): [".hc-menu > summary"],
    ("copy", FAQ): [".hc-copies", *(f"body[data-{name}]" for name in ("copy-link", "copy-text", "copied", "copy-failed"))],
    ("flow card", CARD): [".hc-flow-card > a", ".hc-flow-card[data-script]"],
    ("flow", FLOW): [
        *(".hc-flow__notice", ".hc-flow__tools", "[data-do=back]", "[data-do=restart]", ".hc-trail", ".hc-trail ol"),
        *("template[data-part=answer]", "template[data-part=end]", "template[data-part=notice]", ".hc-step", ".hc-step > h2"),
        *("li > b", "[data-do=solved]", "[data-do=copy]", "[role=status][data-solved]", "textarea"),
        *(f"p[data-{name}]" for name in ("copied", "failed", "dropped", "skipped", "moved", "unused", "comma")),
    ],
    ("search", FAQ): [".hc-search__input", "body[data-root]", "body[data-search-script]"],
    ("search box", FAQ): [
        *(".hc-search > template", "body[data-search-index]"),
        *(PART.format(name) for name in (*SHARED, "panel", "back")),
    ],
    ("search page", SEARCH): [
        *(f"[data-search-results] {PART.format(name)}" for name in (*SHARED, "filters", "more")),
        *("select[name=topic]", "select[name=audience]"),
    ],
}
ROWS = [(component, path, part) for (component, path), parts in CASES.items() for part in parts]


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    """A page whose parts can be taken out."""
    context = browser.new_context(viewport=dict(DESKTOP))
    context.add_init_script(REMOVE)
    yield context.new_page()
    context.close()


def opened(page: Page, address: str, part: str = "") -> set[str]:
    """Open a page without ``part``; return the components that have started."""
    page.evaluate(f"window.name = {json.dumps(part)}")
    page.goto(address)
    return {name for name, mark in STARTED.items() if page.locator(mark).count()}


@pytest.mark.parametrize(("component", "path", "part"), ROWS)
def test_what_is_missing_is_named_and_the_others_start(
    component: str, path: str, part: str, reader: Page, origin: str
) -> None:
    told: list[str] = []
    reader.goto(origin + "/404.html")  # the name of a window is kept for its site
    whole = opened(reader, origin + path)
    reader.on("console", lambda message: told.append(message.text))
    started = opened(reader, origin + path, part)
    if component == "search box":
        reader.locator(".hc-search__input").focus()
    until(reader, "document.readyState === 'complete'")
    for _ in range(100):
        if told:
            break
        reader.wait_for_timeout(20)
    reader.remove_listener("console", reader.listeners("console")[0])
    assert len(told) == 1
    assert told[0].startswith(f"helpcenter: {component.removesuffix(' box').removesuffix(' page')} ")
    assert " lacks " in told[0]
    assert started == whole - {component}
