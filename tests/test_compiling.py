"""The Jinja environment: escapes, refuses unknown names, and keeps compiled templates only where they fit."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from generator.compiling import bytecode_cache, environment
from generator.words import Words

WORDS = Words("xx", {"a.b": "<words> & {more}", "a.c": "{n} times"})


def rendered(folder: Path, template: str, words: Words = WORDS, **view: object) -> str:
    (folder / "page.html").write_text(template, encoding="utf-8")
    return environment(folder, words).get_template("page.html").render(view)


@pytest.mark.parametrize(
    ("value", "html"),
    [
        ("<b>\"&", "&lt;b&gt;&quot;&amp;"),
        (Markup("<b>"), "<b>"),
        (3, "3"),
        (["<b>"], "[&#39;&lt;b&gt;&#39;]"),
        (None, "None"),
    ],
)
def test_everything_but_safe_html_is_escaped(value: object, html: str, tmp_path: Path) -> None:
    assert rendered(tmp_path, "{{ value }}", value=value) == html
    assert rendered(tmp_path, "{{ value if value is not none else value }}", value=value) == html


def test_words_are_escaped_with_and_without_facts(tmp_path: Path) -> None:
    assert rendered(tmp_path, "{{ t('a.b') }} {{ t('a.c', n='<3>') }}") == "&lt;words&gt; &amp; {more} &lt;3&gt; times"


def test_other_words_are_not_taken_from_what_was_compiled_before(tmp_path: Path) -> None:
    first = rendered(tmp_path, "{{ t('a.b') }}")
    other = rendered(tmp_path, "{{ t('a.b') }}", Words("yy", {"a.b": "others"}))
    assert (first, other) == ("&lt;words&gt; &amp; {more}", "others")


def test_a_changed_template_is_compiled_again(tmp_path: Path) -> None:
    assert [rendered(tmp_path, "one"), rendered(tmp_path, "two")] == ["one", "two"]


def test_an_unknown_name_or_word_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError):
        rendered(tmp_path, "{{ nobody }}")
    with pytest.raises(KeyError):
        rendered(tmp_path, "{{ t('no.word') }}")


def test_nothing_is_kept_where_python_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert bytecode_cache("x") is None
