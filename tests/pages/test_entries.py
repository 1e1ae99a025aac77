"""Pages of articles and FAQ entries, read as a reader sees them."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpcenter.build import Built
from helpcenter.model.entries import Article
from helpcenter.pages.order import NEIGHBOURS
from helpcenter.words.catalogue import interface
from tests.making import AUDIENCES, FAQ, PNG, Files, article, body, built, faq_entry, page
from tests.reading import Node, tree

REASONS = "[{id: settled, title: 谈妥, text: 谈妥了。}]"
STEPS = "[{id: open-order, title: 打开订单, text: 打开。}]"


def article_body(folder: Path, **fields: str) -> Node:
    return tree(body(folder, "reapply/", {"content/articles/reapply.yaml": article(**fields)}))


def faq_body(folder: Path, **fields: str) -> Node:
    return tree(body(folder, "can-withdraw/", {"faq.yaml": faq_entry(**fields)}))


def test_the_trail_leads_home_and_to_the_topic(tmp_path: Path) -> None:
    crumbs = article_body(tmp_path).one("nav", "hc-crumbs")
    links = [(link.attributes["href"], link.text()) for link in crumbs.all("a")]
    assert links == [("../", "首页"), ("../after-sales/", "售后与退款")]
    assert crumbs.one("li", **{"aria-current": "page"}).text() == "标题"


@pytest.mark.parametrize(("closing", "shown"), [("字" * 799, False), ("字" * 800, True)])
def test_only_a_long_page_has_a_table_of_contents(closing: str, shown: bool, tmp_path: Path) -> None:
    found = article_body(tmp_path, reasons=REASONS.replace("谈妥了。", "字"), follow_up="字", closing=closing[2:])
    assert bool(found.all("nav", "hc-toc")) is shown


def test_a_long_page_with_few_areas_has_no_table_of_contents(tmp_path: Path) -> None:
    assert article_body(tmp_path, follow_up="跟进。", closing="字" * 2000).all("nav", "hc-toc") == []


def test_the_table_of_contents_lists_every_area_in_order(tmp_path: Path) -> None:
    found = article_body(
        tmp_path,
        closing="字" * 800,
        follow_up="跟进。",
        reasons=REASONS,
        steps=STEPS,
        sources="[规则页]",
        contact="platform",
    )
    anchors = [link.attributes["href"] for link in found.one("nav", "hc-toc").all("a")]
    assert anchors == ["#reasons", "#steps", "#follow-up", "#closing", "#sources", "#contact"]
    fold = found.one("nav", "hc-toc").one("details")
    assert "open" not in fold.attributes
    assert fold.one("summary").text().split() == ["本页内容", str(len(anchors))]


def test_every_table_of_contents_fits_its_page(example_pages: Built) -> None:
    for made in example_pages.pages:
        found = tree(made.body)
        headings = {node.attributes.get("id"): node.text().removesuffix("#").strip() for node in found.all("h2")}
        for contents in found.all("nav", "hc-toc"):
            for link in contents.all("a"):
                assert headings[link.attributes["href"].removeprefix("#")] == link.text(), made.path


def test_every_page_has_one_main_heading(example_pages: Built) -> None:
    for made in example_pages.pages:
        found = tree(made.body)
        assert len(found.all("h1")) == 1, made.path
        if made.path:
            assert found.one("h1").text() == made.title, made.path


def test_headings_skip_no_level(example_pages: Built) -> None:
    for made in example_pages.pages:
        level = 0
        for node in tree(made.body).walk():
            if node.tag in ("h1", "h2", "h3", "h4"):
                assert int(node.tag[1]) <= level + 1, (made.path, node.text())
                level = int(node.tag[1])


def test_steps_are_a_numbered_list_with_their_substeps(tmp_path: Path) -> None:
    steps = "[{id: aa, title: 甲, substeps: [一, {id: cc, title: 乙, text: 丙}]}, {id: bb, title: 丁}]"
    listed = article_body(tmp_path, steps=steps).one("ol", "hc-steps__list")
    items = [child for child in listed.children if isinstance(child, Node)]
    assert [item.one("h3").attributes["id"] for item in items] == ["aa", "bb"]
    assert items[0].one("ol").one("li", id="cc").one("strong").text() == "乙"


def test_a_picture_of_a_step_says_what_it_shows(tmp_path: Path) -> None:
    text = article(steps="[{id: aa, title: 甲, image: {src: images/a.png, alt: '订单“页” <图>'}}]")
    files: Files = {"content/articles/reapply.yaml": text, "content/images/a.png": PNG}
    found = tree(body(tmp_path, "reapply/", files)).one(class_="hc-steps").one("img")
    assert found.attributes["src"] == "../images/a.png"
    assert found.attributes["alt"] == "订单“页” <图>"


@pytest.mark.parametrize("level", ["notice", "caution", "warning", "danger"])
def test_a_precaution_carries_its_signal_word(level: str, tmp_path: Path) -> None:
    words = {"notice": "提示", "caution": "注意", "warning": "警告", "danger": "危险"}
    found = article_body(tmp_path, precautions=f"[{{id: aa, level: {level}, title: 甲, text: 乙}}]")
    box = found.one("div", f"hc-precaution--{level}")
    assert box.one("span", "hc-signal").text() == words[level]


def test_questions_open_in_place_and_lead_to_their_pages(tmp_path: Path) -> None:
    faq = faq_entry(causes="[{id: aa, cause: 原因, fix: 办法}]")
    files = {"faq.yaml": faq, "content/articles/reapply.yaml": article(questions="[can-withdraw]")}
    details = tree(body(tmp_path, "reapply/", files)).one("details")
    assert details.attributes["id"] == "can-withdraw"
    assert details.one("summary").text() == "问题？"
    assert [text in details.text() for text in ("简答。", "详答。", "原因", "办法")] == [True] * 4
    assert "../can-withdraw/" in [link.attributes["href"] for link in details.all("a")]


def test_an_faq_page_puts_the_short_answer_first(tmp_path: Path) -> None:
    found = faq_body(tmp_path, causes="[{id: aa, cause: 原因, fix: 办法}]").text()
    places = [found.index(text) for text in ("问题？", "简答。", "详答。", "原因", "办法")]
    assert places == sorted(places)


def test_one_list_at_the_end_leads_on(tmp_path: Path) -> None:
    files = {"content/articles/reapply.yaml": article(title="怎么申请", questions="[can-withdraw]")}
    found = tree(body(tmp_path, "can-withdraw/", files))
    links = [(link.attributes["href"], link.text()) for link in found.one("nav", "hc-related").all("a")]
    assert links == [("../reapply/", "怎么申请"), ("../after-sales/", "全部内容：售后与退款")]
    text = found.one("article", "hc-main").text()
    assert text.index("接着看") > text.index("详细说明")


def test_facts_used_are_listed_once_with_source_and_day(tmp_path: Path) -> None:
    values = (
        "values:\n"
        "  hours: {text: 48 小时, source: 规则页, url: 'https://a.example/', checked: 2026-11, note: 可能调整。}\n"
        "  days: {text: 7 天, source: 公告, checked: 2026-11-20}\n"
        "  unused: {text: 9 年, source: 传闻, checked: 2026-11}\n"
    )
    text = faq_entry(answer="'要 {{ days }}和 {{ hours }}，最多 {{ hours }}。'")
    found = tree(body(tmp_path, "can-withdraw/", {"content/values.yaml": values, "faq.yaml": text}))
    items = [item.text() for item in found.one("section", "hc-sources").all("li")]
    checked = interface("zh")
    assert items == [
        f"7 天 公告 {checked('page.checked_on', day='2026 年 11 月 20 日')}",
        f"48 小时 规则页 {checked('page.checked_on', day='2026 年 11 月')} 可能调整。",
    ]
    link = found.one("section", "hc-sources").one("a", href="https://a.example/")
    assert link.attributes["rel"] == "noopener"


def test_a_source_that_a_fact_names_already_is_not_repeated(tmp_path: Path) -> None:
    values = "values:\n  hours: {text: 48 小时, source: 规则页, url: 'https://a.example/', checked: 2026-11}\n"
    text = faq_entry(answer="'{{ hours }}'", sources="['https://a.example/', 规则页, 'https://b.example/', 公告]")
    found = tree(body(tmp_path, "can-withdraw/", {"content/values.yaml": values, "faq.yaml": text}))
    items = [item.text() for item in found.one("section", "hc-sources").all("li")]
    assert items[1:] == ["https://b.example/", "公告"]


def test_only_web_addresses_among_sources_are_links(tmp_path: Path) -> None:
    found = faq_body(tmp_path, sources="['https://a.example/', 'javascript:alert(1)', 'http://b.example/']")
    links = [link.attributes["href"] for link in found.one("section", "hc-sources").all("a", rel="noopener")]
    assert links == ["https://a.example/"]


def test_changes_are_shown_with_their_days(tmp_path: Path) -> None:
    found = faq_body(tmp_path, changes="[{date: 2026-11-20, note: 首发}, {date: 2026-11-21, note: 修改}]")
    assert [item.text() for item in found.one("section", "hc-changes").all("li")] == [
        "2026 年 11 月 20 日 首发",
        "2026 年 11 月 21 日 修改",
    ]


@pytest.mark.parametrize(
    ("audience", "badges"),
    [("[consumer]", []), ("[consumer, agent]", []), ("[merchant, agent]", ["商家", "客服"]), ("[agent]", ["客服"])],
)
def test_badges_mark_what_is_not_for_consumers(audience: str, badges: list[str], tmp_path: Path) -> None:
    found = tree(body(tmp_path, "reapply/", {"content/articles/reapply.yaml": article(audience=audience), "content/audiences.yaml": AUDIENCES}))
    assert [node.text() for node in found.one("header", "hc-head").all("span", "hc-badge")] == badges


@pytest.mark.parametrize(("reviewed", "shown"), [("2026-05-27", False), ("2026-05-26", True)])
def test_a_page_past_its_review_says_so(reviewed: str, shown: bool, tmp_path: Path) -> None:
    found = article_body(tmp_path, reviewed=reviewed, review_every="180 days")
    assert bool(found.all("p", "hc-banner")) is shown


@pytest.mark.parametrize(("length", "words"), [(100, "约 1 分钟读完"), (1000, "约 2 分钟读完"), (2000, "约 5 分钟读完")])
def test_pages_say_how_long_they_take(length: int, words: str, tmp_path: Path) -> None:
    assert words in faq_body(tmp_path, answer="字" * length).one("p", "hc-meta").text()


def test_a_page_does_not_grow_with_its_topic(tmp_path: Path) -> None:
    many = "".join(faq_entry(f"more-{number:03}", question=f"第 {number} 个？") for number in range(60))
    found = tree(body(tmp_path, "more-030/", {"faq.yaml": many, "content/articles/reapply.yaml": article()}))
    assert len(found.one("nav", "hc-topic-nav").all("li")) == NEIGHBOURS
    assert found.one("nav", "hc-topic-nav").one("span", **{"aria-current": "page"}).text() == "第 30 个？"


def test_a_retired_page_is_not_indexed_and_names_its_successor(tmp_path: Path) -> None:
    made = page(built(tmp_path, {"faq.yaml": FAQ + faq_entry("old-one", status="retired", see="can-withdraw")}), "old-one/")
    assert made.indexed is False
    head = tree(made.head)
    assert head.one("meta", name="robots").attributes["content"] == "noindex"
    assert head.one("link", rel="canonical").attributes["href"] == "https://help.example.com/can-withdraw/"


def test_a_contact_card_tells_how_to_reach_a_person(tmp_path: Path) -> None:
    values = (
        "contacts:\n  platform: {label: 平台客服, how: 点客服。, hours: 每天 9:00–21:00, prepare: 售后单号,"
        " url: 'https://a.example/'}\n"
    )
    files = {"content/values.yaml": values, "faq.yaml": faq_entry(contact="platform")}
    card = tree(body(tmp_path, "can-withdraw/", files)).one("section", "hc-contact")
    assert [node.text() for node in card.all("dd")] == ["每天 9:00–21:00", "售后单号"]
    assert card.one("a", "hc-button").attributes["href"] == "https://a.example/"
    assert "点客服。" in card.text()


@pytest.mark.parametrize(("field", "word"), [("hours", "服务时间"), ("prepare", "提前准备")])
def test_a_contact_card_shows_only_what_was_written(field: str, word: str, tmp_path: Path) -> None:
    values = f"contacts:\n  platform: {{label: 平台客服, how: 点客服。, {field}: 写下的}}\n"
    files = {"content/values.yaml": values, "faq.yaml": faq_entry(contact="platform")}
    card = tree(body(tmp_path, "can-withdraw/", files)).one("section", "hc-contact")
    assert [node.text() for node in card.all("dt")] == [word]
    assert [node.text() for node in card.all("dd")] == ["写下的"]
    assert card.all("a", "hc-button") == []


def test_every_article_shows_its_questions_in_order(example_pages: Built) -> None:
    for entry in example_pages.book.order.listed:
        if isinstance(entry, Article):
            found = tree(page(example_pages, f"{entry.id}/").body)
            assert [node.attributes["id"] for node in found.all("details", "hc-question")] == list(entry.questions)


@pytest.mark.parametrize(("chosen", "shown"), [("[two, one]", ["../two/", "../one/"]), ("[]", [])])
def test_the_writers_choice_of_related_entries_wins(chosen: str, shown: list[str], tmp_path: Path) -> None:
    text = article(related=chosen, intro="'[x](can-withdraw)'")
    files = {"content/articles/reapply.yaml": text, "faq.yaml": FAQ + faq_entry("one") + faq_entry("two")}
    found = tree(body(tmp_path, "reapply/", files)).one("nav", "hc-related")
    assert [link.attributes["href"] for link in found.all("a")] == [*shown, "../after-sales/"]
