"""Addresses that the lock had once and forgot, as when somebody undoes the commit that recorded them."""

from __future__ import annotations

from helpcenter.links.lock import AddressRecord, Lock, read_lock
from helpcenter.project import Project
from helpcenter.sources.revisions import RevisionError, changed_away, newest, taken_away
from helpcenter.sources.survey import LOCK


def forgotten(project: Project, lock: Lock) -> dict[str, AddressRecord]:
    """Return the addresses that the lock had in git and that ``lock`` has not; none without git.

    What git says up to a commit is kept by the memory of ``project``, where that lasts.
    """
    name = project.name(project.content / LOCK)
    try:
        lines = project.memory(taken_away, project.root, name, newest(project.root))
        lines = [*lines, *changed_away(project.root, name)]
    except RevisionError:
        return {}
    known = read_lock("\n".join(lines), name).records
    return {address: AddressRecord(record.kind) for address, record in known.items() if address not in lock}
