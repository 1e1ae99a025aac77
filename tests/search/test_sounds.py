"""How characters sound."""

from __future__ import annotations

import re

import pytest

from helpcenter.search.sounds import by_sound, common_characters, sound_table, sounds


@pytest.mark.parametrize(
    ("char", "found"),
    [("中", ["zhong"]), ("女", ["nv", "ru"]), ("绿", ["lv", "lu"]), ("行", ["xing", "hang"]), ("a", []), ("，", [])],
)
def test_sounds_are_plain_letters(char: str, found: list[str]) -> None:
    assert sounds(char) == found


def test_every_common_character_has_a_sound() -> None:
    assert len(common_characters()) == 3755
    assert [char for char in common_characters() if not all(map(str.isascii, sounds(char))) or not sounds(char)] == []


def test_the_table_groups_characters_by_sound() -> None:
    groups = sound_table({"撤", "鑫"}, {}).split(" ")
    assert any(group.startswith("che") and "撤" in group for group in groups)
    assert any(group.startswith("xin") and "鑫" in group for group in groups)
    found = [re.sub("[^a-z]", "", group) for group in groups]
    assert found == sorted(set(found))


def test_readings_that_are_rare_stand_behind_a_bar() -> None:
    groups = sound_table(set(), {}).split(" ")
    assert "不" in next(group for group in groups if group.startswith("fou")).partition("|")[2]
    assert "不" in next(group for group in groups if re.match("bu[^a-z]", group)).partition("|")[0]


def test_characters_that_start_many_terms_come_first() -> None:
    group = next(group for group in sound_table({"撤"}, {"撤": 5, "彻": 2}).split(" ") if group.startswith("che车"[:3]))
    assert group.startswith("che撤彻")


def test_terms_that_sound_alike_stand_together() -> None:
    terms = ["app", "推广", "退款", "腿", "款", "撤", "彻底", "车", "鑫", "🎁", "きゃ"]
    order = sorted(terms, key=by_sound)
    assert [term for term in order if term[0] in "推退腿"] == order[order.index("推广") : order.index("推广") + 3]
    assert [term for term in order if term[0] in "撤彻车"] == order[order.index("车") : order.index("车") + 3]
    assert order[0] == "app"
