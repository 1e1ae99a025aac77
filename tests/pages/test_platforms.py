"""Pages that speak of every platform at once: general text for all, the words of each beside it, and one table."""

from __future__ import annotations

from pathlib import Path

from helpcenter.pages.beside import beside
from helpcenter.pages.platforms import names_of_platforms
from helpcenter.pages.search import make_search
from tests.making import PLATFORM_VALUES, article, built, faq_entry, page, searched
from tests.reading import text_of, tree

PLATFORMS = "- {id: harbour, label: 海港商城}\n- {id: valley, label: 山谷集市}\n"
FILES = {"content/platforms.yaml": PLATFORMS, "content/values.yaml": PLATFORM_VALUES}
SAYING = faq_entry("says", question="点“{{ button }}”吗？", reply="点“{{ button }}”。", answer="点 **{{ button }}** 就行。")
STEPS = "[{id: one-step, title: '点“{{ button }}”'}, {id: own-step, title: 再点确认, text: 就行。, platforms: [valley]}]"


def body(tmp_path: Path, path: str, files: dict[str, str]) -> str:
    return page(built(tmp_path, {**FILES, **files}), path).body


def test_lines_and_texts_have_the_words_of_each_platform_beside_those_for_all(tmp_path: Path) -> None:
    made = page(built(tmp_path, {**FILES, "faq.yaml": SAYING + faq_entry("can-withdraw")}), "says/")
    found = tree(made.body)
    assert [span.text() for span in found.all("span", **{"data-for": "harbour"})] == ["收回"] * 3
    assert [span.text() for span in found.all("span", **{"data-not": "harbour"})] == ["撤销"] * 3
    assert "点“撤销”吗？" in made.title
    assert "收回" not in made.head, "descriptions and structured data say what holds for all"


def test_a_table_says_what_each_platform_says_with_source_and_day(tmp_path: Path) -> None:
    found = tree(body(tmp_path, "says/", {"faq.yaml": SAYING + faq_entry("can-withdraw")}))
    row = found.one("tr", **{"data-for": "harbour"})
    assert row.one("th").text() == "海港商城"
    told = row.one("td").text()
    assert "收回" in told and "海港规则页" in told and "2026 年 10 月" in told and "在详情页。" in told
    assert row.one("a").attributes["href"] == "https://harbour.example.com/"


def test_a_part_for_some_platforms_says_so(tmp_path: Path) -> None:
    found = tree(body(tmp_path, "reapply/", {"content/articles/reapply.yaml": article(steps=STEPS, questions="[]")}))
    part = found.one("li", **{"data-for": "valley"})
    assert part.one("p", "hc-only").text() == "只在山谷集市"
    assert [one.text() for one in found.one("div", "hc-platforms").all("button")] == ["所有平台", "海港商城", "山谷集市"]


def test_pages_that_are_the_same_for_all_offer_no_choice(tmp_path: Path) -> None:
    made = built(tmp_path, {**FILES, "faq.yaml": SAYING + faq_entry("can-withdraw")})
    assert 'class="hc-platforms"' not in page(made, "can-withdraw/").body
    assert 'class="hc-platforms"' in page(made, "says/").body


def test_one_platform_can_be_named_for_all_readers(tmp_path: Path) -> None:
    named = faq_entry("says", answer="海港商城叫“{{ button.harbour }}”。") + faq_entry("can-withdraw")
    html = body(tmp_path, "says/", {"faq.yaml": named})
    assert "海港商城叫“收回”。" in text_of(html) and 'data-for="' not in html
    assert "海港规则页" in html


def test_the_search_finds_the_words_of_a_platform_and_knows_how_readers_call_it(tmp_path: Path) -> None:
    called = "- {id: harbour, label: 海港商城, aliases: [海港, hb]}\n- {id: valley, label: 山谷集市, aliases: [山谷]}\n"
    files = {"content/platforms.yaml": called, "faq.yaml": SAYING + faq_entry("can-withdraw")}
    made = built(tmp_path, {**FILES, **files})
    document = searched(made)["says/"]
    assert "海港商城：收回。" in document.text
    assert [(part.anchor, part.text) for part in document.parts][-1] == ("sources", "海港商城：收回。")
    assert "收回" not in document.teaser + document.parts[0].text
    assert names_of_platforms(made.book.center) == [("harbour", ("海港商城", "海港", "hb"))], "of valley nothing is told"
    assert make_search(made.book).synonyms[-1] == ("海港商城", "海港", "hb")


def test_a_preview_shows_what_each_platform_sees(tmp_path: Path) -> None:
    made = built(tmp_path, {**FILES, "faq.yaml": SAYING + faq_entry("can-withdraw")})
    shown, other = beside("says", made.book, "/"), beside("can-withdraw", made.book, "/")
    assert shown is not None and other is not None
    assert [(own.label, own.href, own.texts) for own in shown.platforms] == [("海港商城", "/says/?platform=harbour", ("收回",))]
    assert other.platforms == ()
