"""The main article is light: few requests, none to other hosts, little to load over a phone's connection."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest

from bench.promises import limit

from .kinds import ARTICLE
from .visitor import Visitor

pytestmark = pytest.mark.browser
KB = 1000
REQUESTS = limit("page-requests")
TRANSFERRED = limit("page-loaded")
PAGE = limit("page")
"""An article of about 2,500 characters, whatever stands around it."""
LONGEST_PAGE = limit("longest-page")
"""The main article: three times that text, because eight questions open in it with their whole answers."""
TYPICAL = "fraud-check", "merchant-customer-cancels", "request-rejected"


def test_article_loads_little(visitor: Visitor) -> None:
    page = visitor.blank()
    network = page.context.new_cdp_session(page)
    sizes: dict[str, float] = {}
    addresses: dict[str, str] = {}

    def note_request(event: dict[str, Any]) -> None:
        addresses[event["requestId"]] = event["request"]["url"]

    def note_size(event: dict[str, Any]) -> None:
        sizes[event["requestId"]] = event["encodedDataLength"]

    network.on("Network.requestWillBeSent", note_request)
    network.on("Network.loadingFinished", note_size)
    network.send("Network.enable")
    page.goto(visitor.origin + ARTICLE)
    page.wait_for_load_state("networkidle")
    loaded = {address: sizes[number] for number, address in addresses.items() if not address.startswith("data:")}
    assert [address for address in loaded if not address.startswith(visitor.origin)] == []
    assert 2 <= len(loaded) <= REQUESTS, loaded
    assert 10 * KB < sum(loaded.values()) <= TRANSFERRED, loaded


def weight(site: Path, entry: str) -> int:
    """Return the bytes of an entry's page after gzip -9."""
    return len(gzip.compress((site / entry.strip("/") / "index.html").read_bytes(), 9))


@pytest.mark.parametrize("entry", TYPICAL)
def test_a_typical_page_is_small(site: Path, entry: str) -> None:
    assert weight(site, entry) <= PAGE


def test_the_longest_page_stays_small(site: Path) -> None:
    assert PAGE < weight(site, ARTICLE) <= LONGEST_PAGE
