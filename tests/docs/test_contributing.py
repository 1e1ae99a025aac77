"""CONTRIBUTING describes the program as it is; decisions and changes keep their form."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from generator.build import prepare
from generator.report import as_record
from generator.words import messages
from tests.docs.documents import CHANGELOG, CONTRIBUTING, DECISIONS, PACKAGE, blocks, plain_value, text_of
from tests.docs.documents import without_blocks as prose_of
from tests.making import project

HOMES = {
    "yaml": {"yaml_outline", "yaml_source", "yaml_spans"},
    "jinja2": {"compiling", "indentation"},
    "markdown_it": {"blocks", "cjk", "inlines", "markdown"},
    "mkdocs": {"driving", "mkdocs_pages", "plugin", "settings.reading"},
    "pypinyin": {"importing.ids"},
    "subprocess": {"javascript", "revisions"},
}
"""The only modules that import a library."""


def listed_modules() -> list[str]:
    """Return the modules in the order of CONTRIBUTING, as in ``checks.anchors`` and ``checks``."""
    house = text_of(CONTRIBUTING).split("\n## The house\n", 1)[1].split("\n## ", 1)[0]
    paths = re.findall(r"^\| `([\w/]+(?:\.py|/))` \|", house, flags=re.M)
    return [path.removesuffix(".py").rstrip("/").replace("/", ".") for path in paths]


def modules() -> dict[str, Path]:
    """Return the file of every module but the package itself."""
    found = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(parts).removesuffix("__init__").rstrip(".")] = path
    del found[""]
    return found


def imports(path: Path) -> set[str]:
    """Return the full names that a module imports, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_every_module_is_named_once() -> None:
    assert sorted(listed_modules()) == sorted(modules())


def test_modules_import_only_what_stands_above_them() -> None:
    above: set[str] = set()
    for name in listed_modules():
        used = {full.removeprefix("generator.") for full in imports(modules()[name]) if full.startswith("generator.")}
        assert used & modules().keys() <= above, f"{name} imports what stands below it"
        above.add(name)


@pytest.mark.parametrize("library", HOMES)
def test_a_library_is_imported_where_the_document_says(library: str) -> None:
    users = {name for name, path in modules().items() if any(full.split(".")[0] == library for full in imports(path))}
    assert users == HOMES[library]
    assert f"the only import of `{library}`" in text_of(CONTRIBUTING)


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
