"""The writers' guide explains every field, choice and problem, rightly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

from helpcenter.addresses import ARTICLE_AREAS, FAQ_AREAS, FLOW_AREAS, RESERVED
from helpcenter.checks.flows.lengths import MOST_QUESTIONS
from helpcenter.checks.flows.options import MOST_OPTIONS, UNSURE_IDS, UNSURE_WORDS
from helpcenter.flow.journeys import MOST_JOURNEYS
from helpcenter.flow.sections import MOST_SECTIONS
from helpcenter.model.entries import Entry, Kept
from helpcenter.model.fields import REPLY_LENGTH, Level, Status, Strict, fields_of
from helpcenter.model.flows import MOST_TIMES, OutcomeKind
from helpcenter.model.states import Allowed, Final
from helpcenter.rendering.bundles import FOLDER
from helpcenter.words.catalogue import interface, messages
from tests.docs.documents import GUIDE, code_in, plain_value, section, without_blocks
from tests.docs.examples import faults
from tests.docs.fields import SECTIONS

FIELD_ROW = re.compile(r"\| `(?P<name>\w+)` \| (?P<must>\S+) \| (?P<about>.+) \| `(?P<example>.+)` \|")
KEPT_MUST = "文章和问答"
"""Stands in the table of what all entries share where articles and FAQ entries must write what flows need not."""
CHOICES: list[tuple[str, type[StrEnum]]] = [
    ("状态", Status),
    ("注意事项", Level),
    ("流程的结果", OutcomeKind),
    ("状态的字段", Final),
    ("状态的字段", Allowed),
]
WARNINGS = {
    "untranslated-language",
    "address-too-long",
    "external-moved",
    "external-unreachable",
    "idle-setting",
    "text-without-part",
    "link-refused",
    "idle-alternative",
    "heavy-picture",
    "idle-picture-name",
    "unused-file",
    "markup-as-typed",
    "odd-braces",
    "refers-to-retired",
    "review-overdue",
    "source-without-name",
    "greeting-in-reply",
    "numbered-alternatives",
    "numbered-cases",
    "single-way",
    "hash-cuts-text",
    "flow-many-options",
    "flow-no-unsure",
    "flow-too-long",
    "flow-same-contact",
    "flow-nothing-new",
    "flow-presses-refused",
    "flow-other-state",
    "flow-state-left-out",
    "import-no-label",
    "import-left-out",
    "import-same-label",
    "import-id-changed",
    "import-no-text",
}


def classes(base: type[Strict] = Strict) -> Iterator[type[Strict]]:
    for below in base.__subclasses__():
        if below.__module__.startswith("helpcenter."):
            yield below
            yield from classes(below)


def own_fields(model: type[Strict]) -> dict[str, bool]:
    """Return the fields that the table of ``model`` explains, each with whether it must be written."""
    shared: set[str] = set()
    for base in (Entry, Kept):
        shared |= base.model_fields.keys() if model is not base and issubclass(model, base) else set()
    return {name: info.is_required() for name, info in fields_of(model).items() if name not in shared}


def rows(model: type[Strict]) -> list[re.Match[str]]:
    return list(FIELD_ROW.finditer(section(GUIDE, SECTIONS[model])))


def test_every_class_of_the_model_has_a_table() -> None:
    assert set(classes()) == set(SECTIONS)


@pytest.mark.parametrize("model", SECTIONS)
def test_every_field_is_explained_in_its_section(model: type[Strict]) -> None:
    assert [row["name"] for row in rows(model)] == list(own_fields(model))


@pytest.mark.parametrize("model", SECTIONS)
def test_tables_say_rightly_what_must_be_written(model: type[Strict]) -> None:
    assert {row["name"]: row["must"] == "是" for row in rows(model)} == own_fields(model)


def test_the_shared_table_says_what_only_articles_and_questions_must_write() -> None:
    shared, kept = Entry.model_fields, Kept.model_fields
    only_kept = {name for name, info in shared.items() if kept[name].is_required() and not info.is_required()}
    assert {row["name"] for row in rows(Entry) if row["must"] == KEPT_MUST} == only_kept


@pytest.mark.parametrize("model", SECTIONS)
def test_the_example_of_every_field_is_right(model: type[Strict], tmp_path: Path) -> None:
    for row in rows(model):
        data = plain_value(row["example"] + "\n", tmp_path)
        assert list(data) == [row["name"]]
        assert faults(model, data, part=True) == []


@pytest.mark.parametrize(("title", "choices"), CHOICES)
def test_every_choice_is_explained(title: str, choices: type[StrEnum]) -> None:
    assert {str(choice) for choice in choices} <= code_in(section(GUIDE, title))


def test_kinds_of_outcomes_are_called_as_on_the_page() -> None:
    words, said = interface("zh"), section(GUIDE, "流程的结果")
    assert [kind for kind in OutcomeKind if f"| `{kind}` | {words(f'kind.{kind}')} |" not in said] == []


def test_every_way_to_find_a_term_is_named() -> None:
    script = (FOLDER / "search-query.js").read_text(encoding="utf-8")
    ways = re.findall(r"(\w+): [\d.]+", script.partition("var WEIGHTS = {")[2].partition("}")[0])
    assert len(ways) > 10
    assert set(ways) <= code_in(section(GUIDE, "搜索测试"))


def test_every_reserved_id_and_every_fixed_anchor_is_named() -> None:
    named = code_in(section(GUIDE, "id 和网址"))
    assert named >= RESERVED
    assert {f"#{area}" for area in (*ARTICLE_AREAS, *FAQ_AREAS, *FLOW_AREAS)} <= named


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("问答的字段", f"最多 {REPLY_LENGTH} 个字"),
        ("流程里的问题", f"不超过 {MOST_OPTIONS} 个"),
        ("流程里的问题", f"不超过 {MOST_QUESTIONS} 个问题"),
        ("回头再试", f"1 到 {MOST_TIMES} 次"),
        ("副本", f"最多 {MOST_SECTIONS:,} 节"),
        ("流程的命令", f"超过 {MOST_JOURNEYS:,} 种"),
    ],
)
def test_every_limit_is_named(title: str, said: str) -> None:
    assert said in section(GUIDE, title)


def test_the_guide_says_how_an_option_for_who_does_not_know_is_told() -> None:
    said = section(GUIDE, "流程里的问题")
    assert set(UNSURE_IDS) <= code_in(said)
    assert [word for word in UNSURE_WORDS if not word.isascii() and f"“{word}”" not in said] == []


def code_rows() -> list[tuple[str, str, str]]:
    return re.findall(r"^\| `([a-z-]+)` \| (.+) \| (.+) \|$", whole_section("全部问题和改法"), flags=re.M)


def whole_section(title: str) -> str:
    """Return a section of the guide with the sections below it."""
    return without_blocks(GUIDE).split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def test_every_problem_code_is_explained_once() -> None:
    codes = {name.split(".")[1] for name in messages("zh").texts if name.startswith("problem.")}
    assert sorted(code for code, _, _ in code_rows()) == sorted(codes)


def test_warnings_are_marked_as_such() -> None:
    assert {code for code, meaning, _ in code_rows() if meaning.startswith("提醒")} == WARNINGS
