"""The shipped flows with one thing wrong: whatever is dropped, redirected, duplicated, renamed or reordered is noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flow.test_mutants import ground, structural, survivors

ROOT = Path(__file__).parents[2]
FLOWS = sorted(path.stem for path in (ROOT / "content" / "flows").glob("*.yaml"))


@pytest.mark.parametrize("name", FLOWS)
def test_every_structural_mutant_of_a_shipped_flow_is_told(name: str) -> None:
    assert survivors(structural(name, ROOT), ground(name, ROOT)) == []


def test_there_are_enough_mutants_of_shipped_flows() -> None:
    assert sum(len(structural(name, ROOT)) for name in FLOWS) >= 500
