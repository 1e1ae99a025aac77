"""What one run made another process gets, when it is made from the same."""

from __future__ import annotations

import weakref
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from helpcenter.lasting import LastingMemory
from helpcenter.live_memory import LiveMemory
from helpcenter.memory import Contents, Memory
from helpcenter.model.values import Value
from tests.test_memory import ALIKE, OTHERS

CALLS: list[tuple[object, ...]] = []


class Thing:
    """Neither plain nor equal to any other."""

    def __init__(self, told: Any) -> None:
        self.told = told


class Oracle:
    """Answers what it is asked, and notes what that was."""

    def __init__(self, known: dict[str, int]) -> None:
        self.known = known
        self.answers: dict[str, int | None] = {}

    def noting(self) -> Oracle:
        return Oracle(self.known)

    def again(self, question: str) -> int | None:
        return self.known.get(question)

    def ask(self, question: str) -> int | None:
        self.answers[question] = self.again(question)
        return self.answers[question]


def make(*told: object) -> Thing:
    CALLS.append(told)
    return Thing(told)


def parts(told: object) -> tuple[Thing, list[tuple[int, Thing]]]:
    return make(told), [(1, make(told, 1)), (2, make(told, 2))]


def asking(name: str, oracle: Oracle) -> Thing:
    return make(name, oracle.ask(name))


def weigh(told: object) -> int:
    make(told)
    return 1


def page(told: str) -> bytes:
    make(told)
    return told.encode()


def stubborn(told: object) -> Any:
    make(told)
    return lambda: told


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    CALLS.clear()


def run(path: Path, work: Any) -> int:
    """Do ``work`` with a memory that knows what the run before kept; returns how much was made."""
    before = len(CALLS)
    memory = LastingMemory(path)
    work(memory)
    memory.keep()
    return len(CALLS) - before


@pytest.mark.parametrize("thing", ALIKE, ids=repr)
def test_what_is_made_from_the_same_is_not_made_again(tmp_path: Path, thing: object) -> None:
    assert [run(tmp_path / "kept", lambda memory: memory(make, thing)) for _ in range(3)] == [1, 0, 0]


@pytest.mark.parametrize(("one", "other"), [*OTHERS, (b"a", "a"), (1, 1.0), (date(2026, 1, 2), "2026-01-02")], ids=repr)
def test_what_is_made_from_something_else_is_made_anew(tmp_path: Path, one: object, other: object) -> None:
    run(tmp_path / "kept", lambda memory: memory(make, one))
    assert run(tmp_path / "kept", lambda memory: memory(make, other)) == 1


def test_the_function_counts_too(tmp_path: Path) -> None:
    run(tmp_path / "kept", lambda memory: memory(make, "a"))
    assert run(tmp_path / "kept", lambda memory: memory(parts, "a")) == 3


def test_what_is_made_from_what_was_made_follows_it(tmp_path: Path) -> None:
    def work(memory: Memory) -> None:
        first, rows = memory(parts, typed)
        memory(make, first)
        for _, row in rows:
            memory(make, row, "end")

    typed = "one"
    assert [run(tmp_path / "kept", work) for _ in range(2)] == [6, 0]
    typed = "other"
    assert run(tmp_path / "kept", work) == 6


def test_parts_of_what_was_made_are_told_apart(tmp_path: Path) -> None:
    def work(memory: Memory) -> None:
        first, rows = memory(parts, "a")
        made = [memory(make, one).told for one in (first, rows[0][1], rows[1][1])]
        assert [one[0].told for one in made] == [("a",), ("a", 1), ("a", 2)]

    for _ in range(2):
        run(tmp_path / "kept", work)


def test_what_nobody_can_name_is_kept_for_the_run_alone(tmp_path: Path) -> None:
    def work(memory: Memory) -> None:
        assert memory(make, thing) is memory(make, thing) is not memory(make, Thing(1))

    thing = Thing(0)
    assert [run(tmp_path / "kept", work) for _ in range(2)] == [2, 2]


def test_a_function_within_another_has_no_name(tmp_path: Path) -> None:
    for told in "ab":
        assert run(tmp_path / "kept", lambda memory, told=told: memory(lambda: make(told))) == 1


def test_what_cannot_be_pickled_is_made_anew_with_all_that_comes_of_it(tmp_path: Path) -> None:
    def work(memory: Memory) -> None:
        memory(make, memory(stubborn, "a"))
        memory(make, "b")

    assert [run(tmp_path / "kept", work) for _ in range(2)] == [3, 2]


def test_bytes_are_the_same_however_often_a_run_asks(tmp_path: Path) -> None:
    def work(memory: Memory) -> None:
        assert [memory(page, "a"), memory(page, "a")] == [b"a", b"a"]

    assert [run(tmp_path / "kept", work) for _ in range(3)] == [1, 0, 0]


def test_of_what_is_asked_for_once_a_build_keeps_nothing(tmp_path: Path) -> None:
    def work(memory: Memory) -> None:
        made = weakref.ref(memory.here(make, "one"))
        assert made() is None
        memory(weigh, "two")

    assert [run(tmp_path / "kept", work) for _ in range(2)] == [2, 1]
    preview = LiveMemory()
    assert preview.here(make, "one") is preview.here(make, "one")


def test_a_run_keeps_what_it_asked_for_alone(tmp_path: Path) -> None:
    run(tmp_path / "kept", lambda memory: memory(make, "a"))
    run(tmp_path / "kept", lambda memory: memory(make, "b"))
    assert run(tmp_path / "kept", lambda memory: memory(make, "a")) == 1


def test_an_answer_that_is_another_counts_where_it_was_asked_for(tmp_path: Path) -> None:
    def work(memory: Memory) -> None:
        oracle = Oracle(known)
        made = [memory(asking, name, oracle) for name in "abc"]
        assert [memory(make, one).told[0].told[1] for one in made] == [known.get(name) for name in "abc"]

    known = {"a": 1, "b": 2}
    assert [run(tmp_path / "kept", work) for _ in range(2)] == [6, 0]
    known = {"a": 1, "b": 3}
    assert run(tmp_path / "kept", work) == 2
    known = {"a": 1, "b": 3, "c": 4, "d": 5}
    assert [run(tmp_path / "kept", work) for _ in range(2)] == [2, 0]


def test_what_equals_what_was_there_is_the_same(tmp_path: Path) -> None:
    def work(memory: Memory) -> None:
        given = memory.same("table", {"b": 1, "a": frozenset(value)})
        assert given == {"a": frozenset(value), "b": 1}
        memory(make, given)

    value = "xyz"
    assert [run(tmp_path / "kept", work) for _ in range(2)] == [1, 0]
    value = "xy"
    assert [run(tmp_path / "kept", work) for _ in range(2)] == [1, 0]


def test_contents_count_by_what_they_hold_and_what_was_made_by_what_stands_for_it(tmp_path: Path) -> None:
    def work(memory: Memory) -> None:
        held = {"a": MappingProxyType({"b": ("text", "text")}), "made": memory(make, typed), "value": value, "set": {"x", "y", "z"}}
        memory(weigh, Contents(held))

    typed, value = "one", Value(text="1", source="2", checked="2026-11")
    assert [run(tmp_path / "kept", work) for _ in range(2)] == [2, 0]
    value = Value(text="1", source="2", checked="2026-11", note=None)
    assert run(tmp_path / "kept", work) == 0, "which fields were typed makes no difference"
    value = Value(text="1", source="2", checked="2026-11", note="3")
    assert run(tmp_path / "kept", work) == 1
    typed = "other"
    assert run(tmp_path / "kept", work) == 2


def test_contents_that_cannot_be_told_are_made_anew(tmp_path: Path) -> None:
    circle: list[object] = []
    circle.append(circle)
    for held in (lambda: 1, circle, Path.open(Path(__file__))):
        for _ in range(2):
            assert run(tmp_path / "kept", lambda memory, held=held: memory(weigh, Contents(held))) == 1


def test_a_second_process_keeps_its_own(tmp_path: Path) -> None:
    def work(memory: Memory) -> None:
        beside = memory.beside("other")
        beside(make, "b")
        beside.keep()
        memory(make, "a")

    assert [run(tmp_path / "kept", work) for _ in range(2)] == [2, 0]
    assert {path.name for path in tmp_path.iterdir()} >= {"kept", "kept-other"}


def test_runs_at_once_do_no_harm(tmp_path: Path) -> None:
    one, other = LastingMemory(tmp_path / "kept"), LastingMemory(tmp_path / "kept")
    one(make, "a"), other(make, "b")
    one.keep()
    other.keep()
    assert run(tmp_path / "kept", lambda memory: memory(make, "b")) == 0
