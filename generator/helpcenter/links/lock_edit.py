"""The lock as a file to write: beside the edits of sources, so that all are written or none."""

from __future__ import annotations

from helpcenter.links.edits import Edit, write_edits
from helpcenter.links.kept import Promises
from helpcenter.links.lock import Lock, written
from helpcenter.links.registry import published
from helpcenter.project import Project
from helpcenter.sources.survey import LOCK

MERGE_RULE = f"{LOCK} merge=union\n"
"""What tells git to keep the lines of both sides."""


def lock_edits(lock: Lock, project: Project) -> list[Edit]:
    """Return the changes that put ``lock`` on the disk, with the rule for git when it is new; none if it is there."""
    path, rules = project.content / LOCK, project.content / ".gitattributes"
    before = path.read_bytes() if path.exists() else None
    after = written(lock).encode()
    found = [Edit(path, before, after, path)] if after != before else []
    told = rules.read_bytes() if rules.exists() else None
    if before is None and MERGE_RULE.encode().strip() not in (told or b""):
        start = told if not told or told.endswith(b"\n") else told + b"\n"
        found.append(Edit(rules, told, (start or b"") + MERGE_RULE.encode(), rules))
    return found


def record(promises: Promises, project: Project) -> tuple[int, int]:
    """Write every address that stands today, and what the lock had once, into the lock.

    Returns how many were new to it, and how many it has now. Raises OSError.
    """
    lock = published(promises.registry.lock, promises.registry.today)
    write_edits(lock_edits(lock, project))
    known = promises.file.records if promises.file else {}
    return len(lock) - len(known), len(lock)
