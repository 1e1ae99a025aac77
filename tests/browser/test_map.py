"""The map of a flow as staff see it: legible in light and dark, its links lead to the flow, its frame scrolls."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from helpcenter.drawing import standalone
from tests.drawing.diagrams import EXAMPLES, drawn, example_flow, hostile_flow

from .seeing import too_wide
from .test_accessibility import check
from .visitor import DESKTOP, PHONE, Visitor, sizes

pytestmark = pytest.mark.browser
maps = pytest.mark.parametrize("path", [f"/{name}/map/" for name in EXAMPLES])
FRAME = ".hc-map-frame"
FITS = """() => {
  const found = [];
  for (const link of document.querySelectorAll(".hc-map a")) {
    const shape = link.querySelector(".shape").getBBox(), text = link.querySelector("text").getBBox();
    const room = [text.x - shape.x, shape.x + shape.width - text.x - text.width,
                  text.y - shape.y, shape.y + shape.height - text.y - text.height];
    if (Math.min(...room) < 1) found.push([link.textContent, room]);
  }
  return found;
}"""
"""Boxes whose text sticks out."""
CLEAR = """() => {
  const box = (element) => { const at = element.getBBox(); return [at.x, at.y, at.x + at.width, at.y + at.height]; };
  const boxes = [...document.querySelectorAll(".hc-map .shape, .hc-map .label")].map((one) => [one.parentNode.textContent, box(one)]);
  const found = [];
  boxes.forEach(([name, one], at) => boxes.slice(at + 1).forEach(([other, two]) => {
    if (one[0] < two[2] && two[0] < one[2] && one[1] < two[3] && two[1] < one[3]) found.push([name, other]);
  }));
  return found;
}"""
"""Boxes and labels that overlap."""
CONTRAST = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((part) => {
    const value = part / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const light = (colour) => { const [r, g, b] = parts(colour); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const style = (element) => getComputedStyle(element);
  const ground = style(document.querySelector(".hc-map").parentElement).backgroundColor;
  const found = {};
  for (const link of document.querySelectorAll(".hc-map a")) {
    const shape = style(link.querySelector(".shape"));
    found[link.getAttribute("class")] = [ratio(style(link.querySelector("text")).fill, shape.fill), ratio(shape.stroke, ground)];
  }
  for (const kind of ["label", "line", "head"]) {
    const one = style(document.querySelector(`.hc-map .${kind}`));
    const seen = ratio(kind === "line" ? one.stroke : one.fill, ground);
    found[kind] = [kind === "label" ? seen : 21, kind === "label" ? 21 : seen];
  }
  return found;
}"""
"""For each kind of element the contrast of its text and of its lines."""

MOVED = """(one, way) => new Promise((done) => {
  const look = (tries) => (one[way] > 0 || tries === 0 ? done(one[way]) : setTimeout(() => look(tries - 1), 50));
  look(10);
})"""
"""How far an element has scrolled, after the time that it may take."""


@sizes
@maps
def test_axe_finds_nothing(path: str, size: dict[str, int], visitor: Visitor, axe: str) -> None:
    check(visitor.open(path, size), axe)


@maps
def test_texts_fit_their_boxes_and_nothing_overlaps(path: str, visitor: Visitor) -> None:
    page = visitor.open(path, DESKTOP)
    assert page.locator("svg a").count() > 30
    assert page.evaluate(FITS) == []
    assert page.evaluate(CLEAR) == []


@pytest.mark.parametrize("name", [*EXAMPLES, ""], ids=[*EXAMPLES, "hostile"])
def test_texts_fit_in_the_file_too(name: str, visitor: Visitor) -> None:
    page = visitor.blank(DESKTOP)
    flow = example_flow(name) if name else hostile_flow()
    page.set_content(standalone(drawn(flow), lambda box: f"#{box}").partition("?>")[2])
    assert page.evaluate(FITS) == []
    assert page.evaluate(CLEAR) == []
    assert page.evaluate("document.documentElement.textContent.includes('alert(1)')") == (not name)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrasts(scheme: Any, visitor: Visitor) -> None:
    page = visitor.open(f"/{EXAMPLES[0]}/map/", DESKTOP, color_scheme=scheme)
    found: dict[str, tuple[float, float]] = page.evaluate(CONTRAST)
    assert {"question start", "question", "solved", "wait", "contact", "not-possible", "exit", "label"} <= found.keys()
    assert {kind: text for kind, (text, _) in found.items() if text < 4.5} == {}
    assert {kind: line for kind, (_, line) in found.items() if line < 3} == {}


def test_the_start_and_retries_are_told_apart_without_colour(visitor: Visitor) -> None:
    page = visitor.open(f"/{EXAMPLES[0]}/map/", DESKTOP)

    def style(selector: str, name: str) -> str:
        return str(page.locator(selector).first.evaluate(f"one => getComputedStyle(one).{name}"))

    assert style(".start .shape", "strokeWidth") != style(".question:not(.start) .shape", "strokeWidth")
    assert style(".retry", "strokeDasharray") != style(".line:not(.retry)", "strokeDasharray")


@sizes
@maps
def test_the_start_is_in_sight_at_once(path: str, size: dict[str, int], visitor: Visitor) -> None:
    page = visitor.open(path, size)
    expect(page.locator(".start text")).to_be_in_viewport(ratio=1)


@maps
@pytest.mark.parametrize("width", [320, 360, 1024, 1440])
def test_the_frame_scrolls_and_the_page_does_not(path: str, width: int, visitor: Visitor) -> None:
    page = visitor.open(path, {"width": width, "height": 800})
    found = too_wide(page, width)
    assert not found, "\n" + "\n".join(found)
    frame = page.locator(FRAME)
    assert frame.evaluate("one => one.scrollWidth > one.clientWidth")
    box = frame.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["height"] <= 0.8 * 800


@sizes
def test_the_keyboard_scrolls_the_frame(size: dict[str, int], visitor: Visitor) -> None:
    page = visitor.open(f"/{EXAMPLES[0]}/map/", size)
    frame = page.locator(FRAME)
    frame.focus()
    expect(frame).to_be_focused()
    for key, way in (("ArrowRight", "scrollLeft"), ("ArrowDown", "scrollTop")):
        for _ in range(20):  # a busy machine may not listen yet
            page.keyboard.press(key)
            if frame.evaluate(MOVED, way) > 0:
                break
        assert frame.evaluate(MOVED, way) > 0


def test_tabbing_goes_through_the_boxes_and_shows_each(visitor: Visitor) -> None:
    page = visitor.open(f"/{EXAMPLES[1]}/map/", PHONE)
    page.locator(FRAME).focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        focused = page.locator("svg a:focus")
        expect(focused).to_be_in_viewport(ratio=0.5)
        assert focused.evaluate("one => parseFloat(getComputedStyle(one).outlineWidth)") >= 2


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("link", ["svg a[href='../#{}']", ".hc-outline a[href='../#{}']"], ids=["picture", "list"])
@pytest.mark.parametrize("place", ["rejected-why", "withdraw-now"])
def test_a_link_leads_to_its_section(place: str, link: str, script: bool, visitor: Visitor) -> None:
    page = visitor.open(f"/{EXAMPLES[0]}/map/", PHONE, java_script_enabled=script)
    flow = example_flow(EXAMPLES[0])
    named = flow.nodes[place].title
    page.locator(link.format(place)).first.click()
    page.wait_for_url(f"**/{EXAMPLES[0]}/#*")
    expect(page.locator(".hc-step:visible")).to_have_count(1)
    expect(page.locator(".hc-step:visible h2").first).to_have_text(named)


def test_a_link_to_another_flow_and_the_way_back(visitor: Visitor) -> None:
    page = visitor.open(f"/{EXAMPLES[0]}/map/", DESKTOP)
    page.locator(".exit").first.click()
    page.wait_for_url(f"**/{EXAMPLES[1]}/")
    page.goto(f"{visitor.origin}/{EXAMPLES[0]}/map/")
    page.locator(".hc-map-links a").first.click()
    page.wait_for_url(f"**/{EXAMPLES[0]}/")


def test_the_list_is_reached_past_the_picture_and_says_where_it_goes_on(visitor: Visitor) -> None:
    page = visitor.open(f"/{EXAMPLES[0]}/map/", PHONE)
    page.locator(".hc-map-links a").nth(1).click()
    expect(page.locator("#outline")).to_be_in_viewport()
    more = page.locator(".hc-outline__more").first
    target = str(more.get_attribute("href"))
    more.click()
    expect(page.locator(target)).to_be_in_viewport()
    assert page.locator(target).inner_text().strip()


@sizes
def test_the_list_needs_no_colour_and_no_bullet_to_be_read(size: dict[str, int], visitor: Visitor) -> None:
    page = visitor.open(f"/{EXAMPLES[0]}/map/", size)
    item = page.locator(".hc-outline li").first
    assert item.evaluate("one => getComputedStyle(one).listStyleType") == "none"
    depths = page.locator(".hc-outline li a:first-of-type").evaluate_all(
        "all => all.map((one) => [one.getBoundingClientRect().left, one.getBoundingClientRect().width])"
    )
    assert all(left + width <= size["width"] for left, width in depths)
    assert max(left for left, _ in depths) <= size["width"] - 100 or size is DESKTOP


def test_maps_are_in_no_sitemap_and_no_search(site: Path) -> None:
    assert (site / EXAMPLES[0] / "map" / "index.html").is_file()
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert f"/{EXAMPLES[0]}/" in sitemap
    assert "/map/" not in sitemap
    (index,) = site.glob("search-*/index.js")
    found = index.read_text(encoding="utf-8")
    assert f'"{EXAMPLES[0]}/"' in found
    assert '/map/"' not in found
