"""Small elements: escaped, with marks that name their section and badges for special readers."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from jinja2 import Environment
from markupsafe import Markup

from helpcenter.rendering.compiling import environment
from helpcenter.rendering.environment import badges_in, labels_in
from helpcenter.rendering.indentation import TEMPLATES
from helpcenter.rendering.macros import Macro, put_in
from helpcenter.words.catalogue import interface
from tests.making import ARTICLE, AUDIENCES, built, faq_entry, page
from tests.reading import tree

HOSTILE = "<b>\"'&"


FILTERS = ("block", "drawn", "only", "pictured", "said", "titles", "unlinked")


def environment_of(language: str) -> Environment:
    templates = environment(TEMPLATES, interface(language))
    templates.filters |= dict.fromkeys(FILTERS, str)
    audiences = {"consumer": "消费者", "agent": "客服"}
    templates.filters |= {"labels": labels_in(audiences), "badges": badges_in(interface(language), audiences)}
    put_in(templates)
    return templates


def macro(name: str, *arguments: object, language: str = "zh") -> str:
    return str(cast(Macro, environment_of(language).globals[name])(*arguments))


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
    links = [tree(macro("entry_item", entry, "../")).one("a") for entry in made.book.order.topics[0].faq]
    assert [link.text() for link in links] == [HOSTILE, "问题？草稿客服"]
    near = tree(page(made, "for-all/").body).one("nav", "hc-topic-nav")
    assert near.one("span", **{"aria-current": "page"}).text() == HOSTILE
    assert [link.attributes["href"] for link in near.all("a")] == ["../after-sales/", "../reapply/", "../can-withdraw/"]


def test_what_a_macro_draws_alike_is_drawn_once_and_what_differs_is_not() -> None:
    filters, calls = environment_of("zh").filters, []

    def drawn(*arguments: object) -> Markup:
        calls.append(arguments)
        return Markup("<i>{}</i>").format(arguments[0])

    once, each = filters["once"], filters["each"]
    assert [once(drawn, "a", True), once(drawn, "a", True), once(drawn, "<", True)] == ["<i>a</i>"] * 2 + [
        "<i>&lt;</i>"
    ]
    first, alike = ["x"], ["x"]
    assert each([first, alike], drawn, "../") == each([first], drawn, "../") + each([alike], drawn, "../")
    assert each([first], drawn, "") == "<i>[&#39;x&#39;]</i>"
    assert calls == [("a", True), ("<", True), (first, "../"), (alike, "../"), (first, "")]
