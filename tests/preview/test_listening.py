"""Where a preview listens, and who is named when somebody else does."""

from __future__ import annotations

import errno
import os
import sys

import pytest

from helpcenter.preview.listening import holder, listen, listen_near, port_of


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0.0.0.0", "::1"])
def test_it_listens_where_it_is_told(host: str) -> None:
    with listen(host, 0) as made:
        assert port_of(made) and made.getsockname()[0] == {"localhost": "127.0.0.1"}.get(host, host)


def test_a_port_that_is_taken_is_refused_or_the_next_is_taken() -> None:
    with listen("127.0.0.1", 0) as first:
        with pytest.raises(OSError) as caught:
            listen("127.0.0.1", port_of(first))
        assert caught.value.errno == errno.EADDRINUSE
        with listen_near("127.0.0.1", port_of(first)) as second:
            assert port_of(first) < port_of(second) < port_of(first) + 100


def test_an_address_of_another_machine_is_refused_also_where_any_port_would_do() -> None:
    with pytest.raises(OSError) as caught:
        listen_near("192.0.2.1", 8000)
    assert caught.value.errno == errno.EADDRNOTAVAIL


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells who listens")
@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_who_holds_a_port_is_named(host: str) -> None:
    with listen(host, 0) as made:
        found = holder(port_of(made))
        assert found is not None and found.pid == os.getpid() and found.name
        free = port_of(made)
    assert holder(free) is None
