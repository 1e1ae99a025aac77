"""The files of locks to write: beside the edits of sources, so that all are written or none."""

from __future__ import annotations

from helpcenter.links.edits import Edit, write_edits
from helpcenter.links.kept import Promises
from helpcenter.links.lock import Lock, written
from helpcenter.links.registry import published
from helpcenter.links.versions import AnswerVersions, History, written_versions
from helpcenter.project import Project
from helpcenter.sources.survey import LOCK, VERSIONS

MERGE_RULE = f"{LOCK} merge=union\n{VERSIONS} merge=union\n"
"""What tells git to keep the lines of both sides."""


def lock_edits(lock: Lock, project: Project, versions: History | None = None) -> list[Edit]:
    """Return the changes that put ``lock``, and the ``versions`` of answers if there are any, on the disk, with the
    rules for git of those that are new; none if all is there.
    """
    texts = {LOCK: written(lock), **({VERSIONS: written_versions(versions)} if versions else {})}
    found = [edit for name, text in texts.items() if (edit := _edit(name, text, project))]
    return [*found, *_rules([edit.path.name for edit in found if edit.before is None], project)]


def record(promises: Promises, versions: AnswerVersions, project: Project) -> tuple[int, int, int]:
    """Write every address that stands today, and what the lock had once, into the lock, and ``versions`` into theirs.

    Returns how many versions and how many addresses were new, and how many addresses there are. Raises OSError.
    """
    lock = published(promises.registry.lock, promises.registry.today)
    edits = lock_edits(lock, project, versions.known)
    write_edits(edits)
    versions_edits = [edit for edit in edits if edit.path.name == VERSIONS]
    known = promises.file.records if promises.file else {}
    return sum(map(_new_lines, versions_edits)), len(lock) - len(known), len(lock)


def _new_lines(edit: Edit) -> int:
    lines = {*edit.after.splitlines()} - {*(edit.before or b"").splitlines()}
    return sum(not line.startswith(b"#") for line in lines)


def _edit(name: str, text: str, project: Project) -> Edit | None:
    path = project.content / name
    before = path.read_bytes() if path.exists() else None
    after = text.encode()
    return Edit(path, before, after, path) if after != before else None


def _rules(names: list[str], project: Project) -> list[Edit]:
    """Return the change that tells git to keep the lines of both sides in the files of these ``names``."""
    path = project.content / ".gitattributes"
    told = path.read_bytes() if path.exists() else None
    lines = (told or b"").split(b"\n")
    wanted = (rule for rule in MERGE_RULE.encode().splitlines() if rule.split()[0].decode() in names)
    new = [rule for rule in wanted if rule not in lines]
    start = told if not told or told.endswith(b"\n") else told + b"\n"
    return [Edit(path, told, (start or b"") + b"".join(rule + b"\n" for rule in new), path)] if new else []
