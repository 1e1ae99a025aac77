"""The site of the content that ships, built once; the browser is that of ``tests/browser``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import axe, browser, build, origin, pytest_runtest_makereport, visitor
from tests.conftest import ROOT

__all__ = ["axe", "browser", "origin", "pytest_runtest_makereport", "visitor"]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site as it ships, with the real command."""
    return build(ROOT, tmp_path_factory.mktemp("shipped") / "site")
