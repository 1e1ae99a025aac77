"""Blocks with words from right to left say so, others stay as they are."""

from __future__ import annotations

from helpcenter.texts.directions import directed, has_right_to_left, undirected


def test_blocks_take_the_direction_of_their_words() -> None:
    html = '<p>افتح التفاصيل</p>\n<ol start="2">\n<li>甲</li>\n</ol>\n<table><tr><td class="hc-right">שלום</td></tr></table>'
    assert has_right_to_left(html)
    assert directed(html) == (
        '<p dir="auto">افتح التفاصيل</p>\n<ol start="2">\n<li dir="auto">甲</li>\n</ol>\n'
        '<table><tr><td dir="auto" class="hc-right">שלום</td></tr></table>'
    )


def test_other_texts_stay_as_they_are() -> None:
    for html in ("<p>打开详情。</p>", "<p>Open it. Ελληνικά हिन्दी 한국어 ไทย 😀</p>", "<pre><code>x</code></pre>"):
        assert not has_right_to_left(html)


def test_what_only_begins_like_a_block_is_none() -> None:
    assert directed("<pre>שלום</pre><link><p>א</p>") == '<pre>שלום</pre><link><p dir="auto">א</p>'


def test_pages_that_run_one_way_say_nothing_of_directions() -> None:
    page = '<h1 dir="auto">打开详情</h1><bdi>Help</bdi><a dir="ltr">1</a> &lt;bdi&gt;'
    assert undirected(page) == '<h1>打开详情</h1>Help<a dir="ltr">1</a> &lt;bdi&gt;'
    for turning in ("שלום", "افتح", "\u202e", "\u2067", "\U0001e900"):
        assert undirected(page + turning) == page + turning
