"""``mkdocs.yml`` may hold anything: reading it never raises, and says where what is wrong stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpcenter.host.settings.reading import Settings, read_settings, settings_problems
from tests.making import MKDOCS, place, write

NAMES = (
    "site_name", "nav", "site_url", "theme", "docs_dir", "site_dir", "dev_addr", "use_directory_urls", "repo_url",
    "extra_css", "extra_javascript", "markdown_extensions", "strict", "extra", "plugins", "watch", "validation",
    "exclude_docs", "edit_uri_template", "INHERIT", "pages", "unknown",
)  # fmt: skip
SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.sampled_from(["content", "helpcenter", "zh", "a.md", ""]))
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["name", "language", "helpcenter", "custom_dir", "nav"]), inner, max_size=3),
    ),
    max_leaves=6,
)


def read(folder: Path, text: str | bytes) -> Settings:
    write(folder, {"mkdocs.yml": text, "content/about.md": "# 关于\n"})
    return read_settings(folder)


def found(folder: Path, text: str | bytes) -> list[tuple[str, int, int]]:
    places = [place(problem) for problem in read(folder, text).problems]
    assert {file for _, file, _, _ in places} <= {"mkdocs.yml"}
    return [(code, line, column) for code, _, line, column in places]


def test_sound_settings_are_validated(tmp_path: Path) -> None:
    read_one = read(tmp_path, MKDOCS)
    assert (read_one.problems, read_one.language, read_one.content) == ([], "zh", tmp_path / "content")
    assert read_one.config is not None
    assert read_one.config.site_name == "小小帮助中心"
    assert settings_problems(tmp_path) == []


@pytest.mark.parametrize(
    ("more", "language"),
    [
        ("", "zh"), ("docs_dir:\ntheme:\n", "zh"), ("theme: material\n", "zh"), ("theme: {name: material}\n", "zh"),
        ("theme: {name: material, language: en}\n", "en"),
    ],
)  # fmt: skip
def test_name_and_plugin_are_enough(more: str, language: str, tmp_path: Path) -> None:
    read_one = read(tmp_path, "site_name: 帮助\nplugins: [helpcenter]\n" + more)
    assert (read_one.problems, read_one.language, read_one.content) == ([], language, tmp_path / "content")
    assert read_one.config is not None
    assert (read_one.config.theme.name, read_one.config.theme["language"]) == ("material", language)
    assert Path(read_one.config.docs_dir) == tmp_path / "content"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=6))
def test_no_settings_are_beyond_it(tmp_path: Path, values: dict[str, Any]) -> None:
    text = yaml.safe_dump({**yaml.safe_load(MKDOCS), **values}, allow_unicode=True)
    read_one = read(tmp_path, text)
    assert (read_one.config is None) == any(one.severity == "error" for one in read_one.problems)


def test_tags_anchors_and_merges_that_mkdocs_knows_go_on_working(tmp_path: Path) -> None:
    more = """\
extra: &all {a: !ENV [NOWHERE_AT_ALL, x], more: {<<: {b: 1}}}
markdown_extensions:
  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji }
  - pymdownx.snippets: {base_path: !relative $docs_dir }
"""
    assert found(tmp_path, MKDOCS + more) == []


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("extra: !!python/name:nowhere.at_all\n", ("bad-setting", 6, 8)),
        ("extra: !unknown x\n", ("bad-setting", 6, 8)),
        ("extra:\n  - !!python/object/apply:sys.exit [3]\n", ("bad-setting", 1, 1)),
        ("INHERIT: nowhere.yml\n", ("bad-setting", 6, 10)),
        ("INHERIT: 3\n", ("bad-setting", 6, 10)),
        ("extra: {? [a, b] : c}\n", ("bad-setting", 6, 11)),
        ("extra: &a [*a]\n", ("not-a-mapping", 6, 8)),
        ("extra: " + "[" * 300 + "]" * 300 + "\n", ("yaml-syntax", 6, 23)),
        ("---\nmore: 1\n", ("yaml-syntax", 6, 1)),
        ("extra:\n", ("not-a-mapping", 6, 7)),
        ("hooks: [broken.py]\n", ("bad-setting", 6, 8)),
        ("markdown_extensions: [nowhere_at_all]\n", ("bad-setting", 6, 22)),
        ("dev_addr: 127.0.0.1\n", ("bad-dev-addr", 6, 11)),
    ],
)
def test_what_mkdocs_cannot_take_has_its_place(more: str, expected: tuple[str, int, int], tmp_path: Path) -> None:
    write(tmp_path, {"broken.py": "1 / 0\n"})
    assert found(tmp_path, MKDOCS + more) == [expected]


def test_what_mkdocs_finds_odd_is_a_warning(tmp_path: Path) -> None:
    more = "validation: {nav: {omitted_file: warn}}\nedit_uri: a/\nedit_uri_template: b/{path}\n"
    warned = read(tmp_path, MKDOCS + more)
    assert [(one.code, one.severity, one.location.line) for one in warned.problems] == [
        ("bad-setting", "warning", 6), ("bad-setting", "warning", 8)
    ]  # fmt: skip
    assert "omitted_file" in warned.problems[0].details["reason"]
    assert warned.config is not None


@pytest.mark.parametrize(
    ("typed", "meant"), [("zh-CN", "zh"), ("zh_Hant", "zh-Hant"), ("de_DE", "de"), ("zhh", "zh"), ("!", ""), ("xx-YY", "")]
)
def test_the_language_that_was_meant_is_guessed(typed: str, meant: str, tmp_path: Path) -> None:
    (found_one,) = read(tmp_path, MKDOCS.replace("language: zh", f'language: "{typed}"')).problems
    assert (found_one.code, found_one.details["guess"]) == ("unknown-language", meant)


def test_a_tower_of_aliases_takes_no_time(tmp_path: Path) -> None:
    tower = "".join(f"  a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 12))
    assert found(tmp_path, MKDOCS + "extra:\n  a0: &a0 [x]\n" + tower) == []


def test_what_another_file_gives_is_shown_where_it_is_taken_in(tmp_path: Path) -> None:
    write(tmp_path, {"base.yml": MKDOCS.replace("material", "mkdocs") + "site_ulr: x\n"})
    assert found(tmp_path, "INHERIT: base.yml\n") == [("unknown-field", 1, 10), ("wrong-theme", 1, 10)]
    write(tmp_path, {"base.yml": MKDOCS})
    assert found(tmp_path, "INHERIT: base.yml\nsite_name: 别的\n") == []


def test_what_is_wrong_in_our_words_is_not_told_in_those_of_mkdocs_too(tmp_path: Path) -> None:
    assert found(tmp_path, MKDOCS.replace("docs_dir: content", "docs_dir: [content]")) == [("not-text", 3, 11)]


def test_of_a_setting_that_stands_twice_the_last_is_judged(tmp_path: Path) -> None:
    assert found(tmp_path, MKDOCS + "theme: 3\n") == [("duplicate-key", 6, 1), ("wrong-theme", 6, 8)]


@pytest.mark.parametrize(
    "text", [b"\xff\xfes\0", "", "\n", "# nothing\n", "- a\n", "text\n", "a: [\n", "a:\n\tb: 1\n", "a: \x00\n"]
)
def test_a_file_that_is_no_settings_is_one_problem(text: str | bytes, tmp_path: Path) -> None:
    assert len(found(tmp_path, text)) == 1


def test_of_a_broken_file_language_and_content_are_taken_as_they_can_be_read(tmp_path: Path) -> None:
    read_one = read(tmp_path, "docs_dir: 'content'\ntheme: {language: zh, name: [\n")
    assert (read_one.language, read_one.content, read_one.config) == ("zh", tmp_path / "content", None)
    read_one = read(tmp_path, "theme:\n  language: nonsense\n  name: [\n")
    assert (read_one.language, read_one.content) == ("", None)


def test_a_folder_inside_the_project_may_be_named_by_its_whole_path(tmp_path: Path) -> None:
    assert found(tmp_path, MKDOCS.replace("docs_dir: content", f"docs_dir: {tmp_path}/content")) == []
