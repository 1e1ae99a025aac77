"""What search tests expect must be there for readers."""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.addresses import Addresses
from helpcenter.checks.links import check_link
from helpcenter.problems import Problem
from helpcenter.sources.loading import Loaded


def check_search_tests(loaded: Loaded, addresses: Addresses) -> Iterator[Problem]:
    """Yield a problem for each search test that expects nothing that readers can open."""
    origins = {name: origin for name, origin in loaded.origins.items() if name.startswith("search test ")}
    for test, origin in zip(loaded.center.search_tests, origins.values(), strict=True):
        if test.expects_nothing:
            continue
        yield from check_link(test.expect, origin, ("expect",), loaded, addresses, addresses.known())
