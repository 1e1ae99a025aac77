"""Every kind of problem is worded in both languages, made somewhere and shown by a case."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

import helpcenter
from helpcenter.words.catalogue import languages, messages
from tests.test_golden import CASES, GOLDEN, case_at

PACKAGE = Path(helpcenter.__file__).parent
IMPORTERS = Path(__file__).parent / "importing"
MAKERS = {"problem", "warning", "overdue", "make", "Problem", "Fault"}
"""Functions whose first text is a problem's code."""
METHODS = {"_refuse", "_fault"}
"""The same, of ``self``."""
TABLES = {"_TYPES", "_PATTERNS"}
"""Tables whose values are codes."""
NOT_FROM_YAML = {"wrong-value", "unreadable-file", "no-permission", "name-not-text"}
NOT_FROM_YAML |= {"external-gone", "external-moved", "external-unreachable"}
"""What a case in YAML cannot bring about: ``test_shape``, ``test_source_text``, ``test_folders`` and
``links/test_external`` hold these."""
IMPORTED = "import-"
"""How codes begin that only files from elsewhere make: no project has them, so no golden case; ``importing/`` does."""


@cache
def codes() -> frozenset[str]:
    return frozenset(name.split(".")[1] for name in messages("zh").texts if name.startswith("problem."))


def texts_of(tree: ast.AST) -> set[str]:
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


@cache
def trees() -> list[ast.Module]:
    return [ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")]


@cache
def all_texts() -> set[str]:
    return set().union(*map(texts_of, trees()))


def used_codes() -> set[str]:
    used: set[str] = set()
    for node in (node for tree in trees() for node in ast.walk(tree)):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            makes = getattr(node.func, "id", "") in MAKERS or getattr(node.func, "attr", "") in METHODS
            used |= {str(node.args[0].value)} if makes else set()
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
            names = {target.id for target in node.targets if isinstance(target, ast.Name)}
            used |= set().union(*map(texts_of, node.value.values)) if names & TABLES else set()
    return used


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("code", sorted(codes()))
def test_every_code_has_message_and_hint_in_every_language(code: str, language: str) -> None:
    texts = messages(language).texts
    assert texts[f"problem.{code}.message"].strip()
    assert texts[f"problem.{code}.hint"].strip()


@pytest.mark.parametrize("code", sorted(codes()))
def test_every_code_is_made_somewhere(code: str) -> None:
    assert code in all_texts()


def test_every_code_that_is_made_has_words() -> None:
    assert used_codes() - codes() == set()


def test_the_search_for_codes_finds_most_of_them() -> None:
    assert len(used_codes() & codes()) > 0.8 * len(codes())


@pytest.mark.parametrize("code", sorted(code for code in codes() - NOT_FROM_YAML if not code.startswith(IMPORTED)))
def test_every_code_has_a_golden_case(code: str) -> None:
    shown = {
        problem["code"]
        for path in CASES
        if path.parent.name == code
        for problem in case_at(path).get("problems", ())
    }
    assert code in shown, f"write golden/{code}/<what>.yaml"


@pytest.mark.parametrize("code", sorted(code for code in codes() if code.startswith(IMPORTED)))
def test_every_code_of_an_import_is_shown_by_a_test_of_the_importers(code: str) -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in IMPORTERS.rglob("*.*") if path.suffix != ".pyc")
    assert code in tests, "show it in a test of tests/importing/"


def test_every_folder_of_problem_cases_is_named_after_its_problem() -> None:
    for path in CASES:
        found = {problem["code"] for problem in case_at(path).get("problems", ())}
        if path.parent.name in codes():
            assert path.parent.name in found, path.relative_to(GOLDEN)


def test_every_golden_case_pins_its_messages() -> None:
    for path in CASES:
        for problem in case_at(path).get("problems", ()):
            assert problem.keys() >= {"code", "severity", "file", "line", "column", "message"}, path
