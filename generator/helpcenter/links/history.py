"""What the locks had once and forgot, as when somebody undoes the commit that recorded it."""

from __future__ import annotations

from helpcenter.links.lock import AddressRecord, Lock, read_lock
from helpcenter.links.versions import History, read_versions, written_versions
from helpcenter.project import Project
from helpcenter.sources.revisions import RevisionError, changed_away, newest, taken_away
from helpcenter.sources.survey import LOCK, VERSIONS


def forgotten(project: Project, lock: Lock) -> dict[str, AddressRecord]:
    """Return the addresses that the lock had in git and that ``lock`` has not; none without git."""
    known = read_lock(_lines(project, LOCK), LOCK).records
    return {address: AddressRecord(record.kind) for address, record in known.items() if address not in lock}


def remembered(project: Project, known: History) -> History:
    """Return the versions that are ``known`` with those that earlier revisions of their file had."""
    lost = read_versions(_lines(project, VERSIONS), VERSIONS)[0]
    both = written_versions(known) + written_versions(lost)
    return read_versions(both, VERSIONS)[0] if lost else known


def _lines(project: Project, name: str) -> str:
    """Return the lines that the file ``name`` had in git at some time and lost; none without git.

    What git says up to a commit is kept by the memory of ``project``, where that lasts.
    """
    path = project.name(project.content / name)
    try:
        lines = project.memory(taken_away, project.root, path, newest(project.root))
        return "\n".join([*lines, *changed_away(project.root, path)])
    except RevisionError:
        return ""
