"""Did you mean: what was surely meant, or nothing at all."""

from __future__ import annotations

import pytest

from helpcenter.suggestions import nearest, nearest_word

FIELDS = ["title", "summary", "precautions", "reasons", "contact", "status", "topic", "text", "review_every", "src", "owner"]
IDS = [
    "request-rejected", "request-withdrawn", "can-withdraw", "reapply", "refund-time", "cancel-after-sales", "sign-up",
    "turn-off-wifi", "step-2", "wait-15", "withdraw-return", "platform-mediation", "merchant_hours", "fees", "impossible", "not-solved", "do-it",
]  # fmt: skip
SLIPS = {
    "request-rejectd": "request-rejected", "requst-rejected": "request-rejected", "request_rejected": "request-rejected",
    "requestrejected": "request-rejected", "Request-Rejected": "request-rejected", "reqeust-rejected": "request-rejected",
    "request-reject": "request-rejected", "rejected": "request-rejected", "cancel-aftersales": "cancel-after-sales",
    "refund-tiem": "refund-time", "can-withdrawn": "can-withdraw", "merchant-hours": "merchant_hours", "reaply": "reapply",
    "raepply": "reapply", "withdraw-retrun": "withdraw-return", "platform-mediatoin": "platform-mediation",
    "feees": "fees", "fee": "fees", "do-i": "do-it", "ｒeapply": "reapply", "step-02": "", "refund time": "refund-time",
}  # fmt: skip
"""Slips of the keyboard, each with what was meant."""
OTHERS = [
    "request-approved", "request-wait", "request", "refund", "sign-in", "turn-on-wifi", "step-1", "wait-5", "cancel", "can-refund",
    "withdraw-rejected", "reapply-now", "order", "merchant", "free", "possible", "request-returned", "nowhere", "ask-reapply", "solved", "作者", "-", "",
]  # fmt: skip
"""Ids of other entries, however much they have in common with those that exist."""


@pytest.mark.parametrize(("typed", "meant"), SLIPS.items())
def test_a_slip_leads_to_the_id_that_was_meant(typed: str, meant: str) -> None:
    assert nearest(typed, IDS) == meant


@pytest.mark.parametrize("typed", OTHERS)
def test_another_id_is_never_proposed(typed: str) -> None:
    assert nearest(typed, IDS) == ""


def test_of_several_that_lack_their_first_word_none_is_guessed() -> None:
    assert nearest("rejected", ["request-rejected", "withdraw-rejected"]) == ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("titel", "title"), ("Title", "title"), ("precaution", "precautions"), ("sumary", "summary"), ("summery", "summary"),
     ("scr", "src"), ("txt", "text"), ("reviewed_every", "review_every"), ("review-every", "review_every"), ("onwer", "owner"),
     ("reas", "reasons"), ("content", ""), ("tags", ""), ("date", ""), ("作者", ""), ("xyz", ""), ("", "")],
)  # fmt: skip
def test_a_field_may_be_further_off(typed: str, meant: str) -> None:
    assert nearest_word(typed, FIELDS) == meant


def test_nothing_known_means_no_guess() -> None:
    assert nearest("title", []) == nearest_word("title", []) == ""
