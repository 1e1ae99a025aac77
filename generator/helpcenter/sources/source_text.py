"""The text of a source file: decoded, or refused with the place of what is wrong; indexes to lines and columns."""

from __future__ import annotations

import errno
import re
from bisect import bisect_right
from codecs import BOM_UTF8
from pathlib import Path
from stat import S_ISREG

from helpcenter.problems import Location, Problem, problem

MAX_BYTES = 4_000_000
_LINE_END = re.compile(r"\r\n|\n|\r")


class Places:
    """Turns an index of a text into a 1-based line and column, as editors count them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._length = len(text)
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]

    def at(self, index: int) -> tuple[int, int]:
        """Return line and column of the character at ``index``; the end of the text for an index beyond it."""
        index = min(index, self._length)
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1

    def of_byte(self, offset: int) -> int:
        """Return the index of the character at a byte offset of the text in UTF-8, which libyaml counts in."""
        return len(self._text.encode("utf-8", "surrogatepass")[:offset].decode("utf-8", "ignore"))

    def start(self, line: int) -> int:
        """Return the index at which a 1-based ``line`` starts."""
        return self._starts[line - 1]


def decoded(path: Path) -> str:
    """Return the text of a UTF-8 file, its line ends as they are. Raises OSError or UnicodeDecodeError."""
    return path.read_bytes().decode("utf-8-sig")


def read_text(path: Path, name: str, most: int = MAX_BYTES) -> tuple[str | None, list[Problem]]:
    """Read a UTF-8 file of up to ``most`` bytes. Returns its text, or None with the problem that keeps it from that."""
    raw, problems = read_bytes(path, name, most)
    return (None, problems) if raw is None else text_of(raw, name)


def read_bytes(path: Path, name: str, most: int = MAX_BYTES) -> tuple[bytes | None, list[Problem]]:
    """Read a file of up to ``most`` bytes. Returns them, or None with the problem that keeps it from that.

    Never waits: what is no file, such as a named pipe or a device, is not opened.
    """
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            return None, [problem("not-a-file", Location(name))]
        if status.st_size > most:
            return None, [problem("file-too-large", Location(name), limit=most // 1_000_000)]
        return path.read_bytes(), []
    except OSError as error:
        return None, [unreadable(error, name, path)]


def text_of(raw: bytes, name: str) -> tuple[str | None, list[Problem]]:
    """Decode a UTF-8 file. Returns its text, or None with the problem that keeps it from that."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = raw.removeprefix(BOM_UTF8)[: error.start].decode("utf-8", errors="replace")
        return None, [problem("wrong-encoding", Location(name, *Places(good).at(len(good))), encoding=_guess(raw))]
    return (text, []) if text.strip() else (None, [problem("empty-file", Location(name))])


def unreadable(error: OSError, name: str, path: Path) -> Problem:
    """Return why the file or folder at ``path`` cannot be read, as a problem."""
    if error.errno in (errno.EACCES, errno.EPERM):
        return problem("no-permission", Location(name))
    if error.errno == errno.ELOOP or (error.errno == errno.ENOENT and path.is_symlink()):
        return problem("bad-symlink", Location(name))
    return problem("unreadable-file", Location(name), reason=error.strerror or str(error))


def _guess(raw: bytes) -> str:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return "?"
    return "GBK / GB18030"
