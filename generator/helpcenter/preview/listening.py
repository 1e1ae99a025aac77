"""The socket that a preview listens on, and who holds a port that is taken."""

from __future__ import annotations

import errno
import os
import socket
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

TRIES = 100
"""How many ports after the wanted one are tried."""
Listener = socket.socket
_TABLES = ("/proc/net/tcp", "/proc/net/tcp6")
_LISTENS = "0A"


@dataclass(frozen=True, slots=True)
class Holder:
    """A program that listens on a port."""

    name: str
    pid: int


def listen(host: str, port: int) -> Listener:
    """Return a socket that listens at ``host``, an IP address or localhost. Raises OSError."""
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    if host == "localhost":
        family, address = socket.AF_INET, ("127.0.0.1", port)
    made = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":  # elsewhere two programs would share the port
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen(256)
        made.setblocking(False)
    except OSError:
        made.close()
        raise
    return made


def listen_near(host: str, port: int) -> Listener:
    """Return a socket that listens at the first free port from ``port`` on. Raises OSError where none is."""
    for tried in range(port, min(port + TRIES, 65536)):
        try:
            return listen(host, tried)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    return listen(host, 0)


def port_of(made: Listener) -> int:
    """Return the port that a socket listens on."""
    port: int = made.getsockname()[1]
    return port


def holder(port: int) -> Holder | None:
    """Return which program listens on ``port``; None where the system does not say (Linux tells of one's own)."""
    sockets = {f"socket:[{inode}]" for table in _TABLES for inode in _inodes(Path(table), port)}
    if not sockets:
        return None
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it ended, or is not ours
            if any(str(file.readlink()) in sockets for file in (process / "fd").iterdir()):
                return Holder((process / "comm").read_text(errors="replace").strip(), int(process.name))
    return None


def _inodes(table: Path, port: int) -> list[str]:
    """Return the numbers of sockets that listen on ``port``; columns as in proc_pid_net(5)."""
    try:
        rows = [line.split() for line in table.read_text(encoding="ascii").splitlines()[1:]]
    except OSError:
        return []
    return [row[9] for row in rows if row[3] == _LISTENS and int(row[1].rpartition(":")[2], 16) == port]
