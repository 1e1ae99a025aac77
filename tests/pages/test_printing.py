"""What stands on paper alone: where the page is, of which day it is, and the code that leads there."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import zxingcpp

from helpcenter.build import make, prepare
from helpcenter.pages.printing import code_file, codes
from tests.drawing.test_qr import drawn
from tests.making import FLOW_FILES, SITE, Files, article, faq_entry, project
from tests.reading import tree

FILES: Files = {
    **FLOW_FILES,
    "content/articles/third.yaml": article("third", status="draft"),
    "content/articles/fourth.yaml": article("fourth", status="retired", see="reapply"),
    "faq.yaml": faq_entry("can-withdraw", changes="[{date: 2026-11-21, note: 改了。}]"),
}


def test_every_entry_that_is_public_has_a_code(tmp_path: Path) -> None:
    found = make(prepare(project(tmp_path, FILES)), SITE)
    assert found.codes == {f"{name}/code.svg": f"https://help.example.com/{name}/" for name in ("reapply", "can-withdraw", "why-not")}
    for address in found.codes.values():
        [read] = zxingcpp.read_barcodes(drawn(code_file(address).decode()))
        assert read.text == address


def test_paper_says_where_the_page_is_and_of_which_day(tmp_path: Path) -> None:
    pages = {page.path: tree(page.body) for page in make(prepare(project(tmp_path, FILES)), SITE).pages}
    said = pages["can-withdraw/"].one(class_="hc-printed")
    assert said.one("img").attributes == {"src": "code.svg", "alt": "", "loading": "lazy"}
    assert said.text() == "https://help.example.com/can-withdraw/ 内容日期：2026 年 11 月 21 日"
    assert "日期" not in pages["why-not/"].one(class_="hc-printed").text(), "nobody says when it was reviewed"


def test_drafts_and_sites_without_an_address_have_none(tmp_path: Path) -> None:
    read = prepare(project(tmp_path, FILES, drafts=True))
    drafts = {page.path: tree(page.body) for page in make(read, SITE).pages}
    assert not drafts["third/"].all(class_="hc-printed")
    nowhere = make(read, dataclasses.replace(SITE, url=""))
    assert nowhere.codes == {}
    assert not any("hc-printed" in page.body for page in nowhere.pages)


def test_codes_can_be_left_out(tmp_path: Path) -> None:
    plain = dataclasses.replace(project(tmp_path, FILES), print_codes=False)
    found = make(prepare(plain), SITE)
    assert codes(found.book) == {}
    [body] = [page.body for page in found.pages if page.path == "reapply/"]
    assert "https://help.example.com/reapply/<br>" in body
    assert "code.svg" not in body
