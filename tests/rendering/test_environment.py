"""Templates: everything is escaped, unknown names are errors, days are written in the reader's language."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from helpcenter.project import Site
from helpcenter.rendering.environment import day_in, icon
from helpcenter.rendering.indentation import TEMPLATES
from helpcenter.texts.directions import undirected
from helpcenter.words.catalogue import interface
from tests.making import FAQ, built, faq_entry, page
from tests.reading import tree


@pytest.mark.parametrize(
    ("language", "html"),
    [
        ("zh", '<time datetime="2026-01-05">2026 年 1 月 5 日</time>'),
        ("en", '<time datetime="2026-01-05">'),
    ],
)
def test_a_day_is_written_in_words_with_the_day_for_machines(language: str, html: str) -> None:
    assert day_in(interface(language))(date(2026, 1, 5)).startswith(html)


def test_every_month_has_its_own_name_in_english() -> None:
    day = day_in(interface("en"))
    assert len({re.sub(r"<[^>]+>|\d", "", day(date(2026, month, 1))) for month in range(1, 13)}) == 12


def test_every_icon_is_a_drawing_that_screen_readers_skip() -> None:
    for path in (TEMPLATES / "icons").glob("*.svg"):
        drawing = tree(icon(path.stem)).one("svg")
        assert drawing.attributes.get("aria-hidden") == "true", path.name
        assert [node.tag for node in drawing.walk() if node.tag in ("script", "style", "foreignobject")] == []


def test_every_icon_is_used() -> None:
    templates = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.*ja"))
    templates += "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.rglob("*.html"))
    assert [path.stem for path in (TEMPLATES / "icons").glob("*.svg") if f"icon('{path.stem}')" not in templates] == []


def test_templates_switch_escaping_off_nowhere_and_hold_no_script_or_style() -> None:
    for path in [*TEMPLATES.rglob("*.jinja"), *TEMPLATES.rglob("*.html")]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\|\s*safe\b|autoescape|<style|\sstyle=|\son[a-z]+=|javascript:", text), path.name
        assert not re.search(r"<script(?![^>]*(?:\ssrc=|application/(?:ld\+)?json))", text), path.name


def test_each_text_takes_its_own_direction_where_one_runs_to_the_left(tmp_path: Path) -> None:
    def body(title: str, direction: str = "ltr") -> str:
        files = {"faq.yaml": FAQ + faq_entry("more", question=f"{title}？")}
        site = Site("帮助中心", direction=direction)
        return page(built(tmp_path, files, site=site), "more/").body

    turned, plain = body("שלום"), body("甲乙丙丁")
    assert 'dir="auto"' in turned and "<bdi>" in turned
    assert 'dir="auto"' not in plain and "<bdi>" not in plain
    assert undirected(turned.replace("שלום", "甲乙丙丁")) == plain == undirected(body("甲乙丙丁", "rtl")) != body("甲乙丙丁", "rtl")


def test_a_changed_template_or_word_is_compiled_again(tmp_path: Path) -> None:
    chinese = page(built(tmp_path / "a", {"faq.yaml": FAQ + faq_entry("more")}), "").body
    english = page(built(tmp_path / "b", site=Site("Help", language="en")), "").body
    again = page(built(tmp_path / "c", {"faq.yaml": FAQ + faq_entry("more")}), "").body
    assert interface("zh")("home.topics") in chinese
    assert interface("en")("home.topics") in english
    assert interface("zh")("home.topics") not in english
    assert again == chinese
