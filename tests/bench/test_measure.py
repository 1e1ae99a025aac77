"""What a run took: its children count."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from bench.measure import run

TWO = """
import os, time
own = os.fork() or 1
held = b"x" * 150_000_000
time.sleep(0.4)
if own != 1: os.wait()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not tell what processes share")
def test_the_memory_of_two_processes_is_their_sum(tmp_path: Path) -> None:
    one = run([sys.executable, "-c", TWO.replace("os.fork()", "0")], tmp_path, os.environ, tmp_path / "log").memory
    both = run([sys.executable, "-c", TWO], tmp_path, os.environ, tmp_path / "log").memory
    assert 150_000_000 < one < 300_000_000 < both < 400_000_000
