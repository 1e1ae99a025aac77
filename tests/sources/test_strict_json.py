"""JSON as its standard has it, and a reason for everything else."""

from __future__ import annotations

import pytest

from helpcenter.sources.strict_json import MOST_DIGITS, JsonError, read_json


def test_sound_json_is_read_with_or_without_a_mark() -> None:
    text = '{"a": [1, 2.5, "\\ud83d\\ude00", null],\r\n "b": "退\\u0000款"}'
    assert read_json(text) == read_json(f"\ufeff{text}") == {"a": [1, 2.5, "😀", None], "b": "退\0款"}
    assert read_json("9" * MOST_DIGITS) == 10**MOST_DIGITS - 1
    assert read_json("[" * 500 + "]" * 500)


@pytest.mark.parametrize(
    ("text", "reason", "line", "column"),
    [
        ("[" * 100_000, "nested too deep", 1, 1),
        ('{"a":' * 100_000, "nested too deep", 1, 1),
        ("[" * 100_000 + "]" * 100_000, "nested too deep", 1, 1),
        ("[NaN]", "NaN is no number of JSON", 1, 1),
        ("-Infinity", "-Infinity is no number of JSON", 1, 1),
        ("9" * (MOST_DIGITS + 1), "a number of 301 digits", 1, 1),
        ("-" + "9" * 10_000, "a number of 10001 digits", 1, 1),
        ('{"a": "\\ud800"}', "half a character (\\ud800)", 1, 1),
        ('{"\\udc00": 1}', "half a character (\\udc00)", 1, 1),
        ("{\n 'a': 1}", "Expecting property name enclosed in double quotes", 2, 2),
        ("{} x", "Extra data", 1, 4),
        ("", "Expecting value", 1, 1),
    ],
)
def test_the_rest_has_a_reason(text: str, reason: str, line: int, column: int) -> None:
    with pytest.raises(JsonError) as caught:
        read_json(text)
    assert (caught.value.reason, caught.value.line, caught.value.column) == (reason, line, column)
