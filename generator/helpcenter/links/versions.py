"""``content/versions.lock``: one line for every version of an answer that was published.

A line is ``id number day parts | reply``: of each part the anchor and the digest of what it said, and the short reply.
Lines are only ever added, and every one is whole, so that two versions of the file merge by keeping the lines of both.
A number that came to stand for two texts, as when two people published at once, is none that an answer has.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from helpcenter.problems import Location, Problem, problem
from helpcenter.texts.wording import Wording

HEADER = "# Every version of every answer (helpcenter links publish). To merge, keep the lines of both sides."
_LINE = re.compile(
    r"([a-z0-9-]{2,40}) ([1-9]\d{0,5}) (\d{4}-\d\d-\d\d)((?: [a-z0-9-]*:[0-9a-f]+)+) \| (\S.*)", re.ASCII
)


class Version(NamedTuple):
    """What an answer said since a ``day`` (2026-11-23): the digests of its parts, and its short reply."""

    number: int
    day: str
    said: Wording


class Changed(NamedTuple):
    """What became of an answer since a version, recorded on a ``day`` (2026-11-23): the anchors of ``parts`` that are
    new or say something else, those that are ``gone``, and the short ``reply`` of then, empty where it is today's.
    """

    day: str
    parts: tuple[str, ...]
    gone: tuple[str, ...]
    reply: str


History = Mapping[str, tuple[Version, ...]]
"""The versions of each answer by its id, the oldest first."""


@dataclass(frozen=True, slots=True)
class AnswerVersions:
    """Every version of a help center's answers, and what they say ``today``."""

    known: History = field(default_factory=dict)
    today: Mapping[str, Wording] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def of(self, entry_id: str) -> int | None:
        """Return the number of what an answer says today; None where that was never recorded."""
        versions = self.known.get(entry_id, ())
        newest = [version for version in versions if version.number == versions[-1].number]
        told = self.today.get(entry_id)
        return newest[0].number if len(newest) == 1 and told and newest[0].said.parts == told.parts else None

    def since(self, entry_id: str) -> dict[int, Changed]:
        """Return what changed since each version of an answer that said something else than today, the newest first."""
        told, versions = self.today.get(entry_id), self.known.get(entry_id, ())
        if told is None:
            return {}
        same = {version.number for version in versions if version.said.parts == told.parts}
        others = (version for version in reversed(versions) if version.number not in same)
        return {version.number: _changed(version, told) for version in others}


def read_versions(text: str, name: str) -> tuple[History, tuple[Problem, ...]]:
    """Read the ``text`` of the file called ``name``."""
    found: dict[str, dict[str, Version]] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        told = _LINE.fullmatch(line)
        if told is None:
            problems.append(problem("bad-link-line", Location(name, number), line=line[:80]))
        else:
            parts = dict(part.rsplit(":", 1) for part in told[4].split())
            found.setdefault(told[1], {})[line] = Version(int(told[2]), told[3], Wording(parts, told[5]))
    return {name: tuple(sorted(rows.values(), key=_order)) for name, rows in found.items()}, tuple(problems)


def written_versions(known: History) -> str:
    """Return the text of the file."""
    return "\n".join((HEADER, *(_line(name, version) for name in sorted(known) for version in known[name]), ""))


def with_today(versions: AnswerVersions, day: date) -> dict[str, tuple[Version, ...]]:
    """Return the versions, with a new one of every answer that says something else than its newest."""
    known = dict(versions.known)
    for name, said in versions.today.items():
        if versions.of(name) is None:
            before = known.get(name, ())
            number = before[-1].number + 1 if before else 1
            known[name] = (*before, Version(number, day.isoformat(), said))
    return known


def with_moved_versions(known: History, old: str, new: str) -> History:
    """Return the versions where the answer ``old`` is called ``new``; copies may tell either."""
    return {**known, new: known.get(new, ()) or known[old]} if old in known else known


def _order(version: Version) -> tuple[int, str]:
    return version.number, version.day


def _line(name: str, version: Version) -> str:
    parts = " ".join(f"{anchor}:{digest}" for anchor, digest in version.said.parts.items())
    return f"{name} {version.number} {version.day} {parts} | {version.said.reply.strip()}"


def _changed(version: Version, now: Wording) -> Changed:
    before = version.said.parts
    others = tuple(anchor for anchor, digest in now.parts.items() if before.get(anchor) != digest)
    gone = tuple(anchor for anchor in before if anchor not in now.parts)
    return Changed(version.day, others, gone, "" if version.said.reply == now.reply else version.said.reply)
