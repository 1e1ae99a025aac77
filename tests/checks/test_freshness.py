"""Entries are checked again in time."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpcenter.problems import Severity
from tests.making import TODAY, article, codes, prepared


@pytest.mark.parametrize(
    ("reviewed", "every", "found"),
    [
        ("2026-11-23", "1 day", []),
        ("2026-11-22", "1 day", []),
        ("2026-11-21", "1 day", ["review-overdue"]),
        ("2026-05-27", "180 days", []),
        ("2026-05-26", "180 days", ["review-overdue"]),
        ("2026-11-24", "180 days", ["reviewed-in-future"]),
        ("0001-01-01", "3650 天", ["review-overdue"]),
    ],
)
def test_an_entry_is_due_a_day_after_its_period(reviewed: str, every: str, found: list[str], tmp_path: Path) -> None:
    text = article(reviewed=reviewed, review_every=every)
    assert TODAY.isoformat() == "2026-11-23"
    assert codes(prepared(tmp_path, {"content/articles/reapply.yaml": text})) == found


@pytest.mark.parametrize("is_error", [False, True])
def test_overdue_is_a_warning_unless_it_is_asked_to_be_an_error(is_error: bool, tmp_path: Path) -> None:
    found = prepared(
        tmp_path, {"content/articles/reapply.yaml": article(reviewed="2020-01-01")}, overdue_is_error=is_error
    )
    assert [problem.severity for problem in found.problems] == [Severity.ERROR if is_error else Severity.WARNING]
    assert found.refused is is_error


def test_without_a_period_it_is_180_days(tmp_path: Path) -> None:
    assert codes(prepared(tmp_path, {"content/articles/reapply.yaml": article(reviewed="2026-05-26")})) == [
        "review-overdue"
    ]


def test_a_retired_entry_needs_no_review(tmp_path: Path) -> None:
    text = article(reviewed="2020-01-01", status="retired", see="can-withdraw")
    assert codes(prepared(tmp_path, {"content/articles/reapply.yaml": text})) == []
