"""A component that lacks what it needs names it, leaves its part of the page as it is, and the others alone."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from .kinds import FAQ, FLOW, SEARCH
from .visitor import DESKTOP

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
    ("copy", FAQ): [".hc-copies", ".hc-copies[data-copying]"],
    ("flow card", CARD): [".hc-flow-card > a", ".hc-flow-card[data-script]", ".hc-flow-card[data-sheet]"],
    ("flow", FLOW): [
        *(".hc-flow__notice", ".hc-flow__tools", "[data-do=back]", "[data-do=restart]", "[data-do=whole]", ".hc-trail", ".hc-trail ol"),
        *("template[data-part=answer]", "template[data-part=end]", "template[data-part=notice]", ".hc-step", ".hc-step > h2"),
        *("li > span", "li > b", ".hc-end [data-do=solved]", ".hc-end [data-do=copy]", ".hc-end [role=status]", "textarea"),
        *(f"[data-{name}]" for name in ("solved", "copied", "failed")),
        *(f"[data-{name}]" for name in ("dropped", "skipped", "moved", "unused", "comma")),
    ],
    ("search", FAQ): [".hc-search__input", *(f"body[data-{name}]" for name in ("root", "search-script", "search-sheet", "search-pointer"))],
    ("search box", FAQ): [
        ".hc-search > template",
        *(PART.format(name) for name in (*SHARED, "panel", "back")),
    ],
    ("search page", SEARCH): [
        *(f"[data-search-results] {PART.format(name)}" for name in (*SHARED, "filters", "more")),
        "select[name=topic]",
    ],
}


@pytest.fixture
def reader(browser: Browser, origin: str) -> Iterator[Page]:
    """A page whose parts can be taken out: at first one that has nothing but the name of the site."""
    context = browser.new_context(viewport={"width": DESKTOP["width"], "height": DESKTOP["height"]})
    context.add_init_script(REMOVE)
    page = context.new_page()
    page.goto(f"{origin}/404.html")
    yield page
    context.close()


def opened(page: Page, address: str, part: str = "") -> set[str]:
    """Open a page without ``part``; return the components that have started."""
    page.evaluate(f"window.name = {json.dumps(part)}")
    page.goto(address)
    marks: dict[str, bool] = page.evaluate("""(marks) => Object.fromEntries(
      Object.entries(marks).map(([name, mark]) => [name, Boolean(document.querySelector(mark))]))""", STARTED)  # fmt: skip
    return {name for name, has_started in marks.items() if has_started}


@pytest.mark.parametrize(("component", "path"), CASES)
def test_what_is_missing_is_named_and_the_others_start(component: str, path: str, reader: Page, origin: str) -> None:
    whole = opened(reader, origin + path)
    name = component.removesuffix(" box").removesuffix(" page")
    assert name in whole
    for part in CASES[component, path]:
        with reader.expect_console_message(lambda message: message.text.startswith("helpcenter: ")) as told:
            started = opened(reader, origin + path, part)
            if component == "search box":
                reader.locator(".hc-search__input").focus()
        said = told.value.text.splitlines()[0]
        assert said.startswith(f"helpcenter: {name} Error: lacks "), said
        assert part.split()[-1] in said, (part, said)
        assert started == whole - {component}, part
