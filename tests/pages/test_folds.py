"""What is long folds to a line; what does harm when it is not read, and what is short, stays open."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import article, body, faq_entry
from tests.reading import Node, tree

LONG, SHORT = "字" * 120, "字" * 20


def read(folder: Path, **fields: str) -> Node:
    return tree(body(folder, "reapply/", {"content/articles/reapply.yaml": article(**fields)}))


def folds(root: Node) -> list[str]:
    """Return the ids of the folds of a page, and the titles of those that have none; not of areas that always fold."""
    own = [node for node in root.all("details", "hc-fold") if "hc-fold--area" not in node.attributes["class"]]
    return [node.attributes.get("id") or node.one("summary").text() for node in own]


def parts(ids: str, text: str, **more: str) -> str:
    rest = "".join(f", {name}: {value}" for name, value in more.items())
    return "[" + ", ".join(f"{{id: part-{one}, title: 标题{one}, text: {text}{rest}}}" for one in ids) + "]"


@pytest.mark.parametrize(
    ("count", "text", "folded"), [("abcd", LONG, True), ("abc", LONG, False), ("abcd", SHORT, False)]
)
def test_a_long_list_of_reasons_folds_to_its_titles(count: str, text: str, folded: bool, tmp_path: Path) -> None:
    root = read(tmp_path, reasons=parts(count, text))
    assert folds(root) == [f"part-{one}" for one in count if folded]
    assert text in root.one("section", "hc-reasons").text()


def test_what_a_reason_comes_to_is_seen_when_it_is_folded(tmp_path: Path) -> None:
    summary = read(tmp_path, reasons=parts("a", SHORT, short="先别撤销")).one("details", id="part-a").one("summary")
    assert summary.text() == "标题a 先别撤销"


def test_dangers_and_what_must_be_seen_stay_open(tmp_path: Path) -> None:
    danger = parts("ab", LONG, level="danger")[:-1] + ", "
    must = parts("cd", LONG, level="warning", must_see="yes")[1:-1] + ", "
    root = read(tmp_path, precautions=danger + must + parts("efgh", LONG, level="caution")[1:])
    assert folds(root) == ["part-e", "part-f", "part-g", "part-h"]


def test_the_parts_of_long_steps_fold_to_a_line_that_names_them(tmp_path: Path) -> None:
    way = "{title: 办法%s, text: " + LONG + "}"
    step = f"{{id: step-%s, title: 一步, ways: [{way % '甲'}, {way % '乙'}], substeps: [{way % '丙'}]}}"
    root = read(tmp_path, steps=f"[{step % 'a'}, {step % 'b'}, {{id: step-c, title: 短, substeps: [点一下。]}}]")
    assert folds(root) == ["任选一种：办法甲、办法乙 办法丙"] * 2
    assert "点一下。" in root.text()


def test_one_step_alone_and_lines_without_titles_stay_as_they_are(tmp_path: Path) -> None:
    assert folds(read(tmp_path, steps=f"[{{id: step-a, title: 一步, substeps: [{LONG}, {LONG}, {LONG}, {LONG}]}}]")) == []


def test_only_a_sequence_is_numbered(tmp_path: Path) -> None:
    step = "{id: step-a, title: 一步, ways: [甲。, 乙。], substeps: [丙。], cases: [丁。, 戊。]}"
    lists = read(tmp_path, steps=f"[{step}, {{id: step-b, title: 二, substeps: [己。, 庚。]}}]")
    numbered = [node.text().split() for node in lists.one("ol", "hc-steps__list").all("ol")]
    assert numbered == [["己。", "庚。"]]
    assert [node.text() for node in lists.all("p", "hc-parts")] == ["任选一种：", "然后：", "看你的情况："]


def test_a_section_with_a_conclusion_folds_beside_it(tmp_path: Path) -> None:
    root = read(tmp_path, sections=f"[{{id: one-part, title: 甲, short: 不会。, text: {SHORT}}}, {{id: two-part, title: 乙, text: {LONG}}}]")
    fold = root.one("details", "hc-fold--area")
    assert fold.one("h2").attributes["id"] == "one-part"
    assert fold.one("span", "hc-fold__short").text() == "不会。"
    assert root.one("h2", id="two-part") not in [node for held in root.all("details") for node in held.walk()]


def test_causes_lead_to_where_they_are_mended(tmp_path: Path) -> None:
    cause = "{id: cause-%s, cause: 原因%s, fix: " + LONG + ", where: reapply#open-order}"
    few, many = (f"[{', '.join(cause % (one, one) for one in ids)}]" for ids in ("ab", "abcd"))
    for causes, found in ((few, []), (many, [f"cause-{one}" for one in "abcd"])):
        root = tree(body(tmp_path, "can-withdraw/", {"faq.yaml": faq_entry(causes=causes)}))
        assert folds(root) == found
        links = [node.one("a") for node in root.all("p", "hc-causes__where")]
        assert {(link.attributes["href"], link.text()) for link in links} == {("../reapply/#open-order", "打开订单")}
    shown = tree(body(tmp_path, "reapply/", {"faq.yaml": faq_entry(causes=few)}))
    assert len(shown.one("details", "hc-question").all("p", "hc-causes__where")) == 2


def test_a_fact_leads_to_its_source_on_its_page(tmp_path: Path) -> None:
    entry = faq_entry(answer="要等 {{ merchant_hours }}。")
    root = tree(body(tmp_path, "can-withdraw/", {"faq.yaml": entry}))
    link = root.one("a", "hc-fact")
    assert link.text() == "48 小时"
    assert "平台规则页" in root.one("li", id=link.attributes["href"][1:]).text()


def test_a_fact_of_a_question_in_an_article_leads_to_the_page_of_the_question(tmp_path: Path) -> None:
    cause = "[{id: cause-a, cause: 晚了, fix: '等 {{ merchant_hours }}。'}]"
    entry = faq_entry(answer="要等 {{ merchant_hours }}。", causes=cause)
    root = tree(body(tmp_path, "reapply/", {"faq.yaml": entry}))
    links = [link.attributes["href"] for link in root.all("a", "hc-fact")]
    assert links == ["../can-withdraw/#fact.merchant_hours"] * 2
