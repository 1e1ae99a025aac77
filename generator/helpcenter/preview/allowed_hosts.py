"""Whom the preview answers: requests that name it by an address, or by a name of this machine.

A page elsewhere can let its own name point at this machine (DNS rebinding) and then read what we answer. The name that
the browser was told stands in ``Host``; an IP address cannot be bent like that.
"""

from __future__ import annotations

import platform
import re
from ipaddress import ip_address

_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[^\s:/\\@,\[\]]+)(?::[0-9]{0,5})?\Z", re.IGNORECASE)


def answers(header: str | None, listening: str) -> bool:
    """Return whether a request whose ``Host`` is ``header`` is meant for a preview that listens at ``listening``."""
    found = _HOST.match(header or "")
    if found is None:
        return False
    name = found[1].lower().rstrip(".")
    if _is_ip(name) or name == "localhost" or name.endswith(".localhost"):
        return True
    return not _is_loopback(listening) and name in _names()


def _names() -> set[str]:
    """Return the names of this machine in its network."""
    whole = platform.node().lower()
    short = whole.split(".")[0]
    return {whole, short, f"{short}.local"} - {"", ".local"}


def _is_ip(text: str) -> bool:
    try:
        return bool(ip_address(text.strip("[]")))
    except ValueError:
        return False


def _is_loopback(host: str) -> bool:
    return host == "localhost" or (_is_ip(host) and ip_address(host).is_loopback)
