"""At the desk every journey of the shipped flows ends where ``replay`` says."""

from __future__ import annotations

from helpcenter.build import Built
from tests.desk.test_trips import journeys_agree, pytestmark

__all__ = ["pytestmark"]


def test_agent_mode_takes_every_journey_of_the_shipped_flows(shipped_pages: Built) -> None:
    assert journeys_agree(shipped_pages) > 10_000
