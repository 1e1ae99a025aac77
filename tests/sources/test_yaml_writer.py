"""YAML that we write: what is read back is what was written, and people can read it too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from helpcenter.sources.yaml.reader import parse
from helpcenter.sources.yaml.writer import WIDTH, scalar, yaml_text

REFUSED = [chr(code) for code in (*range(9), 11, *range(12, 32), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF)]
"""What our files may not hold, however it is written."""
TEXTS = st.one_of(
    st.sampled_from(
        ["no", "yes", "null", "~", "1.10", "0x1f", "1e3", "2026-11-20", "12:30", "", " ", "-", "- a", "?", "? a", ": a", "a: b",
         "a #b", "#a", "a#b", "{a: b}", "[a]", "*a", "&a", "!a", "|", ">", "%a", "@a", "`a`", "'", '"', "\\", "\\n", "'a", '"a"',
         " a", "a ", "  a\n b", "a\nb", "a\nb\n", "a\n\nb\n", "\na", "a\n\n", "a\n b\n", "a \nb", "a\n\tb", "\ta", "---", "...",
         "😀", "👨‍👩‍👧", "\u2028", "\ufeff", "\xa0", "　", "“你好”：再见", "<<", "=", "a,b", "a\n--- b", "a\n#b", "true", "ÿ", "\U0010ffff"]
    ),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters=REFUSED)),
    st.text("ab #:-\n\t\"'你。", max_size=12),
)  # fmt: skip
KEYS = st.one_of(st.from_regex(r"[a-z0-9-]{2,8}", fullmatch=True), TEXTS.filter(lambda text: len(text) < 60))
RULES = st.dictionaries(KEYS, TEXTS | st.lists(TEXTS, max_size=2) | st.dictionaries(KEYS, TEXTS, max_size=2), min_size=1, max_size=3)
VALUES = st.recursive(
    TEXTS | st.lists(TEXTS, max_size=3) | st.lists(RULES, max_size=3),
    lambda inner: st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=8,
)


def reads_back(value: dict[str, Any]) -> None:
    """Hold that our reader and another one see the same as was written."""
    text = yaml_text(value)
    source, problems = parse(text, Path("made.yaml"), "made.yaml")
    assert problems == [], text
    assert source is not None
    assert source.data == value, text
    assert yaml.load(text, Loader=yaml.BaseLoader) == value


@given(st.dictionaries(KEYS, VALUES, max_size=4))
@example({"a": {"b": {"c": [{"d": {"e": "f"}}]}}})
@example({"a": [], "b": {}, "c": [{"d": "x\ny"}], "e": ["x\ny"]})
def test_what_is_read_back_is_what_was_written(value: dict[str, Any]) -> None:
    reads_back(value)


@given(TEXTS)
def test_any_text(text: str) -> None:
    reads_back({"text": text, "list": [text], "one": {"line": text}, "rules": [{"when": {"a": [text]}, "go": text}]})


@pytest.mark.parametrize(
    "text",
    ["no", "1", "2026", "现在就可以撤销", "打开售后单详情，点“撤销”。", "现在 能撤销吗？", "reapply#open-order", "a-b", "App", "退款中（等待）"],
)
def test_what_is_safe_stands_as_it_is(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize("text", ["true", "NULL", "1.10", "2026-11-2O", "a: b", "a, b", " a", "", "😀", "-a", "it's", "a.b", "a?"])
def test_what_is_not_safe_stands_in_quotes(text: str) -> None:
    assert scalar(text) == f'"{text}"' or text == "2026-11-2O"


VALUE: dict[str, Any] = {
    "id": "why-not",
    "title": "取消不了？一步步找原因",
    "questions": {
        "what": {
            "ask": "问：“什么”？",
            "help": "第一行\n\n- 第二行\n",
            "options": {
                "no": {"label": "没有", "to": "end"},
                "long": {"label": "很长" * 30, "to": "end", "again": "1", "state": "applied", "extra": "x" * 30},
                "rules": {
                    "label": "看 #1: “引号”",
                    "to": [
                        {"when": {"what": ["no", "long"], "other": "yes"}, "go": "end"},
                        {"when": {"what": ["x" * 40], "other": ["y" * 40]}, "go": "end"},
                        {"go": "other-flow#start"},
                    ],
                },
            },
        }
    },
    "outcomes": {"end": {"title": "1.10", "text": "没有换行结尾\n第二行", "not_solved": {"go": "what", "again": "1"}}},
    "aliases": ["撤销不了", "a, b"],
    "sources": ["x" * 50, "y" * 50],
    "nothing": [],
}
TEXT = f"""\
id: why-not
title: 取消不了？一步步找原因
questions:
  what:
    ask: 问：“什么”？
    help: |
      第一行

      - 第二行
    options:
      no: {{label: 没有, to: end}}
      long:
        label: {"很长" * 30}
        to: end
        again: 1
        state: applied
        extra: {"x" * 30}
      rules:
        label: "看 #1: “引号”"
        to:
          - {{when: {{what: [no, long], other: yes}}, go: end}}
          - when:
              what: [{"x" * 40}]
              other: [{"y" * 40}]
            go: end
          - {{go: other-flow#start}}
outcomes:
  end:
    title: "1.10"
    text: |-
      没有换行结尾
      第二行
    not_solved: {{go: what, again: 1}}
aliases: [撤销不了, "a, b"]
sources:
  - {"x" * 50}
  - {"y" * 50}
nothing: []
"""


def test_the_form_that_people_read() -> None:
    assert yaml_text(VALUE) == TEXT
    assert max(len(line) for line in TEXT.splitlines()) <= WIDTH


def test_nothing_is_an_empty_mapping() -> None:
    assert yaml_text({}) == "{}\n"
