"""Links and values inside every text field, wherever it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Article, FaqEntry
from generator.text_fields import line_fields, markdown_fields
from tests.making import article, codes, faq_entry, places, prepared

BAD = "'坏链接[x](nowhere)'"
ARTICLE_FIELDS = [
    {"intro": BAD},
    {"leads": f"{{reasons: {BAD}}}"},
    {"leads": f"{{steps: {BAD}}}"},
    {"leads": f"{{precautions: {BAD}}}"},
    {"leads": f"{{questions: {BAD}}}"},
    {"reasons": f"[{{id: aa, title: 甲, text: {BAD}}}]"},
    {"steps": f"[{{id: aa, title: 甲, text: {BAD}}}]"},
    {"steps": f"[{{id: aa, title: 甲, substeps: [{BAD}]}}]"},
    {"steps": f"[{{id: aa, title: 甲, substeps: [{{id: bb, text: {BAD}}}]}}]"},
    {"precautions": f"[{{id: aa, level: notice, title: 甲, text: {BAD}}}]"},
    {"sections": f"[{{id: aa, title: 甲, text: {BAD}}}]"},
    {"follow_up": BAD},
    {"closing": BAD},
]


@pytest.mark.parametrize("fields", ARTICLE_FIELDS, ids=lambda fields: next(iter(fields)))
def test_every_markdown_field_of_an_article_is_checked(fields: dict[str, str], tmp_path: Path) -> None:
    text = article(**fields)
    where = next(line for line in text.splitlines() if "nowhere" in line)
    found = prepared(tmp_path, {"content/articles/reapply.yaml": text})
    number, column = text.splitlines().index(where) + 1, where.index("nowhere") + 1
    assert places(found) == [("unknown-link", "content/articles/reapply.yaml", number, column)]


@pytest.mark.parametrize("fields", [{"answer": BAD}, {"causes": f"[{{id: aa, cause: 甲, fix: {BAD}}}]"}])
def test_every_markdown_field_of_an_faq_entry_is_checked(fields: dict[str, str], tmp_path: Path) -> None:
    assert codes(prepared(tmp_path, {"faq.yaml": faq_entry(**fields)})) == ["unknown-link"]


@pytest.mark.parametrize("field", ["title", "summary"])
def test_one_line_fields_are_plain_text_and_have_no_links(field: str, tmp_path: Path) -> None:
    text = article(**{field: "'[x](nowhere) {{ nothing }} **粗**'"})
    assert codes(prepared(tmp_path, {"content/articles/reapply.yaml": text})) == []


def test_a_refused_link_is_a_warning_that_builds(tmp_path: Path) -> None:
    found = prepared(tmp_path, {"faq.yaml": faq_entry(answer="'[x](javascript:alert(1))'")})
    assert codes(found) == ["link-refused"]
    assert not found.refused


def test_different_faults_of_one_text_are_all_reported(tmp_path: Path) -> None:
    text = faq_entry(answer="'[x](nowhere) [y](reapply#nothing) {{ nobody }} ![z](https://a.example/b.png) [v](ftp://x)'")
    assert sorted(codes(prepared(tmp_path, {"faq.yaml": text}))) == [
        "bad-image-path",
        "link-refused",
        "unknown-link",
        "unknown-part",
        "unknown-value",
    ]


def test_the_walks_find_every_text_of_the_model() -> None:
    step = {"id": "aa", "title": "L1", "text": "M1", "substeps": ["M2", {"title": "L2", "text": "M3"}],
            "image": {"src": "images/a.png", "alt": "L3"}}  # fmt: skip
    part = {"id": "bb", "title": "L4", "text": "M4"}
    entry = {"id": "reapply", "topic": "after-sales", "owner": "O", "reviewed": "2026-11-20", "aliases": ["A"],
             "changes": [{"date": "2026-11-20", "note": "L5"}], "sources": ["S"]}  # fmt: skip
    article = Article.model_validate(
        {"title": "L6", "summary": "L7", "intro": "M5", "leads": {"steps": "M6"}, "reasons": [part], "steps": [step],
         "precautions": [{**part, "level": "notice"}], "sections": [part], "follow_up": "M7", "closing": "M8", **entry}
    )  # fmt: skip
    assert {text for _, text in markdown_fields(article)} == {f"M{number}" for number in range(1, 9)}
    assert {text for _, text in line_fields(article)} == {f"L{number}" for number in range(1, 8)}
    cause = {"id": "cc", "cause": "L8", "fix": "M9"}
    question = FaqEntry.model_validate(
        {"question": "L9", "reply": "L10", "answer": "M10", "causes": [cause], "staff": "T", **entry}
    )
    assert {text for _, text in markdown_fields(question)} == {"M9", "M10"}
    assert {text for _, text in line_fields(question)} == {"L5", "L8", "L9", "L10"}


def test_the_walks_tell_the_way_to_each_text() -> None:
    article = Article.model_validate(
        {"id": "reapply", "topic": "after-sales", "owner": "O", "reviewed": "2026-11-20", "title": "T", "summary": "S",
         "steps": [{"id": "aa", "title": "甲", "substeps": ["一", "二"]}]}
    )  # fmt: skip
    assert list(markdown_fields(article)) == [
        (("steps", 0, "substeps", 0, "text"), "一"),
        (("steps", 0, "substeps", 1, "text"), "二"),
    ]
