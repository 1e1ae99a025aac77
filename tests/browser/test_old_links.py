"""Whatever writers did to it since, a link that was published opens its answer: unfolded, in sight, marked.

A hunt (``--hypothesis-profile=hunt``) opens 1,000 links of made histories and prints how long they took.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from statistics import median, quantiles
from time import monotonic
from typing import NamedTuple

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Error, Page

from helpcenter.links.lock import written
from helpcenter.links.registry import Fate
from tests.links.histories import Histories, lived
from tests.making import BASE, Files, article, write

from .conftest import build
from .server import serving

pytestmark = pytest.mark.browser
IS_HUNT = settings().max_examples >= 1000
STEPS = 100
HISTORIES, LINKS = (60, 1000) if IS_HUNT else (1, 8)
LONG = "写得长一点，才会折起来。" * 12
SEEN = """([anchor, text]) => {
  const place = anchor ? document.getElementById(anchor) : document.querySelector("h1");
  if (!place || !document.body) return "nowhere";
  const box = place.getBoundingClientRect();
  const whole = place.closest("details, section, article") || place;
  if (!place.checkVisibility() || box.bottom < 0 || box.top > innerHeight) return "out of sight";
  if (anchor && !place.matches(":target")) return "not marked";
  if (!whole.textContent.includes(text)) return "another answer";
  const said = [...whole.querySelectorAll("p, h1")].filter((one) => one.textContent.includes(text));
  return said.some((one) => one.checkVisibility()) ? "" : "folded";
}"""
"""What is wrong with what who opened the page sees; nothing when all is right."""
LED = """([href, title]) => [...document.querySelectorAll("main a, .hc-main a")].some(
  (one) => one.href === href && one.textContent.includes(title) && one.checkVisibility())"""


class Link(NamedTuple):
    """A published address, and what who opens it shall see: an answer, or at an end the way to one."""

    address: str
    target: str
    answer: int
    title: int
    fate: Fate
    ends: tuple[str, str]
    """Where who opens it is led: with scripts, and without, where only pages lead on."""


def published(history: Histories) -> list[Link]:
    """Return the links of a history; what each shall lead to is held by the history itself."""
    registry, found = history.registry(), []
    for address in sorted(history.meant):
        way, page = registry.way(address), address.partition("#")[0]
        moved = registry.way(page)
        now = moved.target.partition("#")[0] if moved.fate is Fate.MOVED else page
        is_led = way.fate is Fate.MOVED or (way.fate is Fate.RETIRED and page != address and moved.fate is not Fate.RETIRED)
        ends = way.target if is_led else address, now
        titled = way.target.partition("#")[0]
        found.append(Link(address, way.target, history.who(way.target), history.who(titled), way.fate, ends))
    return found


def files(history: Histories) -> Files:
    found: dict[str, str | bytes | None] = {**BASE, "content/links.lock": written(history.lock)}
    for page, (who, parts) in history.content.items():
        sections = [f"{{id: {part}, title: 小节 {number}, short: 一句话。, text: '这是 {number} 号答案。{LONG}'}}" for part, number in parts.items()]
        more = {"sections": f"[{', '.join(sections)}]"} if sections else {"intro": f"这是 {who} 号答案。"}
        found[f"content/articles/{page}.yaml"] = article(page, title=f"第 {who} 号", summary=f"这是 {who} 号答案。", **more)
    return found


@contextmanager
def standing(seed: int, folder: Path) -> Iterator[tuple[str, list[Link]]]:
    """Serve the site that a history ends with; gives its address, and the links that were published."""
    history = lived(seed, STEPS)
    write(folder, files(history))
    with serving(build(folder, folder / "site")) as origin:
        yield origin, published(history)


def path_of(address: str) -> str:
    page, mark, part = address.partition("#")
    return f"/{page}/{mark}{part}"


def wrong(page: Page, link: Link, origin: str, scripts: bool) -> str:
    """Return what is wrong once ``link`` is open, asked again until nothing is or a second has gone."""
    part = link.target.partition("#")[2]
    said = f"{link.answer} 号"
    # What is asked of a page that goes away may never be answered.
    if scripts:
        page.wait_for_url(origin + path_of(link.ends[0]), wait_until="commit")
    else:
        page.wait_for_url(lambda url: url.partition("#")[0] == origin + path_of(link.ends[1]), wait_until="load")
    if link.fate is not Fate.ALIVE and not scripts and "#" in link.address:
        part = part if link.target.partition("#")[0] == link.address.partition("#")[0] else ""
        said = f"{link.answer if part else link.title} 号"
    end = monotonic() + 1
    while True:
        found = "on its way"
        with suppress(Error):  # a page that leads on goes away while it is asked
            found = page.evaluate(SEEN, [part, said])
            says_where = link.fate is Fate.RETIRED or (link.fate is Fate.MOVED and not scripts)
            if found and says_where and page.evaluate(LED, [origin + path_of(link.target), f"第 {link.title} 号"]):
                return ""  # a page, or a line of one, that says where it is now
        if not found or monotonic() > end:
            return found


def opened(browser: Browser, origin: str, links: list[Link], scripts: bool) -> list[float]:
    """Open ``links``; each must show its answer. Returns how many milliseconds each took, with what asking takes."""
    times = []
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": 360, "height": 640})
    for link in links:
        page = context.new_page()
        start = monotonic()
        page.goto(origin + path_of(link.address), wait_until="commit")
        found = wrong(page, link, origin, scripts)
        times.append(1000 * (monotonic() - start))
        assert not found, (link, scripts, page.url, found)
        page.close()
    context.close()
    return times


def test_old_links_open_their_answer(browser: Browser, tmp_path: Path) -> None:
    times: dict[bool, list[float]] = {True: [], False: []}
    for seed in range(HISTORIES):
        if len(times[True]) < LINKS:
            with standing(seed, tmp_path / str(seed)) as (origin, links):
                chosen = Random(seed).sample(links, min(LINKS, len(links)))
                for scripts, found in times.items():
                    found += opened(browser, origin, chosen, scripts)
    assert len(times[True]) >= LINKS
    if IS_HUNT:
        for scripts, found in times.items():
            print(f"scripts {scripts}: {len(found)} links, median {median(found):.0f} ms, 95 of 100 {quantiles(found, n=20)[-1]:.0f} ms")
