"""Findings are values: they sort by place, and only errors stop a build."""

from __future__ import annotations

import dataclasses

import pytest

from generator.problems import Location, Severity, has_errors, in_order, problem, warning


def test_details_are_kept_as_text_and_cannot_be_changed() -> None:
    found = problem("some-code", Location("a.yaml", 2, 3), limit=4)
    assert found.severity is Severity.ERROR
    assert found.details == {"limit": "4"}
    with pytest.raises(TypeError):
        found.details["limit"] = "5"  # type: ignore[index]
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.code = "other"  # type: ignore[misc]


def test_only_errors_stop_a_build() -> None:
    place = Location("a.yaml")
    assert not has_errors([])
    assert not has_errors([warning("w", place)])
    assert has_errors([warning("w", place), problem("e", place)])


def test_problems_come_by_file_line_and_column() -> None:
    places = [Location("b.yaml", 1, 1), Location("a.yaml", 10, 1), Location("a.yaml", 9, 2), Location("a.yaml", 9, 1)]
    assert [found.location for found in in_order(problem("x", place) for place in places)] == places[::-1]


def test_at_one_place_errors_come_before_warnings_and_codes_by_name() -> None:
    place = Location("a.yaml", 1, 1)
    mixed = [warning("a", place), problem("c", place), problem("b", place)]
    assert [found.code for found in in_order(mixed)] == ["b", "c", "a"]
