"""Addresses that the lock had once and forgot, as when somebody undoes the commit that recorded them."""

from __future__ import annotations

from helpcenter.links.lock import AddressRecord, Lock, read_lock
from helpcenter.project import Project
from helpcenter.sources.revisions import RevisionError, taken_away
from helpcenter.sources.survey import LOCK


def forgotten(project: Project, lock: Lock) -> dict[str, AddressRecord]:
    """Return the addresses that earlier revisions of the lock had and ``lock`` has not; none without git."""
    name = project.name(project.content / LOCK)
    try:
        lines = taken_away(project.root, name)
    except RevisionError:
        return {}
    known = read_lock("\n".join(lines), name).records
    return {address: AddressRecord(record.kind) for address, record in known.items() if address not in lock}
