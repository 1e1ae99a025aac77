"""What a search finds of a flow: its outcomes, each with a way that leads there."""

from __future__ import annotations

from pathlib import Path

from generator.project import Site
from tests.making import FLOW, FLOW_FILES, Files, built, page
from tests.reading import text_of, tree

SEARCHED = Site("小小帮助中心", "https://help.example.com/", search=True)


def search(folder: Path, files: Files = FLOW_FILES) -> str:
    return page(built(folder, files, SEARCHED), "why-not/").search


def test_search_finds_each_outcome_once_with_a_way_to_it(tmp_path: Path) -> None:
    found = tree(search(tmp_path))
    assert {node.attributes["id"]: node.text() for node in found.all("h2")} == {
        "withdraw-now": "现在就可以撤销",
        "still-stuck": "截图找客服",
        "cancel-order": "去订单页取消",
        "too-late": "现在不能撤销",
        "ask-person": "问客服",
        "look-again": "再看一次详情页",
    }
    text = found.text()
    assert "售后申请 → 待商家处理 → 没有 打开售后单详情，点撤销。" in text
    assert "订单 订单没发货时去订单页。" in text
    assert text.count("打开售后单详情，点撤销。") == 1


def test_search_finds_no_questions(tmp_path: Path) -> None:
    text = text_of(search(tmp_path))
    assert "售后申请" in text
    for asked in ("你想取消什么？", "页面显示什么？", "商品寄出了吗？", "打开售后单详情看。"):
        assert asked not in text


def test_search_finds_a_flow_by_its_summary_and_other_names(tmp_path: Path) -> None:
    text = FLOW.replace("start: what\n", "start: what\naliases: [撤不掉, 点不动]\n")
    files = {**FLOW_FILES, "content/flows/why-not.yaml": text}
    assert text_of(search(tmp_path, files)).startswith("回答几个问题，找到办法。 撤不掉 点不动")


def test_the_way_of_an_outcome_that_follows_another_names_that(tmp_path: Path) -> None:
    assert "售后申请 → 待商家处理 → 没有 → 现在就可以撤销 把截图发给客服。" in text_of(search(tmp_path))
