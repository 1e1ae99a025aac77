"""Short answers do not greet; words that only begin like a greeting are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import codes, faq_entry, prepared


@pytest.mark.parametrize(
    ("reply", "found"),
    [
        ("你好，可以。", 1), ("您好！可以。", 1), ("亲，可以。", 1), ("亲亲～可以。", 1), ("亲爱的顾客：可以。", 1),
        ("'Hi there, you can.'", 1), ("'Dear customer, you can.'", 1), ("可以。你好，再见。", 0), ("亲自去。", 0),
        ("你好友的账号不行。", 0), ("'Hidden orders are in the list.'", 0), ("'Hi-res pictures are fine.'", 0),
    ],
)  # fmt: skip
def test_a_greeting_at_the_beginning_is_found(reply: str, found: int, tmp_path: Path) -> None:
    assert codes(prepared(tmp_path, {"faq.yaml": faq_entry(reply=reply)})) == ["greeting-in-reply"] * found
