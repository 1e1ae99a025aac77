"""The guide for staff speaks of the desk that there is: its keys, its forms, its words."""

from __future__ import annotations

import re

from helpcenter.desk.data import FORMS
from helpcenter.desk.help import key_help
from helpcenter.words.catalogue import interface
from tests.docs.documents import STAFF, section, text_of

WORDS = interface("zh")


def rows(title: str) -> list[list[str]]:
    """Return the cells of the table below a heading, without its head."""
    lines = re.findall(r"^\| (.+) \|$", section(STAFF, title), flags=re.M)
    return [line.split(" | ") for line in lines[2:]]


def test_every_key_of_the_desk_is_there_and_no_other() -> None:
    told = {tuple(re.findall(r"`([^`]+)`", keys)) for keys, _ in rows("快捷键")}
    assert told == {tuple(key for key in keys if key != "…") for keys, _ in key_help(WORDS)}


def test_every_form_is_explained() -> None:
    assert [name for name, _ in rows("复制哪一种")] == [WORDS(f"desk.form.{form}") for form in FORMS]


def test_keys_in_sentences_are_keys_of_the_desk() -> None:
    known = {key for keys, _ in key_help(WORDS) for key in keys} | {"Alt+↓", "Ctrl+C", "Ctrl", "Alt", "⌘", "⌥", "0"}
    named = re.findall(r"`([^`\n]+)`", text_of(STAFF))
    assert {name for name in named if re.match(r"(?:Alt|Ctrl|Shift)\b|[^\w/]$", name)} - known == set()


def test_what_it_quotes_stands_on_the_desk() -> None:
    said = "".join(WORDS.texts.values())
    for quoted in ("发到哪里", "顾客在哪里买的", "没有完全对得上的", "负责："):
        assert f"“{quoted}" in text_of(STAFF)
        assert quoted in said
