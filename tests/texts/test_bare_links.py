"""Addresses without markup: where they begin and end beside Chinese and punctuation."""

from __future__ import annotations

import pytest

from helpcenter.texts.bare_links import bare_links

PAGES = [
    ("请打开 https://kf.example.com/a?b=1 填表。", "https://kf.example.com/a?b=1"),
    ("见https://a.example/b，然后", "https://a.example/b"),
    ("见 https://a.example/b。", "https://a.example/b"),
    ("见“https://a.example/b”", "https://a.example/b"),
    ("（https://a.example/b）", "https://a.example/b"),
    ("(https://a.example/b)", "https://a.example/b"),
    ("(https://a.example/b_(c))", "https://a.example/b_(c)"),
    ("See https://a.example/b.", "https://a.example/b"),
    ("See https://a.example, or", "https://a.example"),
    ("https://a.example/#/x?y=1&z=%E4%B8%AD!", "https://a.example/#/x?y=1&z=%E4%B8%AD"),
    ("https://a.example/#wechat_redirect", "https://a.example/#wechat_redirect"),
    ("HTTPS://A.EXAMPLE/b", "HTTPS://A.EXAMPLE/b"),
    ("http://192.168.1.1:8080/b", "http://192.168.1.1:8080/b"),
    ("<https://a.example/b>", "https://a.example/b"),
    ("https://a.example请打开", "https://a.example"),
    ("https://a.example/b、https", "https://a.example/b"),
]


@pytest.mark.parametrize(("text", "address"), PAGES)
def test_an_address_ends_before_punctuation_and_chinese(text: str, address: str) -> None:
    assert [(link.text, link.href) for link in bare_links(text).values()] == [(address, address)]


OTHERS = [
    ("发到kf@a.example即可", "kf@a.example", "mailto:kf@a.example"),
    ("a_b.c+d@mail.a.example。", "a_b.c+d@mail.a.example", "mailto:a_b.c+d@mail.a.example"),
    ("kf@a.example.", "kf@a.example", "mailto:kf@a.example"),
    ("到 www.12315.cn 投诉", "www.12315.cn", "http://www.12315.cn"),
    ("www.a.example/b，", "www.a.example/b", "http://www.a.example/b"),
]


@pytest.mark.parametrize(("text", "shown", "href"), OTHERS)
def test_mail_and_www_are_addresses_too(text: str, shown: str, href: str) -> None:
    found = bare_links(text)
    assert [(link.text, link.href) for link in found.values()] == [(shown, href)]
    assert {text[start : link.end] for start, link in found.items()} == {shown}


NONE = [
    "https://", "http://localhost:8000/", "xhttps://a.example", "ftp://a.example", "javascript://a.example", "@名字", "a@b", "pkg@1.2.3",
    "git@a.example:b/c", "www.甲", "www", "9@a", "kf@a.example:8080", "https:/a.example", "readme.md", "a.example",
]  # fmt: skip


@pytest.mark.parametrize("text", NONE)
def test_what_only_looks_like_an_address_is_none(text: str) -> None:
    assert bare_links(text) == {}


def test_several_addresses_are_several_links() -> None:
    found = bare_links("https://a.example/b https://c.example d@e.example")
    assert [link.href for link in found.values()] == ["https://a.example/b", "https://c.example", "mailto:d@e.example"]


@pytest.mark.parametrize("text", ["a" * 20000 + "@", "a." * 10000 + "@b", "https://" + "a." * 10000, "www." * 9000, "<https://a.b" + ")" * 9000])
def test_odd_texts_cost_little(text: str) -> None:
    assert len(bare_links(text)) < 2
