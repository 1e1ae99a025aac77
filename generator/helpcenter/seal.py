"""A file that is believed only if this program of this user wrote it.

What it holds its readers unpickle, which may run anything, and pages are made from it. So it is sealed with a digest
that only who has the user's secret can make, and that counts what the program is made of. A file that is damaged, cut
off, of another version or put there by somebody else counts as none.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from hashlib import blake2b
from hmac import compare_digest
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from stat import S_ISREG
from struct import Struct
from tempfile import mkstemp

from helpcenter.caching import make_cache

LIBRARIES = "mkdocs mkdocs-material jinja2 markupsafe pyyaml pydantic pydantic-core markdown-it-py rjsmin imagesize"
"""The distributions that have a say in what is made, beside our own."""
OURS = os.path.dirname(__file__)  # noqa: PTH120
MOST_BYTES = 1 << 30
_SEAL_BYTES = _SECRET_BYTES = 32
_HEAD = Struct("<16sQ")


def read_sealed(path: Path) -> dict[bytes, memoryview]:
    """Return what the file at ``path`` holds; nothing where it is not to be believed."""
    secret, whole = _secret(), _content(path)
    if secret is None or whole is None:
        return {}
    content, entries, place = memoryview(whole)[:-_SEAL_BYTES], {}, 0
    seal = _seal(secret)
    seal.update(content)
    if not compare_digest(whole[-_SEAL_BYTES:], seal.digest()):
        return {}
    while place < len(content):
        name, size = _HEAD.unpack_from(content, place)
        place += _HEAD.size + size
        entries[name] = content[place - size : place]
    return entries


def write_sealed(path: Path, entries: Iterable[tuple[bytes, bytes | memoryview]]) -> None:
    """Let the file at ``path`` hold ``entries``, by names of 16 bytes, whole or not at all.

    Where that cannot be nobody need know.
    """
    secret = _secret()
    if secret is not None:
        with suppress(OSError):
            make_cache(path.parent)
            _put(path, _sealed(entries, secret))


def _sealed(entries: Iterable[tuple[bytes, bytes | memoryview]], secret: bytes) -> Iterator[bytes | memoryview]:
    seal = _seal(secret)
    for name, content in entries:
        for piece in (_HEAD.pack(name, len(content)), content):
            seal.update(piece)
            yield piece
    yield seal.digest()


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
    return blake2b(_program(), key=secret, digest_size=_SEAL_BYTES)


_program = lru_cache(maxsize=1)(program)


def _secret() -> bytes | None:
    """Return the secret of this user, made when it is first needed; None where none can be had."""
    path = _users_folder() / "secret"
    try:
        known = _own(path)
        if known is None:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _put(path, (os.urandom(_SECRET_BYTES),))
            known = _own(path)
    except (OSError, RuntimeError):  # RuntimeError: nobody knows where the user's files are
        return None
    return known


def _own(path: Path) -> bytes | None:
    """Return the secret at ``path``, None where nothing is that this user alone can have written and read."""
    content = _content(path)
    if content is None or len(content) != _SECRET_BYTES:
        return None
    status = path.stat()
    others = hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & 0o077)
    return None if others else content


def _users_folder() -> Path:
    """Return the folder for what programs of this user keep and can make again."""
    name = "LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME"
    given = Path(os.environ.get(name, ""))
    return (given if given.is_absolute() else Path.home() / ".cache") / "helpcenter"


def _content(path: Path) -> bytes | None:
    """Return what the file at ``path`` holds; None where nothing can be read, or more than anything of ours."""
    try:
        if S_ISREG(path.stat().st_mode) and path.stat().st_size <= MOST_BYTES:
            return path.read_bytes()
    except OSError:
        pass
    return None


def _put(path: Path, pieces: Iterable[bytes | memoryview]) -> None:
    """Write a file under another name, then give it its own, so that nobody ever sees half of it."""
    number, name = mkstemp(dir=path.parent, prefix=f"{path.name}-")
    try:
        with os.fdopen(number, "wb") as file:
            file.writelines(pieces)
        os.replace(name, path)  # noqa: PTH105
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108
        raise
