"""Phone numbers as people write them, and what a phone dials."""

from __future__ import annotations

import pytest

from helpcenter.model.contacts import Audience, tel


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("110", "tel:110"), ("12315", "tel:12315"), ("95588", "tel:95588"), ("138 0013 8000", "tel:13800138000"),
        ("400-123-4567", "tel:4001234567"), ("(010) 1234-5678", "tel:01012345678"), ("+86 138 0013 8000", "tel:+8613800138000"),
        ("+44 (0)20 7946 0018", "tel:+442079460018"), ("+1 (202) 555-0143", "tel:+12025550143"), ("800.555.0143", "tel:8005550143"),
        ("400-123-4567 转 8", "tel:4001234567,8"), ("010-12345678 ext. 21", "tel:01012345678,21"), ("010-12345678 分机 21", "tel:01012345678,21"),
    ],
)  # fmt: skip
def test_numbers_that_can_be_called(typed: str, address: str) -> None:
    assert tel(typed) == address


@pytest.mark.parametrize(
    "typed",
    ["", "12", "12 转 345", "1380013800", "138001380000", "400123456", "+86 1380013800", "+012345678", "+86", "1" * 16, "110 或 119", "tel:110",
     "110\n119", "１１０", "+", "()"],
)  # fmt: skip
def test_what_is_no_number(typed: str) -> None:
    assert tel(typed) == ""


def test_labels_in_other_languages() -> None:
    audience = Audience.model_validate({"id": "guest", "label": "住客", "labels": {"en": "Guests"}})
    assert (audience.called("en"), audience.called("zh"), audience.contact) == ("Guests", "住客", ())
