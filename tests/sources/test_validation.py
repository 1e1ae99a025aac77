"""Plain values to model values: every mistake of shape in one run, each at its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from helpcenter.model.entries import Article, FaqEntry, Home, Step, Topic
from helpcenter.model.values import Values
from helpcenter.problems import Problem
from helpcenter.sources.validation import validated
from helpcenter.sources.yaml.reader import SourceFile, read

MODELS: list[type[BaseModel]] = [Article, FaqEntry, Home, Topic, Values]


def source_of(text: str, folder: Path) -> SourceFile:
    path = folder / "file.yaml"
    path.write_text(text, encoding="utf-8")
    source, problems = read(path, "file.yaml")
    assert source is not None, problems
    return source


def shape_of(model: type[BaseModel], text: str, folder: Path) -> tuple[BaseModel | None, list[Problem]]:
    source = source_of(text, folder)
    return validated(model, source.data, source)


def test_a_right_value_has_no_problems(tmp_path: Path) -> None:
    value, problems = shape_of(Topic, "id: after-sales\ntitle: 售后\nsummary: 摘要。\n", tmp_path)
    assert (value, problems) == (Topic(id="after-sales", title="售后", summary="摘要。"), [])


def test_all_mistakes_come_in_one_run(tmp_path: Path) -> None:
    text = "id: A\ntitle: [x]\nsumary: 摘要。\n"
    value, problems = shape_of(Topic, text, tmp_path)
    assert value is None
    assert {(found.code, found.location.line, found.location.column) for found in problems} == {
        ("bad-id", 1, 5),
        ("not-text", 2, 8),
        ("unknown-field", 3, 1),
    }


def test_the_place_of_an_item_of_a_list_is_its_own(tmp_path: Path) -> None:
    source = source_of("- id: ab\n  title: 甲\n  summary: 乙\n- id: cd\n  title: |\n    一\n    二\n  summary: 丙\n", tmp_path)
    _, problems = validated(Topic, source.data[1], source, (1,))
    assert [(found.code, found.location.line, found.location.column) for found in problems] == [("not-one-line", 5, 10)]


def test_guesses_come_from_the_fields_at_that_place(tmp_path: Path) -> None:
    steps = "steps:\n  - {id: ab, title: 甲, substep: []}\n  - {id: cd, title: 乙, image: {scr: images/a.png, alt: 图}}\n"
    base = "id: reapply\ntitle: 甲\nsummary: 乙\ntopic: after-sales\nowner: team\nreviewed: 2026-11-20\n"
    _, problems = shape_of(Article, base + steps, tmp_path)
    guesses = {found.details["field"]: found.details.get("guess") for found in problems}
    assert guesses == {"substep": "substeps", "scr": "src"}


def test_a_mistyped_name_in_one_place_hides_nothing_in_another(tmp_path: Path) -> None:
    text = "- {id: ab, titel: 甲, text: 乙}\n- {id: cd, text: 乙}\n"
    base = "id: reapply\ntitle: 甲\nsummary: 乙\ntopic: after-sales\nowner: team\nreviewed: 2026-11-20\nreasons:\n"
    _, problems = shape_of(Article, base + text, tmp_path)
    assert [(found.code, found.location.line) for found in problems] == [("unknown-field", 8), ("missing-field", 9)]


def test_a_long_value_is_shortened_in_messages(tmp_path: Path) -> None:
    _, problems = shape_of(Topic, f"id: {'字' * 100}\ntitle: 甲\nsummary: 乙\n", tmp_path)
    assert problems[0].details["value"] == "字" * 60 + "…"


class Counted(BaseModel):
    count: int


def test_a_kind_of_mistake_without_words_of_its_own_is_still_a_problem(tmp_path: Path) -> None:
    _, problems = shape_of(Counted, "count: 很多\n", tmp_path)
    assert [(found.code, found.details["field"]) for found in problems] == [("wrong-value", "count")]
    assert "integer" in problems[0].details["reason"]


def test_a_substep_may_be_one_line_of_text() -> None:
    step = Step.model_validate({"id": "ab", "title": "甲", "substeps": ["一行", {"title": "标题"}]})
    assert [(part.title, part.text) for part in step.substeps] == [(None, "一行"), ("标题", None)]


SHAPES: list[type[BaseModel]] = [*MODELS, Step]
KEYS = sorted({name for model in SHAPES for name in model.model_fields} | {"[key]", "", "?", "见"})
TREES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.text(max_size=4), st.sampled_from(["after-sales", "2026-11-20", "9999-12-31", "180 days", "标题"])),
    lambda below: st.one_of(st.lists(below, max_size=3), st.dictionaries(st.sampled_from(KEYS), below, max_size=6)),
    max_leaves=12,
)


@pytest.mark.parametrize("model", MODELS)
@given(tree=TREES)
def test_any_tree_is_a_value_or_problems(model: type[BaseModel], tree: Any, tmp_path: Path) -> None:
    source = source_of("key: value\n", tmp_path)
    value, problems = validated(model, tree, source)
    assert (value is None) == bool(problems)
    assert all(found.location.file == "file.yaml" for found in problems)
