"""What several test modules need: one way to run Hypothesis, an example, and a guard over what ships."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from helpcenter.build import Built, Prepared, make, prepare
from helpcenter.project import Project, Site
from helpcenter.sources.loading import load

from .browser.reporting import pytest_sessionstart, pytest_terminal_summary
from .guard import pytest_collectstart, pytest_runtest_protocol

__all__ = ["pytest_collectstart", "pytest_runtest_protocol", "pytest_sessionstart", "pytest_terminal_summary"]

ROOT = Path(__file__).parent.parent
EXAMPLE = Path(__file__).parent / "sites" / "after-sales"
"""A small help center whose promises are those of the program; what ships may be replaced."""
_CHECKS = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.differing_executors]

settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=_CHECKS)
settings.register_profile("hunt", deadline=None, max_examples=5000, suppress_health_check=_CHECKS)
settings.load_profile("steady")
"""Every run tries the same examples. ``pytest --hypothesis-profile=hunt`` looks for new ones."""


@pytest.fixture(scope="session")
def example() -> Prepared:
    """A help center made for tests, of every kind of page, read on the day it was last changed."""
    return prepared_at(EXAMPLE)


@pytest.fixture(scope="session")
def example_pages(example: Prepared) -> Built:
    """The pages of that help center, for a site with an address and with search."""
    return made_of(example)


def prepared_at(root: Path, named: frozenset[str] = frozenset()) -> Prepared:
    """Read and check the help center at ``root``, whose settings have ``named`` files, on the day of its last change."""
    project = Project(root, root / "content", named=named)
    loaded, _ = load(project)
    last = max(entry.updated or date.min for entry in loaded.center.entries())
    return prepare(dataclasses.replace(project, today=last))


def made_of(prepared: Prepared) -> Built:
    """Return the pages of a help center that is right."""
    assert not prepared.refused, prepared.problems
    return make(prepared, Site("售后帮助中心", "https://help.example.com/", "说明。"))
