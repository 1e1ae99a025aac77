"""Values in braces: what is put in, what was meant as a value but is none, and sound uses of braces."""

from __future__ import annotations

import pytest

from helpcenter.texts.braces import odd_braces, put_in

KNOWN = {"merchant_hours": "48 小时平台售后规则商家处理退款申请的时限。", "refund_days": "3 天支付规则到账的天数", "id": "编号"}


def test_values_are_put_in_as_plain_text() -> None:
    text, used = put_in("要等 {{ merchant_hours }}吗？{{merchant_hours}}，{{ nobody }}", {"merchant_hours": "48 小时"}.get)
    assert (text, used) == ("要等 48 小时吗？48 小时，{{ nobody }}", ("merchant_hours",))


ODD = [
    ("{{ merchant_hour }}", "unknown-value", "merchant_hours"),
    ("{{ merchant-hours }}", "unknown-value", "merchant_hours"),
    ("{{ Merchant_Hours }}", "unknown-value", "merchant_hours"),
    ("{{ merchant hours }}", "unknown-value", "merchant_hours"),
    ("{{ merchant_hours | upper }}", "unknown-value", "merchant_hours"),
    ("{{ 商家处理时限 }}", "unknown-value", "merchant_hours"),
    ("{{ site.data.version }}", "unknown-value", ""),
    ("{{ contact.name }}", "unknown-value", ""),
    ("｛｛ merchant_hours ｝｝", "odd-braces", "merchant_hours"),
    ("{{\u00a0merchant_hours }}", "odd-braces", "merchant_hours"),
    ("{{　merchant_hours　}}", "odd-braces", "merchant_hours"),
    ("{{ merchant_hours }", "odd-braces", "merchant_hours"),
    ("{{merchant_hours", "odd-braces", "merchant_hours"),
    ("{ merchant_hours }}", "odd-braces", "merchant_hours"),
    ("{ merchant_hours }", "odd-braces", "merchant_hours"),
    ("{merchant_hour}", "odd-braces", "merchant_hours"),
    ("{{{ merchant_hours }}}", "odd-braces", "merchant_hours"),
    ("[[merchant_hours]]", "odd-braces", "merchant_hours"),
    ("${merchantHours}", "odd-braces", "merchant_hours"),
    ("{{ t('merchant_hours') }}", "odd-braces", "merchant_hours"),
    ("{% merchant_hours %}", "odd-braces", "merchant_hours"),
]


@pytest.mark.parametrize(("typed", "code", "guess"), ODD)
def test_what_was_meant_as_a_value_is_found_with_the_nearest(typed: str, code: str, guess: str) -> None:
    (found,) = odd_braces(f"在{typed}内。", KNOWN)
    assert (found.code, found.guess) == (code, guess)
    assert f"在{typed}内。"[found.start :].startswith(found.typed)


SOUND = ["{}", "{ }", "{{ }}", "{{}}", "/orders/{order}", "/a/{id}/b", "{1, 2, 3}", "{甲}", "x = {a: 1}", "f({a})", "[[1]]", "{{ merchant_hours }}", "}}", "{", "{{", "${", "{name}"]


@pytest.mark.parametrize("text", SOUND)
def test_sound_braces_are_none(text: str) -> None:
    assert list(odd_braces(text, KNOWN)) == []


@pytest.mark.parametrize("text", ["{" * 9000, "{{ a" * 5000, "{%" * 9000, "${ " * 5000, "{ " * 5000])
def test_odd_texts_cost_little(text: str) -> None:
    assert list(odd_braces(text, {})) is not None
