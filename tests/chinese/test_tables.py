"""The tables of Chinese: what the script makes, and read whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from helpcenter.chinese.tables import read_otherwise, readings, simplified, word_rows

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "generator" / "helpcenter" / "chinese"


def test_the_files_are_what_the_script_makes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(ROOT / "tools" / "make_tables.py"), str(tmp_path)], check=True)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {path.name: path.read_bytes() for path in FOLDER.glob("*.txt")}
    assert len(made) == 4


def test_each_word_stands_once_with_how_often() -> None:
    rows = [(row, list(times)) for row, times in word_rows()]
    assert [len(row) // length for length, (row, _) in enumerate(rows, 1)] == [len(times) for _, times in rows]
    found = [row[place : place + length] for length, (row, _) in enumerate(rows, 1) for place in range(0, len(row), length)]
    assert len(found) == len(set(found)) > 180_000
    assert {"退", "退款", "身份证", "自相矛盾"} <= set(found)


def test_rare_words_are_pairs_at_most() -> None:
    rarest = [min(times) for _, times in word_rows()]
    assert max(rarest[:2]) <= 3 < min(rarest[2:])


def test_no_word_is_written_in_traditional_characters() -> None:
    assert set("".join(row for row, _ in word_rows())).isdisjoint(simplified())


@pytest.mark.parametrize(("old", "new"), [("貨", "货"), ("裡", "里"), ("裏", "里"), ("么", None), ("货", None)])
def test_traditional_characters_have_a_simplified_one(old: str, new: str | None) -> None:
    assert simplified().get(old) == new


def test_readings_are_plain_letters_two_at_most() -> None:
    usual, rare = readings()
    assert rare.keys() <= usual.keys()
    assert all(sound.isalpha() and sound.isascii() and sound.islower() for sound in {*usual.values(), *rare.values()})
    assert (usual["行"], rare["行"], usual["女"]) == ("xing", "hang", "nv")


def test_a_word_that_is_read_otherwise_has_a_syllable_a_character() -> None:
    assert {word for word, spoken in read_otherwise().items() if len(spoken.split(" ")) != len(word)} == set()
