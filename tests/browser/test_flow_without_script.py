"""A flow without JavaScript: one question at a time, every outcome reached by links alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from helpcenter.build import Prepared
from helpcenter.flow.compiled import Compiled
from tests.reading import Node, tree

from .flow_project import ARTICLE_CARD, FAQ_CARD, FLOW, sample
from .test_without_script import DEAD
from .visitor import Visitor
from .walking import CHOICES, STATE, choose, heading, must_show, state

pytestmark = pytest.mark.browser
SHOWN = f"""(ids) => ids.map((id) => {{
  location.hash = id;
  return [id, ({STATE})(document.querySelector("[data-flow]")).sections];
}})"""
EXAMPLES = "why-cannot-cancel", "customer-wants-cancel"


def read(walker: Visitor, path: str = FLOW) -> Page:
    return walker.open(path, java_script_enabled=False)


def test_each_address_shows_its_section_alone(walker: Visitor) -> None:
    page = read(walker)
    ids = [*sample()["why-not"].sections.by_anchor, "contact"]
    assert page.evaluate(SHOWN, ids) == [[anchor, [anchor]] for anchor in ids]


@pytest.mark.parametrize(("alias", "anchor"), [("status~request", "status"), ("parcel~request", "parcel")])
def test_a_first_copy_is_also_shown_by_its_full_name(alias: str, anchor: str, walker: Visitor) -> None:
    page = read(walker, f"{FLOW}#{alias}")
    assert state(page)["sections"] == [anchor]


@pytest.mark.parametrize("anchor", ["", "nobody", "content", "related", "withdraw-now?what=request", "%", "wechat_redirect", "rd", "/", "status。", "status%EF%BC%89"])
def test_any_other_address_shows_the_first_question(anchor: str, walker: Visitor) -> None:
    page = read(walker, f"{FLOW}#{anchor}")
    assert state(page)["sections"] == ["what"]


def test_answers_lead_on_and_back_leads_back(walker: Visitor) -> None:
    page = read(walker)
    choose(page, "售后申请", "待商家处理", "没有")
    must_show(page, "现在就可以撤销")
    page.get_by_role("link", name="没解决").click()
    must_show(page, "截图找客服")
    expect(page.get_by_role("link", name="没解决")).to_have_count(0)
    for title in ("现在就可以撤销", "商品寄出了吗？", "页面显示什么？", "你想取消什么？"):
        page.go_back()
        must_show(page, title)
    page.go_forward()
    must_show(page, "页面显示什么？")


def test_the_section_of_an_answer_is_in_sight_below_the_header(walker: Visitor) -> None:
    page = read(walker)
    choose(page, "售后申请")
    box, header = heading(page).bounding_box(), page.locator(".hc-header").bounding_box()
    assert box is not None
    assert header is not None
    assert header["y"] + header["height"] <= box["y"] < 400


def test_nothing_is_shown_that_does_nothing(walker: Visitor) -> None:
    page = read(walker)
    choose(page, "订单")
    assert page.evaluate(DEAD) == []
    assert page.locator("main a:not([href])").evaluate_all("all => all.filter((one) => one.checkVisibility())") == []
    expect(page.locator(".hc-flow__tools")).not_to_be_visible()
    expect(page.locator(".hc-trail")).not_to_be_visible()
    expect(page.locator(".hc-unsolved a:visible")).to_have_count(1)


@pytest.mark.parametrize("path", [ARTICLE_CARD, FAQ_CARD])
def test_a_card_is_a_link(path: str, walker: Visitor) -> None:
    page = read(walker, path)
    page.locator(".hc-flow-card").get_by_role("link", name="开始").click()
    must_show(page, "你想取消什么？" if path == ARTICLE_CARD else "页面显示什么？")
    assert FLOW in page.url


def refuse(route: Route) -> None:
    route.fulfill(status=404)


def test_a_script_that_cannot_be_loaded_changes_nothing(walker: Visitor) -> None:
    page = walker.blank()
    page.route("**/assets/flow.*.js", refuse)
    page.goto(walker.origin + FLOW)
    choose(page, "售后申请", "退款中")
    must_show(page, "现在不能撤销")
    expect(page.locator(".hc-flow__tools")).not_to_be_visible()
    page.go_back()
    must_show(page, "页面显示什么？")
    assert [problem[:4] for problem in walker.watch.problems] == ["404:"]


def links(section: Node) -> list[str]:
    return [link.attributes["href"] for link in section.all("a")]


def reached(flow: Node) -> set[str]:
    """Follow the links of the HTML from the first section on, as a browser without style would."""
    sections = {node.attributes["id"]: node for node in flow.all("section", "hc-step")}
    found, waiting = set[str](), [next(iter(sections))]
    while waiting:
        anchor = waiting.pop()
        if anchor not in found:
            found.add(anchor)
            waiting += [href[1:] for href in links(sections[anchor]) if href.startswith("#")]
    assert found == set(sections)
    return found


def must_reach_all(site: Path, flow_id: str, compiled: Compiled) -> None:
    """Fail when a text browser cannot reach an outcome, or a link that leaves the page leads to nothing."""
    flow = tree((site / flow_id / "index.html").read_text(encoding="utf-8")).one("div", "hc-flow")
    found = reached(flow)
    assert found >= set(compiled.flow.outcomes) | set(compiled.flow.questions)
    assert found - {"contact"} == set(compiled.sections.by_anchor)
    for href in [href for section in flow.all("section", "hc-step") for href in links(section)]:
        if href.startswith("../"):
            path, _, anchor = href[3:].partition("#")
            target = (site / path / "index.html").read_text(encoding="utf-8")
            assert not anchor or f'id="{anchor}"' in target, href
        else:
            assert href.startswith(("#", "https://", "tel:", "mailto:")), href


@pytest.mark.parametrize("flow_id", ["why-not", "second"])
def test_a_text_browser_reaches_every_outcome(flow_id: str, flow_site: Path) -> None:
    must_reach_all(flow_site, flow_id, sample()[flow_id])


@pytest.mark.parametrize("flow_id", EXAMPLES)
def test_a_text_browser_reaches_every_outcome_of_the_example(flow_id: str, site: Path, example: Prepared) -> None:
    must_reach_all(site, flow_id, example.flows[flow_id])


def test_clicks_reach_every_outcome(walker: Visitor) -> None:
    page = read(walker)
    compiled = sample()["why-not"]
    sections, seen = compiled.sections.by_anchor, set[str]()
    waiting: list[str] = [compiled.sections.start]
    while waiting:
        anchor = waiting.pop()
        seen.add(anchor)
        for option, (edge, target) in sections[anchor].links.items():
            page.goto(f"{walker.origin}{FLOW}#{anchor}")
            label = compiled.graph.label(edge) or "没解决，还有别的办法吗"
            where = CHOICES if compiled.graph.label(edge) else ".hc-step:visible .hc-unsolved a"
            page.locator(where).get_by_text(label, exact=True).click()
            assert state(page)["sections"] == [target], (anchor, option)
            if target not in seen:
                waiting.append(target)
    assert {sections[anchor].node for anchor in seen} >= set(compiled.flow.outcomes)
