"""What a phone shows first of a page, and how links to places on it arrive: measured on every page of a site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .visitor import Visitor

PHONE = {"width": 360, "height": 740}
"""The phone on which the promise is measured; its browser's own bars are above and below."""
LOWEST = 420
"""Where the first sentence of an answer begins at the latest, in px."""
WATCH = """window.shifted = [];
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) {
    const moved = shift.sources.map(({node}) => node && (node.outerHTML || node.data || "").slice(0, 60));
    window.shifted.push([shift.value, shift.startTime, ...moved]);
  }
}).observe({type: "layout-shift", buffered: true})"""
MEASURE = """() => {
  const top = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      const box = range.getBoundingClientRect();
      if (walker.currentNode.data.trim() && box.height && !walker.currentNode.parentElement.closest(".hc-hidden")) {
        return box.top + scrollY;
      }
    }
  };
  const shown = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const answer = shown(".hc-short__text, #intro, .hc-page--flow .hc-step > h2")[0] || shown(".hc-summary")[0];
  const third = shown(".hc-page--flow .hc-options li")[2];
  return {
    answer: top(answer),
    third: third ? third.getBoundingClientRect().top + scrollY : null,
    shifted: window.shifted,
    wide: document.documentElement.scrollWidth,
    person: (document.querySelector(".hc-header a[href='#hc-person']") || {hash: "#none"}).hash,
    lists: shown(".hc-related, .hc-turn, .hc-topic-nav").length,
    open: shown(".hc-toc details[open]").length,
    early: shown(".hc-flow-card").filter((card) => card.getBoundingClientRect().top + scrollY < top(answer)).length,
  };
}"""
ARRIVE = """async () => {
  const ids = (all) => [...document.querySelectorAll(all)].map((one) => one.id).filter(Boolean);
  const folds = ids(".hc-main details"), headings = ids(".hc-body :is(h2, h3)");
  const late = [];
  const walks = document.querySelector("[data-walking]");
  for (const id of walks ? [] : new Set([folds[0], folds.at(-1), headings[0], headings.at(-1)].filter(Boolean))) {
    scrollTo({top: 0, behavior: "instant"});
    const there = new Promise((done) => { addEventListener("hashchange", done, {once: true}); });
    location.hash = id;
    await there;
    await new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
    const target = document.getElementById(id), box = target.getBoundingClientRect();
    const head = document.querySelector(".hc-header").getBoundingClientRect().bottom;
    const plain = getComputedStyle(document.body), style = getComputedStyle(target);
    const isMarked = style.boxShadow !== "none" || style.backgroundColor !== plain.backgroundColor;
    if (box.top < head || box.top >= innerHeight) late.push(`${id} is at ${box.top}`);
    if (!isMarked) late.push(`${id} is not marked`);
    if (target.closest("details:not([open])")) late.push(`${id} is folded`);
  }
  return late;
}"""


@dataclass(frozen=True, slots=True)
class Found:
    """A page and what is wrong with it."""

    path: str
    faults: tuple[str, ...]


def faults_of(visitor: Visitor, site: Path) -> Iterator[Found]:
    """Open every article, question and flow of ``site`` on one phone; yield each with its faults."""
    page = visitor.blank(PHONE)
    page.add_init_script(WATCH)
    for file in sorted(site.glob("*/index.html")):
        if not _is_entry(file):
            continue
        page.goto(f"{visitor.origin}/{file.parent.name}/")
        seen = page.evaluate(MEASURE)
        told = [
            ("begins too low", seen["answer"] > LOWEST),
            ("third option out of sight", seen["third"] is not None and seen["third"] > PHONE["height"]),
            ("shifts", bool(seen["shifted"])),
            ("is too wide", seen["wide"] > PHONE["width"]),
            ("leads to nobody", page.locator(seen["person"]).count() != 1),
            ("has not one list at its end", seen["lists"] != 1),
            ("has its contents unfolded", seen["open"] > 0),
            ("offers a flow before the answer", seen["early"] > 0),
        ]
        yield Found(file.parent.name, (*(f"{name}: {seen}" for name, is_so in told if is_so), *page.evaluate(ARRIVE)))


def _is_entry(file: Path) -> bool:
    html = file.read_text(encoding="utf-8")
    return any(f"hc-page--{kind}" in html for kind in ("article", "faq", "flow"))
