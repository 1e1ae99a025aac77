"""Typeset text as plain text: what somebody pastes into a chat."""

from __future__ import annotations

import pytest

from helpcenter.texts.chat import chat_text
from helpcenter.texts.variants import as_told, with_variants


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>一</p>\n<p>二</p>", "一\n\n二"),
        ("<p>一<br>\n二</p>", "一\n二"),
        ("<ol><li>甲</li><li>乙</li></ol>", "1. 甲\n2. 乙"),
        ("<ol><li><p>甲</p><p>说明</p></li><li>乙</li></ol>", "1. 甲\n说明\n2. 乙"),
        ("<ol><li>甲<ol><li>子</li><li>丑</li></ol></li><li>乙</li></ol>", "1. 甲\n  1) 子\n  2) 丑\n2. 乙"),
        ("<ol><li>甲<ul><li>点</li></ul></li></ol><p>完</p>", "1. 甲\n  • 点\n\n完"),
        ("<ul>\n<li><strong>粗</strong>：<em>斜</em></li>\n</ul><p>后</p>", "• 粗：斜\n\n后"),
        ('<p>看<a href="../reapply/">这篇</a>。</p>', "看这篇。"),
        ('<p>看<a href="https://a.example.com/">规则</a>。</p>', "看规则 https://a.example.com/ 。"),
        ('<p><a href="https://a.example.com/">https://a.example.com/</a></p>', "https://a.example.com/"),
        ('<p>图<img src="../images/a.png" alt="按钮">后</p>', "图后"),
        ("<table><thead><tr><th>状态</th><th>能否</th></tr></thead><tr><td>甲</td><td>能</td></tr></table>",
         "状态 · 能否\n甲 · 能"),
        ("<pre><code>a  b\n  c\n</code></pre>", "a  b\n  c"),
        ("<p>1 &lt; 2 &amp; “引”</p>", "1 < 2 & “引”"),
        ("<h2>题</h2><ol><li>甲</li></ol>", "题\n\n1. 甲"),
        ("<ol><li></li><li>乙</li></ol>", "2. 乙"),
        ("", ""),
    ],
)  # fmt: skip
def test_blocks_become_lines(html: str, text: str) -> None:
    assert chat_text(html) == text


def test_of_what_platforms_put_differently_everybody_gets_the_common_text() -> None:
    html = f"<p>点{with_variants('撤销', (('jd tb', '取消售后'),))}。</p>"
    assert chat_text(html) == "点撤销。"
    assert as_told(html) == "<p>点撤销。</p>"
    assert as_told(html, "jd") == as_told(html, "tb") == "<p>点取消售后。</p>"
    assert as_told(html, "wx") == "<p>点撤销。</p>"
