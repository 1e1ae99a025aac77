"""Cards that offer a flow on other pages, and references by id in the words of what they lead to."""

from __future__ import annotations

from pathlib import Path

from helpcenter.pages.links import NamedLink, named_link, shown_links
from helpcenter.rendering.bundles import assets
from tests.making import ARTICLE, FAQ, FLOW_FILES, Files, article, body, built, faq_entry
from tests.reading import Node, tree

WARNING = "{id: no-way-back, level: danger, title: 不能反悔, text: '撤销后**不能**恢复。'}"


def cards(folder: Path, path: str, files: Files) -> list[Node]:
    return tree(body(folder, path, {**FLOW_FILES, **files})).all("section", "hc-flow-card")


def test_an_article_offers_its_flow_on_a_card(tmp_path: Path) -> None:
    (card,) = cards(tmp_path, "reapply/", {"content/articles/reapply.yaml": f"{ARTICLE}flow: why-not\n"})
    assert card.attributes["data-script"] == f"../{assets().flow.path}"
    assert card.attributes["data-sheet"] == f"../{assets().walk.path}"
    assert card.one("strong").text() == "撤销不了？一步步找原因"
    assert card.one("a").attributes["href"] == "../why-not/"


def test_a_question_offers_its_flow_from_the_question_it_names(tmp_path: Path) -> None:
    (card,) = cards(tmp_path, "can-withdraw/", {"faq.yaml": faq_entry(flow="why-not#status")})
    assert card.one("a").attributes["href"] == "../why-not/#status"


def test_a_page_without_a_flow_has_no_card(tmp_path: Path) -> None:
    assert cards(tmp_path, "reapply/", {}) == []
    assert cards(tmp_path / "again", "why-not/", {}) == []


def test_links_are_named_after_what_they_lead_to(tmp_path: Path) -> None:
    article_text = f"{ARTICLE}precautions:\n  - {WARNING}\nintro: 先看这里。\n"
    causes = FAQ + "  causes:\n    - {id: settled, cause: 已经谈妥, fix: 不用管。}\n"
    files = {**FLOW_FILES, "content/articles/reapply.yaml": article_text, "faq.yaml": causes}
    book = built(tmp_path, files).book
    named = {
        "reapply": NamedLink("../reapply/", "怎么重新申请"),
        "reapply#open-order": NamedLink("../reapply/#open-order", "怎么重新申请", "打开订单"),
        "reapply#no-way-back": NamedLink("../reapply/#no-way-back", "怎么重新申请", "不能反悔"),
        "reapply#steps": NamedLink("../reapply/#steps", "怎么重新申请", "操作步骤"),
        "can-withdraw#settled": NamedLink("../can-withdraw/#settled", "还能撤销吗？", "已经谈妥"),
        "why-not#status": NamedLink("../why-not/#status", "撤销不了？一步步找原因", "页面显示什么？"),
        "why-not#too-late": NamedLink("../why-not/#too-late", "撤销不了？一步步找原因", "现在不能撤销"),
        "after-sales": NamedLink("../after-sales/", "售后与退款"),
    }
    assert {link: named_link(link, book) for link in named} == named
    assert shown_links(tuple(named), book) == list(named.values())


def test_links_to_drafts_are_not_shown_but_to_retired_entries_they_are(tmp_path: Path) -> None:
    files = {
        "content/articles/later.yaml": article("later", status="draft"),
        "content/articles/gone.yaml": article("gone", status="retired", see="reapply"),
    }
    book = built(tmp_path, files).book
    assert [link.href for link in shown_links(("later", "gone", "reapply"), book)] == ["../gone/", "../reapply/"]
