"""Small elements: escaped, with marks that name their section and badges for special readers."""

from __future__ import annotations

from pathlib import Path

from helpcenter.rendering.compiling import environment
from helpcenter.rendering.environment import badges_in, labels_in
from helpcenter.rendering.indentation import TEMPLATES
from helpcenter.words.catalogue import interface
from tests.making import ARTICLE, AUDIENCES, built, faq_entry, page
from tests.reading import tree

HOSTILE = "<b>\"'&"


def macro(name: str, *arguments: object, language: str = "zh") -> str:
    templates = environment(TEMPLATES, interface(language))
    templates.filters |= {"block": str, "said": str, "unlinked": str}
    audiences = {"consumer": "消费者", "agent": "客服"}
    templates.filters |= {"labels": labels_in(audiences), "badges": badges_in(interface(language), audiences)}
    return str(getattr(templates.get_template("parts/macros.html.jinja").module, name)(*arguments))


def test_a_heading_of_a_part_has_its_anchor_and_beside_it_a_mark_that_names_it() -> None:
    made = tree(macro("part", HOSTILE, "part-one"))
    heading, mark = made.one("h3"), made.one("a", "hc-mark")
    assert heading.attributes["id"] == "part-one"
    assert heading.text() == HOSTILE, "the mark is no part of the heading's name"
    assert mark.attributes["href"] == "#part-one"
    assert HOSTILE in mark.attributes["aria-label"]


def test_the_signal_word_of_a_precaution_is_read_with_its_title() -> None:
    heading = tree(macro("part", HOSTILE, "part-one", "警告")).one("h3", id="part-one")
    assert heading.text() == f"警告 {HOSTILE}"
    assert heading.one("span", "hc-signal").text() == "警告"


def test_every_heading_takes_the_direction_of_its_words() -> None:
    for html in (macro("area", "كيف", "a-b"), macro("part", "كيف", "a-b"), macro("part", "كيف", "a-b", "警告")):
        assert tree(html).one(id="a-b").attributes["dir"] == "auto"


def test_a_mark_is_named_in_the_readers_language() -> None:
    for language in ("zh", "en"):
        mark = tree(macro("area", "steps", "steps", language=language)).one("a", "hc-mark")
        assert mark.attributes["aria-label"] == interface(language)("page.link_to", title="steps")


def test_lists_of_entries_carry_badges_and_the_current_one_is_no_link(tmp_path: Path) -> None:
    hostile = f"'{HOSTILE.replace(chr(39), chr(39) * 2)}'"
    faq = faq_entry("for-all", question=hostile) + faq_entry(audience="[agent]", status="draft")
    article = {"content/articles/reapply.yaml": ARTICLE.replace("questions: [can-withdraw]\n", "")}
    made = built(tmp_path, {"faq.yaml": faq, "content/audiences.yaml": AUDIENCES, **article}, drafts=True)
    links = tree(macro("entry_items", made.book.order.topics[0].faq, "../")).all("a")
    assert [link.text() for link in links] == [HOSTILE, "问题？草稿客服"]
    near = tree(page(made, "for-all/").body).one("nav", "hc-topic-nav")
    assert near.one("span", **{"aria-current": "page"}).text() == HOSTILE
    assert [link.attributes["href"] for link in near.all("a")] == ["../after-sales/", "../reapply/", "../can-withdraw/"]
