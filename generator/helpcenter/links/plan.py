"""What one command on addresses does: the lock afterwards, and the writers' files that change with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpcenter.addresses import RESERVED
from helpcenter.links.edits import Edit, renaming_edits, retiring_edit
from helpcenter.links.lock import MOVED, RETIRED, AddressRecord, Lock
from helpcenter.links.registry import Registry, marked, published
from helpcenter.links.renaming import Renaming
from helpcenter.links.versions import History
from helpcenter.model.fields import ID_PATTERN, Status
from helpcenter.project import Project
from helpcenter.sources.loading import Loaded
from helpcenter.suggestions import nearest

_RENAMED = frozenset({"article", "faq", "flow", "topic", "part", "cause", "node"})
"""Kinds of address whose ids stand in YAML."""


class NoPlanError(Exception):
    """What was asked for would break a promise or makes no sense: ``name`` of the words that say why, and facts."""

    def __init__(self, name: str, **facts: str) -> None:
        super().__init__(name)
        self.name, self.facts = name, facts


@dataclass(frozen=True, slots=True)
class LinkPlan:
    """The lock to write, the files to change, and the versions of answers to write where they are others."""

    lock: Lock
    edits: tuple[Edit, ...] = ()
    versions: History | None = None


@dataclass(frozen=True, slots=True)
class Planner:
    """Plans changes of one project; ``registry`` knows all its addresses of today."""

    project: Project
    loaded: Loaded
    registry: Registry

    def move(self, old: str, new: str) -> LinkPlan:
        """Plan that ``old`` is called ``new``: in the files, or in the lock alone when the files say so already."""
        known, today = self.registry.lock, self.registry.today
        lock = published(known, today)
        if old == new:
            if old not in today or old not in known or known[old] == AddressRecord(today[old]):
                raise NoPlanError("same")
            return LinkPlan({**lock, old: AddressRecord(today[old])})
        if old not in today:
            self._needs_known(old)
            self._needs_target(new, {})
            return LinkPlan(marked(lock, old, MOVED, new, today[new]))
        if new in today:
            raise NoPlanError("both", old=old, new=new)
        self._needs_free(new, old)
        self._needs_renamable(old, new)
        edits = renaming_edits(Renaming(old, new, today[old] == "topic"), self.project, self.loaded)
        lock = {**lock, new: AddressRecord(lock[old].kind)}
        return LinkPlan(marked(lock, old, MOVED, new, today[old]), tuple(edits))

    def retire(self, old: str, see: str) -> LinkPlan:
        """Plan that ``see`` replaces ``old``: in the file of an entry, or in the lock when it is deleted."""
        lock = published(self.registry.lock, self.registry.today)
        self._needs_target(see, {old})
        entry = self.loaded.center.entry(old)
        if entry is not None:
            if "#" in see:
                raise NoPlanError("no_target", address=see)
            is_done = entry.status is Status.RETIRED and entry.see == see
            return LinkPlan(lock, () if is_done else (retiring_edit(old, see, self.loaded),))
        if old in self.registry.today:
            raise NoPlanError("standing", address=old)
        self._needs_known(old)
        return LinkPlan(marked(lock, old, RETIRED, see, self.registry.today[see]))

    def _needs_known(self, old: str) -> None:
        if old not in self.registry.lock:
            every = {*self.registry.today, *self.registry.lock}
            raise NoPlanError("unknown", address=old, guess=nearest(old, every))

    def _needs_target(self, new: str, but: object) -> None:
        if new not in self.registry.today or new in self.registry.retired or (isinstance(but, set) and new in but):
            raise NoPlanError("no_target", address=new)

    def _needs_free(self, new: str, old: str) -> None:
        """Refuse an id that was used before, unless it led to ``old``, which is moved back."""
        record = self.registry.lock.get(new)
        if record is not None and not (record.verb == MOVED and self.registry.way(new).target == old):
            raise NoPlanError("used", address=new)
        name = new.rpartition("#")[2]
        if not re.match(ID_PATTERN, name) or ("#" not in new and name in RESERVED):
            raise NoPlanError("bad_id", id=name)

    def _needs_renamable(self, old: str, new: str) -> None:
        (page, mark, part), (there, also, _) = old.partition("#"), new.partition("#")
        if self.registry.today[old] not in _RENAMED or mark != also or (part and page != there):
            raise NoPlanError("by_hand", address=old)
