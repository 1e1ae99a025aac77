"""The recipe: read, check, make; the same sources give the same pages."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from helpcenter.build import Built, Prepared, make, prepare
from helpcenter.project import Site
from tests.making import FAQ, SITE, TODAY, built, faq_entry, page, prepared, project
from tests.reading import tree


def test_errors_refuse_a_build_and_warnings_do_not(tmp_path: Path) -> None:
    assert not prepared(tmp_path / "a").refused
    assert not prepared(tmp_path / "b", {"faq.yaml": faq_entry(reviewed="2020-01-01")}).refused
    assert prepared(tmp_path / "c", {"faq.yaml": faq_entry(topic="nowhere")}).refused


def test_problems_come_in_order(tmp_path: Path) -> None:
    found = prepared(tmp_path, {"faq.yaml": faq_entry(topic="nowhere") + faq_entry("x"), "content/a.yml": "x"})
    assert len(found.problems) >= 3
    assert [problem.location for problem in found.problems] == sorted(problem.location for problem in found.problems)


def test_pages_are_home_lists_and_one_for_each_entry(tmp_path: Path) -> None:
    assert [made.path for made in built(tmp_path).pages] == [
        "",
        "after-sales/",
        "topics/",
        "questions/",
        "updates/",
        "search/",
        "reapply/",
        "can-withdraw/",
    ]


def test_no_two_pages_have_one_address_title_or_description(example_pages: Built) -> None:
    heads = [tree(made.head) for made in example_pages.pages]
    assert len({made.path for made in example_pages.pages}) == len(heads)
    assert len({head.one("title").raw_text() for head in heads}) == len(heads)
    descriptions = [head.one("meta", name="description").attributes["content"] for head in heads]
    assert len(set(descriptions)) == len(heads)


def test_every_page_is_well_formed(example_pages: Built) -> None:
    for made in example_pages.pages:
        assert tree(made.body).all("h1"), made.path
        assert tree(made.head).all("title"), made.path


def test_the_same_sources_give_the_same_pages(tmp_path: Path) -> None:
    first, second = (built(tmp_path / name, {"faq.yaml": FAQ + faq_entry("more")}) for name in ("a", "b"))
    assert first.pages == second.pages
    assert first.feed == second.feed


def test_a_page_is_made_anew_from_changed_sources(tmp_path: Path) -> None:
    before = page(built(tmp_path), "can-withdraw/").body
    after = page(built(tmp_path, {"faq.yaml": FAQ.replace("点撤销", "点取消")}), "can-withdraw/").body
    assert "点撤销" in before
    assert "点取消" in after


@pytest.mark.parametrize("url", ["https://help.example.com/", "https://example.com/help/"])
def test_head_names_the_full_address(url: str, tmp_path: Path) -> None:
    head = tree(page(built(tmp_path, site=Site("名字", url)), "reapply/").head)
    assert head.one("link", rel="canonical").attributes["href"] == f"{url}reapply/"
    assert head.one("meta", property="og:url").attributes["content"] == f"{url}reapply/"


def test_head_without_an_address_claims_none(tmp_path: Path) -> None:
    head = tree(page(built(tmp_path, site=Site("名字")), "reapply/").head)
    assert head.all("link", rel="canonical") == []
    assert head.all("meta", property="og:url") == []


def test_titles_name_the_page_then_the_site(tmp_path: Path) -> None:
    made = built(tmp_path)
    titles = [tree(page(made, path).head).one("title").raw_text() for path in ("", "reapply/")]
    assert titles == ["小小帮助中心", "怎么重新申请 - 小小帮助中心"]


def test_drafts_are_made_only_for_previews(tmp_path: Path) -> None:
    files = {"faq.yaml": FAQ + faq_entry("half-done", status="draft")}
    assert "half-done/" not in [made.path for made in built(tmp_path / "a", files).pages]
    preview = page(built(tmp_path / "b", files, drafts=True), "half-done/")
    assert preview.indexed is False


def test_nothing_is_wrong_with_the_example(example: Prepared) -> None:
    assert example.problems == []


def test_reading_depends_on_the_day_only_for_freshness(tmp_path: Path) -> None:
    made = project(tmp_path)
    later = dataclasses.replace(made, today=TODAY.replace(year=2027))
    assert {problem.code for problem in prepare(later).problems} == {"review-overdue"}
    bodies = [[found.body for found in make(prepare(each), SITE).pages] for each in (made, later)]
    assert bodies[0] != bodies[1]
    assert bodies[0][0] == bodies[1][0]
