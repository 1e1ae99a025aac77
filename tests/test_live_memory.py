from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from helpcenter import file_status
from helpcenter.live_memory import LiveMemory


class Oracle:
    """Is asked, and may change its mind."""

    def __init__(self, said: dict[str, str]) -> None:
        self.said = said
        self.answers: dict[str, str] = {}

    def noting(self) -> Oracle:
        return Oracle(self.said)

    def again(self, question: str) -> str | None:
        return self.said.get(question)

    def ask(self, question: str) -> str:
        self.answers[question] = self.said[question]
        return self.said[question]


class Thing:
    def __init__(self, *questions: str) -> None:
        self.questions = questions


def told(thing: Thing, oracle: Oracle) -> list[str]:
    return [oracle.ask(question) for question in thing.questions]


def counted(thing: Thing, number: int) -> list[Any]:
    return [thing, number]


@pytest.fixture
def memory() -> LiveMemory:
    return LiveMemory()


def test_each_thing_is_taken_once(memory: LiveMemory) -> None:
    one, other, third = Thing(), Thing(), Thing()
    first = memory.each(counted, [one, other], 1)
    memory.begin()
    second = memory.each(counted, [third, other], 1)
    assert second == [[third, 1], [other, 1]]
    assert second[1] is first[1]
    memory.begin()
    assert memory.each(counted, [one, other], 1)[0] is not first[0]  # forgotten since
    assert memory.each(counted, [other], 2) == [[other, 2]]


def test_what_was_asked_for_a_thing_counts_and_nothing_else(memory: LiveMemory) -> None:
    things = [Thing("a"), Thing("a", "b"), Thing()]
    said = {"a": "1", "b": "2"}
    first = memory.each(told, things, Oracle(said))
    for _ in range(2):
        memory.begin()
        assert [new is old for new, old in zip(memory.each(told, things, Oracle(said)), first, strict=True)] == [
            True
        ] * 3
    memory.begin()
    changed = memory.each(told, things, Oracle({"a": "1", "b": "3"}))
    assert changed == [["1"], ["1", "3"], []]
    assert changed[0] is first[0]
    memory.begin()
    assert memory.each(told, things, Oracle({"a": "4", "b": "3"})) == [["4"], ["4", "3"], []]


def test_a_number_that_another_thing_had_before_is_not_taken_for_it(memory: LiveMemory) -> None:
    for run in range(200):
        memory.begin()
        assert [made[1] for made in memory.each(counted, [Thing()], run)] == [run]
        assert memory.each(told, [Thing(str(run))], Oracle({str(run): "x"})) == [["x"]]


def test_a_file_is_read_again_when_it_changed_or_may_have(
    memory: LiveMemory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"

    def read(beside: str = "") -> list[str]:
        memory.begin()
        return memory.of_file(str(path), beside, lambda: [path.read_text() if path.exists() else ""])

    nothing = read()
    assert read() == nothing
    path.write_text("one")
    fresh = read()
    assert (fresh, read() is fresh) == (["one"], False)  # it was changed but now, perhaps not for the last time
    monkeypatch.setattr(file_status, "GRAIN", -(10**12))
    old = read()
    assert read() is old
    assert read("other") is not old
    assert read() is not old  # forgotten since
    old = read()
    path.write_text("more")
    assert read() == ["more"]
    path.unlink()
    assert read() == [""]
