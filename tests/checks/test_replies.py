"""Short answers do not greet; words that only begin like a greeting are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import FLOW, FLOW_FILES, article, codes, faq_entry, places, prepared


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


def test_replies_of_articles_and_outcomes_do_not_greet_either(tmp_path: Path) -> None:
    flow = FLOW.replace("{title: 问客服, kind: contact,", "{title: 问客服, reply: 您好，问客服。, kind: contact,")
    files = {**FLOW_FILES, "content/flows/why-not.yaml": flow, "content/articles/other.yaml": article("other", reply="亲，点这里。")}
    assert [place[:2] for place in places(prepared(tmp_path, files))] == [
        ("greeting-in-reply", "content/articles/other.yaml"), ("greeting-in-reply", "content/flows/why-not.yaml"),
    ]  # fmt: skip
