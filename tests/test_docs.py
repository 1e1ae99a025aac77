"""The documents are complete, agree with the program and with each other, and their examples are right."""

from __future__ import annotations

import argparse
import ast
import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

import generator
from generator.addresses import ARTICLE_AREAS, FAQ_AREAS, RESERVED
from generator.build import prepare
from generator.cli import _parser
from generator.driving import configured
from generator.facts import Contact, Value, Values
from generator.fields import REPLY_LENGTH, Audience, Level, Status, Strict
from generator.model import (
    Article,
    Cause,
    Change,
    Entry,
    FaqEntry,
    Home,
    Image,
    Leads,
    Part,
    Precaution,
    Step,
    Substep,
    Topic,
)
from generator.plugin import HelpCenterConfig
from generator.problems import Problem
from generator.project import Project
from generator.report import as_record, as_text
from generator.words import messages
from generator.yaml_source import read
from tests.browser.server import POLICY
from tests.making import TODAY, TOPICS, Files, faq_entry, project, write

ROOT = Path(__file__).parent.parent
PACKAGE = Path(generator.__file__).parent
README, README_ZH, GUIDE = "README.md", "README.zh-CN.md", "docs/guide.zh.md"
CONTRIBUTING, CHANGELOG, DECISIONS = "CONTRIBUTING.md", "CHANGELOG.md", "docs/decisions.md"
READMES = (README, README_ZH)
CHINESE = (README_ZH, GUIDE)
DOCUMENTS = (*READMES, GUIDE, CONTRIBUTING, CHANGELOG, DECISIONS)

SECTIONS: dict[type[Strict], str] = {
    Entry: "文章和问答都有的字段",
    Article: "文章的字段",
    Leads: "开头语",
    Part: "原因和自由章节",
    Step: "步骤",
    Substep: "小步骤",
    Image: "步骤的图片",
    Precaution: "注意事项",
    FaqEntry: "问答的字段",
    Cause: "原因和办法",
    Topic: "主题",
    Home: "首页",
    Values: "values.yaml 的两个部分",
    Value: "事实的字段",
    Contact: "联系方式",
    Change: "修改记录",
}
"""The guide's heading above the table of each class's fields."""
FIELD_ROW = re.compile(r"\| `(?P<name>\w+)` \| (?P<must>\S+) \| (?P<about>.+) \| `(?P<example>.+)` \|")
EXCERPT = "（节选）"
FILES: dict[str, type[Strict]] = {
    "content/articles/": Article,
    "faq": FaqEntry,
    "content/topics.yaml": Topic,
    "content/home.yaml": Home,
    "content/values.yaml": Values,
}
"""What a file of the guide's examples holds, by the start of its name."""
NO_ARTICLE: Files = {"content/articles/reapply.yaml": None}
HOMES = {
    "yaml": {"yaml_source"},
    "jinja2": {"compiling"},
    "markdown_it": {"cjk", "markdown"},
    "mkdocs": {"driving", "plugin"},
}
"""The only modules that import a library."""


@cache
def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def without_blocks(name: str) -> str:
    """Return a document without its fenced blocks."""
    return re.sub(r"^```.*?^```$", "", text_of(name), flags=re.M | re.S)


def blocks(name: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text_of(name), flags=re.M | re.S)


def headings(name: str) -> list[tuple[int, str]]:
    found = re.findall(r"^(#+) (.+)$", without_blocks(name), flags=re.M)
    return [(len(marks), title) for marks, title in found]


def section(name: str, title: str) -> str:
    """Return what stands between a heading and the next one of any level."""
    found = re.search(rf"^#+ {re.escape(title)}\n(.*?)(?=^#+ |\Z)", without_blocks(name), flags=re.M | re.S)
    assert found is not None, f"{name} lacks the heading {title!r}"
    return found[1]


def anchors(name: str) -> list[str]:
    """Return the anchors that GitHub gives to the headings of a document."""
    return [re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for _, title in headings(name)]


def code_in(text: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", text))


def plain_value(text: str, folder: Path) -> Any:
    """Read YAML as the generator does; it must be right."""
    path = folder / "example.yaml"
    path.write_text(text, encoding="utf-8")
    source, problems = read(path, "example.yaml")
    assert source is not None, (problems, text)
    return source.data


# The writers' guide


def classes(base: type[Strict] = Strict) -> Iterator[type[Strict]]:
    for below in base.__subclasses__():
        if below.__module__.startswith("generator."):
            yield below
            yield from classes(below)


def own_fields(model: type[Strict]) -> dict[str, bool]:
    """Return the fields that the table of ``model`` explains, each with whether it must be written."""
    shared = Entry.model_fields if model is not Entry and issubclass(model, Entry) else {}
    return {name: info.is_required() for name, info in model.model_fields.items() if name not in shared}


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


@pytest.mark.parametrize("model", SECTIONS)
def test_the_example_of_every_field_is_right(model: type[Strict], tmp_path: Path) -> None:
    for row in rows(model):
        data = plain_value(row["example"] + "\n", tmp_path)
        assert list(data) == [row["name"]]
        assert faults(model, data, part=True) == []


def faults(model: type[Strict], data: Any, *, part: bool) -> list[str]:
    """Return what is wrong with ``data``; when it is only a part, what lacks beside it does not count."""
    try:
        model.model_validate(data)
    except ValidationError as error:
        found = [(fault["loc"], fault["type"]) for fault in error.errors()]
        return [f"{loc}: {kind}" for loc, kind in found if not part or (loc and (loc[1:] or kind != "missing"))]
    return []


@pytest.mark.parametrize("title", ["读者", "状态", "注意事项"])
def test_every_choice_is_explained(title: str) -> None:
    choices = {"读者": Audience, "状态": Status, "注意事项": Level}[title]
    assert {str(choice) for choice in choices} <= code_in(section(GUIDE, title))


def test_every_reserved_id_and_every_fixed_anchor_is_named() -> None:
    named = code_in(section(GUIDE, "id 和网址"))
    assert named >= RESERVED
    assert {f"#{area}" for area in (*ARTICLE_AREAS, *FAQ_AREAS)} <= named


def test_the_length_of_a_reply_is_named() -> None:
    assert f"最多 {REPLY_LENGTH} 个字" in section(GUIDE, "问答的字段")


def code_rows() -> list[tuple[str, str, str]]:
    return re.findall(r"^\| `([a-z-]+)` \| (.+) \| (.+) \|$", whole_section("全部问题和改法"), flags=re.M)


def whole_section(title: str) -> str:
    """Return a section of the guide with the sections below it."""
    return without_blocks(GUIDE).split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def test_every_problem_code_is_explained_once() -> None:
    codes = {name.split(".")[1] for name in messages("zh").texts if name.startswith("problem.")}
    assert sorted(code for code, _, _ in code_rows()) == sorted(codes)


def test_warnings_are_marked_as_such() -> None:
    marked = {code for code, meaning, _ in code_rows() if meaning.startswith("提醒")}
    assert marked == {"link-refused", "refers-to-retired", "review-overdue"}


# The guide's examples are one small project


def named_blocks() -> list[tuple[str, bool, str]]:
    """Return file, whether it is an excerpt, and text of every YAML block of the guide."""
    found = []
    for block in blocks(GUIDE, "yaml"):
        first = re.match(rf"# ([\w/.-]+)({EXCERPT})?\n", block)
        assert first is not None, f"the first line must name the file: {block[:40]}"
        found.append((first[1], first[2] is not None, block))
    return found


def model_of(name: str) -> type[Strict]:
    return next(model for start, model in FILES.items() if name.startswith(start))


@pytest.mark.parametrize(("name", "excerpt", "text"), named_blocks())
def test_every_example_fits_the_model(name: str, excerpt: bool, text: str, tmp_path: Path) -> None:
    data = plain_value(text, tmp_path)
    if name == "mkdocs.yml":
        return
    for item in data if isinstance(data, list) else [data]:
        assert faults(model_of(name), item, part=excerpt) == []


def example_project(folder: Path) -> Project:
    """Write the guide's whole examples as a project, with the pictures that they show."""
    files: dict[str, str | bytes | None] = {}
    for name, excerpt, text in named_blocks():
        if not excerpt:
            assert name not in files, f"{name} has two whole examples"
            files[name] = text
        files |= {f"content/{picture}": b"" for picture in re.findall(r"images/[\w/-]+\.png", text)}
    write(folder, files)
    return Project(folder, folder / "content", today=TODAY)


def test_the_examples_together_have_no_problem(tmp_path: Path) -> None:
    assert prepare(example_project(tmp_path)).problems == []


EXCERPTS = [(name, text) for name, excerpt, text in named_blocks() if excerpt]


@pytest.mark.parametrize(("name", "text"), EXCERPTS)
def test_the_examples_with_an_excerpt_have_no_problem(name: str, text: str, tmp_path: Path) -> None:
    made = example_project(tmp_path)
    whole = plain_value((tmp_path / name).read_text(encoding="utf-8"), tmp_path)
    part = plain_value(text, tmp_path)
    if isinstance(whole, list):
        changes = {item["id"]: item for item in part}
        assert changes.keys() <= {item["id"] for item in whole}
        merged: Any = [item | changes.get(item["id"], {}) for item in whole]
    else:
        merged = whole | part
    (tmp_path / name).write_text(json.dumps(merged, ensure_ascii=False), encoding="utf-8")
    found = [problem for problem in prepare(made).problems if problem.code != "refers-to-retired"]
    assert found == []  # the excerpt retires a question that the example's article still lists


def plugin_options() -> list[str]:
    return [name for name, _ in HelpCenterConfig._schema]


def test_the_example_of_the_settings_is_right(tmp_path: Path) -> None:
    example_project(tmp_path)
    assert configured(tmp_path).plugins["helpcenter"].config["overdue"] == "warning"
    written = plain_value((tmp_path / "mkdocs.yml").read_text(encoding="utf-8"), tmp_path)["plugins"]
    assert [list(plugin["helpcenter"]) for plugin in written if "helpcenter" in plugin] == [plugin_options()]


def test_the_example_of_a_problem_is_what_is_printed(tmp_path: Path) -> None:
    made = example_project(tmp_path)
    path = tmp_path / "content/articles/cancel-after-sales.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "closing: 见[重新申请](aply-again)。\n", encoding="utf-8")
    path.write_text(re.sub(r"closing: 先看.*\n", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    printed = as_text(prepare(made).problems, messages("zh")).splitlines()[:2]
    shown = next(block for block in blocks(GUIDE, "text") if "unknown-link" in block).splitlines()
    assert [re.sub(r":\d+:\d+:", "", line) for line in printed] == [re.sub(r":\d+:\d+:", "", line) for line in shown]


# The READMEs


@cache
def commands() -> dict[str, list[str]]:
    """Return the options of every command."""
    parser = _parser(messages("en"))
    choices = next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction)).choices
    return {
        name: [text for action in command._actions for text in action.option_strings if text not in ("-h", "--help")]
        for name, command in choices.items()
    }


@pytest.mark.parametrize("name", READMES)
def test_every_command_and_option_is_named(name: str) -> None:
    code = code_in(without_blocks(name))
    for command, options in commands().items():
        said = next((text for text in code if text.startswith(f"helpcenter {command}")), None)
        assert said is not None, f"{name} lacks helpcenter {command}"
        assert [option for option in options if option not in said] == []


@pytest.mark.parametrize("name", READMES)
def test_every_exit_code_and_every_key_of_a_record_is_named(name: str, tmp_path: Path) -> None:
    assert all(re.search(rf"(?<!\d){code}(?:: |：)", without_blocks(name)) for code in (0, 1, 2))
    record = as_record(broken_readme_example(name, tmp_path), messages("zh"))
    assert [json.loads(block) for block in blocks(name, "json")] == [record]


@pytest.mark.parametrize("name", READMES)
def test_the_example_makes_the_problem_that_is_shown(name: str, tmp_path: Path) -> None:
    printed = as_text([broken_readme_example(name, tmp_path)], messages("zh")).splitlines()[:2]
    assert next(block for block in blocks(name, "text") if "[unknown-id]" in block).splitlines() == printed


def broken_readme_example(name: str, folder: Path) -> Problem:
    """Return the problem of the README's article with the mistake that it speaks of."""
    article = next(block for block in blocks(name, "yaml") if block.startswith("id: "))
    here = "content/articles/cancel-after-sales.yaml"
    topics, faq = TOPICS.replace("after-sales", "withdraw"), faq_entry("request-rejected", topic="withdraw")
    made = project(folder, {"content/topics.yaml": topics, "faq.yaml": faq, here: article, **NO_ARTICLE})
    assert prepare(made).problems == []
    write(folder, {here: article.replace("[request-rejected]", "[request-rejectd]")})
    [found] = prepare(made).problems
    return found


@pytest.mark.parametrize("name", READMES)
def test_every_option_of_the_plugin_is_named(name: str) -> None:
    shown = "".join(blocks(name, "yaml"))
    assert [option for option in plugin_options() if f"      {option}: " not in shown] == []


@pytest.mark.parametrize("name", READMES)
def test_every_target_of_make_is_named(name: str) -> None:
    phony = re.search(r"^\.PHONY: (.+)$", text_of("Makefile"), flags=re.M)
    assert phony is not None
    assert [target for target in phony[1].split() if target != "help" and f"make {target}" not in text_of(name)] == []


@pytest.mark.parametrize("name", READMES)
def test_the_oldest_python_is_named(name: str) -> None:
    needed = tomllib.loads(text_of("pyproject.toml"))["project"]["requires-python"].removeprefix(">=")
    assert f"Python {needed}" in text_of(name)


@pytest.mark.parametrize("name", READMES)
def test_the_policy_is_the_one_that_browser_tests_serve(name: str) -> None:
    assert f"Content-Security-Policy: {POLICY}\n" in text_of(name)


@pytest.mark.parametrize("name", READMES)
def test_a_readme_is_short_and_begins_with_the_two_commands(name: str) -> None:
    assert len(text_of(name).splitlines()) <= 150
    first = blocks(name, "sh")[0].splitlines()
    assert [line.split("#")[0].strip() for line in first] == ["make serve", "make test"]


def skeleton(name: str) -> list[str]:
    """Return levels of headings, commands and other code, table rows and targets, in order."""
    pieces = r"^(#+) |^```(\w+)$|^(make \w+)|^(\| `[^|]+`)|\]\(([^)]+)\)|^(- )"
    found = re.finditer(pieces, text_of(name), flags=re.M)
    return ["/".join(filter(None, piece.groups())).replace("、", ", ") for piece in found]


def test_both_readmes_have_the_same_structure() -> None:
    other = {README_ZH: README}
    chinese = [other.get(piece, piece) for piece in skeleton(README_ZH)]
    english = [other.get(piece, piece) for piece in skeleton(README)]
    assert chinese == english


def test_both_readmes_have_the_same_code() -> None:
    def code(name: str) -> list[str]:
        found = re.findall(r"^```\w+\n(.*?)^```$", text_of(name), flags=re.M | re.S)
        return [re.sub(r" +# .*", "", block) for block in found]

    assert code(README) == code(README_ZH)


def test_both_readmes_name_the_same_things() -> None:
    assert code_in(without_blocks(README)) == code_in(without_blocks(README_ZH))


# CONTRIBUTING, decisions, changes


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
    return re.split(r"^## ", without_blocks(DECISIONS), flags=re.M)[1:]


def test_decisions_are_numbered_without_gaps() -> None:
    assert [int(text.split(".")[0]) for text in decisions()] == list(range(1, len(decisions()) + 1))


@pytest.mark.parametrize("text", decisions(), ids=lambda text: text.split("\n")[0])
def test_a_decision_has_a_date_a_context_a_choice_and_a_cost(text: str) -> None:
    parts = re.findall(r"^(?:\d{4}-\d\d-\d\d\. )?\*\*(\w+):\*\*", text, flags=re.M)
    assert parts == ["Context", "Choice", "Cost"]
    assert re.search(r"^\d{4}-\d\d-\d\d\. \*\*Context:", text, flags=re.M)


def test_the_changelog_has_a_section_for_what_comes() -> None:
    assert re.search(r"^## \[Unreleased\]$", text_of(CHANGELOG), flags=re.M)


# All documents


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_to_files_and_anchors_that_exist(name: str) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]+`", "", without_blocks(name))):
        if target.startswith("https://"):
            continue
        path, _, anchor = target.partition("#")
        file = (ROOT / name).parent / path if path else ROOT / name
        assert file.exists(), target
        if anchor:
            assert anchor in anchors(file.relative_to(ROOT).as_posix()), target


@pytest.mark.parametrize("name", [README, README_ZH, GUIDE, CONTRIBUTING, DECISIONS])
def test_headings_are_unique(name: str) -> None:
    assert len(set(anchors(name))) == len(anchors(name))


def prose(name: str) -> str:
    """Return the text of a document: no code, no targets of links."""
    text = re.sub(r"`[^`\n]+`", "`", without_blocks(name))
    return re.sub(r"\]\([^)\s]*\)", "]", text)


HALF_WIDTH = re.compile(r"""[\u3400-\u9fff`][,.;:!?()"']|[,;:!?()"'][\u3400-\u9fff`]|[\u3400-\u9fff]\.""")


@pytest.mark.parametrize("name", CHINESE)
def test_chinese_has_chinese_punctuation(name: str) -> None:
    assert [text for text in prose(name).splitlines() if HALF_WIDTH.search(text)] == []


@pytest.mark.parametrize("name", CHINESE)
def test_chinese_keeps_a_blank_beside_latin_letters_and_digits(name: str) -> None:
    touching = re.compile(r"[\u3400-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u3400-\u9fff]")
    assert [text for text in prose(name).splitlines() if touching.search(text)] == []


def test_the_search_for_half_width_punctuation_finds_it() -> None:
    assert all(HALF_WIDTH.search(text) for text in ("你好,", "(见下", "“甲”是乙;", "甲`: 乙", "好."))
    assert not any(HALF_WIDTH.search(text) for text in ("你好，", "（见下）", "48 小时。", "Python 3.11，make"))
