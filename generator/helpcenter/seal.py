"""A digest that only this program of this user can make: from a secret of the user, and what the program is made of."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import mkstemp

LIBRARIES = "mkdocs mkdocs-material jinja2 markupsafe pyyaml pydantic pydantic-core markdown-it-py rjsmin imagesize"
"""The distributions that have a say in what is made, beside our own."""
OURS = os.path.dirname(__file__)  # noqa: PTH120
SEAL_BYTES = _SECRET_BYTES = 32


def begin_seal() -> blake2b | None:
    """Return a digest that only this program of this user can make; None where no secret can be had."""
    secret = _secret()
    return None if secret is None else _seal(secret)


def put(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file under another name, then give it its own, so that nobody ever sees half of it. Raises OSError."""
    number, name = mkstemp(dir=path.parent, prefix=f"{path.name}-")
    try:
        with os.fdopen(number, "wb") as file:
            file.writelines(pieces)
        os.replace(name, path)  # noqa: PTH105
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise


def program() -> bytes:
    """Return what tells this program from every other: its versions, and its files as they are on the disk."""
    told = blake2b(digest_size=32)
    for library in LIBRARIES.split():
        told.update(f"{library} {_version(library)}\n".encode())
    told.update(f"{sys.implementation.cache_tag} {sys.version} {sys.platform}\n".encode())
    for file in sorted(_files(OURS), key=lambda file: file.path):
        status = file.stat()
        told.update(f"{status.st_size} {status.st_mtime_ns} ".encode() + os.fsencode(file.path))
    return told.digest()


def _files(folder: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        for file in found:
            if not file.is_dir():
                yield file
            elif file.name != "__pycache__":
                yield from _files(file.path)


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def _seal(secret: bytes) -> blake2b:
    return blake2b(_program(), key=secret, digest_size=SEAL_BYTES)


_program = lru_cache(maxsize=1)(program)


def _secret() -> bytes | None:
    """Return the secret of this user, made when it is first needed; None where none can be had."""
    path = _users_folder() / "secret"
    try:
        known = _own(path)
        if known is None:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            put(path, (os.urandom(_SECRET_BYTES),))
            known = _own(path)
    except (OSError, RuntimeError):  # RuntimeError: nobody knows where the user's files are
        return None
    return known


def _own(path: Path) -> bytes | None:
    """Return the secret at ``path``, None where nothing is that this user alone can have written and read."""
    if not path.is_file():
        return None
    status, content = path.stat(), path.read_bytes()
    others = hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & 0o077)
    return None if others or len(content) != _SECRET_BYTES else content


def _users_folder() -> Path:
    """Return the folder for what programs of this user keep and can make again."""
    name = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"
    given = Path(os.environ.get(name, ""))
    return (given if given.is_absolute() else Path.home() / ".cache") / "helpcenter"
