"""Walks over the texts of a value: every text of the model is found, each with the way to it."""

from __future__ import annotations

from helpcenter.model.entries import Article, FaqEntry
from helpcenter.model.screens import Screen
from helpcenter.model.text_fields import kind_at, line_fields, markdown_fields, models_below


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


def test_lists_of_lines_and_single_values_of_lists_are_walked() -> None:
    screen = {"title": "L1", "tabs": ["L2", "L3"], "rows": "L4", "buttons": "L5", "dialog": {"title": "L6"}}
    step = {"id": "aa", "title": "L7", "screen": screen}
    article = Article.model_validate(
        {"id": "reapply", "topic": "after-sales", "owner": "O", "reviewed": "2026-11-20", "title": "T", "summary": "S",
         "steps": [step, {"id": "bb", "title": "L8", "screen": [screen, screen]}]}
    )  # fmt: skip
    found = dict(line_fields(article))
    assert found["steps", 0, "screen", 0, "tabs", 1] == "L3"
    assert found["steps", 1, "screen", 1, "rows", 0, "text"] == "L4"
    assert set(found.values()) == {"T", "S", *(f"L{number}" for number in range(1, 9))}
    ways = [way for way, _ in models_below(article, Screen)]
    assert ways == [("steps", 0, "screen", 0), ("steps", 1, "screen", 0), ("steps", 1, "screen", 1)]
    assert kind_at(Article, ("steps", 0, "screen", "tabs", 1)) == "line"
    assert kind_at(Article, ("steps", 0, "screen", 1, "rows", 0, "note")) == "line"
    assert kind_at(Article, ("steps", 0, "screen", "buttons")) == "line"
    assert kind_at(Article, ("steps", 0, "id")) == ""
