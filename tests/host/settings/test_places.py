"""Where the preview may listen."""

from __future__ import annotations

import pytest

from helpcenter.host.settings.places import is_address, is_host, with_port


@pytest.mark.parametrize("text", ["localhost:1", "127.0.0.1:8000", "0.0.0.0:65535", "[::1]:8000", "::1:8000"])
def test_addresses_of_a_preview(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize("text", ["", ":8000", "8000", "localhost", "localhost:", "localhost:0", "localhost:65536",
                                  "localhost:٣", "example.com:80", "[::1:8000", "1.2.3:80", "localhost:-1"])  # fmt: skip
def test_no_addresses_of_a_preview(text: str) -> None:
    assert not is_address(text)


def test_hosts_of_version_six_may_stand_in_brackets() -> None:
    assert is_host("::1") and is_host("[::1]") and not is_host("[localhost") and not is_host("here")
    assert with_port("::1", 80) == "[::1]:80"
    assert with_port("127.0.0.1", 80) == "127.0.0.1:80"
