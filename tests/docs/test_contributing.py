"""CONTRIBUTING and the picture of the house describe the program as it is; decisions and changes keep their form."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from helpcenter.build import prepare
from helpcenter.words.catalogue import messages
from helpcenter.words.report import as_record
from tests.docs.documents import ARCHITECTURE, CHANGELOG, CONTRIBUTING, DECISIONS, blocks, plain_value, text_of
from tests.docs.documents import without_blocks as prose_of
from tests.making import project
from tests.test_layers import ROOMS


def test_every_room_is_described_once_in_the_order_of_its_floor() -> None:
    house = text_of(ARCHITECTURE).split("\n## The house\n", 1)[1].split("\n## ", 1)[0]
    rooms = re.findall(r"^\| `(\w+)(?:\.py|/)` \|", house, flags=re.M)
    assert rooms == [room for room in ROOMS if room != "__main__"]


@pytest.mark.parametrize("library", ["yaml", "jinja2", "markdown_it", "mkdocs", "subprocess"])
def test_the_home_of_a_library_is_told(library: str) -> None:
    assert f"the only import of `{library}`" in text_of(ARCHITECTURE)


def test_contributing_is_read_in_one_go() -> None:
    assert len(text_of(CONTRIBUTING).encode()) <= 6 * 1024


def test_the_example_of_a_golden_case_is_right(tmp_path: Path) -> None:
    case = plain_value(blocks(CONTRIBUTING, "yaml")[0], tmp_path)
    found = prepare(project(tmp_path / "project", case["files"])).problems
    records = [{key: str(value) for key, value in as_record(problem, messages("zh")).items()} for problem in found]
    expected = case["problems"]
    assert [{key: record[key] for key in wanted} for record, wanted in zip(records, expected, strict=True)] == expected


def decisions() -> list[str]:
    return re.split(r"^## ", prose_of(DECISIONS), flags=re.M)[1:]


def test_decisions_are_numbered_without_gaps() -> None:
    assert [int(text.split(".")[0]) for text in decisions()] == list(range(1, len(decisions()) + 1))


@pytest.mark.parametrize("text", decisions(), ids=lambda text: text.split("\n")[0])
def test_a_decision_has_a_date_a_context_a_choice_and_a_cost(text: str) -> None:
    parts = re.findall(r"^(?:\d{4}-\d\d-\d\d\. )?\*\*(\w+):\*\*", text, flags=re.M)
    assert parts == ["Context", "Choice", "Cost"]
    assert re.search(r"^\d{4}-\d\d-\d\d\. \*\*Context:", text, flags=re.M)


def test_decisions_that_others_replace_name_one_that_exists() -> None:
    named = [int(number) for number in re.findall(r"decision (\d+)", text_of(DECISIONS))]
    assert [number for number in named if not 1 <= number <= len(decisions())] == []


def test_the_changelog_has_a_section_for_what_comes() -> None:
    assert re.search(r"^## \[Unreleased\]$", text_of(CHANGELOG), flags=re.M)
