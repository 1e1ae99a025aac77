"""Where fenced code begins and ends."""

from __future__ import annotations

import pytest

from helpcenter.sources.fences import fenced

FENCES = [
    ("```\n甲\n```", [(0, 2)]),
    ("```text\n甲\n````\n乙", [(0, 2)]),
    ("````\n```\n````", [(0, 2)]),
    ("~~~\n```\n~~~\n```\n甲\n```", [(0, 2), (3, 5)]),
    ("- 甲\n  ```\n  乙\n  ```", [(1, 3)]),
    ("> ```\n> 乙\n> ```", [(0, 2)]),
    ("```\n甲", []),
    ("~~~谢谢~~~\n甲\n~~~", []),
    ("```甲```\n乙\n```", []),
    ("``\n甲\n``", []),
    ("```\n甲\n~~~", []),
]


@pytest.mark.parametrize(("source", "lines"), FENCES)
def test_a_fence_is_closed_by_its_own_marks(source: str, lines: list[tuple[int, int]]) -> None:
    assert list(fenced(source.split("\n"))) == lines
