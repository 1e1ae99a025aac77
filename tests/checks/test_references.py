"""Fields that name an id: it exists, is of the right kind, is published, and is not the entry itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpcenter.addresses import RESERVED
from tests.making import FAQ, article, codes, faq_entry, places, prepared

HOME = "title: 甲\nlead: 乙\npopular: [{}]\n"


@pytest.mark.parametrize(
    ("field", "value", "found"),
    [
        ("questions", "[can-withdraw]", []),
        ("questions", "[nowhere]", ["unknown-id"]),
        ("questions", "[after-sales]", ["unknown-id"]),
        ("related", "[can-withdraw]", []),
        ("related", "[nowhere]", ["unknown-id"]),
        ("related", "[reapply]", ["refers-to-itself"]),
        ("contact", "platform", []),
        ("contact", "phone", ["unknown-contact"]),
        ("topic", "after-sales", []),
        ("topic", "nowhere", ["unknown-topic"]),
        ("see", "can-withdraw", []),
        ("see", "after-sales", []),
        ("see", "nowhere", ["unknown-id"]),
        ("see", "reapply", ["refers-to-itself"]),
    ],
)
def test_a_field_names_something_that_fits(field: str, value: str, found: list[str], tmp_path: Path) -> None:
    text = article(**{field: value, **({"status": "retired"} if field == "see" else {})})
    assert codes(prepared(tmp_path, {"content/articles/reapply.yaml": text})) == found


@pytest.mark.parametrize("name", sorted(name for name in RESERVED))
def test_no_entry_has_the_address_of_a_fixed_page(name: str, tmp_path: Path) -> None:
    assert codes(prepared(tmp_path, {"faq.yaml": FAQ + faq_entry(name)})) == ["reserved-id"]


def test_no_topic_has_the_address_of_an_ordinary_page(tmp_path: Path) -> None:
    topics = "- {id: after-sales, title: 甲, summary: 乙}\n- {id: about, title: 甲, summary: 乙}\n"
    found = prepared(tmp_path, {"content/topics.yaml": topics, "content/about.md": "# 关于\n"})
    assert places(found) == [("reserved-id", "content/topics.yaml", 2, 8)]


@pytest.mark.parametrize(
    ("status", "found"), [("draft", ["refers-to-draft"]), ("published", []), ("retired", ["refers-to-retired"])]
)
def test_published_entries_do_not_lead_to_what_is_not_shown(status: str, found: list[str], tmp_path: Path) -> None:
    other = faq_entry("other", status=status, see="can-withdraw")
    text = article(questions="[can-withdraw]", related="[other]")
    files = {"faq.yaml": FAQ + other, "content/articles/reapply.yaml": text}
    assert codes(prepared(tmp_path, files)) == found


def test_drafts_may_lead_to_drafts(tmp_path: Path) -> None:
    draft = article(questions="[can-withdraw]", status="draft", intro="'[x](can-withdraw)'")
    files = {"faq.yaml": faq_entry(status="draft"), "content/articles/reapply.yaml": draft}
    assert codes(prepared(tmp_path, files)) == []


def test_the_home_page_names_published_entries_and_contacts(tmp_path: Path) -> None:
    home = HOME.format("reapply, after-sales, nowhere, other") + "contact: phone\n"
    files = {"content/home.yaml": home, "faq.yaml": FAQ + faq_entry("other", status="draft")}
    assert places(prepared(tmp_path, files)) == [
        ("unknown-id", "content/home.yaml", 3, 33),
        ("refers-to-draft", "content/home.yaml", 3, 42),
        ("unknown-contact", "content/home.yaml", 4, 10),
    ]


def test_ids_of_entries_with_mistakes_are_known(tmp_path: Path) -> None:
    files = {
        "faq.yaml": FAQ + faq_entry("half-read", reply="[]"),
        "content/articles/broken.yaml": "id: [",
        "content/articles/reapply.yaml": article(
            questions="[can-withdraw, half-read]", related="[broken]", intro="'[x](half-read) [y](broken#part)'"
        ),
    }
    assert codes(prepared(tmp_path, files)) == ["special-start", "not-text"]
