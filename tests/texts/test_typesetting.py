"""Writers' Markdown to HTML: what Chinese text needs, one result on both paths, and nothing that can run."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helpcenter.addresses import Addresses
from helpcenter.model.entries import Article, FaqEntry, Topic
from helpcenter.model.help_center import HelpCenter
from helpcenter.model.values import Value
from helpcenter.texts.images import unknown_size
from helpcenter.texts.plain_markdown import plain_block
from helpcenter.texts.reference import Reference
from helpcenter.texts.rendered import Rendered, plain
from helpcenter.texts.typesetting import Typesetter
from tests.reading import Node, text_of, tree

ENTRY = {"topic": "after-sales", "owner": "team", "reviewed": "2026-11-20"}
REAPPLY = Article.model_validate(
    {"id": "reapply", "title": "重新申请", "summary": "摘要。", "steps": [{"id": "open-order", "title": "打开"}], **ENTRY}
)
QUESTION = FaqEntry.model_validate(
    {"id": "can-withdraw", "question": "能撤销吗？", "reply": "能。", "answer": "能。", **ENTRY}
)
VALUES = {
    "hours": Value(text="48 小时", source="规则页", checked="2026-11"),
    "evil": Value(text="<b>*x* [y](reapply)</b>", source="规则页", checked="2026-11"),
}
HOURS = '<a class="hc-fact" href="#fact.hours">48 小时</a>'


@cache
def typesetter() -> Typesetter:
    topic = Topic(id="after-sales", title="售后", summary="摘要。")
    about = frozenset({"about"})
    center = HelpCenter((topic,), {"reapply": REAPPLY}, {"can-withdraw": QUESTION}, {}, None, VALUES, {}, pages=about)
    return Typesetter(Reference(VALUES, Addresses(center), unknown_size))


def block(source: str) -> Rendered:
    return typesetter().block(source)


EMPHASIS = [
    ("**注意：**请先截图", "<strong>注意：</strong>请先截图"),
    ("请看“**撤销**”这一节", "请看“<strong>撤销</strong>”这一节"),
    ("点**“确定”**按钮", "点<strong>“确定”</strong>按钮"),
    ("**A**中文", "<strong>A</strong>中文"),
    ("中文**A**", "中文<strong>A</strong>"),
    ("中文**，也加粗**。", "中文<strong>，也加粗</strong>。"),
    ("（**重要**）", "（<strong>重要</strong>）"),
    ("**一**和**二**、**三**", "<strong>一</strong>和<strong>二</strong>、<strong>三</strong>"),
    ("*斜体。*后面", "<em>斜体。</em>后面"),
    ("**粗*斜*粗**字", "<strong>粗<em>斜</em>粗</strong>字"),
    ("**[链接](reapply)**后面", '<strong><a href="../reapply/">链接</a></strong>后面'),
    ("**要等 {{ hours }}。**请等", f"<strong>要等 {HOURS}。</strong>请等"),
    ("**bold** text and snake_case_name", "<strong>bold</strong> text and snake_case_name"),
    ("2 * 3 * 4", "2 * 3 * 4"),
    ("** 不是粗体 **", "** 不是粗体 **"),
    ("文字**没有结束", "文字**没有结束"),
    (r"\*不是斜体\*", "*不是斜体*"),
    ("**한국어**는", "<strong>한국어</strong>는"),
    ("**カタカナ。**ひらがな", "<strong>カタカナ。</strong>ひらがな"),
]


@pytest.mark.parametrize(("source", "html"), EMPHASIS)
def test_emphasis_works_beside_chinese(source: str, html: str) -> None:
    assert block(source).html == f"<p>{html}</p>\n"


LINES = [
    ("第一行\n第二行", "第一行第二行"),
    ("第一行，\n第二行。", "第一行，第二行。"),
    ("“第一行”\n（第二行）", "“第一行”（第二行）"),
    ("first\nsecond", "first\nsecond"),
    ("第一行\nsecond", "第一行\nsecond"),
    ("first\n第二行", "first\n第二行"),
    ("**第一行**\n第二行", "<strong>第一行</strong>第二行"),
    ("[第一行](reapply)\n**第二行**", '<a href="../reapply/">第一行</a><strong>第二行</strong>'),
    ("𠮷野\n𠮷田", "𠮷野𠮷田"),
    ("等 {{ hours }}\n之内", f"等 {HOURS}之内"),
]


@pytest.mark.parametrize(("source", "html"), LINES)
def test_line_ends_leave_no_gap_in_chinese_and_a_space_in_latin(source: str, html: str) -> None:
    assert block(source).html == f"<p>{html}</p>\n"


LINKS = [
    ("[去](reapply)", '<a href="../reapply/">去</a>', ("reapply",)),
    ("[去](reapply#open-order)", '<a href="../reapply/#open-order">去</a>', ("reapply",)),
    ("[去](can-withdraw#answer)", '<a href="../can-withdraw/#answer">去</a>', ("can-withdraw",)),
    ("[去](after-sales)", '<a href="../after-sales/">去</a>', ("after-sales",)),
    ("[去](about)", '<a href="../about/">去</a>', ("about",)),
    ("[去](questions)", '<a href="../questions/">去</a>', ()),
    ("[去](topics)", '<a href="../topics/">去</a>', ()),
    ("[去](updates)", '<a href="../updates/">去</a>', ()),
    ("[去](https://a.example/?x=1&y=2#z)", '<a href="https://a.example/?x=1&amp;y=2#z" rel="noopener">去</a>', ()),
    ("[信](mailto:a@b.example)", '<a href="mailto:a@b.example" rel="noopener">信</a>', ()),
    ("[电话](tel:+86-10-12315)", '<a href="tel:+86-10-12315" rel="noopener">电话</a>', ()),
    ("[**粗**](reapply)", '<a href="../reapply/"><strong>粗</strong></a>', ("reapply",)),
]


@pytest.mark.parametrize(("source", "html", "links"), LINKS)
def test_links_lead_to_ids_and_to_listed_schemes(source: str, html: str, links: tuple[str, ...]) -> None:
    found = block(source)
    assert (found.html, found.links, found.faults) == (f"<p>{html}</p>\n", links, ())


FAULTS = [
    ("[去](reaply)", "去", "unknown-link", "reapply"),
    ("[去](reapply#open-ordr)", "去", "unknown-part", "reapply#open-order"),
    ("{{ hour }}", "{{ hour }}", "unknown-value", "hours"),
]


@pytest.mark.parametrize(("source", "shown", "code", "guess"), FAULTS)
def test_what_leads_to_nothing_stays_readable_and_is_a_fault(source: str, shown: str, code: str, guess: str) -> None:
    found = block(source)
    assert found.html == f"<p>{shown}</p>\n"
    assert [(fault.code, dict(fault.details)["guess"]) for fault in found.faults] == [(code, guess)]


def test_values_are_plain_text_even_with_markup_in_them() -> None:
    found = block("一 {{ evil }} 二 {{evil}}")
    evil = '<a class="hc-fact" href="#fact.evil">&lt;b&gt;*x* [y](reapply)&lt;/b&gt;</a>'
    assert found.html == f"<p>一 {evil} 二 {evil}</p>\n"
    assert found.values == ("evil",)


def test_values_in_code_stay_as_typed() -> None:
    assert block("写成 `{{ hours }}`").html == "<p>写成 <code>{{ hours }}</code></p>\n"


@pytest.mark.parametrize("source", ["# 标题", "> 5 元", "---", "    四个空格", "<div>", "&amp; &#x3c;", "~~删~~"])
def test_markup_outside_the_small_set_is_text(source: str) -> None:
    html = block(f"前\n\n{source}\n\n后").html
    assert [node.tag for node in tree(html).walk()] == ["p", "p", "p"]
    assert text_of(html) == f"前 {source.strip()} 后"


def test_code_keeps_its_lines_and_shows_nothing_else() -> None:
    found = block("先运行：\n\n```bash title=x\n第一条 <b>\n\n  {{ hours }} **二**\n```\n再运行 `{{ hours }}`。")
    assert found.html == (
        '<p>先运行：</p>\n<pre tabindex="0"><code>第一条 &lt;b&gt;\n\n  {{ hours }} **二**\n</code></pre>\n'
        "<p>再运行 <code>{{ hours }}</code>。</p>\n"
    )
    assert (found.values, found.faults) == ((), ())


def test_a_fence_without_an_end_makes_no_code_of_what_follows() -> None:
    found = block("甲\n\n~~~谢谢~~~\n乙\n\n```text\n丙\n\n**丁**")
    assert found.html == "<p>甲</p>\n<p>~~~谢谢~~~乙</p>\n<p>```text\n丙</p>\n<p><strong>丁</strong></p>\n"
    assert [fault.at for fault in found.faults] == ["```"]


QUOTATIONS = [
    ("> 引用\n> 第二行\n\n后", "<blockquote>\n<p>引用第二行</p>\n</blockquote>\n<p>后</p>\n"),
    (">引用", "<blockquote>\n<p>引用</p>\n</blockquote>\n"),
    ("> - 甲", "<blockquote>\n<ul>\n<li>甲</li>\n</ul>\n</blockquote>\n"),
    ("金额\n> 5 元的", "<p>金额\n&gt; 5 元的</p>\n"),
    (">= 3", "<p>&gt;= 3</p>\n"),
    (">_<", "<p>&gt;_&lt;</p>\n"),
    ("甲 > 乙", "<p>甲 &gt; 乙</p>\n"),
]


@pytest.mark.parametrize(("source", "html"), QUOTATIONS)
def test_quotations_are_no_comparisons(source: str, html: str) -> None:
    assert block(source).html == html


def test_paragraphs_begin_where_word_indents_them() -> None:
    assert block("　　第一段。\n　　第二段，\n换行。\n\n- 甲").html == "<p>第一段。</p>\n<p>第二段，换行。</p>\n<ul>\n<li>甲</li>\n</ul>\n"


def test_typed_lines_stay_lines_in_paragraphs_and_items() -> None:
    assert block("做法：\n1、打开 **设置**\n2、点退款").html == "<p>做法：<br>\n1、打开 <strong>设置</strong><br>\n2、点退款</p>\n"
    assert block("1. 打开\n2.点退款").html == "<ol>\n<li>打开<br>\n2.点退款</li>\n</ol>\n"
    assert block("- 甲\n- 乙\n以上就是全部。").html == "<ul>\n<li>甲</li>\n<li>乙<br>\n以上就是全部。</li>\n</ul>\n"
    assert block("- 甲，\n  接着\n- 乙").html == "<ul>\n<li>甲，接着</li>\n<li>乙</li>\n</ul>\n"


BARE_LINKS = [
    ("看 https://a.example/x_y?b=1&c=2，再填", "看 ", "https://a.example/x_y?b=1&c=2", "，再填"),
    ("**https://a.example/_a_/b**", "", "https://a.example/_a_/b", ""),
    ("<https://a.example/>", "", "https://a.example/", ""),
]


@pytest.mark.parametrize(("source", "before", "address", "after"), BARE_LINKS)
def test_bare_addresses_are_links(source: str, before: str, address: str, after: str) -> None:
    found = tree(block(source).html)
    assert found.one("a").attributes == {"href": address, "rel": "noopener"}
    assert found.text() == f"{before}{address}{after}"


@pytest.mark.parametrize("source", ["[https://a.example](reapply)", "`https://a.example`", "```\nhttps://a.example\n```"])
def test_addresses_in_links_and_code_are_no_links_of_their_own(source: str) -> None:
    assert [node.attributes["href"] for node in tree(block(source).html).all("a")] == ["../reapply/"] * source.startswith("[")


def test_tables_need_no_inline_style() -> None:
    found = tree(block("| 左 | 右 |\n| :-- | --: |\n| a | b |").html)
    assert [node.text() for node in found.all("td")] == ["a", "b"]
    assert [node.attributes for node in found.walk() if "style" in node.attributes] == []


def test_pictures_come_from_the_images_folder() -> None:
    found = block("![订单“页”](images/sub/order.png)")
    assert tree(found.html).one("img").attributes == {
        "src": "../images/sub/order.png",
        "alt": "订单“页”",
        "loading": "lazy",
    }
    assert found.images == ("images/sub/order.png",)


def test_inline_text_has_no_paragraph() -> None:
    assert typesetter().inline("**粗**，[去](reapply)").html == '<strong>粗</strong>，<a href="../reapply/">去</a>'
    assert typesetter().inline("没有标记").html == "没有标记"


WORDS = ["撤销", "申请，", "“页面”", "（见下）", "。", "a", "Word ", "1", "2026", "《书》", "【注】", "…", "€", "😀", "𠮷", "é", "、", " ", "  ", "　"]
ENDS = ["\n", "\n\n", "\n\n\n", " \n", "\n ", "\t", "\u00a0", "\u2028", "\r\n"]
PLAIN = st.lists(st.sampled_from([*WORDS, *ENDS, "<", ">", "&", '"', "'", "#", ":", ";", "!", "?", "~", "="])).map("".join)


@settings(max_examples=500)
@given(source=PLAIN)
@example(source="一\n　　二")
@example(source="a\n　b")
@example(source="\u00a0a")
def test_text_without_markup_is_the_same_on_both_paths(source: str) -> None:
    assert typesetter().block(source).html == typesetter().parsed(source).html
    assert typesetter().inline(source).html == typesetter().parsed(source, inline=True).html


def test_every_character_that_is_taken_for_a_word_is_one_to_the_parser() -> None:
    for char in filter(str.isprintable, map(chr, (*range(0x3100), *range(0xFE00, 0x10000)))):
        text = f"{char}一{char}"
        assert plain_block(text, str) in (None, typesetter().parsed(text).html)
    every = "".join(map(chr, range(0x4E00, 0xA000)))
    assert plain_block(every, str) == typesetter().parsed(every).html


MARKS = ["**", "*", "_", "`", "[去](reapply)", "[去](nowhere)", "[x](https://a.example/)", "{{ hours }}", "{{ hour }}", "{{"]
MARKS += ["- ", "* ", "+ ", "1. ", "2. ", "10) ", "-", "1.", "|", "| a | b |\n| --- | --- |\n", "!", "[", "](", ")", "\\"]
MARKS += ["![图](images/a.png)", "[x](javascript:x)", "![去](reapply)", "\n2. 一", "\n- 二", "&amp;", "**粗**", "**粗。**", "[**去**](reapply)", "[a]: b", "  - ", "> "]
MARKS += ["**点“粗”**", "**粗）**", "**粗…**", "**a”**"]
MARKS += ["1、甲\n", "①", "地址：", "\n•", "> ", "```\n", "\n~~~", "https://a.example/_b_", "a_b@c.example", "<https://a.example>", "# ", "<br>", "~~删~~"]
MARKED = st.lists(st.sampled_from([*MARKS, *MARKS, *WORDS, *ENDS]), max_size=14).map("".join)


def comparable(found: Rendered) -> tuple[object, ...]:
    return str(found.html), found.links, found.values, found.images, set(found.faults)


@settings(max_examples=1500)
@given(source=MARKED)
@example(source="**粗****粗**")
@example(source="2. 一\n3. 二")
@example(source="**粗。**a")
@example(source="**粗”**é，**粗”**一，**粗”** a**粗”**")
@example(source="1. 一\n3. 二")
@example(source="1. 一\n\n2. 二")
@example(source="看![去](reapply)")
@example(source="  - --")
def test_text_with_markup_is_the_same_on_both_paths(source: str) -> None:
    assert comparable(typesetter().block(source)) == comparable(typesetter().parsed(source))
    assert comparable(typesetter().inline(source)) == comparable(typesetter().parsed(source, inline=True))


BARE = ("p", "strong", "em", "code", "ul", "li", "table", "thead", "tbody", "tr", "br", "blockquote")
ALLOWED: dict[str, set[str]] = {
    **{tag: set[str]() for tag in BARE},
    "th": {"class"}, "pre": {"tabindex"}, "td": {"class"}, "ol": {"start"}, "a": {"href", "rel", "class"}, "img": {"src", "alt", "loading"},
}
HREF = re.compile(r"(?:https?|mailto|tel):|#fact\.evil\Z|\.\./[a-z0-9-]{2,40}/(?:#[a-z0-9-]+)?\Z", re.I)
IMAGE = re.compile(r"(?:\.\./images/(?!.*\.\.)[^:]*)?\Z")
CLASS = re.compile(r"hc-(?:left|right|center|fact)\Z")


def harmless(node: Node) -> bool:
    attributes = node.attributes
    return (
        node.tag in ALLOWED
        and attributes.keys() <= ALLOWED[node.tag] | ({"dir"} if attributes.get("dir") == "auto" else set())
        and any(pattern.match(attributes.get("href", "../ok/")) for pattern in (HREF, IMAGE))
        and IMAGE.match(attributes.get("src", "")) is not None
        and CLASS.match(attributes.get("class", "hc-left")) is not None
    )


HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "</title>", "</p>", "<!--", "]]>",
    "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))", "[x](java&#x73;cript:alert(1))", "[x](&#106;avascript:x)",
    "[x](java\tscript:x)", "[x](<java\tscript:x>)", "[x](\x01javascript:x)", "[x](<javascript:x>)", "[x](\\javascript:x)",
    "[x](javascript&colon;alert(1))", "[x](data:text/html;base64,PHNjcmlwdD4=)", "[x](vbscript:x)", "[x](//evil.example)",
    "[x](https://a.example/\"onclick=alert(1))", "[x](https://a.example 'a\"onclick=alert(1)')", "[x](../../etc/passwd)",
    "[x](https://a.example/%22%3E%3Cscript%3E)", "![x](javascript:alert(1))", "![x](data:image/svg+xml,<svg>)",
    "![\"onerror=\"alert(1)](images/a.png)", "![x](images/a.png \"onerror=alert(1)\")", "![x](images/../../a.png)",
    "[x](reapply \"onclick=alert(1)\")", "[x](reapply#a\"b)", "[![x](images/a.png)](javascript:x)", "[x]: javascript:x\n[x]",
    "<javascript:x>", "javascript://a.example", "https://a.example/\"onclick=x", "https://a.example/<script>", "www.a.example\" x=",
    "a@b.example\" onclick=x", "<https://a.example\"x>", "```\n<script>\n```", "```\"><b>\nx\n```", "> <b>", "1、<b>\n2、", "{{ evil }}", "{{ x }}", "{% raw %}", "${x}", "\"", "'", "&lt;b&gt;", "&#60;b>",
    "`<b>`", "**<b>**", "| <b> | \"x\" |\n| :-- | --: |\n| [x](javascript:x) | y |\n", "\n- <b>\n", "\n\n", "\ufeff", "\u202e",
]  # fmt: skip


@settings(max_examples=800)
@given(source=st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=6)), max_size=8).map("".join))
def test_nothing_that_writers_type_can_run(source: str) -> None:
    for found in (block(source), typesetter().inline(source), typesetter().parsed(source)):
        assert [node for node in tree(found.html).walk() if not harmless(node)] == []


SHOWN = ["<script>", "</title>", "<b>", "</p>", "onerror=x", "javascript:x", "&lt;", "&amp;", "<!--", '"', "'", "${x}", "字"]


@settings(max_examples=300)
@given(source=st.lists(st.sampled_from([*SHOWN, " ", "\n", "\n\n"]), min_size=1).map("".join))
def test_text_is_shown_as_typed(source: str) -> None:
    assert "".join(text_of(block(source).html).split()) == "".join(source.split())


def test_code_is_shown_as_typed() -> None:
    typed = "".join(SHOWN)
    assert tree(block(f"```\n{typed}\n```").html).one("code").raw_text() == f"{typed}\n"


@pytest.mark.parametrize("source", [text for text in HOSTILE if not re.search(r"[*_`\[\]\\|{\n]", text)])
def test_hostile_text_is_shown_as_typed(source: str) -> None:
    assert text_of(block(f"前{source}后").html) == " ".join(f"前{source}后".split())


def test_html_is_folded_to_plain_text() -> None:
    assert plain("<p>一</p>\n<ul><li>二 &amp; <strong>三</strong></li></ul>") == "一 二 & 三"


def test_plain_text_has_no_blanks_inside_a_sentence() -> None:
    assert plain('<p>请点<strong>撤销</strong>，<a href="../a/">再确认</a></p>') == "请点撤销，再确认"
