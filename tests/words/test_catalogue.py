"""One catalogue of words per language; every word is used, every used word exists, placeholders agree."""

from __future__ import annotations

import ast
import re
import string
from functools import cache
from pathlib import Path

import pytest

import helpcenter
from helpcenter.model.fields import Level
from helpcenter.words.catalogue import Words, interface, languages, messages, nearest_language

PACKAGE = Path(helpcenter.__file__).parent
TEMPLATES = [*PACKAGE.rglob("*.jinja"), *PACKAGE.glob("rendering/templates/theme/**/*.html")]
DYNAMIC = re.compile(r"^(?:character|level)\.|^problem\.|^cli\.search\.(?:figures\.|no_)|^(?:search|beside)\.kind\.")
"""Names that are put together from a value of the model or a code; other tests hold that all of these exist."""
QUOTED = re.compile(r"'([a-z_]+\.[a-z_]+)'")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("catalogue", [interface, messages])
def test_every_language_has_the_same_words(catalogue: object) -> None:
    assert callable(catalogue)
    found = {language: catalogue(language).texts for language in languages()}
    assert set(found) >= {"zh", "en"}
    for texts in found.values():
        assert texts.keys() == found["zh"].keys()
        assert [name for name, text in texts.items() if not text.strip()] == []


@pytest.mark.parametrize("catalogue", [interface, messages])
@pytest.mark.parametrize("language", languages())
def test_every_language_has_the_same_placeholders(catalogue: object, language: str) -> None:
    assert callable(catalogue)
    chinese = catalogue("zh").texts
    differing = {
        name: (placeholders(text), placeholders(chinese[name]))
        for name, text in catalogue(language).texts.items()
        if placeholders(text) != placeholders(chinese[name]) and not name.startswith("date.")
    }
    assert differing == {}


@pytest.mark.parametrize("language", languages())
def test_there_are_twelve_months(language: str) -> None:
    assert len(interface(language)("date.months").split(",")) == 12


@cache
def nodes() -> list[ast.AST]:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py")]
    return [node for tree in trees for node in ast.walk(tree)]


def constants() -> set[str]:
    return {node.value for node in nodes() if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def formatted() -> list[re.Pattern[str]]:
    """Return patterns for the names that code puts together, such as ``f"cli.{name}.about"``."""
    found = []
    for node in (node for node in nodes() if isinstance(node, ast.JoinedStr)):
        parts = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z_.-]+" for part in node.values]
        found.append(re.compile("".join(parts)))
    return [pattern for pattern in found if re.match(r"[a-z]+\\\.", pattern.pattern)]


def used_in_templates() -> set[str]:
    groups = {name.split(".")[0] for name in (*interface("zh").texts, *messages("zh").texts)}
    named = {name for path in TEMPLATES for name in QUOTED.findall(path.read_text(encoding="utf-8"))}
    return {name for name in named if name.split(".")[0] in groups}


def used_in_scripts() -> set[str]:
    """Return what looks like a name of the interface's words in scripts."""
    texts = [path.read_text(encoding="utf-8") for path in PACKAGE.glob("rendering/assets/*.js")]
    return {name for text in texts for name in re.findall(r'"(search\.[a-z_.]+)"', text)}


def test_every_word_that_scripts_use_exists() -> None:
    known = interface("zh").texts.keys()
    begun = {name for name in used_in_scripts() if name.endswith(".") and any(word.startswith(name) for word in known)}
    assert used_in_scripts() - begun - known == set()


def test_every_word_that_templates_use_exists() -> None:
    assert used_in_templates() - interface("zh").texts.keys() - messages("zh").texts.keys() == set()
    assert len(used_in_templates()) > 20


@pytest.mark.parametrize("name", [f"level.{level}" for level in Level])
def test_every_choice_of_the_model_has_a_word(name: str) -> None:
    assert interface("zh")(name)


def test_every_word_that_code_names_exists() -> None:
    known = interface("zh").texts.keys() | messages("zh").texts.keys()
    groups = {name.split(".")[0] for name in known}
    names = {text for text in constants() if re.fullmatch(r"[a-z]+(?:\.[a-z_-]+)+", text) and text.split(".")[0] in groups}
    assert {name for name in names - known if not name.endswith((".yaml", ".html", ".js", ".json", ".mjs", ".css", ".xml"))} == set()


@pytest.mark.parametrize("catalogue", [interface, messages])
def test_every_word_is_used(catalogue: object) -> None:
    assert callable(catalogue)
    used = used_in_templates() | used_in_scripts() | constants()
    patterns = formatted()
    unused = {
        name
        for name in catalogue("zh").texts
        if name not in used and not DYNAMIC.match(name) and not any(pattern.fullmatch(name) for pattern in patterns)
    }
    assert unused == set()


def test_a_word_fills_in_facts_and_leaves_braces_alone_without_them() -> None:
    words = Words("en", {"a": "x {fact} y", "b": "{plain}"})
    assert words("a", fact="{z}") == "x {z} y"
    assert words("b") == "{plain}"
    with pytest.raises(KeyError):
        words("c")


@pytest.mark.parametrize(
    ("tag", "language"),
    [("zh", "zh"), ("zh-Hant", "zh"), ("zh_CN.UTF-8", "zh"), ("en_GB", "en"), ("EN", "en"), ("fr", "en"), ("", "en"),
     ("C.UTF-8", "en")],
)  # fmt: skip
def test_a_tag_leads_to_the_nearest_language(tag: str, language: str) -> None:
    assert nearest_language(tag) == language


def test_messages_of_one_language_name_no_words_of_another() -> None:
    for name, text in {**interface("en").texts, **messages("en").texts}.items():
        assert not re.search("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]", text), name


def test_hints_show_yaml_as_it_must_be_typed() -> None:
    wrong = {name: text for name, text in messages("zh").texts.items() if re.search(r"(?:\{field\}|[a-z]|名字)：[”“\w]*”", text)}
    assert wrong == {}
