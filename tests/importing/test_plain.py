"""Texts of other programs as plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.importing.plain import label, one_line, paragraphs
from tests.sources.test_yaml_writer import reads_back


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One.</p>\n<p>Two.</p>", "One.\n\nTwo."),
        ("<p>A<br>B<br />C</p>", "A\n\nB\n\nC"),
        ("<ul>\n<li>one</li>\n<li class=\"x\"> two</li>\n</ul>", "- one\n- two"),
        ("<h2 id=\"x\">Head</h2><div>Text &amp; more &lt;3</div>", "Head\n\nText & more <3"),
        ('<p><a rel="external" href="https://example.com/a">Site</a></p>', "[Site](https://example.com/a)"),
        ('<p><a href="/a">Here</a>, <a href="javascript:x">there</a></p>', "Here, there"),
        ("plain *Markdown*\n\n\n\n- a < b", "plain *Markdown*\n\n- a < b"),
        ("one\r\ntwo\r\n\r\nthree\rfour", "one\ntwo\n\nthree\nfour"),
        ("a\x07b\ud800c\ufeff", "abc"),
        ("  \n ", ""),
    ],
)
def test_paragraphs(html: str, text: str) -> None:
    assert paragraphs(html) == text


def test_lines_and_labels() -> None:
    assert one_line(" a\t b\n\x00c　d\u2028e ") == "a b c d e"
    assert label("`a` <i>b</i> &lt;c&gt; #35;d #nope; &nope; <br/>e") == "a` b <c> #d #nope; &nope; e"


@given(st.text())
def test_whatever_comes_out_can_stand_in_our_files(text: str) -> None:
    for cleaned in (one_line(text), label(text), paragraphs(text)):
        reads_back({"text": cleaned})
