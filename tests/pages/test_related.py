"""What to read next: the writer's choice, else what links, shared questions, aliases and the topic say."""

from __future__ import annotations

from pathlib import Path

from helpcenter.build import Built
from helpcenter.pages.related import COMMON, COUNT
from tests.making import AUDIENCES, FAQ, TOPICS, article, built, faq_entry

OTHER_TOPIC = TOPICS + "- {id: trouble, title: 问题, summary: 摘要。}\n"


def related(made: Built, entry_id: str) -> list[str]:
    entry = made.book.center.entry(entry_id)
    assert entry is not None
    return [other.id for other in made.book.related.to(entry)]


def far(entry_id: str, **fields: str) -> str:
    return faq_entry(entry_id, topic="trouble", **fields)


def site(folder: Path, faq: str, articles: dict[str, str] | None = None) -> Built:
    files = {f"content/articles/{name}.yaml": text for name, text in (articles or {}).items()}
    return built(folder, {"content/topics.yaml": OTHER_TOPIC, "faq.yaml": FAQ + faq, **files})


def test_links_count_more_than_the_topic_in_both_directions(tmp_path: Path) -> None:
    made = site(tmp_path, far("linked") + far("linking", answer="'[x](reapply)'") + faq_entry("near"),
                {"reapply": article(intro="'[x](linked)'")})  # fmt: skip
    assert related(made, "reapply") == ["linked", "linking", "can-withdraw", "near"]
    assert related(made, "linked")[0] == "reapply"


def test_shared_aliases_bring_entries_together(tmp_path: Path) -> None:
    made = site(tmp_path, far("one", aliases="[撤回, 其他]") + faq_entry("two", aliases="[撤回]") + far("three"))
    assert related(made, "one") == ["two", "three"]


def test_questions_shown_in_an_article_are_not_repeated_below_it(tmp_path: Path) -> None:
    text = article(questions="[can-withdraw]", intro="'[x](can-withdraw)'")
    assert "can-withdraw" not in related(site(tmp_path, faq_entry("near"), {"reapply": text}), "reapply")


def test_articles_that_share_a_question_are_related(tmp_path: Path) -> None:
    other = article("other", topic="trouble", questions="[can-withdraw]")
    made = site(tmp_path, "", {"other": other, "reapply": article(questions="[can-withdraw]")})
    assert related(made, "reapply") == ["other"]
    assert "reapply" in related(made, "can-withdraw")


def test_what_is_for_the_same_readers_comes_first(tmp_path: Path) -> None:
    faq = faq_entry("for-shops", audience="[merchant]", answer="'[x](can-withdraw)'") + faq_entry("for-all")
    files = {"content/audiences.yaml": AUDIENCES, "faq.yaml": FAQ + faq}
    assert related(built(tmp_path, files), "can-withdraw") == ["reapply", "for-all", "for-shops"]


def test_no_entry_is_related_to_itself(tmp_path: Path) -> None:
    made = site(tmp_path, "", {"reapply": article(intro="'[x](reapply#intro)'", aliases="[撤回]")})
    assert "reapply" not in related(made, "reapply")


def test_drafts_and_retired_entries_are_not_offered(tmp_path: Path) -> None:
    faq = far("drafted", status="draft", answer="'[x](can-withdraw)'")
    retired = far("retired", status="retired", see="can-withdraw", answer="'[x](can-withdraw)'")
    assert related(site(tmp_path, faq + retired), "can-withdraw") == ["reapply"]


def test_there_are_never_more_than_a_handful(tmp_path: Path) -> None:
    made = site(tmp_path, "".join(faq_entry(f"near-{number}") for number in range(20)))
    assert len(related(made, "near-3")) == COUNT


def test_an_alias_of_everybody_says_nothing(tmp_path: Path) -> None:
    common = "".join(far(f"far-{number:02}", aliases="[退款]") for number in range(COMMON + 1))
    made = site(tmp_path, common + faq_entry("here", aliases="[退款]"))
    assert related(made, "here") == ["can-withdraw", "reapply"]


def test_every_entry_leads_on(example_pages: Built) -> None:
    for entry in example_pages.book.order.listed:
        offered = related(example_pages, entry.id)
        assert 0 < len(offered) <= max(COUNT, len(entry.related or ()))
        assert len(set(offered)) == len(offered)
