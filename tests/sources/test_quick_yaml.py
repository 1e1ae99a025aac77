"""The fast path for plain YAML says what libyaml says, or that it is not sure."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import event, example, given, settings
from hypothesis import strategies as st

from helpcenter.sources.yaml.quick_yaml import UNSURE, quick_read

ROOT = Path(__file__).parents[2]
SHIPPED = [*sorted((ROOT / "content").rglob("*.yaml")), ROOT / "faq.yaml"]


def slowly(text: str) -> Any:
    """Return what libyaml makes of ``text`` when every scalar stays text; refuse what we refuse."""
    tokens = list(yaml.scan(text, Loader=yaml.CSafeLoader))
    refused = (yaml.AnchorToken, yaml.AliasToken, yaml.TagToken, yaml.DirectiveToken)
    assert not [token for token in tokens if isinstance(token, refused)]
    documents = [_value(node) for node in yaml.compose_all(text, Loader=yaml.CSafeLoader)]
    assert len(documents) == 1
    return documents[0]


def _value(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        pairs = [(key.value, _value(value)) for key, value in node.value]
        assert len({key for key, _ in pairs}) == len(pairs)
        return dict(pairs)
    return [_value(item) for item in node.value] if isinstance(node, yaml.SequenceNode) else node.value


def check(text: str) -> bool:
    """Hold both readings equal; return whether the fast one was sure."""
    found = quick_read(text)
    if found is not UNSURE:
        assert found == slowly(text), text
    return found is not UNSURE


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_shipped_files_read_the_same(path: Path) -> None:
    check(path.read_text(encoding="utf-8"))


def test_a_plain_article_is_read_fast() -> None:
    text = "id: a\n\ntitle: 甲 乙\nlist: [a, 乙 丙]\nparts:\n  - id: b\n    text: |\n      一\n\n        二\n  - id: c\nempty:\n"
    assert check(text)
    assert quick_read(text)["parts"][0]["text"] == "一\n\n  二\n"


KEYS = ["a", "ab", "id", "x-y", "b_1"]
SCALARS = [
    "", "x", "撤销", "a b", "-", "- x", "---", "...", "a:b", "a: b", "a#b", "a #b", "# c", "[a]", "[a, b]", "[a,b]", "[]", "[ ]",
    "[a, ]", "[-]", "[- a]", "[a] b", "[,]", "|", "|-", ">", "~", "null", "yes", "1.10", '"q"', "'q'", 'a"b', "it's", "?",
    "? x", ":x", "x:", "x :y", "&a", "*a", "!t", "%x", "@x", "`x`", "a,b", "a]b", "{a}", "x y  z", "，：", "a\\b", "<<", "http://x.cn/?a=1#b",
    "\u3000x", "x\u3000", "😀", "x\u00a0", "-x", "[a:b]", "[a'b]", '["a"]', "[中，文, b]", "x ", " x", "a\tb", "\u2028", "\x85", "\ufeff",
]  # fmt: skip
LINES = st.one_of(
    st.tuples(st.sampled_from(KEYS), st.sampled_from([": ", ": ", ":", ":  "]), st.sampled_from(SCALARS)).map("".join),
    st.tuples(st.just("- "), st.sampled_from(KEYS), st.just(": "), st.sampled_from(SCALARS)).map("".join),
    st.sampled_from(SCALARS).map(lambda text: f"- {text}"),
    st.sampled_from([*SCALARS, "-", "", "a: |", "b:", "- c: |", "- d:"]),
)
INDENTED = st.tuples(st.sampled_from([0, 0, 0, 1, 2, 2, 2, 3, 4, 4, 6]), LINES).map(lambda pair: " " * pair[0] + pair[1])


@settings(max_examples=1000)
@given(lines=st.lists(INDENTED, min_size=1, max_size=6), end=st.sampled_from(["\n", "\n", "\n\n", "", "\r\n"]))
def test_whatever_lines_there_are_both_read_the_same(lines: list[str], end: str) -> None:
    sure = check("\n".join(lines) + end)
    event(f"sure: {sure}")


WORDS = st.text(st.sampled_from("撤销a1 ，。：“”-#:,.!?()（）😀|&*[]{}'"), min_size=1, max_size=8)
TEXTS = st.lists(st.sampled_from(["一", "- 二", "  三", "", "a: b", "# x", "**粗**", "| t |", " "]), min_size=1, max_size=4)


def rendered(node: Any, indent: int) -> str:
    """Return YAML for a node: a mapping, a list, a text of several lines (a tuple) or one line."""
    pad = " " * indent
    if isinstance(node, dict):
        return "".join(f"{pad}{key}:{_below(value, indent)}" for key, value in node.items())
    if isinstance(node, list):
        items = (rendered(item, indent + 2) if isinstance(item, dict) else f"{pad}  {item}\n" for item in node)
        return "".join(f"{pad}- {text[indent + 2:]}" for text in items)
    return str(node)


def _below(node: Any, indent: int) -> str:
    if isinstance(node, tuple):
        return " |\n" + "".join(f"{' ' * (indent + 2)}{line}\n" if line else "\n" for line in node)
    return f" {node}\n" if isinstance(node, str) else f"\n{rendered(node, indent + 2 * isinstance(node, dict))}"


PLAIN = st.one_of(WORDS, st.sampled_from(SCALARS), st.sampled_from(["撤销", "a b", "[甲, 乙]", "2026-11-20"]))
TREES: st.SearchStrategy[Any] = st.dictionaries(
    st.sampled_from(KEYS),
    st.recursive(
        st.one_of(PLAIN, TEXTS.map(tuple)),
        lambda below: st.one_of(
            st.dictionaries(st.sampled_from(KEYS), below, min_size=1, max_size=3),
            st.lists(st.one_of(PLAIN, st.dictionaries(st.sampled_from(KEYS), below, min_size=1, max_size=2)), min_size=1, max_size=3),
        ),
        max_leaves=4,
    ),
    min_size=1,
    max_size=3,
)


@settings(max_examples=500)
@given(tree=TREES)
def test_whatever_trees_there_are_both_read_the_same(tree: Any) -> None:
    sure = check(rendered(tree, 0))
    event(f"sure: {sure}")


PIECES = ["\n", " ", "  ", ":", "-", "#", "|", "[", "]", "{", "&a ", "*a ", "'", '"', ",", "?", "\t", "\\", "，", "撤", ": ", " #", "- "]


@settings(max_examples=1000)
@given(start=st.integers(0, 60), length=st.integers(2, 12), place=st.integers(0, 400), piece=st.sampled_from(PIECES))
@example(start=0, length=12, place=0, piece="\ufeff")
def test_a_slip_in_a_shipped_file_reads_the_same(start: int, length: int, place: int, piece: str) -> None:
    lines = (ROOT / "content" / "articles" / "cancel-after-sales.yaml").read_text(encoding="utf-8").splitlines()
    text = "\n".join(lines[start : start + length]) + "\n"
    place %= len(text)
    check(text[:place] + piece + text[place:])
    check(text[:place] + text[place + len(piece) :])
