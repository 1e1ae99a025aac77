"""Ids: kept where they can be, else Latin or pinyin, never one twice."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.importing.ids import Ids, is_id, slug
from helpcenter.model.fields import ID_PATTERN


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("待商家处理", "dai-shang-jia-chu-li"),
        ("女装", "nv-zhuang"),
        ("Yes", "yes"),
        ("已寄出 3 天", "yi-ji-chu-3-tian"),
        ("App 闪退", "app-shan-tui"),
        ("是", "shi"),
        ("1", "id-1"),
        ("a", "id-a"),
        ("？！", "option"),
        ("😀", "option"),
        ("", "option"),
        ("如果商家一直不处理你的申请就等到超时以后再说吧", "ru-guo-shang-jia-yi-zhi-bu-chu-li-ni-de"),
        ("x" * 50, "option"),
    ],
)
def test_slugs(text: str, found: str) -> None:
    assert slug(text) == found


def test_a_slug_of_the_first_text_that_has_one() -> None:
    assert slug("？", "", "好") == "hao"


@pytest.mark.parametrize(
    ("name", "words", "found"),
    [
        ("status", "状态", "status"),
        ("a-b-2", "", "a-b-2"),
        ("A", "状态", "node-a"),
        ("a", "状态", "node-a"),
        ("Step_1", "状态", "step-1"),
        ("is-it-" + "long-" * 10 + "slug", "", "is-it-long-long-long-long-long-long-long"),
        ("开始", "问题", "kai-shi"),
        ("状态A", "", "zhuang-tai-a"),
        ("_", "问题", "wen-ti"),
        ("#/", "", "option"),
    ],
)
def test_ids_of_names(name: str, words: str, found: str) -> None:
    ids = Ids()
    assert ids.of(name, words) == found
    assert ids.of(name, "别的") == found


def test_what_is_an_id_is_never_taken_from_its_owner() -> None:
    ids = Ids(["node-a", "A"])
    assert ids.of("A") == "node-a-2"
    assert ids.of("node-a") == "node-a"
    assert ids.of("a") == "node-a-3"


def test_a_given_id_comes_first_and_is_given_once() -> None:
    ids = Ids(["kept"])
    assert ids.of("x", "", "end") == "end"
    assert ids.of("y", "", "end") == "end-2"
    assert ids.of("z", "", "kept") == "kept-2"


def test_numbers_never_make_an_id_too_long() -> None:
    ids = Ids()
    found = [ids.fresh("a" * 40) for _ in range(1200)]
    assert found[1] == "a" * 38 + "-2"
    assert found[1100] == "a" * 35 + "-1101"
    assert len(set(found)) == 1200
    assert all(is_id(one) for one in found)
    assert Ids(["a" * 37 + "-b"]).fresh("a" * 37 + "-b") == "a" * 37 + "-b-2"[:0] + "-2"


@pytest.mark.parametrize("name", ["ab", "a-1", "--", "0" * 40])
def test_ids(name: str) -> None:
    assert is_id(name)


@pytest.mark.parametrize("name", ["", "a", "A1", "a_b", "ab\n", "状态", "0" * 41, "a b", "../ab"])
def test_no_ids(name: str) -> None:
    assert not is_id(name)


@given(st.lists(st.tuples(st.text(max_size=60), st.text(max_size=60)), max_size=20))
def test_any_names_have_ids_of_their_own(named: list[tuple[str, str]]) -> None:
    names = dict(named)
    ids = Ids(names)
    found = [ids.of(name, words) for name, words in names.items()]
    assert len(set(found)) == len(names)
    assert all(re.match(ID_PATTERN, one) for one in found)
    assert all(ids.of(name) == name for name in names if is_id(name))
