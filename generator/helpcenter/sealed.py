"""A file of results by name, which is believed only as far as this program of this user wrote it.

What it holds its readers unpickle, which may run anything, and pages are made from it. So its table of contents is
sealed, and every result has its digest there. A file that is damaged, cut off, of another version or put there by
somebody else holds nothing. Results are read when they are asked for, and written as soon as they are there: all of
them together would be a large part of a build's memory.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b, sha256
from hmac import compare_digest
from io import BytesIO
from pathlib import Path
from struct import Struct
from tempfile import TemporaryFile
from typing import IO, NamedTuple

from helpcenter.caching import make_cache
from helpcenter.seal import SEAL_BYTES, begin_seal, put

NAME_BYTES = 16
_DIGEST_BYTES = 16
_ROW = Struct(f"<{NAME_BYTES}sQQ{_DIGEST_BYTES}s")
_END = Struct(f"<Q{SEAL_BYTES}s")
_CHUNK = 1 << 20
_MOST_BYTES = 1 << 28
"""More than any table of contents of ours, so that nobody makes us read what only claims to be one."""


class _Place(NamedTuple):
    """Where a result stands in a file, in bytes, and its digest."""

    start: int
    size: int
    digest: bytes


class Sealed:
    """What the file at ``path`` holds, by names of ``NAME_BYTES``."""

    def __init__(self, path: Path) -> None:
        self._places: dict[bytes, _Place] = {}
        self._file: IO[bytes] = BytesIO()
        with suppress(OSError):
            if path.is_file():
                self._file = path.open("rb", buffering=0)
                self._places = _contents(self._file)

    def __len__(self) -> int:
        return len(self._places)

    def __contains__(self, name: bytes) -> bool:
        return name in self._places

    def get(self, name: bytes) -> bytes | None:
        """Return the result ``name``; None where there is none, or not the one that was written."""
        place = self._places.get(name)
        content = place and _read(self._file, place)
        return content if place and content is not None and _digest(content) == place.digest else None

    def pieces(self, names: Iterable[bytes]) -> Iterator[tuple[bytes, bytes, bytes]]:
        """Yield the ``names``, each with its result and digest as they are in the file, to be copied."""
        for name in names:
            place = self._places[name]
            yield name, _read(self._file, place) or b"", place.digest


class Sealing:
    """What the next file at ``path`` shall hold beside what this one holds. Where it cannot be, nobody need know."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._places: dict[bytes, _Place] = {}
        self._file: IO[bytes] | None = None
        self._end = 0

    def __len__(self) -> int:
        return len(self._places)

    def begin(self) -> Sealing:
        """Return this, with a file that has no name yet and goes with the process."""
        with suppress(OSError):
            make_cache(self._path.parent)
            self._file = TemporaryFile(dir=self._path.parent)  # noqa: SIM115
        return self

    def add(self, name: bytes, content: bytes) -> None:
        """Write a result."""
        if self._file is None:
            return
        try:
            self._file.write(content)
            self._places[name] = _Place(self._end, len(content), _digest(content))
            self._end += len(content)
        except OSError:
            self._file = None
            self._places.clear()

    def get(self, name: bytes) -> bytes | None:
        """Return a result that was added; None where it could not be."""
        place = self._places.get(name)
        if self._file is None or place is None:
            return None
        content = _read(self._file, place)
        self._file.seek(self._end)
        return content

    def write(self, before: Sealed, names: Iterable[bytes]) -> None:
        """Let the file hold the ``names`` of the one ``before`` and all that was added, whole or not at all."""
        seal = begin_seal()
        if self._file is not None and seal is not None:
            with suppress(OSError):
                put(self._path, self._whole(before, names, seal))

    def _whole(self, before: Sealed, names: Iterable[bytes], seal: blake2b) -> Iterator[bytes]:
        assert self._file is not None
        rows, end = [], 0
        for name, content, digest in before.pieces(names):
            rows.append(_ROW.pack(name, end, len(content), digest))
            end += len(content)
            yield content
        rows += [_ROW.pack(name, end + start, size, digest) for name, (start, size, digest) in self._places.items()]
        self._file.seek(0)
        while chunk := self._file.read(_CHUNK):
            end += len(chunk)
            yield chunk
        table = b"".join(rows)
        seal.update(table)
        yield table
        yield _END.pack(len(table), seal.digest())


def _contents(file: IO[bytes]) -> dict[bytes, _Place]:
    """Return the sealed table of contents at the end of ``file``; nothing where it is not to be believed."""
    end, seal = file.seek(0, os.SEEK_END) - _END.size, begin_seal()
    if end < 0 or seal is None:
        return {}
    size, sealed = _END.unpack(_read(file, _Place(end, _END.size, b"")) or bytes(_END.size))
    table = _read(file, _Place(end - size, size, b"")) if size <= min(end, _MOST_BYTES) else None
    seal.update(table or b"")
    if not table or size % _ROW.size or not compare_digest(sealed, seal.digest()):
        return {}
    return {name: _Place(start, length, digest) for name, start, length, digest in _ROW.iter_unpack(table)}


def _read(file: IO[bytes], place: _Place) -> bytes | None:
    """Return what stands at ``place``, None where the file is shorter or cannot be read."""
    try:
        file.seek(place.start)
        content = file.read(place.size)
    except OSError:
        return None
    return content if len(content) == place.size else None


def _digest(content: bytes) -> bytes:
    return sha256(content).digest()[:_DIGEST_BYTES]  # most processors have instructions for this one
