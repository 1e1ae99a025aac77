"""Texts that platforms put differently: everybody's and each platform's stand side by side, each for its readers."""

from __future__ import annotations

from helpcenter.texts.rendered import plain
from helpcenter.texts.variants import for_everybody, variants_of, with_variants


def test_platforms_that_say_the_same_share_a_text_and_those_that_say_what_all_do_have_none() -> None:
    found = variants_of("撤销", {"jd": "取消", "pdd": "撤销", "wechat": "取消", "other": "收回"})
    assert found == (("jd wechat", "取消"), ("other", "收回"))


def test_the_text_for_all_names_who_has_another() -> None:
    html = with_variants("<撤销>", (("jd wechat", "取消"), ("other", '"收回"')))
    assert html == (
        '<span data-not="jd wechat other">&lt;撤销&gt;</span>'
        '<span data-for="jd wechat">取消</span><span data-for="other">&quot;收回&quot;</span>'
    )


def test_without_variants_a_text_stands_alone() -> None:
    assert with_variants("a & b", ()) == "a &amp; b"


def test_plain_text_is_that_for_everybody() -> None:
    html = f"<p>点{with_variants('撤销', (('jd', '取消'),))}就行。</p>"
    assert plain(html) == "点撤销就行。"
    assert plain(for_everybody(html)) == plain(html)
