"""JSON-LD as schema.org and the search engines' guides want it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from helpcenter.build import Built
from helpcenter.pages import Page
from helpcenter.pages.structured_data import breadcrumbs, markup
from helpcenter.project import Site
from tests.making import FAQ, article, built, faq_entry, page
from tests.reading import text_of, tree

Check = Callable[[Any], bool]


def is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def is_address(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"https://[^\s<>\"]+", value) is not None


def is_day(value: Any) -> bool:
    return isinstance(value, str) and date.fromisoformat(value).isoformat() == value


def is_place(value: Any) -> bool:
    return isinstance(value, int) and value >= 1


def is_language(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"[a-z]{2}(?:-[A-Za-z]{2,4})?", value) is not None


def list_of(kind: str) -> Check:
    return lambda value: isinstance(value, list) and bool(value) and all(fits(kind, item) for item in value)


def one(kind: str) -> Check:
    return lambda value: fits(kind, value)


REQUIRED: dict[str, dict[str, Check]] = {
    "BreadcrumbList": {"itemListElement": list_of("ListItem")},
    "ListItem": {"position": is_place, "name": is_text, "item": is_address},
    "Article": {"headline": is_text},
    "Organization": {"name": is_text},
    "FAQPage": {"mainEntity": list_of("Question")},
    "Question": {"name": is_text, "acceptedAnswer": one("Answer")},
    "Answer": {"text": is_text},
    "WebPage": {"name": is_text},
}
RECOMMENDED: dict[str, dict[str, Check]] = {
    "Article": {
        "dateModified": is_day,
        "description": is_text,
        "inLanguage": is_language,
        "mainEntityOfPage": is_address,
        "publisher": one("Organization"),
    },
    "WebPage": {"description": is_text, "inLanguage": is_language, "url": is_address},
    "FAQPage": {"inLanguage": is_language, "dateModified": is_day, "url": is_address},
}
"""After schema.org and the guides for breadcrumb, article and FAQ results. Nothing else may be said."""


def fits(kind: str, item: Any) -> bool:
    wanted = REQUIRED[kind] | RECOMMENDED.get(kind, {})
    assert isinstance(item, dict)
    assert item.keys() - {"@type"} == wanted.keys(), (kind, item.keys())
    assert item["@type"] == kind
    for name, check in wanted.items():
        assert check(item[name]), (kind, name, item[name])
    return True


def items_of(made: Page) -> list[dict[str, Any]]:
    scripts = tree(made.head).all("script", type="application/ld+json")
    assert len(scripts) <= 1
    graph: list[dict[str, Any]] = []
    for script in scripts:
        document = json.loads(script.raw_text())
        assert document.keys() == {"@context", "@graph"}
        assert document["@context"] == "https://schema.org"
        graph += document["@graph"]
    return graph


def item(made: Page, kind: str) -> dict[str, Any]:
    return next(found for found in items_of(made) if found["@type"] == kind)


def test_every_item_of_every_page_is_whole(example_pages: Built) -> None:
    for made in example_pages.pages:
        for found in items_of(made):
            assert fits(found["@type"], found), made.path


def test_every_entry_says_what_it_is(example_pages: Built) -> None:
    center = example_pages.book.center
    for entries, kind in ((center.articles, "Article"), (center.faq, "FAQPage")):
        for entry_id in entries:
            kinds = [found["@type"] for found in items_of(page(example_pages, f"{entry_id}/"))]
            assert kinds == ["BreadcrumbList", kind]


def test_headlines_are_short_enough_to_be_shown(example_pages: Built) -> None:
    for entry in example_pages.book.center.articles.values():
        assert len(item(page(example_pages, f"{entry.id}/"), "Article")["headline"]) <= 110


def test_the_trail_is_the_one_on_the_page(example_pages: Built) -> None:
    for made in (made for made in example_pages.pages if made.path):
        listed = item(made, "BreadcrumbList")["itemListElement"]
        assert [found["position"] for found in listed] == list(range(1, len(listed) + 1))
        seen = [node.text() for node in tree(made.body).one("nav", "hc-crumbs").all("li")]
        assert [found["name"] for found in listed] == seen
        assert listed[-1]["item"] == f"https://help.example.com/{made.path}"


def test_the_answer_is_the_one_on_the_page(example_pages: Built) -> None:
    for entry_id, entry in example_pages.book.center.faq.items():
        made = page(example_pages, f"{entry_id}/")
        answer = item(made, "FAQPage")["mainEntity"][0]["acceptedAnswer"]["text"]
        assert answer.startswith(entry.reply)
        assert "".join(answer.removeprefix(entry.reply).split()) in "".join(text_of(made.body).split())


def test_no_page_of_lists_claims_to_be_an_article(example_pages: Built) -> None:
    entries = {f"{entry.id}/" for entry in example_pages.book.center.entries()}
    for made in example_pages.pages:
        if made.path not in entries:
            assert {found["@type"] for found in items_of(made)} <= {"BreadcrumbList"}


def test_internal_notes_aliases_and_owners_are_not_told(tmp_path: Path) -> None:
    secret = {"staff": "内部说明", "aliases": "[另一种说法]", "owner": "某个小组"}
    head = page(built(tmp_path, {"faq.yaml": faq_entry(**secret)}), "can-withdraw/").head
    assert "简答。" in head
    assert [text for text in ("内部说明", "另一种说法", "某个小组") if text in head] == []


@pytest.mark.parametrize("text", ["</script>", "<!--", "]]>", "&lt;", "\u2028", '"\\'])
def test_no_text_can_end_the_element(text: str) -> None:
    made = markup([{"@type": "Thing", "name": text}])
    assert not re.search("[<>&]", made)
    assert json.loads(made)["@graph"][0]["name"] == text


def test_without_an_address_of_the_site_paths_are_told() -> None:
    made = breadcrumbs([("首页", ""), ("甲", "a/")], Site("名字"))
    assert [found["item"] for found in made["itemListElement"]] == ["/", "/a/"]


def test_a_change_after_the_review_is_the_day_that_is_told(tmp_path: Path) -> None:
    changes = "[{date: 2026-11-22, note: 甲}]"
    files = {"faq.yaml": FAQ + faq_entry("changed", changes=changes)}
    made = built(tmp_path, {**files, "content/articles/reapply.yaml": article(changes=changes)})
    assert item(page(made, "changed/"), "FAQPage")["dateModified"] == "2026-11-22"
    assert item(page(made, "reapply/"), "Article")["dateModified"] == "2026-11-22"
