from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest

from helpcenter.memory import FORGETFUL, Memory


def row(*things: object) -> list[object]:
    return list(things)


ALIKE = ["文字", 3, None, True, date(2026, 11, 28), Path("a/b"), str, ("a", (1, "b"))]


@pytest.mark.parametrize("thing", ALIKE, ids=repr)
def test_what_is_made_from_the_same_is_not_made_again(thing: object) -> None:
    memory = Memory()
    memory.begin()
    made = memory(row, thing)
    memory.begin()
    assert memory(row, pickle.loads(pickle.dumps(thing))) is made


OTHERS = [("a", "b"), (1, 2), (1, True), ("1", 1), (("a", "b"), ("ab",)), (("a",), "a"), ([], []), ({}, {})]


@pytest.mark.parametrize(("one", "other"), OTHERS, ids=repr)
def test_what_is_made_from_something_else_is_made_anew(one: object, other: object) -> None:
    memory = Memory()
    assert memory(row, one) is not memory(row, other)


def test_the_function_counts_too() -> None:
    memory = Memory()
    assert memory(row, "abc") is not memory(sorted, "abc")


def test_what_a_run_does_not_ask_for_is_forgotten() -> None:
    memory = Memory()
    made = memory(row, 1)
    memory.begin()
    memory.begin()
    assert memory(row, 1) is not made


def test_a_value_that_was_made_in_the_last_run_counts_as_itself() -> None:
    memory = Memory()
    first = memory(row, 1)
    second = memory(row, first)
    memory.begin()
    assert memory(row, memory(row, 1)) is second
    memory.begin()
    assert memory(row, [1]) is not second


def test_arguments_stay_alive_so_that_no_other_is_taken_for_them() -> None:
    memory = Memory()
    assert [memory(sum, [number]) for number in range(1000)] == list(range(1000))


def test_equal_values_become_the_same() -> None:
    memory = Memory()
    first = memory.same("paths", {"a": 1})
    memory.begin()
    assert memory.same("paths", {"a": 1}) is first
    assert memory.same("paths", {"a": 2}) == {"a": 2}


def test_a_build_that_runs_once_keeps_nothing() -> None:
    assert FORGETFUL(row, 1) is not FORGETFUL(row, 1)
    assert FORGETFUL.same("a", [1]) is not FORGETFUL.same("a", [1])
