"""Small elements: escaped, with marks that name their section and badges for special readers."""

from __future__ import annotations

from pathlib import Path

from helpcenter.rendering.snippets import Snippets
from helpcenter.words.catalogue import interface
from tests.making import built, faq_entry
from tests.reading import tree

HOSTILE = "<b>\"'&"


def elements() -> Snippets:
    return Snippets(interface("zh"))


def test_a_heading_of_a_part_has_its_anchor_and_beside_it_a_mark_that_names_it() -> None:
    made = tree(elements().part(HOSTILE, "part-one"))
    heading, mark = made.one("h3"), made.one("a", "hc-mark")
    assert heading.attributes["id"] == "part-one"
    assert heading.text() == HOSTILE, "the mark is no part of the heading's name"
    assert mark.attributes["href"] == "#part-one"
    assert HOSTILE in mark.attributes["aria-label"]


def test_the_signal_word_of_a_precaution_is_read_with_its_title() -> None:
    heading = tree(elements().signalled(HOSTILE, "part-one", "警告")).one("h3", id="part-one")
    assert heading.text() == f"警告 {HOSTILE}"
    assert heading.one("span", "hc-signal").text() == "警告"


def test_every_heading_takes_the_direction_of_its_words() -> None:
    made = elements()
    for html in (made.section("كيف", "a-b"), made.part("كيف", "a-b"), made.signalled("كيف", "a-b", "警告")):
        assert tree(html).one(id="a-b").attributes["dir"] == "auto"


def test_a_heading_of_an_area_is_in_the_readers_language() -> None:
    for language in ("zh", "en"):
        heading = tree(Snippets(interface(language)).area("article.steps", "steps")).one("h2", id="steps")
        assert heading.text().startswith(interface(language)("article.steps"))


def test_lists_of_entries_carry_badges_and_the_current_one_is_no_link(tmp_path: Path) -> None:
    faq = faq_entry("for-all", question=f"'{HOSTILE.replace(chr(39), chr(39) * 2)}'") + faq_entry(audience="[agent]")
    entries = built(tmp_path, {"faq.yaml": faq}).book.order.topics[0].faq
    links = tree(elements().entry_items(entries, "../")).all("a")
    assert [link.text() for link in links] == [HOSTILE, "问题？客服"]
    near = tree(elements().neighbour_items(entries, entries[0]))
    assert near.one("span", **{"aria-current": "page"}).text() == HOSTILE
    assert [link.attributes["href"] for link in near.all("a")] == ["../can-withdraw/"]
