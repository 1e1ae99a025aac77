"""Anchors of one page are unique."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpcenter.addresses import ARTICLE_AREAS, FAQ_AREAS
from helpcenter.build import Built
from tests.making import article, codes, faq_entry, prepared
from tests.reading import tree

PART = "[{{id: {}, title: 甲, text: 乙}}]"


@pytest.mark.parametrize("area", ARTICLE_AREAS)
def test_no_part_of_an_article_takes_the_anchor_of_an_area(area: str, tmp_path: Path) -> None:
    text = article(sections=PART.format(area))
    assert codes(prepared(tmp_path, {"content/articles/reapply.yaml": text})) == ["duplicate-part-id"]


@pytest.mark.parametrize("area", FAQ_AREAS)
def test_no_cause_takes_the_anchor_of_an_area(area: str, tmp_path: Path) -> None:
    text = faq_entry(causes=f"[{{id: {area}, cause: 甲, fix: 乙}}]")
    assert codes(prepared(tmp_path, {"faq.yaml": text})) == ["duplicate-part-id"]


def test_steps_and_their_substeps_share_one_name_space(tmp_path: Path) -> None:
    steps = "[{id: one, title: 甲, substeps: [{id: two, title: 乙}]}, {id: two, title: 丙}]"
    assert codes(prepared(tmp_path, {"content/articles/reapply.yaml": article(steps=steps)})) == ["duplicate-part-id"]


def test_different_entries_may_use_one_id_for_their_parts(tmp_path: Path) -> None:
    files = {
        "content/articles/reapply.yaml": article(sections=PART.format("more")),
        "content/articles/other.yaml": article("other", sections=PART.format("more")),
    }
    assert codes(prepared(tmp_path, files)) == []


def test_no_page_has_an_id_twice(example_pages: Built) -> None:
    for made in example_pages.pages:
        ids = [node.attributes["id"] for node in tree(made.body).walk() if "id" in node.attributes]
        assert len(ids) == len(set(ids)), made.path
