"""Pages that lead to entries: home, topics, questions, updates, search, not found."""

from __future__ import annotations

from pathlib import Path

from helpcenter.build import Built
from helpcenter.pages import not_found_body
from helpcenter.pages.lists import ALL_UPDATES, HOME_UPDATES, POPULAR
from helpcenter.project import Site
from tests.making import AUDIENCES, FAQ, TOPICS, article, body, built, faq_entry, page
from tests.reading import Node, tree

TWO_TOPICS = TOPICS + "- {id: empty, title: 空的主题, summary: 还没有内容。}\n"
HOME = "title: 先查这里\nlead: 先看状态。\npopular: [can-withdraw, after-sales]\ncontact: platform\n"


def links(node: Node) -> list[tuple[str, str]]:
    return [(link.attributes["href"], link.text()) for link in node.all("a")]


def test_home_shows_what_the_writers_chose(tmp_path: Path) -> None:
    found = tree(body(tmp_path, "", {"content/home.yaml": HOME}))
    assert found.one("h1").text() == "先查这里"
    assert "先看状态。" in found.one("section", "hc-hero").text()
    popular = found.one("section", "hc-popular")
    assert links(popular) == [("can-withdraw/", "还能撤销吗？"), ("after-sales/", "售后与退款")]
    assert found.one("section", "hc-contact").one("p", "hc-contact__label").text() == "平台客服"


def test_home_shows_nothing_that_is_retired(tmp_path: Path) -> None:
    home = HOME.replace("[can-withdraw, after-sales]", "[old-one, can-withdraw]")
    old = faq_entry("old-one", status="retired", see="can-withdraw", related="[reapply]")
    made = built(tmp_path, {"content/home.yaml": home, "faq.yaml": FAQ + "  related: [old-one, reapply]\n" + old})
    assert links(tree(page(made, "").body).one("section", "hc-popular")) == [("can-withdraw/", "还能撤销吗？")]
    related = tree(page(made, "can-withdraw/").body).one("nav", "hc-related")
    assert [href for href, _ in links(related)] == ["../reapply/", "../after-sales/"]


def test_every_page_leads_to_a_person(example_pages: Built) -> None:
    for made in example_pages.pages:
        assert tree(made.body).one("section", id="hc-person").all("p", "hc-contact__label"), made.path


def test_a_topic_names_who_helps_its_readers(tmp_path: Path) -> None:
    audiences = AUDIENCES.replace("}\n", ", contact: platform}\n", 1).replace("商家,", "商家, contact: shop,")
    files = {
        "content/audiences.yaml": audiences,
        "content/values.yaml": "contacts:\n  platform: {label: 平台客服, how: 问。}\n  shop: {label: 商家支持, how: 问。}\n",
        "content/topics.yaml": TOPICS + "- {id: shops, title: 商家, summary: 给商家。}\n",
        "faq.yaml": faq_entry("can-withdraw") + faq_entry("for-shops", topic="shops", audience="[merchant]")
        + faq_entry("for-both", audience="[consumer, merchant]"),
    }
    made = built(tmp_path, files)
    named = {path: tree(page(made, path).body).one("section", id="hc-person").all("p", "hc-contact__label")
             for path in ("", "shops/", "after-sales/", "for-shops/", "for-both/", "questions/")}  # fmt: skip
    assert {path: [label.text() for label in labels] for path, labels in named.items()} == {
        **dict.fromkeys(("", "after-sales/", "questions/"), ["平台客服"]),
        **dict.fromkeys(("shops/", "for-shops/"), ["商家支持"]),
        "for-both/": ["平台客服消费者", "商家支持商家"],
    }


def test_without_contacts_no_page_promises_one(tmp_path: Path) -> None:
    made = built(tmp_path, {"content/values.yaml": "values: {}\n", "content/home.yaml": HOME.replace("contact: platform\n", "")})
    assert made.layout.people("") == ()
    assert [one.path for one in made.pages if tree(one.body).all("section", id="hc-person")] == []


def test_home_without_a_file_shows_the_first_entries(tmp_path: Path) -> None:
    many = "".join(faq_entry(f"more-{number:02}") for number in range(20))
    found = tree(body(tmp_path, "", {"faq.yaml": FAQ + many}))
    assert found.one("h1").text() == "小小帮助中心"
    shown = [href for href, _ in links(found.one("section", "hc-popular"))]
    assert len(shown) == POPULAR
    assert shown[:2] == ["reapply/", "can-withdraw/"]


def test_home_of_an_empty_help_center_stands(tmp_path: Path) -> None:
    files = {"faq.yaml": "[]\n", "content/articles/reapply.yaml": None, "content/values.yaml": None}
    found = tree(body(tmp_path, "", files))
    assert found.all("section", "hc-popular") == []
    assert "0 篇文章，0 个问题" in found.text()


def test_topics_are_counted_and_linked(tmp_path: Path) -> None:
    found = tree(body(tmp_path, "", {"content/topics.yaml": TWO_TOPICS}))
    cards = found.all("li", "hc-topic-card")
    assert [links(card) for card in cards] == [[("after-sales/", "售后与退款")], [("empty/", "空的主题")]]
    assert "1 篇文章，1 个问题" in cards[0].text()


def test_home_shows_the_newest_changes(tmp_path: Path) -> None:
    many = "".join(faq_entry(f"more-{number:02}", reviewed=f"2026-10-{number + 1:02}") for number in range(20))
    found = tree(body(tmp_path, "", {"faq.yaml": many, "content/articles/reapply.yaml": article(reviewed="2026-11-01")}))
    shown = [href for href, _ in links(found.one("ul", "hc-updates"))]
    assert shown == ["reapply/", "more-19/", "more-18/", "more-17/", "more-16/"]
    assert len(shown) == HOME_UPDATES


def test_updates_say_what_changed_or_that_it_was_checked(tmp_path: Path) -> None:
    changed = faq_entry("changed", changes="[{date: 2026-11-20, note: 旧的}, {date: 2026-11-21, note: 早上}, {date: 2026-11-21, note: 补充了时限}]")
    found = tree(body(tmp_path, "updates/", {"faq.yaml": changed + FAQ}))
    notes = [node.text() for node in found.all("span", "hc-updates__note")]
    assert notes[0] == "2026 年 11 月 21 日 补充了时限"
    assert notes[1:] == ["2026 年 11 月 20 日 重新核对"] * 2


def test_updates_end_somewhere(tmp_path: Path) -> None:
    many = "".join(faq_entry(f"more-{number:03}") for number in range(ALL_UPDATES + 20))
    found = tree(body(tmp_path, "updates/", {"faq.yaml": FAQ + many}))
    assert len(found.one("ul", "hc-updates").all("li")) == ALL_UPDATES


def test_a_topic_lists_articles_with_summaries_and_all_its_questions(tmp_path: Path) -> None:
    found = tree(body(tmp_path, "after-sales/", {"faq.yaml": FAQ + faq_entry("another", question="另一个？")}))
    assert "撤销后还想退款时怎么做。" in found.one("ul", "hc-article-cards").text()
    assert links(found.one("ul", "hc-list")) == [("../can-withdraw/", "还能撤销吗？"), ("../another/", "另一个？")]


def test_an_empty_topic_has_a_page(tmp_path: Path) -> None:
    found = tree(body(tmp_path, "empty/", {"content/topics.yaml": TWO_TOPICS}))
    assert found.one("h1").text() == "空的主题"
    assert found.all("ul", "hc-list") == []


def test_questions_are_listed_by_topic_without_empty_ones(tmp_path: Path) -> None:
    found = tree(body(tmp_path, "questions/", {"content/topics.yaml": TWO_TOPICS}))
    assert [node.attributes.get("id") for node in found.all("h2")] == ["after-sales", "contact"]
    assert links(found.one("ul", "hc-list")) == [("../can-withdraw/", "还能撤销吗？")]


def test_the_search_page_is_not_for_other_search_engines(tmp_path: Path) -> None:
    assert page(built(tmp_path), "search/").indexed is False


def test_a_search_leads_to_all_questions_and_with_scripts_to_the_search_page(tmp_path: Path) -> None:
    form = tree(page(built(tmp_path), "").body).one("form").attributes
    assert (form["action"], form["data-search-page"]) == ("questions/", "search/")


def test_the_page_for_wrong_addresses_leads_home_and_to_topics(tmp_path: Path) -> None:
    made = built(tmp_path)
    found = tree(not_found_body(made.book, made.layout, "/base/"))
    assert ("/base/after-sales/", "售后与退款") in links(found)
    assert ("/base/", "回到首页") in links(found)
    assert found.one("form").attributes["action"].startswith("/base/")


def test_every_list_page_has_its_own_title_and_description(tmp_path: Path) -> None:
    made = built(tmp_path, site=Site("名字"))
    heads = [tree(page(made, path).head) for path in ("", "topics/", "questions/", "updates/", "search/", "after-sales/")]
    assert len({head.one("title").raw_text() for head in heads}) == len(heads)
    assert all(head.one("meta", name="description").attributes["content"] for head in heads)


def test_home_counts_only_what_a_topic_has(tmp_path: Path) -> None:
    shown = body(tmp_path, "", {"content/articles/reapply.yaml": None})
    assert "1 个问题" in shown and "0 篇文章" not in shown
