"""``content/links.lock``: one sorted line for every address ever published, with what became of it.

A line is ``address kind``, or ``address kind moved TARGET``, or ``address kind retired TARGET``. Lines are only ever
added or marked, never taken away, and their order means nothing to a reader: so two versions merge by keeping the lines
of both, which ``merge=union`` of git does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from helpcenter.addresses import PAGE_FILES, RESERVED, ROOT_FILES
from helpcenter.problems import Location, Problem, problem

HEADER = "# Every address ever published (helpcenter links). To merge, keep the lines of both sides."
MOVED, RETIRED = "moved", "retired"
PAGES = frozenset({"article", "faq", "flow", "topic", "page"})
"""Kinds of address that have a page."""
PARTS = frozenset({"part", "cause", "node", "section", "option", "shown", "heading"})
"""Kinds of address on a page."""
_PATH = r"[^\s#?/\\]+(?:/[^\s#?/\\]+)*"
_ADDRESS = re.compile(rf"{_PATH}(?:#[^\s#?/\\]+(?:\?[^\s#?/\\]+)?)?")
_MOST = 200
_TAKEN = RESERVED | ROOT_FILES
_USUAL = re.compile(r"([a-z0-9-]{1,60})(#[a-z0-9~-]{1,60}(?:\?[a-z0-9-]{1,60})?)? ([a-z]+)")
"""Nearly every line: an address without a mark, made of ids. What else is right takes longer to tell."""
_CONTROL = re.compile(r"[\x00-\x20\x7f<>\"'`|]")


class AddressRecord(NamedTuple):
    """What an address means, and where it leads since it ``moved`` or was ``retired``; nothing while it stands."""

    kind: str
    verb: str = ""
    target: str = ""


Lock = Mapping[str, AddressRecord]
"""What is known of each address, without the slash at its end: ``cancel``, ``cancel#submit``, ``why#status?done``."""


@dataclass(frozen=True, slots=True)
class LockFile:
    """A lock as it was read: its records, the line of each, and what is wrong with its lines."""

    name: str
    records: Lock
    lines: Mapping[str, int]
    problems: tuple[Problem, ...] = ()

    def at(self, address: str) -> Location:
        """Return the line of ``address``, else the first."""
        return Location(self.name, self.lines.get(address, 1))


def is_address(text: str) -> bool:
    """Return whether ``text`` has the form of an address that stays inside the site."""
    if len(text) > _MOST or not _ADDRESS.fullmatch(text) or _CONTROL.search(text):
        return False
    folders = text.partition("#")[0].casefold().split("/")
    if folders[0] in _TAKEN or not PAGE_FILES.isdisjoint(folders):
        return False
    return not any(folder.startswith(".") for folder in folders)


def page_of_address(address: str) -> str:
    """Return the page of ``address``."""
    return address.partition("#")[0]


def read_lock(text: str, name: str) -> LockFile:
    """Read the ``text`` of the lock called ``name``. A line that says less than another about an address is nothing."""
    records: dict[str, AddressRecord] = {}
    lines: dict[str, int] = {}
    problems: list[Problem] = []
    standing = {kind: AddressRecord(kind) for kind in (*PAGES, *PARTS)}
    for number, line in enumerate(text.split("\n"), 1):
        usual = _USUAL.fullmatch(line)
        if usual is not None and usual[3] in (PARTS if usual[2] else PAGES) and usual[1] not in RESERVED:
            address = line[: usual.start(3) - 1]
            if address not in records:
                records[address], lines[address] = standing[usual[3]], number
                continue
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        if not _is_sound(words):
            problems.append(problem("bad-link-line", Location(name, number), line=line.strip()[:80]))
            continue
        address, new = words[0], AddressRecord(words[1], *words[2:])
        known = records.get(address)
        if known is None or (not known.verb and known.kind == new.kind):
            records[address], lines[address] = new, number
        elif new not in (known, AddressRecord(known.kind)):
            first = f"{name}:{lines[address]}"
            problems.append(problem("link-told-twice", Location(name, number), address=address, first=first))
    return LockFile(name, records, lines, tuple(problems))


def _is_sound(words: list[str]) -> bool:
    if len(words) not in (2, 4) or not is_address(words[0]):
        return False
    if words[1] not in (PARTS if "#" in words[0] else PAGES):
        return False
    return len(words) == 2 or (words[2] in (MOVED, RETIRED) and is_address(words[3]) and words[3] != words[0])


def written(lock: Lock) -> str:
    """Return the text of ``lock``."""
    rows = sorted(" ".join(filter(None, (name, *_told(record)))) for name, record in lock.items())
    return "\n".join((HEADER, *rows, ""))


def _told(record: AddressRecord) -> Iterable[str]:
    return record.kind, record.verb, record.target
