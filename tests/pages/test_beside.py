"""What a preview shows beside an entry: what becomes of it elsewhere, as it will be seen there."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpcenter.model.characters import measured
from helpcenter.model.flows import Flow
from helpcenter.pages.beside import BesideView, ShownHit, beside, listed
from tests.making import ARTICLE, AUDIENCES, FAQ, FLOW_FILES, SITE, Files, built, faq_entry, searched
from tests.reading import tree

RETIRED = """\
id: old-way
title: 以前的办法
summary: 不再用了。
topic: after-sales
status: retired
see: reapply
owner: team
reviewed: 2026-11-20
"""
DRAFT = ARTICLE.replace("id: reapply", "id: not-yet\nstatus: draft").replace("title: 怎么重新申请", "title: 还在写")
REPLY = "你好，商家在 {{ merchant_hours }}内处理，用 App 看。"


def view(folder: Path, entry: str, files: Files, root: str = "/") -> BesideView:
    found = beside(entry, built(folder, files, drafts=True).book, root)
    assert found is not None
    return found


def test_a_reply_is_as_it_will_be_pasted_with_its_length_as_it_is_measured(tmp_path: Path) -> None:
    found = view(tmp_path, "can-withdraw", {"faq.yaml": faq_entry(reply=REPLY)})
    assert found.reply is not None
    assert found.reply.text == "你好，商家在 48 小时内处理，用 App 看。"
    assert (found.reply.length, found.reply.limit) == (measured(found.reply.text), 120)
    assert (found.link, found.href) == ("https://help.example.com/can-withdraw/", "/can-withdraw/")


def test_only_questions_have_a_reply_and_only_flows_a_map(tmp_path: Path) -> None:
    book = built(tmp_path, FLOW_FILES).book
    found = {entry_id: beside(entry_id, book, "/") for entry_id in ("reapply", "can-withdraw", "why-not")}
    assert {name: bool(view and view.reply) for name, view in found.items()} == {"reapply": False, "can-withdraw": True, "why-not": False}
    assert {name: bool(view and view.picture) for name, view in found.items()} == {"reapply": False, "can-withdraw": False, "why-not": True}


def test_a_link_is_not_told_while_nobody_knows_the_address(tmp_path: Path) -> None:
    book = built(tmp_path, site=type(SITE)("没有地址")).book
    found = beside("reapply", book, "/")
    assert found is not None and (found.link, found.href) == ("", "/reapply/")


def test_results_are_what_the_search_knows_of_the_entry_and_of_each_part(tmp_path: Path) -> None:
    made = built(tmp_path, FLOW_FILES)
    found = beside("reapply", made.book, "/help/")
    assert found is not None
    document = searched(made)["reapply/"]
    whole, *parts = found.hits
    assert whole == ShownHit("/help/reapply/", "怎么重新申请", "", "撤销后还想退款时怎么做。", "文章", "售后与退款", ())
    assert [(hit.href, hit.part, hit.text) for hit in parts] == [
        (f"/help/reapply/#{part.anchor}", part.title, part.text) for part in document.parts if part.anchor
    ]
    flow = beside("why-not", made.book, "/")
    assert flow is not None
    assert {hit.href.removeprefix("/") for hit in flow.hits} == {path for path in searched(made) if path.startswith("why-not/")}
    assert {hit.kind for hit in flow.hits} == {"一步步找原因", "处理办法"}


def test_results_name_whom_they_are_for_unless_that_is_everybody(tmp_path: Path) -> None:
    files = {"content/audiences.yaml": AUDIENCES, "faq.yaml": FAQ + "  audience: [merchant, agent]\n"}
    assert view(tmp_path, "can-withdraw", files).hits[0].labels == ("商家", "客服")
    assert view(tmp_path, "reapply", files).hits[0].labels == ()


def test_drafts_and_retired_entries_are_shown_and_the_search_finds_no_retired_one(tmp_path: Path) -> None:
    files = {"content/articles/old-way.yaml": RETIRED, "content/articles/not-yet.yaml": DRAFT}
    made = built(tmp_path, files, drafts=True)
    assert {row.entry.id for row in listed(made.book)} == {"reapply", "can-withdraw", "old-way", "not-yet"}
    assert view(tmp_path, "old-way", files).hits == ()
    assert view(tmp_path, "not-yet", files).hits[0].title == "还在写"


@pytest.mark.parametrize("entry_id", ["nobody", "", "after-sales", "why-not/map", "../reapply", "reapply/"])
def test_what_is_no_entry_has_no_such_page(entry_id: str, tmp_path: Path) -> None:
    assert beside(entry_id, built(tmp_path, FLOW_FILES).book, "/") is None


def test_the_map_leads_to_every_step_of_the_page_in_the_phone(tmp_path: Path) -> None:
    found = view(tmp_path, "why-not", FLOW_FILES, "/help/")
    hrefs = {link.attributes["href"] for link in tree(found.picture).all("a")}
    assert isinstance(found.entry, Flow)
    assert hrefs == {f"/help/why-not/map/../#{node}" for node in (*found.entry.questions, *found.entry.outcomes)}
