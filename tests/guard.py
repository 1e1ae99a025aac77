"""Keeps every test outside ``tests/shipped/`` from the content that ships, which whoever takes this project replaces."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = str(Path(__file__).resolve().parents[1])
SHIPPED = tuple(f"{ROOT}{os.sep}{name}" for name in ("content", "faq.yaml", "faq", "mkdocs.yml"))
MAY = (f"{ROOT}/tests/shipped/", f"{ROOT}/tests/test_package.py")
"""The tests that may read it; a package carries whatever content there is."""
_at = [ROOT]
"""The path of the test that runs or is collected; of the whole project before and after."""


class ReadsShippedError(AssertionError):
    """A test that promises something of the program depends on the content that ships."""


def touches(event: str, arguments: tuple[Any, ...]) -> bool:
    """Return whether an event of the interpreter reads what ships, or starts a program in its folder."""
    if event == "subprocess.Popen":
        return arguments[2] is not None and _whole(arguments[2]) == ROOT
    if event not in ("open", "os.listdir", "os.scandir") or not isinstance(arguments[0], str | bytes | os.PathLike):
        return False
    if event == "open" and arguments[1] is None and not Path(os.fsdecode(arguments[0])).is_absolute():
        return False  # below an open folder, as when a tree is deleted
    path = _whole(arguments[0])
    return path.startswith(SHIPPED) and any(path == one or path.startswith(one + os.sep) for one in SHIPPED)


def _whole(path: str | bytes | os.PathLike[str]) -> str:
    return os.path.abspath(os.fsdecode(path))  # noqa: PTH100 (links are not followed: what is asked for counts)


def _watch(event: str, arguments: tuple[Any, ...]) -> None:
    if _at[0] != ROOT and not _at[0].startswith(MAY) and touches(event, arguments):
        raise ReadsShippedError(f"only tests in tests/shipped/ may read what ships: {event} {arguments[:3]}")


sys.addaudithook(_watch)


def pytest_collectstart(collector: pytest.Collector) -> None:
    """Note which module is read."""
    _at[0] = str(collector.path) if isinstance(collector, pytest.Module) else ROOT


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Note which test runs, with its fixtures."""
    _at[0] = str(item.path)
    try:
        return (yield)
    finally:
        _at[0] = ROOT
