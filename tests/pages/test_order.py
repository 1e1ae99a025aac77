"""The order of things: topics, neighbours, uses and what changed last."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpcenter.pages.order import NEIGHBOURS, ReadingOrder
from tests.making import FAQ, TOPICS, article, faq_entry, prepared

TWO_TOPICS = TOPICS + "- {id: trouble, title: 问题, summary: 摘要。}\n"


def contents(folder: Path, files: dict[str, str], *, drafts: bool = False) -> ReadingOrder:
    return ReadingOrder(prepared(folder, files).loaded.center, drafts=drafts)


def numbered(count: int) -> str:
    return "".join(faq_entry(f"question-{number:02}") for number in range(count))


def test_topics_keep_their_order_and_articles_come_first(tmp_path: Path) -> None:
    files = {
        "content/topics.yaml": TWO_TOPICS,
        "faq.yaml": faq_entry("of-trouble", topic="trouble") + FAQ + faq_entry("another"),
        "content/articles/apply.yaml": article("apply"),
    }
    made = contents(tmp_path, files)
    assert [(part.topic.id, [entry.id for entry in part.entries]) for part in made.topics] == [
        ("after-sales", ["apply", "reapply", "can-withdraw", "another"]),
        ("trouble", ["of-trouble"]),
    ]


def test_a_topic_puts_first_what_it_names(tmp_path: Path) -> None:
    files = {
        "content/topics.yaml": TOPICS + "  first: [third, apply]\n",
        "faq.yaml": FAQ + faq_entry("second") + faq_entry("third"),
        "content/articles/apply.yaml": article("apply"),
        "content/articles/aaa.yaml": article("aaa"),
    }
    entries = contents(tmp_path, files).topics[0].entries
    assert [entry.id for entry in entries] == ["apply", "aaa", "reapply", "third", "can-withdraw", "second"]


STATES = faq_entry("of-draft", status="draft") + faq_entry("of-past", status="retired", see="can-withdraw") + FAQ


@pytest.mark.parametrize(
    ("drafts", "listed", "shown"),
    [
        (False, ["can-withdraw"], ["of-past", "can-withdraw"]),
        (True, ["of-draft", "can-withdraw"], ["of-draft", "of-past", "can-withdraw"]),
    ],
)
def test_lists_leave_out_what_is_not_published(
    drafts: bool, listed: list[str], shown: list[str], tmp_path: Path
) -> None:
    made = contents(tmp_path, {"faq.yaml": STATES, "content/articles/reapply.yaml": ""}, drafts=drafts)
    assert [entry.id for entry in made.listed] == listed
    assert [entry.id for entry in made.shown] == shown


def test_neighbours_stay_in_the_topic(tmp_path: Path) -> None:
    files = {"content/topics.yaml": TWO_TOPICS, "faq.yaml": FAQ + faq_entry("far", topic="trouble") + faq_entry("last")}
    made = contents(tmp_path, files)
    assert [entry.id for entry in made.neighbours(made.center.faq["far"])] == ["far"]
    assert [entry.id for entry in made.neighbours(made.center.faq["last"])] == ["reapply", "can-withdraw", "last"]


@pytest.mark.parametrize(
    ("place", "first"), [(0, 0), (5, 0), (6, 0), (7, 1), (15, 9), (24, 18), (25, 19), (30, 19)]
)
def test_a_page_names_a_window_of_its_topic(place: int, first: int, tmp_path: Path) -> None:
    made = contents(tmp_path, {"faq.yaml": numbered(30), "content/articles/reapply.yaml": article()})
    entries = made.topics[0].entries
    near = made.neighbours(entries[place])
    assert len(entries) == 31
    assert len(near) == NEIGHBOURS
    assert list(near) == list(entries[first : first + NEIGHBOURS])
    assert entries[place] in near


def test_what_was_changed_or_checked_last_comes_first(tmp_path: Path) -> None:
    files = {
        "faq.yaml": faq_entry("checked", reviewed="2026-11-22")
        + faq_entry("changed", reviewed="2026-11-01", changes="[{date: 2026-11-23, note: 甲}]")
        + faq_entry("oldest", reviewed="2026-10-01", changes="[{date: 2026-09-01, note: 乙}]")
        + faq_entry("can-withdraw", reviewed="2026-11-22"),
        "content/articles/reapply.yaml": article(reviewed="2026-11-22"),
    }
    made = contents(tmp_path, files)
    recent = [entry.id for entry in made.recent(99)]
    assert recent[0] == "changed"
    assert recent[-1] == "oldest"
    assert recent[1:-1] == ["reapply", "checked", "can-withdraw"]
    assert [entry.id for entry in made.recent(1)] == ["changed"]


def test_uses_are_the_published_articles_that_show_a_question(tmp_path: Path) -> None:
    files = {
        "content/articles/apply.yaml": article("apply", questions="[can-withdraw]"),
        "content/articles/hidden.yaml": article("hidden", questions="[can-withdraw]", status="draft"),
    }
    made = contents(tmp_path, files)
    assert [entry.id for entry in made.used_in["can-withdraw"]] == ["apply", "reapply"]
