"""Facts lead to their sources, and stand as text where an address means something else."""

from __future__ import annotations

from markupsafe import Markup

from helpcenter.texts.facts import fact, without_links

LINK = fact("hours", "48 <小时>", (("harbour", "7 天"),))


def test_a_fact_is_a_link_in_the_words_of_each_platform() -> None:
    assert LINK == (
        '<a class="hc-fact" href="#fact.hours"><span data-not="harbour">48 &lt;小时&gt;</span>'
        '<span data-for="harbour">7 天</span></a>'
    )


def test_without_its_link_a_fact_says_the_same() -> None:
    bare = without_links(Markup(f"<p>等 {LINK}，{LINK}。</p>"))
    assert bare.count('<span data-for="harbour">7 天</span>') == 2
    assert "<a" not in bare
    assert without_links('<a href="../x/">见</a>') == '<a href="../x/">见</a>'
