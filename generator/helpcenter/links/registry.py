"""Where every address leads today: the lock, held against the content.

Two addresses mean the same when their page, their part and their kind are the same; titles and texts say nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from helpcenter.links.lock import MOVED, RETIRED, AddressRecord, Lock, page_of_address


class Fate(StrEnum):
    """What becomes of who opens an address."""

    ALIVE = "alive"
    MOVED = "moved"
    RETIRED = "retired"
    LOST = "lost"
    LOOP = "loop"


class Way(NamedTuple):
    """The fate of an address, and where it leads: to an address of today, or to the first one that is lost."""

    fate: Fate
    target: str


@dataclass(frozen=True, slots=True)
class Registry:
    """The ``lock`` and the kinds of all addresses of ``today``."""

    lock: Lock
    today: Mapping[str, str]
    retired: frozenset[str] = frozenset()
    """Pages of today that say no more than what to read instead."""
    _ways: dict[str, Way] = field(default_factory=dict, repr=False, compare=False)

    def way(self, address: str) -> Way:
        """Return where ``address`` leads at last, through whatever became of it."""
        if address not in self._ways:
            self._ways[address] = self._found(address)
        return self._ways[address]

    def knows(self, address: str) -> bool:
        """Return whether ``address`` means something, today or by the lock."""
        return address in self.today or address in self.lock

    def led(self) -> Iterator[tuple[str, Way]]:
        """Yield every published address that is no more and leads on, in order."""
        for address in sorted(self.lock.keys() - self.today.keys()):
            way = self.way(address)
            if way.fate in (Fate.MOVED, Fate.RETIRED):
                yield address, way

    def lost(self, promised: Iterable[str] = ()) -> list[str]:
        """Return the addresses of the lock, and those ``promised`` elsewhere, that lead nowhere: roots only, in order.

        What is lost because something else is lost that is in the lock too, is not told.
        """
        every = {*self.lock, *promised} - self.today.keys()
        ends = {address: self.way(address) for address in every}
        dead = {address: way.target for address, way in ends.items() if way.fate is Fate.LOST}
        roots = {target if target in every else address for address, target in dead.items()}
        return sorted(one for one in roots if "#" not in one or page_of_address(one) not in roots)

    def loops(self) -> list[str]:
        """Return the marked addresses that lead back to themselves, in order."""
        return sorted(address for address in self.marks if self.way(address).fate is Fate.LOOP)

    @property
    def marks(self) -> list[str]:
        """The addresses of which somebody said what became of them."""
        return [address for address, record in self.lock.items() if record.verb]

    def changed(self) -> list[str]:
        """Return the addresses of today that meant something of another kind before, in order."""
        lock = self.lock
        return sorted(one for one, kind in self.today.items() if one in lock and lock[one].kind != kind)

    def reused(self) -> list[str]:
        """Return the addresses of today that lead elsewhere by the lock, in order."""
        return sorted(one for one in self.marks if one in self.today)

    def new(self) -> list[str]:
        """Return the addresses of today that the lock does not have, in order."""
        return sorted(self.today.keys() - self.lock.keys())

    def _found(self, address: str) -> Way:
        fate, seen = Fate.ALIVE, set[str]()
        while address not in seen:
            seen.add(address)
            record = self.lock.get(address)
            if record is not None and record.verb:
                fate = Fate.RETIRED if record.verb == RETIRED or fate is Fate.RETIRED else Fate.MOVED
                address = record.target
            elif address in self.today:
                return Way(fate, address)
            else:
                step = self._step(address, record)
                if step is None:
                    return Way(Fate.LOST, address)
                fate = Fate.RETIRED if step.verb == RETIRED or fate is Fate.RETIRED else Fate.MOVED
                address = step.target
        return Way(Fate.LOOP, address)

    def _step(self, address: str, record: AddressRecord | None) -> AddressRecord | None:
        """Return how an address leads on of which nobody said so: with its page, or to what it was a part of."""
        page, _, part = address.partition("#")
        if not part:
            return None
        if page in self.retired:
            return AddressRecord("", RETIRED, page)
        above = self._page_step(page)
        if above is not None:
            is_end = above.verb == RETIRED or "#" in above.target
            return above if is_end else AddressRecord("", MOVED, f"{above.target}#{part}")
        kind = record.kind if record else ""
        whole = part.partition("?")[0].partition("~")[0]
        if whole != part and (kind in ("", "section", "option")):
            return AddressRecord("", MOVED, f"{page}#{whole}")
        return AddressRecord("", MOVED, part) if kind == "shown" else None

    def _page_step(self, page: str) -> AddressRecord | None:
        record = self.lock.get(page)
        return record if record is not None and record.verb and page not in self.today else None


def published(lock: Lock, today: Mapping[str, str]) -> dict[str, AddressRecord]:
    """Return ``lock`` with every address of ``today``."""
    return {**{address: AddressRecord(kind) for address, kind in today.items()}, **lock}


def marked(lock: Lock, address: str, verb: str, target: str, kind: str) -> dict[str, AddressRecord]:
    """Return ``lock`` where ``address``, of ``kind`` if it is new, has moved or is retired.

    What leads back from ``target``, which stands now, leads there no more.
    """
    known = lock.get(address)
    changed = {**lock, address: AddressRecord(known.kind if known else kind, verb, target)}
    back = changed.get(target)
    if back is not None and back.verb:
        changed[target] = AddressRecord(back.kind)
    return changed
