"""The map of a flow: a page with a picture and a list, for writers and staff."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpcenter.build import Built
from helpcenter.pages.maps import box_address, map_path
from tests.drawing.diagrams import EXAMPLES, flow_of
from tests.making import FLOW, FLOW_FILES, Files, built, page, searched
from tests.reading import Node, tree

ANOTHER = FLOW.replace("id: why-not", "id: another").replace("title: 撤销不了", "title: 另一个<b>“流程”</b>&")
LEADS_ON = FLOW.replace("order: {label: 订单, to: cancel-order}", "order: {label: 订单, to: another#status}").replace(
    "{what: order}, outcome: cancel-order", "{what: order}, outcome: another#status"
)
LEADS_ON = re.sub(r"  cancel-order: \{.*\n", "", LEADS_ON)
FILES: Files = {**FLOW_FILES, "content/flows/why-not.yaml": LEADS_ON, "content/flows/another.yaml": ANOTHER}


def map_of(folder: Path, flow: str = "why-not", files: Files = FLOW_FILES) -> Node:
    return tree(page(built(folder, files), f"{flow}/map/").body)


def hrefs(node: Node) -> list[str]:
    return [link.attributes["href"] for link in node.all("a")]


def test_the_page_has_a_title_a_lead_and_the_way_back(tmp_path: Path) -> None:
    found = map_of(tmp_path)
    assert found.one("h1").text() == "流程图：撤销不了？一步步找原因"
    assert found.one("p", "hc-summary").text() == "给写作者和客服看的全图，读者的目录里没有这一页。"
    assert hrefs(found.one("p", "hc-map-links")) == ["../", "#outline"]
    assert [link.attributes["href"] for link in found.one("nav", "hc-crumbs").all("a")] == ["../../", "../../why-not/"]


def test_the_picture_links_every_question_and_outcome_to_its_section(tmp_path: Path) -> None:
    flow = flow_of(FLOW)
    frame = map_of(tmp_path).one("div", "hc-map-frame")
    assert hrefs(frame) == [f"../#{node}" for node in (*flow.questions, *flow.outcomes)]
    assert (frame.attributes["tabindex"], frame.attributes["role"], frame.attributes["aria-label"]) == ("0", "region", "流程图")
    assert frame.one("svg", "hc-map").attributes["aria-label"] == "撤销不了？一步步找原因"


def test_links_out_of_the_flow_lead_to_the_other_flow(tmp_path: Path) -> None:
    found = map_of(tmp_path, files=FILES)
    frame = found.one("div", "hc-map-frame")
    assert "../../another/#status" in hrefs(frame)
    assert "另一个流程：另一个<b>“流程”</b>&？一步步找原因" in "".join(frame.raw_text().split())
    assert "../../another/#status" in hrefs(found.one("section", "hc-outline"))


@pytest.mark.parametrize(
    ("box", "address"),
    [("what", "../#what"), ("cancel-order", "../#cancel-order"), ("another", "../../another/"), ("another#qa", "../../another/#qa")],
)
def test_addresses_of_boxes(box: str, address: str) -> None:
    assert box_address(flow_of(FLOW), box) == address
    assert map_path("why-not") == "why-not/map/"


def test_the_list_says_the_same_as_the_picture(tmp_path: Path) -> None:
    found = map_of(tmp_path)
    outline = found.one("section", "hc-outline")
    assert outline.one("h2").text() == "文字版"
    assert outline.one("h3").text() == "你想取消什么？"
    items = [" ".join(text.strip() for text in _own(item) if text.strip()) for item in outline.all("li")]
    assert items == [
        "售后申请 页面显示什么？",
        "待商家处理 商品寄出了吗？",
        "寄出了 如果“你想取消什么？”选了售后申请 问客服 需要找人处理",
        "寄出了 现在不能撤销 现在做不到",
        "没有 现在就可以撤销 可以这样做",
        "没解决 截图找客服 需要找人处理",
        "选错了，再看一次 最多 1 次 页面显示什么？ 接着看",
        "不知道 问客服 需要找人处理",
        "退款中 现在不能撤销 现在做不到",
        "看不懂 如果“你想取消什么？”选了我不确定 问客服 需要找人处理",
        "看不懂 再看一次详情页 先等一等",
        "订单 去订单页取消 可以这样做",
        "我不确定 页面显示什么？ 接着看",
    ]


def _own(node: Node) -> list[str]:
    """Return the texts of a list item without those of lists inside it."""
    return [
        part
        for child in node.children
        for part in ([child] if isinstance(child, str) else [] if child.tag == "ul" else _own(child))
    ]


def test_what_is_told_elsewhere_is_linked_to_that_place(tmp_path: Path) -> None:
    outline = map_of(tmp_path).one("section", "hc-outline")
    places = {node.attributes["id"] for node in outline.walk() if node.attributes.get("id", "").startswith("list-")}
    more = [link.attributes["href"] for link in outline.all("a", "hc-outline__more")]
    assert more == ["#list-status", "#list-status"]
    assert places == {"list-what", "list-status", "list-parcel", "list-withdraw-now"}
    assert len(places) == len(outline.all("h3")) + len([item for item in outline.all("li") if "id" in item.attributes])


@pytest.mark.parametrize("name", EXAMPLES)
def test_maps_of_the_example_flows(name: str, example_pages: Built) -> None:
    flow = example_pages.book.typeset.flows[name].flow
    found = tree(page(example_pages, map_path(name)).body)
    inside = [f"../#{node}" for node in (*flow.questions, *flow.outcomes)]
    assert [href for href in hrefs(found.one("svg", "hc-map")) if href.startswith("../#")] == inside
    outline = found.one("section", "hc-outline")
    assert {href for href in hrefs(outline) if href.startswith("../#")} == set(inside)
    ids = [node.attributes["id"] for node in found.walk() if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in hrefs(found) if href.startswith("#")} <= set(ids)
    sections = tree(page(example_pages, f"{name}/").body)
    anchors = {node.attributes.get("id") for node in sections.walk()}
    assert {href.removeprefix("../#") for href in inside} <= anchors


def test_nothing_in_the_page_runs_or_brings_its_own_style(tmp_path: Path) -> None:
    hostile = FLOW.replace("ask: 你想取消什么？", 'ask: "<script>alert(1)</script> \\" onload=x"').replace(
        "label: 订单,", 'label: "</svg><img src=x onerror=alert(1)>",'
    )
    text = page(built(tmp_path, {**FLOW_FILES, "content/flows/why-not.yaml": hostile}), "why-not/map/").body
    found = tree(text)
    assert not found.all("script") + found.all("style") + found.all("img")
    assert not [name for node in found.walk() for name in node.attributes if name == "style" or name.startswith("on")]


def test_the_map_is_in_no_menu_list_search_feed_or_sitemap(example_pages: Built) -> None:
    maps = {map_path(name) for name in EXAMPLES}
    assert {made.path for made in example_pages.pages if made.path.endswith("/map/")} == maps
    for made in example_pages.pages:
        if made.path in maps:
            assert not made.indexed
            assert "noindex" in made.head
            assert made.path not in searched(example_pages)
        else:
            assert not [href for href in hrefs(tree(made.body)) if href.endswith("map/")], made.path
    assert "/map/" not in example_pages.feed


def test_a_draft_has_a_map_only_in_the_preview(tmp_path: Path) -> None:
    draft = FLOW.replace("topic: after-sales\n", "topic: after-sales\nstatus: draft\n")
    files: Files = {**FLOW_FILES, "content/flows/why-not.yaml": draft}
    assert "why-not/map/" not in {made.path for made in built(tmp_path / "one", files).pages}
    assert "why-not/map/" in {made.path for made in built(tmp_path / "two", files, drafts=True).pages}
