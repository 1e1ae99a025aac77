"""Every step of every flow: accessible, in both colours; fits small screens and large letters; large targets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from helpcenter.build import Prepared
from helpcenter.flow.compiled import Compiled
from helpcenter.flow.paths import path_to, section_paths

from .flow_project import ARTICLE_CARD, FLOW, TWO_CARDS
from .seeing import tones, too_small, too_wide
from .test_accessibility import BOXES, COLORS, OPTIONS, violations
from .test_components import NO_CLIPBOARD
from .visitor import PHONE, Visitor
from .walking import CHANGED, CHOICES, choose, must_show, written

pytestmark = pytest.mark.browser
FINGER = 44
EXAMPLES = ["/why-cannot-cancel/", "/customer-wants-cancel/"]
EVERY = f"""async ([part, options, colors, addresses]) => {{
  const boxes = {BOXES};
  {CHANGED}
  const trail = document.querySelector(".hc-trail");
  const steps = [...document.querySelectorAll(".hc-step")];
  const found = [];
  let checked = 0;
  // axe walks through what is hidden too, which takes minutes: only the step that is shown stays on the page.
  for (const step of steps) step.remove();
  for (const step of steps) {{
    trail.before(step);
    location.hash = addresses[step.id] || step.id;
    await changed();
    const places = new Set();
    for (const [scheme, rules] of [["light", options], ["dark", colors]]) {{
      document.documentElement.dataset.scheme = scheme;
      places.add(boxes());
      const {{violations, passes}} = await axe.run(part, {{...rules, resultTypes: ["violations", "passes"]}});
      checked += step.checkVisibility() && passes.length > (scheme === "light" ? 5 : 0);
      for (const rule of violations)
        for (const node of rule.nodes) found.push(`${{step.id}} ${{scheme}} ${{rule.id}}: ${{node.target}} ${{node.failureSummary}}`);
    }}
    if (places.size > 1) found.push(`${{step.id}} moves in dark colours`);
    step.remove();
  }}
  trail.before(...steps);
  return [checked, found];
}}"""
IDS = "() => [...document.querySelectorAll('.hc-step')].map((one) => one.id)"


def each_step(page: Page, look: Callable[[], list[str]]) -> list[str]:
    """Return what ``look`` finds at each section of the page's flow, shown one after another."""
    found: list[str] = []
    ids: list[str] = page.evaluate(IDS)
    assert len(ids) > 5
    for anchor in ids:
        page.evaluate("(id) => { location.hash = id; }", anchor)
        expect(page.locator(f"[id='{anchor}']")).to_be_visible()
        found += [f"{anchor}: {line}" for line in look()]
    return found


def addresses(compiled: Compiled) -> dict[str, str]:
    """Return for each section its address after a shortest way there, with all answers."""
    routes = section_paths(compiled.sections)
    return {
        anchor: written(anchor, [(edge.node, edge.option) for edge in path_to(anchor, routes)])
        for anchor in compiled.sections.by_anchor
    }


@pytest.mark.parametrize("path", EXAMPLES)
def test_axe_finds_nothing_in_any_step(path: str, visitor: Visitor, example: Prepared, axe: str) -> None:
    page = visitor.open(path)
    page.evaluate(axe)
    checked, found = page.evaluate(EVERY, [".hc-flow", OPTIONS, COLORS, addresses(example.flows[path.strip("/")])])
    assert not found, "\n" + "\n".join(found)
    assert checked == 2 * len(page.evaluate(IDS)) > 50


def check(page: Page, axe: str) -> None:
    found, places = [], []
    for scheme, rules in (("light", OPTIONS), ("dark", COLORS)):
        page.evaluate("(scheme) => { document.documentElement.dataset.scheme = scheme; }", scheme)
        places.append(page.evaluate(BOXES))
        found += violations(page, axe, options=rules)
    assert not found, "\n" + "\n".join(found)
    assert places[0] == places[1]


@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 900}], ids=["phone", "desktop"])
def test_axe_finds_nothing_on_the_whole_page_in_the_middle_and_at_the_end(
    size: dict[str, int], walker: Visitor, axe: str
) -> None:
    page = walker.blank(size)
    page.add_init_script(NO_CLIPBOARD["missing"])
    page.goto(f"{walker.origin}{FLOW}#status")
    check(page, axe)
    choose(page, "待商家处理", "没有")
    page.get_by_role("button", name="解决了").click()
    check(page, axe)
    page.get_by_role("button", name="复制情况说明").click()
    expect(page.locator(".hc-end textarea")).to_be_visible()
    check(page, axe)


def test_axe_finds_nothing_where_flows_are_embedded(walker: Visitor, axe: str) -> None:
    page = walker.open(TWO_CARDS)
    check(page, axe)
    for place in (0, 1, 2):
        page.locator(".hc-flow-card").nth(place).get_by_role("link", name="开始").click()
        expect(page.locator(".hc-flow")).to_have_count(place + 1)
    first, second = page.locator(".hc-flow").nth(0), page.locator(".hc-flow").nth(1)
    choose(first, "售后申请", "待商家处理")
    choose(second, "商家")
    check(page, axe)
    choose(first, "没有")
    choose(second, "撤销")
    check(page, axe)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_without_script(scheme: str, walker: Visitor) -> None:
    page = walker.open(f"{FLOW}#withdraw-now", java_script_enabled=False, color_scheme=scheme)
    must_show(page, "现在就可以撤销")
    found = tones(page.locator("main"))
    assert len(found) > 10
    assert [tone for tone in found if tone["contrast"] < 4.5] == []


def test_axe_sees_a_fault_in_a_step(walker: Visitor, axe: str) -> None:
    page = walker.open(FLOW)
    page.evaluate(axe)
    page.evaluate("document.querySelector('#status .hc-left').style.color = '#999'")
    found: list[str] = page.evaluate(EVERY, [".hc-flow", OPTIONS, COLORS, {}])[1]
    assert [line.split(":")[0] for line in found] == ["status light color-contrast"]


LETTERS = "document.documentElement.style.setProperty('font-size', '200%', 'important')"


@pytest.mark.parametrize("path", EXAMPLES)
def test_no_step_needs_scrolling_sideways_or_has_small_targets(path: str, visitor: Visitor) -> None:
    page = visitor.open(path, {"width": 320, "height": 640})

    def look() -> list[str]:
        return too_wide(page, 320) + too_small(page, FINGER)

    found = each_step(page, look)
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("path", EXAMPLES)
def test_no_step_needs_scrolling_sideways_in_letters_of_double_size(path: str, visitor: Visitor) -> None:
    page = visitor.open(path, {"width": 640, "height": 800})
    page.evaluate(LETTERS)
    found = each_step(page, lambda: too_wide(page, 640))
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize("letters", [False, True])
def test_an_embedded_flow_with_a_trail_fits_too(letters: bool, walker: Visitor) -> None:
    width = 640 if letters else 320
    page = walker.open(ARTICLE_CARD, {"width": width, "height": 640})
    if letters:
        page.evaluate(LETTERS)
    page.get_by_role("link", name="开始").click()
    for answer, title in (("", "你想取消什么？"), ("售后申请", "页面显示什么？"), ("待商家处理", "商品寄出了吗？"), ("没有", "现在就可以撤销")):
        if answer:
            choose(page, answer)
        must_show(page, title)
        found = too_wide(page, width) + ([] if letters else too_small(page, FINGER))
        assert not found, "\n" + "\n".join(found)


LINES = """(one, text) => {
  one.textContent = text;
  const lines = {};
  for (let place = 0; place < text.length; place++) {
    const range = document.createRange();
    range.setStart(one.firstChild, place);
    range.setEnd(one.firstChild, place + 1);
    const top = Math.round(range.getBoundingClientRect().top);
    lines[top] = (lines[top] || "") + text[place];
  }
  return Object.values(lines);
}"""


def test_lines_of_an_answer_end_at_punctuation_where_they_can(walker: Visitor) -> None:
    page = walker.open(FLOW, has_touch=True, is_mobile=True)
    option = page.locator(CHOICES).first
    lines: list[str] = option.evaluate(LINES, "售后申请（退款、退货、换货、维修），或者问问别的事情，都选这里")
    assert len(lines) > 1
    assert [line for line in lines[:-1] if line[-1] not in "，、）"] == []
    lines = option.evaluate(LINES, "没有标点的一句话也要放得下才行" * 3)
    assert len(lines) > 2
    assert too_wide(page, 360) == []


TONE = "one => getComputedStyle(one).color"


def test_the_four_kinds_of_outcome_are_told_apart_by_word_and_colour(walker: Visitor) -> None:
    page = walker.open(FLOW)
    kinds: dict[str, Any] = {}
    for anchor in ("withdraw-now", "look-again", "ask-person", "too-late"):
        page.evaluate("(id) => { location.hash = id; }", anchor)
        label = page.locator(f"#{anchor} .hc-kind")
        expect(label).to_be_visible()
        kinds[label.text_content() or ""] = label.evaluate(TONE)
    assert list(kinds) == ["可以这样做", "先等一等", "需要找人处理", "现在做不到"]
    assert len(set(kinds.values())) == 4
