"""Ids to addresses, and the anchors that a page really has."""

from __future__ import annotations

from pathlib import Path

from helpcenter.addresses import RESERVED, Addresses, areas_of, from_entry, page_path, part_ids
from helpcenter.build import Built, Prepared
from helpcenter.model.entries import Article, FaqEntry
from tests.making import article, built, page, prepared
from tests.reading import tree

FULL = article(
    intro="开头。",
    reasons="[{id: settled, title: 甲, text: 乙}]",
    steps="[{id: open-order, title: 甲, substeps: [{id: sub-one, title: 乙}, {id: sub-two, text: 丙}, 丁]}]",
    precautions="[{id: time-limit, level: notice, title: 甲, text: 乙}]",
    sections="[{id: more, title: 甲, text: 乙}]",
    questions="[can-withdraw]",
    follow_up="跟进。",
    closing="小结。",
    sources="[规则页]",
    contact="platform",
    changes="[{date: 2026-11-20, note: 首发}]",
)


def test_an_address_says_nothing_but_the_id() -> None:
    assert page_path("reapply") == "reapply/"
    assert from_entry("reapply") == "../reapply/"
    assert from_entry("reapply", "open-order") == "../reapply/#open-order"


def test_every_part_with_an_id_has_an_anchor(tmp_path: Path) -> None:
    center = prepared(tmp_path, {"content/articles/reapply.yaml": FULL}).loaded.center
    parts = [part for _, part in part_ids(center.articles["reapply"])]
    assert parts == ["settled", "open-order", "time-limit", "more", "sub-one", "sub-two"]
    anchors = Addresses(center).anchors("reapply")
    assert anchors >= {*parts, "can-withdraw", "steps", "closing", "contact"}
    assert Addresses(center).anchors("nowhere") == frozenset()


def test_known_ids_are_topics_entries_and_ordinary_pages(tmp_path: Path) -> None:
    addresses = Addresses(prepared(tmp_path, {"content/about.md": "# 关于\n"}).loaded.center)
    assert addresses.known() == {"after-sales", "reapply", "can-withdraw", "about"}
    assert all(name in addresses for name in addresses.known())
    assert "nowhere" not in addresses


def test_all_anchors_are_in_the_page_when_every_part_is_written(tmp_path: Path) -> None:
    made = built(tmp_path, {"content/articles/reapply.yaml": FULL})
    anchors = Addresses(made.book.center).anchors("reapply")
    ids = {node.attributes["id"] for node in tree(page(made, "reapply/").body).walk() if "id" in node.attributes}
    assert anchors - ids == set()


def test_all_anchors_of_parts_are_in_their_pages(example: Prepared, example_pages: Built) -> None:
    bodies = {made.path: made.body for made in example_pages.pages}
    for entry in example.loaded.center.entries():
        ids = {node.attributes["id"] for node in tree(bodies[page_path(entry.id)]).walk() if "id" in node.attributes}
        assert {part for _, part in part_ids(entry)} <= ids, entry.id


def test_areas_differ_by_kind(example: Prepared) -> None:
    for entry in example.loaded.center.entries():
        assert ("steps" in areas_of(entry)) == isinstance(entry, Article)
        assert ("answer" in areas_of(entry)) == isinstance(entry, FaqEntry)


def test_every_fixed_page_is_reserved(example_pages: Built, example: Prepared) -> None:
    center = example.loaded.center
    own = {topic.id for topic in center.topics} | {entry.id for entry in center.entries()}
    fixed = {made.path.split("/")[0] for made in example_pages.pages if made.path} - own - center.pages
    assert fixed == {"topics", "questions", "updates", "search"}
    assert fixed < RESERVED
