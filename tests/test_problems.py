"""Findings are values: they sort by place, and only errors stop a build."""

from __future__ import annotations

import dataclasses

import pytest

from helpcenter.problems import Location, Severity, capped, has_errors, in_order, more, problem, stands_for, warning


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


def test_of_each_file_the_first_hundred_are_told_and_the_others_counted() -> None:
    found = [problem("bad-id", Location("a", line)) for line in range(250, 0, -1)]
    found += [warning("bad-id", Location("a", 300)), *more(Location("a"), 1000, 7), problem("bad-id", Location("b"))]
    told = capped(found)
    assert [one.location.line for one in told if one.location.file == "a"] == [*range(1, 101), 100]
    assert told[100].details == {"errors": "1150", "warnings": "8"}
    assert stands_for(told) == stands_for(found) == (1251, 8)
    assert told[101:] == [problem("bad-id", Location("b"))]


def test_what_stands_for_nothing_is_no_problem() -> None:
    assert more(Location("a"), 0, 0) == []
    assert [one.severity for one in more(Location("a"), 0, 1)] == [Severity.WARNING]
