"""Links and values inside every text field, wherever it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpcenter.sources.yaml.spans import Spans
from tests.making import FLOW_FILES, article, codes, faq_entry, places, prepared

BAD = "'坏链接[x](nowhere)'"
ARTICLE_FIELDS = [
    {"intro": BAD},
    {"leads": f"{{reasons: {BAD}}}", "reasons": "[{id: aa, title: 甲, text: 乙}]"},
    {"leads": f"{{steps: {BAD}}}", "steps": "[{id: aa, title: 甲, text: 乙}]"},
    {"leads": f"{{precautions: {BAD}}}", "precautions": "[{id: aa, level: notice, title: 甲, text: 乙}]"},
    {"leads": f"{{questions: {BAD}}}", "questions": "[can-withdraw]"},
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
def test_one_line_fields_are_plain_text_with_values_and_have_no_links(field: str, tmp_path: Path) -> None:
    text = article(**{field: "'[x](nowhere) {{ nothing }} {{ merchant_hours }} **粗**'"})
    assert codes(prepared(tmp_path, {"content/articles/reapply.yaml": text})) == ["unknown-value"]


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


def test_nobody_asks_for_places_where_nothing_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def of(spans: Spans, steps: object, *, key: bool = False) -> tuple[int, int]:
        raise AssertionError(f"{steps} was looked for")

    monkeypatch.setattr(Spans, "of", of)
    assert prepared(tmp_path, FLOW_FILES).problems == []
