"""Compares two built sites: which files only one of them has, and which differ.

    SOURCE_DATE_EPOCH=1795420800 helpcenter build --site /tmp/before    # with the old program
    SOURCE_DATE_EPOCH=1795420800 helpcenter build --site /tmp/after     # with the new one
    python tools/compare_sites.py /tmp/before /tmp/after

Names with a hash of what they hold (style sheet, scripts, the folder of the search) are taken for the same file, and a
page that only loads another one of these is told apart from a page that differs. Exit 1 when a file is only on one side
or differs in more than that.
"""

from __future__ import annotations

import argparse
import difflib
import gzip
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

_HASH = re.compile(rb"(?<=[.-])[0-9a-f]{8}(?=[./\"])")
SHOWN = 20
"""How many names a list shows, and how many lines a difference."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Names below the sites' roots, hashes in them as ``*``."""

    gone: tuple[str, ...]
    new: tuple[str, ...]
    different: tuple[str, ...]
    renamed: tuple[str, ...]
    """Pages that differ only in the names of hashed files."""
    same: int

    @property
    def is_same(self) -> bool:
        """Whether the sites differ in nothing, or only in the names of hashed files."""
        return not (self.gone or self.new or self.different)


def compare(before: Path, after: Path) -> Comparison:
    """Compare the files of two built sites."""
    old, new = _files(before), _files(after)
    different: list[str] = []
    renamed: list[str] = []
    for name in sorted(old.keys() & new.keys()):
        first, second = _content(old[name]), _content(new[name])
        if first != second:
            only_names = name.endswith(".html") and _unhashed(first) == _unhashed(second)
            (renamed if only_names else different).append(name)
    same = len(old.keys() & new.keys()) - len(different) - len(renamed)
    gone, more = sorted(old.keys() - new.keys()), sorted(new.keys() - old.keys())
    return Comparison(tuple(gone), tuple(more), tuple(different), tuple(renamed), same)


def difference(before: Path, after: Path, name: str) -> list[str]:
    """Return the first lines in which the file ``name`` differs."""
    old, new = (_unhashed(_content(_files(site)[name])).decode(errors="replace") for site in (before, after))
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), "before", "after", lineterm="", n=0)
    return list(islice(lines, SHOWN))


def _files(site: Path) -> dict[str, Path]:
    paths = (path for path in site.rglob("*") if path.is_file())
    return {_unhashed(path.relative_to(site).as_posix().encode()).decode(): path for path in paths}


def _content(path: Path) -> bytes:
    content = path.read_bytes()
    return gzip.decompress(content) if path.suffix == ".gz" else content  # the day of packing is no difference


def _unhashed(text: bytes) -> bytes:
    return _HASH.sub(b"*", text)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print how two sites differ."""
    parser = argparse.ArgumentParser(description="Compare two built sites.")
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    options = parser.parse_args(arguments)
    found = compare(options.before, options.after)
    for title in ("gone", "new", "different", "renamed"):
        names = getattr(found, title)
        print(f"{title}: {len(names)}{'' if title != 'renamed' else ' (only the names of hashed files)'}")
        print("".join(f"  {name}\n" for name in names[:SHOWN]), end="")
    print(f"same: {found.same}")
    for name in found.different[:1]:
        print(*difference(options.before, options.after, name), sep="\n")
    return 0 if found.is_same else 1


if __name__ == "__main__":
    sys.exit(main())
