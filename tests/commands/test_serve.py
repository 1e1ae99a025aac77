"""The collector of garbage in a preview, which lives long."""

from __future__ import annotations

import pytest

from helpcenter.commands import serve


class Collector:
    """Notes what is asked of it."""

    def __init__(self) -> None:
        self.sweeps, self.others = 1, 0
        self.asked: list[str] = []

    def isenabled(self) -> bool:
        return "enable" in self.asked

    def get_stats(self) -> list[dict[str, int]]:
        return [{"collections": 99}, {"collections": 9}, {"collections": self.sweeps}]

    def get_objects(self, generation: int) -> list[int]:
        assert generation == 2
        return [0] * self.others

    def get_freeze_count(self) -> int:
        return 1000

    def collect(self) -> None:
        self.sweeps += 1
        self.asked.append("collect")

    def freeze(self) -> None:
        self.asked.append("freeze")

    def unfreeze(self) -> None:
        self.asked.append("unfreeze")

    def enable(self) -> None:
        self.asked.append("enable")

    def set_threshold(self, *numbers: int) -> None:
        assert len(numbers) == 3


def test_what_lives_on_is_spared_first_and_when_much_of_it_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    collector = Collector()
    monkeypatch.setattr(serve, "gc", collector)
    sweeping = serve.Sweeping()
    sweeping.spare()
    assert collector.asked == ["freeze", "enable"]
    collector.others = 900
    sweeping.spare()
    assert collector.asked == ["freeze", "enable"]  # not looked through since: it may be garbage
    collector.sweeps, collector.others = 2, 100
    sweeping.spare()
    assert collector.asked == ["freeze", "enable"]
    collector.sweeps, collector.others = 3, 900
    sweeping.spare()
    sweeping.spare()
    assert collector.asked == ["freeze", "enable", "unfreeze", "collect", "freeze"]
