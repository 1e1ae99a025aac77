"""What several test modules need: one way to run Hypothesis, and the shipped help center, made once."""

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

__all__ = ["pytest_sessionstart", "pytest_terminal_summary"]

ROOT = Path(__file__).parent.parent
_CHECKS = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.differing_executors]

settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=_CHECKS)
settings.register_profile("hunt", deadline=None, max_examples=5000, suppress_health_check=_CHECKS)
settings.load_profile("steady")
"""Every run tries the same examples. ``pytest --hypothesis-profile=hunt`` looks for new ones."""


@pytest.fixture(scope="session")
def shipped() -> Prepared:
    """The shipped content, read on the day it was last changed."""
    project = Project(ROOT, ROOT / "content")
    loaded, _ = load(project)
    last = max(entry.updated or date.min for entry in loaded.center.entries())
    return prepare(dataclasses.replace(project, today=last))


@pytest.fixture(scope="session")
def shipped_pages(shipped: Prepared) -> Built:
    """The pages of the shipped content, for a site with an address and with search."""
    assert not shipped.refused, shipped.problems
    return make(shipped, Site("售后帮助中心", "https://help.example.com/", "说明。"))
