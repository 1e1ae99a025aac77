"""No text can run anything or change the page around it, whatever is typed; it is shown as typed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args, get_type_hints
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, expect
from pydantic import BaseModel

from helpcenter.model import entries, fields
from helpcenter.project import Project
from helpcenter.rendering.policy import POLICY
from helpcenter.sources.loading import load

from .conftest import build, visiting
from .hostile import IN_URL, PAYLOADS, PRIVATE, write_project
from .kinds import RESULT
from .server import serving
from .visitor import Visitor

pytestmark = pytest.mark.browser
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
TYPED = (fields.Line, fields.Reply, fields.Alias, fields.Markdown, fields.Note, fields.Url)
"""Kinds of field that take any text or address."""

NOTED = ("FaqEntry", "Cause", "Article", "Part", "Step", "Substep", "Precaution", "FreePart")
HIDDEN = (
    *("Entry.aliases", "Entry.owner", "Article.reply", "Image.alt", "site_description"),
    *(f"{kind}.staff" for kind in NOTED),
)
"""Fields that no page shows as text. Retired entries show their title only, so ``gone`` counts for nothing."""

SHAPE = """() => [...document.querySelectorAll(":not(bdi)")].map((element) =>
  element.localName + "[" + element.getAttributeNames().filter((name) => name !== "dir").join() + "]")"""
"""The elements with their attributes, but for directions, which pages tell only where some text runs to the left."""
TEXT = """() => {
  const copy = document.body.cloneNode(true);
  copy.querySelectorAll("script, style").forEach((element) => element.remove());
  return copy.textContent;
}"""
PROVOKE = """() => {
  addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link && link.protocol !== "javascript:") event.preventDefault();
  }, true);
  addEventListener("submit", (event) => event.preventDefault(), true);
  for (const element of document.querySelectorAll("*")) {
    for (const kind of ["mouseover", "mouseenter", "focus", "error", "load"]) element.dispatchEvent(new Event(kind));
  }
  for (const element of document.querySelectorAll("a, summary, button")) if (element.isConnected) element.click();
}"""
PROTOCOLS = "() => [...new Set([...document.querySelectorAll('a[href]')].map((link) => link.protocol))]"
HURT = "window.pwned !== undefined || document.querySelector('img[src=x]') !== null"


@dataclass(frozen=True)
class Trial:
    """The hostile site, the harmless one, and what was typed into the hostile one, by field."""

    project: Path
    site: Path
    harmless: Path
    typed: dict[str, str]

    def paths(self) -> list[str]:
        """Return the address of each page."""
        names = (path.relative_to(self.site).as_posix() for path in self.site.rglob("*.html"))
        return sorted(f"/{name.removesuffix('index.html')}" for name in names)


@pytest.fixture(scope="session")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    """Build both sites."""
    folder = tmp_path_factory.mktemp("hostile")
    typed = write_project(folder / "hostile")
    write_project(folder / "harmless", harmless=True)
    hostile, harmless = (build(folder / name, folder / f"{name}-site") for name in ("hostile", "harmless"))
    return Trial(folder / "hostile", hostile, harmless, typed)


@pytest.fixture(params=[POLICY, ""], ids=["strict policy", "no policy"])
def victim(trial: Trial, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Return a reader of the hostile site, protected by a policy or not."""
    with serving(trial.site, request.param) as origin:
        yield from visiting(browser, origin, request)


@pytest.fixture
def reader(trial: Trial, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Return a reader of the hostile site where the policy makes no difference."""
    with serving(trial.site) as origin:
        yield from visiting(browser, origin, request)


def texts_of(kind: type[BaseModel]) -> Iterator[str]:
    """Yield the fields of a model that hold any text or address a writer types."""
    for name, hint in get_type_hints(kind, include_extras=True).items():
        if _holds_text(hint):
            yield f"{kind.__name__}.{name}"


def _holds_text(hint: Any) -> bool:
    return any(hint == kind for kind in TYPED) or any(map(_holds_text, get_args(hint)))


def hostile_fields(value: Any) -> Iterator[str]:
    """Yield the fields at and below a model value that hold a payload."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            held = getattr(value, name)
            if any("window.pwned" in text for text in _texts(held)):
                yield f"{type(value).__name__}.{name}"
            yield from hostile_fields(held)
    elif isinstance(value, dict):
        for one in value.values():
            yield from hostile_fields(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from hostile_fields(one)


def _texts(value: Any) -> list[str]:
    return [one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, str)]


def test_every_text_field_of_the_model_is_tried(trial: Trial) -> None:
    loaded, problems = load(Project(trial.project, trial.project / "content"))
    assert problems == []
    center = loaded.center
    values = (*center.topics, *center.entries(), center.home, *center.values.values(), *center.contacts.values())
    tried = {field for value in values for field in hostile_fields(value)}
    kinds = [kind for kind in vars(entries).values() if isinstance(kind, type) and issubclass(kind, BaseModel)]
    wanted = {field for kind in kinds if kind not in (BaseModel, entries.Entry, entries.Kept) for field in texts_of(kind)}
    assert len(wanted) > 30
    assert wanted - tried == set()


def test_pages_have_the_shape_of_harmless_ones(trial: Trial, browser: Browser, request: pytest.FixtureRequest) -> None:
    assert len(trial.paths()) > 14
    with serving(trial.site) as hostile, serving(trial.harmless) as harmless:
        for reader in visiting(browser, hostile, request):
            page = reader.blank(java_script_enabled=False)
            for path in trial.paths():
                page.goto(harmless + path)
                expected = page.evaluate(SHAPE)
                page.goto(hostile + path)
                assert page.evaluate(SHAPE) == expected, path


def test_nothing_runs_on_any_page(trial: Trial, victim: Visitor) -> None:
    page = victim.blank()
    for path in trial.paths():
        page.goto(victim.origin + path)
        page.evaluate(PROVOKE)
        assert page.evaluate(HURT) is False, path
        assert set(page.evaluate(PROTOCOLS)) <= {"http:", "https:"}, path
    assert victim.watch.problems == []


def test_every_text_is_shown_as_typed(trial: Trial, victim: Visitor) -> None:
    page = victim.blank()
    shown: set[str] = set()
    for path in trial.paths():
        page.goto(victim.origin + path)
        page.locator("details").evaluate_all("all => all.forEach((details) => { details.open = true; })")
        whole, seen = str(page.evaluate(TEXT)), squeezed(page.locator("body").inner_text())
        for field, text in trial.typed.items():
            before, name, after = re.split(rf"({field.partition('(')[2].removesuffix(')')}\b)", text)
            for around in re.split(rf"{name}\b", whole)[:-1]:
                assert around.endswith(before), (path, field)
            for around in re.split(rf"{name}\b", whole)[1:]:
                assert around.startswith(after), (path, field)
            if squeezed(text) in seen:
                shown.add(field)
    unshown = {field for field in trial.typed if field not in shown and not field.startswith(HIDDEN)}
    assert {field for field in unshown if not _of_retired(field, trial)} == set()


def squeezed(text: str) -> str:
    """Return ``text`` without blanks, which a browser folds."""
    return "".join(text.split())


def _of_retired(field: str, trial: Trial) -> bool:
    """Return whether a field belongs to the retired entry, whose page shows its title only."""
    gone = (trial.project / "content" / "articles" / "gone.yaml").read_text(encoding="utf-8")
    return json.dumps(trial.typed[field])[1:-1] in gone and not field.startswith("Article.title")


def test_search_runs_nothing(victim: Visitor) -> None:
    page = victim.blank()
    for words in ("field", " ".join(PAYLOADS)):
        page.goto(f"{victim.origin}/search/?q={quote(words)}")
        if words == "field":
            expect(page.locator(RESULT).first).to_be_visible()
        page.wait_for_load_state("networkidle")
        page.evaluate(PROVOKE)
        assert page.evaluate(HURT) is False, words
        assert page.locator("main img").count() == 0, words
    assert victim.watch.problems == []


def test_head_holds_title_and_description_as_typed(trial: Trial, reader: Visitor) -> None:
    page = reader.open("/main/")
    site, title = named(trial, "site_name"), named(trial, "Article.title")
    assert squeezed(page.title()) == squeezed(f"{title}-{site}")
    assert content_of(page, "description") == named(trial, "Article.summary")
    page.goto(reader.origin + "/")
    assert content_of(page, "description") == named(trial, "site_description")
    assert page.locator("main img").count() == 0
    page.goto(reader.origin + "/main/")
    assert page.locator("main img:not(.hc-printed *)").get_attribute("alt") == named(trial, "Image.alt")
    addresses: list[str] = page.locator(".hc-sources li a").evaluate_all("all => all.map((link) => link.href)")
    assert len(addresses) > 1
    assert all(address.endswith(quote(IN_URL, safe="=:/")) for address in addresses), addresses


def named(trial: Trial, field: str) -> str:
    """Return the first text that was typed for ``field``."""
    return next(text for name, text in trial.typed.items() if name.startswith(f"{field} ("))


def content_of(page: Page, name: str) -> str | None:
    """Return what a meta element of the page says."""
    return page.locator(f"meta[name={name}]").get_attribute("content")


def test_structured_data_can_be_read(trial: Trial, reader: Visitor) -> None:
    page = reader.blank()
    found: list[dict[str, Any]] = []
    for path in trial.paths():
        page.goto(reader.origin + path)
        for text in page.locator("script[type='application/ld+json']").all_text_contents():
            found += json.loads(text)["@graph"]
    assert named(trial, "Article.title") in [item.get("headline") for item in found]
    questions = [item["mainEntity"][0]["name"] for item in found if item["@type"] == "FAQPage"]
    assert named(trial, "FaqEntry.question") in questions


def test_feed_sitemap_and_index_can_be_read(trial: Trial) -> None:
    feed = ElementTree.parse(trial.site / "feed.xml").getroot()
    titles = [element.text for element in feed.iter(f"{ATOM}title")]
    assert named(trial, "Article.title") in titles
    assert any(named(trial, "site_name") in str(title) for title in titles)
    addresses = [str(element.text) for element in ElementTree.parse(trial.site / "sitemap.xml").iter(f"{SITEMAP}loc")]
    assert "https://help.example.com/main/" in addresses
    for path in trial.site.rglob("*.json"):
        json.loads(path.read_text(encoding="utf-8"))


def test_notes_for_staff_are_in_no_file(trial: Trial) -> None:
    files = [path for path in trial.site.rglob("*") if path.is_file()]
    assert [path.name for path in files if PRIVATE.encode() in path.read_bytes()] == []
