"""What is short to write is spelled out for older browsers, and nothing else changes."""

from __future__ import annotations

import pytest

from helpcenter.rendering.older import spelled_out

from .test_bundles import bare


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        (":is(.a, .b) > c {x: 1;}", ".a > c, .b > c{x: 1;}"),
        (".p :is(a, b).q, .r {x: 1;}", ".p a.q, .p b.q, .r{x: 1;}"),
        (":is(a, b) :is(c, d) {}", "a c, a d, b c, b d{}"),
        ("a:is(:hover, [b=c]) {}", "a:hover, a[b=c]{}"),
        ("@media (hover: hover) and (pointer: fine) {:is(a, b) {x: 1;}}", "@media (hover: hover) and (pointer: fine) {a, b{x: 1;}}"),
        ("a:not(:has(> b, > c)) d, e {}", "a:not(:has(> b, > c)) d, e{}"),
        ("a{inset: 0;b: 1;}", "a{top: 0;right: 0;bottom: 0;left: 0;b: 1;}"),
        ("a{inset: 1px 2px;}", "a{top: 1px;right: 2px;bottom: 1px;left: 2px;}"),
        ("a{inset: 1px 2px 3px;}", "a{top: 1px;right: 2px;bottom: 3px;left: 2px;}"),
        ("a{inset-inline: auto 0;}", "a{left: auto;right: 0;}"),
        ("a{c: d;padding-inline: 1rem;}", "a{c: d;padding-inline-start: 1rem;padding-inline-end: 1rem;}"),
        ("a{margin-inline: calc(50% - max(1px, 2em)) 1px;}", "a{margin-inline-start: calc(50% - max(1px, 2em));margin-inline-end: 1px;}"),
        ('a{content: "{, }";b: 1;}c, d{e: 1;}', 'a{content: "{, }";b: 1;}c, d{e: 1;}'),
        ("@supports not (inset: 0) {a{b: inset 0;}}", "@supports not (inset: 0) {a{b: inset 0;}}"),
        ("a{scroll-padding-inline: 1px;margin-inline-start: 2px;}", "a{scroll-padding-inline: 1px;margin-inline-start: 2px;}"),
    ],
)  # fmt: skip
def test_a_rule_says_the_same_at_length(written: str, sent: str) -> None:
    assert bare(spelled_out(written)) == bare(sent)


def test_what_is_spelled_out_stays_as_it_is() -> None:
    style = ":is(.a, .b) > c {inset: 0;}\n@media print {:is(d, e) f {margin-block: 0 1px;}\n}"
    assert spelled_out(spelled_out(style)) == spelled_out(style)
