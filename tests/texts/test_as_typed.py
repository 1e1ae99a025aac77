"""Markup that has no meaning here is found; what merely looks like it, and code, is not."""

from __future__ import annotations

import pytest

from helpcenter.texts.as_typed import as_typed
from helpcenter.words.catalogue import languages, messages
from tests.texts.test_typesetting import block

FOUND = [
    ("heading", "## 步骤", "##"), ("heading", "###步骤", "###"), ("heading", "甲\n# 步骤", "#"), ("heading", "- # 甲", "#"), ("heading", "> ## 甲", "##"),
    ("comment", "<!-- 待办 -->", "<!--"), ("html", "甲<br>乙", "<br>"), ("html", "<BR/>", "<BR/>"), ("html", "</p>", "</p>"),
    ("html", '<font color="red">甲', '<font color="red">'), ("html", "<a href=x>", "<a href=x>"), ("html", "<h3>", "<h3>"),
    ("entity", "甲&nbsp;乙", "&nbsp;"), ("entity", "&#160;", "&#160;"), ("entity", "&#xa0;", "&#xa0;"), ("strike", "~~不要~~", "~~不要~~"),
    ("highlight", "请==注意==", "==注意=="), ("rule", "甲\n---\n乙", "---"), ("rule", "* * *", "* * *"), ("rule", "标题\n=====", "====="),
    ("footnote", "见下[^1]", "[^1]"), ("task", "- [ ] 打开", "[ ]"), ("task", "- [x] 打开", "[x]"), ("tab", "名称\t价格", "名称\t"),
    ("fence", "```js\n没完", "```"), ("fence", "~~~\n没完", "~~~"), ("box", "!!! note", "!!! note"), ("box", ":::tip", ":::"),
    ("link", "[去]（apply-again）", "[去]（apply-again）"), ("link", "[去](apply-again）", "[去](apply-again）"), ("link", "[去] (apply-again)", "[去] (apply-again)"),
    ("link", "【去】(https://a.example)", "【去】(https://a.example)"), ("wiki", "[[重新申请]]", "[[重新申请]]"), ("code", "[b]甲[/b]", "[/b]"),
    ("definition", "[a]: https://a.example", "[a]:"), ("attributes", "标题 {#steps}", "{#steps}"), ("newline", "甲\\n乙", "\\n"),
    ("table", "| 甲 | 乙 |\n| 丙 | 丁 |", "|"), ("table", "| 甲 | 乙 |\n| --- |", "|"), ("table", "｜甲｜乙｜", "｜"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "source", "typed"), FOUND)
def test_markup_of_other_programs_is_found_on_every_path(kind: str, source: str, typed: str) -> None:
    assert (kind, typed) in {(found.kind, found.typed) for found in as_typed(source)}
    assert typed in {fault.at for fault in block(source).faults if fault.code == "markup-as-typed"}


SOUND = [
    "#1 订单", "#话题#", "C# 和 F#", "第 # 号", "我 <3 你", "a < b", "a<b 而 c>d", "x <= y", "<订单号>", "< br", "1 ~ 3 天", "好的~~", "~~ 谢谢", "~", "> 5 元", "甲 > 乙", "A&B", "AT&T;", "R&D",
    "a == b == c", "a==b==c", "=", "— — —", "- 甲\n- 乙", "[1]", "[注]（见下）", "[注] (2026)", "| ", "甲 | 乙", "138****1234", "张**", "{}", "C:\\new", "/a/{id}", "!!!", "???", "真的吗???", "怎么办!!! 快", "::",
    "| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |", "`<br>`", "``a ` <br>``", "```\n<br>\n# x\n```", "~~~\n---\n~~~", "\\<br>", "\\# 甲", "[去](apply-again)", "[去](https://a.example)", "![图](images/a.png)",
    "**甲**", "10:30:45", "^_^", "@名字", "&", "a & b", "5% & 6%", "2026-11-20", "1. 甲\n2. 乙",
]  # fmt: skip


@pytest.mark.parametrize("source", SOUND)
def test_sound_text_raises_nothing(source: str) -> None:
    assert list(as_typed(source)) == []
    assert [fault for fault in block(source).faults if fault.code == "markup-as-typed"] == []


def test_the_place_is_that_outside_of_code() -> None:
    assert [tuple(found) for found in as_typed("`<br>` 换行 <br> 和 <br>")] == [("html", "<br>", 1)]


@pytest.mark.parametrize("language", languages())
def test_every_kind_says_what_it_is_and_what_to_do(language: str) -> None:
    names = {name.split(".")[2] for name in messages(language).texts if name.startswith("problem.markup-as-typed.")}
    assert names - {"message", "hint"} == {kind for kind, _, _ in FOUND}


@pytest.mark.parametrize("source", ["```a\n" * 5000, "<a " * 9000, "~~" * 9000, "|" * 9000, "[" * 9000, "<b x=" * 5000, "-" * 9000 + "x", "`" * 9000, "- " * 5000])
def test_odd_texts_cost_little(source: str) -> None:
    assert len(list(as_typed(source))) < 9
