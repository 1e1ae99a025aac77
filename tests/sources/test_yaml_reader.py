"""YAML text to plain values, with places; nothing that is refused is guessed at, and nothing raises."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from helpcenter.problems import Problem
from helpcenter.sources.source_text import MAX_BYTES
from helpcenter.sources.yaml.reader import MAX_DEPTH, SourceFile, parse, read


def reading(folder: Path, content: str | bytes) -> tuple[SourceFile | None, list[Problem]]:
    path = folder / "file.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return read(path, "file.yaml")


def data(folder: Path, content: str) -> Any:
    source, problems = reading(folder, content)
    assert source is not None, problems
    return source.data


def places(problems: list[Problem]) -> list[tuple[str, int, int]]:
    return [(found.code, found.location.line, found.location.column) for found in problems]


@pytest.mark.parametrize(
    "typed",
    ["no", "Yes", "on", "~", "null", "1.10", "0x1F", "1_000", "12:30:45", "2026-11-20", ".inf", "1e3", "=", "<<"],
)
def test_every_plain_scalar_is_text_as_typed(typed: str, tmp_path: Path) -> None:
    assert data(tmp_path, f"key: {typed}\n") == {"key": typed}


def test_an_empty_value_is_empty_text(tmp_path: Path) -> None:
    assert data(tmp_path, "key:\nlist:\n  -\n") == {"key": "", "list": [""]}


def test_block_and_quoted_text_arrive_as_yaml_says(tmp_path: Path) -> None:
    text = 'block: |\n  一\n\n  二\nfolded: >-\n  a\n  b\nquoted: "c\\td"\nsingle: \'it\'\'s\'\n'
    assert data(tmp_path, text) == {"block": "一\n\n二\n", "folded": "a b", "quoted": "c\td", "single": "it's"}


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    assert data(tmp_path, "\ufeffkey: 值\r\nother: x\r\n") == {"key": "值", "other": "x"}


def test_a_document_start_and_a_comment_do_no_harm(tmp_path: Path) -> None:
    assert data(tmp_path, "# 注释\n---\nkey: 值\n...\n") == {"key": "值"}


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    source, problems = read(tmp_path / "nothing.yaml", "nothing.yaml")
    assert source is None
    assert [(found.code, found.location.file) for found in problems] == [("unreadable-file", "nothing.yaml")]


def test_a_file_over_the_limit_is_refused_and_one_at_the_limit_is_read(tmp_path: Path) -> None:
    line = b"key: value\n"
    assert reading(tmp_path, line + b"#" * (MAX_BYTES - len(line)))[0] is not None
    assert places(reading(tmp_path, line + b"#" * (MAX_BYTES - len(line) + 1))[1]) == [("file-too-large", 1, 1)]


def test_nesting_to_the_limit_is_read_and_one_more_is_refused(tmp_path: Path) -> None:
    assert reading(tmp_path, "[" * MAX_DEPTH + "]" * MAX_DEPTH)[0] is not None
    refused = reading(tmp_path, "[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))[1]
    assert places(refused) == [("yaml-syntax", 1, MAX_DEPTH + 1)]


@pytest.mark.parametrize("opening", ["[", "- ", "? ", '{"a":'])
def test_endless_nesting_stops_at_the_limit(opening: str, tmp_path: Path) -> None:
    source, problems = reading(tmp_path, opening * 100_000)
    assert source is None
    assert [found.code for found in problems][-1:] == ["yaml-syntax"]


def test_an_alias_bomb_is_not_expanded(tmp_path: Path) -> None:
    levels = [f"k{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, 9)]
    source, problems = reading(tmp_path, "\n".join(["k0: &a0 [x]", *levels]))
    assert source is None
    assert {found.code for found in problems} == {"anchor", "alias"}
    assert len(problems) == 9 + 8 * 9


@pytest.mark.parametrize("text", ["!!python/object/apply:os.system [x]", "!!bool yes", "!local x", "!<tag:x> y"])
def test_tags_are_refused_where_they_stand(text: str, tmp_path: Path) -> None:
    assert places(reading(tmp_path, f"键: {text}\n")[1]) == [("tag", 1, 4)]


def test_a_merge_key_merges_nothing(tmp_path: Path) -> None:
    assert data(tmp_path, "<<: {a: b}\n") == {"<<": {"a": "b"}}


def test_keys_must_be_text(tmp_path: Path) -> None:
    assert places(reading(tmp_path, "? [a]\n: b\n? {c: d}\n: e\n")[1]) == [("key-not-text", 1, 3), ("key-not-text", 3, 3)]


CONTROLS = [*range(9), *range(11, 32), *range(127, 160), 0xFFFE, 0xFFFF]


@pytest.mark.parametrize("style", ["a: x{}y\n", "a: 'x{}y'\n", 'a: "x{}y"\n', "a: |\n  x{}y\n", "a: >\n  x{}y\n", "x{}y: b\n"])
def test_no_control_character_is_read_as_it_is(style: str) -> None:
    read_as = [parse(style.format(chr(control)), Path("a"), "a")[0] for control in CONTROLS]
    texts = [str(source.data) for source in read_as if source is not None]
    assert not any(f"\\{sign}" in text for text in texts for sign in "xur")


def test_a_control_character_may_not_be_escaped_either() -> None:
    for control in (*CONTROLS, 0xD800):
        source, problems = parse(f'a: "x\\u{control:04x}y"', Path("a"), "a")
        assert source is None
        assert [found.code for found in problems] in (["control-character"], ["yaml-syntax"])


def test_all_refusals_of_a_file_come_in_one_run(tmp_path: Path) -> None:
    text = "a: &x 1\na: 2\nb: !t 3\nc: *x\n? [d]\n: 4\n---\ne: 5\n"
    assert places(reading(tmp_path, text)[1]) == [
        ("anchor", 1, 4),
        ("duplicate-key", 2, 1),
        ("tag", 3, 4),
        ("alias", 4, 4),
        ("key-not-text", 5, 3),
        ("second-document", 7, 1),
    ]


def test_locate_tells_where_keys_and_values_stand(tmp_path: Path) -> None:
    source, _ = reading(tmp_path, "😀键:\n  - 甲: 一\n    乙:   二\n")
    assert source is not None
    value, key = source.locate(("😀键", 0, "乙")), source.locate(("😀键", 0, "乙"), key=True)
    assert (value.line, value.column) == (3, 10)
    assert (key.line, key.column) == (3, 5)


def test_locate_falls_back_to_the_nearest_parent(tmp_path: Path) -> None:
    source, _ = reading(tmp_path, "a:\n  - b: c\n")
    assert source is not None
    for steps in (("a", 0, "missing"), ("a", 0, "missing", 3, "deeper"), ("a", 0)):
        assert (source.locate(steps).line, source.locate(steps).column) == (2, 5)
    assert (source.locate(("a", 7)).line, source.locate(("a", 7)).column) == (2, 3)


def test_locate_text_looks_only_from_the_value_on(tmp_path: Path) -> None:
    source, _ = reading(tmp_path, "a: 目标\nb: |\n  😀一\n  二目标\n")
    assert source is not None
    found = source.locate_text(("b",), "目标")
    assert (found.line, found.column) == (4, 4)
    assert source.locate_text(("b",), "没有的字") == source.locate(("b",))


def test_places_are_those_of_the_text_that_was_read(tmp_path: Path) -> None:
    source, _ = reading(tmp_path, "# old\na: x\n")
    assert source is not None
    source.path.write_text("# new\n\na: x\n", encoding="utf-8")
    assert source.locate(("a",)).line == 2


def test_a_text_may_begin_in_the_middle_of_its_file() -> None:
    source, _ = parse("- a: x\n", Path("file.yaml"), "file.yaml", first_line=7)
    assert source is not None
    assert (source.locate((0, "a")).line, source.locate((0, "a")).column) == (7, 6)
    _, problems = parse("- a: x\n  a: y\n- b: [\n", Path("file.yaml"), "file.yaml", first_line=7)
    assert places(problems) == [("duplicate-key", 8, 3), ("not-closed", 9, 6)]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (">-\n  正在处理，\n  请您 耐心\n", "正在处理，请您 耐心"),
        (">\n  one\n  two\n\n  甲\n  乙\n", "one two\n甲乙\n"),
        ("正在处理请您\n  耐心等候\n", "正在处理请您耐心等候"),
        ('"第一行，\n  第二行"\n', "第一行，第二行"),
        ("'it''s\n  fine 甲\n  乙'\n", "it's fine 甲乙"),
        ('"甲\\n一\n  乙\\u4e2d"\n', "甲\n一乙中"),
        ("처리 중이니\n  기다려 주세요\n", "처리 중이니 기다려 주세요"),
        ("甲\n  App\n  乙\n", "甲 App 乙"),
        (">-\n  甲\n    缩进的\n  乙\n", "甲\n  缩进的\n乙"),
        (">-\n  步骤：\n  - 甲\n  - 乙\n", "步骤：\n- 甲\n- 乙"),
        ("步骤：\n  1、甲\n  2、乙\n", "步骤：\n1、甲\n2、乙"),
        ("a - b\n  - c\n", "a - b - c"),
    ],
)
def test_a_text_over_several_lines_is_joined_as_its_script_wants(typed: str, read: str, tmp_path: Path) -> None:
    assert data(tmp_path, f"key: {typed}") == {"key": read}


SCRIPTS = st.lists(st.sampled_from(["甲", "，", "ab", "가나", "カナ", "x y", "乙 丙", "it's", "\\n"]), min_size=1, max_size=5)


@given(words=SCRIPTS, style=st.sampled_from(["", "'", '"', ">"]))
def test_folding_changes_nothing_but_spaces_at_line_ends(words: list[str], style: str, tmp_path: Path) -> None:
    typed = "\n  ".join(word.replace("'", "''") if style == "'" else word for word in words)
    typed = f">-\n  {typed}" if style == ">" else f"{style}{typed}{style}"
    plain = yaml.load(f"key: {typed}\n", Loader=yaml.CBaseLoader)["key"]
    made = data(tmp_path, f"key: {typed}\n")["key"]
    assert made.replace(" ", "") == plain.replace(" ", "")
    if all(word.isascii() or word == "가나" for word in words):
        assert made == plain


BITS = ["a: ", "- ", "\n", "  ", "\t", "[", "]", "{", "}", "&x ", "*x ", "!t ", "'", '"', "|\n", ">\n", "#", ": ", "? "]
STRANGE = ["---\n", "...\n", "%YAML 1.2\n", "\r\n", "\r", "\ufeff", "\0", "\x07", "键: 值\n", "😀", "{{ x }}", "<<: ", "\u2028", "\x85"]
TEXTS = st.lists(st.one_of(st.sampled_from(BITS + STRANGE), st.text(max_size=5)), max_size=30).map("".join)
FILES = st.one_of(
    TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")),
    TEXTS.map(lambda text: text.encode("gb18030", "replace")),
    TEXTS.map(lambda text: text.encode("utf-16", "surrogatepass")),
    st.binary(max_size=60),
)


def lines_of(content: bytes) -> list[str]:
    text = content.decode("utf-8-sig", errors="replace")
    return re.split(r"\r\n|\r|\n", text)


@given(content=FILES)
@example(content="键: 😀\0".encode())
@example(content="键: '值\u2028".encode())
def test_reading_anything_gives_a_value_or_problems_inside_the_file(content: bytes, tmp_path: Path) -> None:
    source, problems = reading(tmp_path, content)
    assert (source is None) == bool(problems)
    lines = lines_of(content)
    for found in problems:
        assert 1 <= found.location.line <= len(lines), (content, found)
        assert 1 <= found.location.column <= len(lines[found.location.line - 1]) + 1, (content, found)
