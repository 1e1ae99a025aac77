"""The content that ships, read and made once; here ``example`` means it, too."""

from __future__ import annotations

import pytest

from helpcenter.build import Built, Prepared
from tests.conftest import ROOT, made_of, prepared_at


@pytest.fixture(scope="session")
def shipped() -> Prepared:
    """The content that ships, read on the day it was last changed."""
    return prepared_at(ROOT, frozenset({"images/share.png"}))


@pytest.fixture(scope="session")
def shipped_pages(shipped: Prepared) -> Built:
    """Its pages."""
    return made_of(shipped)


@pytest.fixture(scope="session")
def example(shipped: Prepared) -> Prepared:
    """The content that ships, for promises that hold for any content."""
    return shipped


@pytest.fixture(scope="session")
def example_pages(shipped_pages: Built) -> Built:
    """Its pages, for promises that hold for any content."""
    return shipped_pages
