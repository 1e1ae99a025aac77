"""What the search knows of each page, and the files it is made of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from helpcenter.build import Built
from helpcenter.pages.search import POINTER, make_search
from helpcenter.search import Document, DocumentPart
from tests.making import AUDIENCES, FLOW, FLOW_FILES, article, built, faq_entry, search_text, searched


def outcomes(made: Built) -> dict[str, Document]:
    return {path: found for path, found in searched(made).items() if found.kind == "outcome"}


def data_of(made: Built, name: str) -> Any:
    text = next(file.content for file in make_search(made.book).pieces() if file.name == f"{name}.js").decode()
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])


def test_an_entry_is_found_by_title_aliases_and_all_its_public_texts(tmp_path: Path) -> None:
    files = {"faq.yaml": faq_entry(aliases="[撤回, '<b>退单']", staff="内部说明"), "content/audiences.yaml": AUDIENCES}
    found = searched(built(tmp_path, files))["can-withdraw/"]
    assert found.titles == ("问题？", "撤回", "<b>退单")
    assert (found.kind, found.topic, found.audience, found.teaser) == ("faq", "after-sales", ("consumer",), "简答。")
    assert "简答。" in found.text and "详答。" in found.text
    assert "内部说明" not in search_text(found)


def test_parts_with_anchors_of_their_own_are_kept_apart(tmp_path: Path) -> None:
    text = article(
        reasons="[{id: settled, title: 谈好了, text: '**和好**了。'}]",
        steps="[{id: open, title: 打开, text: 点开订单。, substeps: [去订单页, {id: tap, title: 点一下}]}]",
        follow_up="等一等。",
    )
    found = searched(built(tmp_path, {"content/articles/reapply.yaml": text}))["reapply/"]
    assert found.parts == (
        DocumentPart("", "", "摘要。"),
        DocumentPart("settled", "谈好了", "和好了。"),
        DocumentPart("open", "打开", "点开订单。 去订单页 点一下"),
        DocumentPart("follow-up", "后续跟进", "等一等。"),
    )
    assert "谈好了 和好了。" in found.text


def test_a_heading_of_ones_own_names_its_part_and_is_found(tmp_path: Path) -> None:
    text = article(
        headings="{steps: 三步就好, follow_up: 第二天, reasons: 没有这一部分}",
        steps="[{id: open, title: 打开}]",
        follow_up="等一等。",
    )
    found = searched(built(tmp_path, {"content/articles/reapply.yaml": text}))["reapply/"]
    assert found.parts == (
        DocumentPart("", "", "摘要。"),
        DocumentPart("steps", "三步就好", ""),
        DocumentPart("follow-up", "第二天", "等一等。"),
        DocumentPart("open", "打开", ""),
    )
    assert "没有这一部分" not in search_text(found)


def test_the_history_of_an_entry_is_not_searched(tmp_path: Path) -> None:
    text = article(changes="[{date: 2026-11-01, note: 改了错字}]")
    found = searched(built(tmp_path, {"content/articles/reapply.yaml": text}))["reapply/"]
    assert "错字" not in search_text(found)


def test_topics_are_found(tmp_path: Path) -> None:
    found = searched(built(tmp_path))["after-sales/"]
    assert (found.kind, found.titles) == ("topic", ("售后与退款",))


def test_drafts_and_retired_entries_are_not_found(tmp_path: Path) -> None:
    entries = faq_entry() + faq_entry("a-draft", status="draft") + faq_entry("old", status="retired", see="can-withdraw")
    made = built(tmp_path, {"faq.yaml": entries})
    assert {"a-draft/", "old/"} & set(searched(made)) == set()


def test_ordinary_pages_are_found(tmp_path: Path) -> None:
    made = make_search(built(tmp_path).book, [("about/", "关于", "<h1>关于</h1><p>说<em>明</em>。</p>")])
    assert made.documents[-1].path == "about/"
    assert made.documents[-1].text == "关于 说明。"


def test_each_outcome_of_a_flow_is_found_once_with_a_way_to_it(tmp_path: Path) -> None:
    found = outcomes(built(tmp_path, FLOW_FILES))
    assert {path: document.titles[0] for path, document in found.items()} == {
        "why-not/#withdraw-now": "现在就可以撤销",
        "why-not/#still-stuck": "截图找客服",
        "why-not/#cancel-order": "去订单页取消",
        "why-not/#too-late": "现在不能撤销",
        "why-not/#ask-person": "问客服",
        "why-not/#look-again": "再看一次详情页",
    }
    now = found["why-not/#withdraw-now"]
    assert now.teaser == "售后申请 → 待商家处理 → 没有"
    assert now.text == "售后申请 → 待商家处理 → 没有 打开售后单详情，点撤销。"
    assert found["why-not/#cancel-order"].text == "订单 订单没发货时去订单页。"


def test_the_way_of_an_outcome_that_follows_another_names_that(tmp_path: Path) -> None:
    text = outcomes(built(tmp_path, FLOW_FILES))["why-not/#still-stuck"].text
    assert "售后申请 → 待商家处理 → 没有 → 现在就可以撤销 把截图发给客服。" in text


def test_questions_of_a_flow_are_not_found(tmp_path: Path) -> None:
    text = " ".join(map(search_text, searched(built(tmp_path, FLOW_FILES)).values()))
    assert "售后申请" in text
    for asked in ("你想取消什么？", "页面显示什么？", "商品寄出了吗？", "打开售后单详情看。"):
        assert asked not in text


def test_a_flow_is_found_by_its_title_summary_and_aliases(tmp_path: Path) -> None:
    text = FLOW.replace("start: what\n", "start: what\naliases: [撤不掉, 点不动]\n")
    found = searched(built(tmp_path, {**FLOW_FILES, "content/flows/why-not.yaml": text}))["why-not/"]
    assert found.titles[1:] == ("撤不掉", "点不动")
    assert found.text == "回答几个问题，找到办法。"


def test_the_files_are_the_same_for_the_same_sources_and_named_by_what_they_hold(tmp_path: Path) -> None:
    one, same = (make_search(built(tmp_path / name).book) for name in ("a", "b"))
    other = make_search(built(tmp_path / "c", {"faq.yaml": faq_entry(question="另一个问题？")}).book)
    assert one.files() == same.files()
    assert one.files().keys() & other.files().keys() == {POINTER}


def test_the_interface_gets_its_words_topics_a_flow_and_a_person(tmp_path: Path) -> None:
    site = data_of(built(tmp_path, FLOW_FILES), "site")
    assert site["topics"] == {"after-sales": "售后与退款"}
    assert site["words"]["search.title"] == "搜索"
    assert site["flow"][0] == "why-not/"
    assert site["contacts"] == [["平台客服：在订单页点联系客服。"]]
    assert site["readers"] == ""
    site = data_of(built(tmp_path / "audiences", {"content/audiences.yaml": AUDIENCES}), "site")
    assert (site["readers"], site["words"]["merchant"]) == ("consumer", "商家")
    assert data_of(built(tmp_path / "without"), "site")["flow"] is None


def test_titles_are_listed_with_kind_topic_and_audience(tmp_path: Path) -> None:
    rows = data_of(built(tmp_path, {"faq.yaml": faq_entry(audience="[agent]"), "content/audiences.yaml": AUDIENCES}), "index")["titles"]
    assert ["can-withdraw/", "问题？", "faq", "after-sales", ["agent"]] in rows
