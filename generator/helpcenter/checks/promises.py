"""Published addresses stay: each is there, or somebody said where it leads, and none comes to mean something else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from helpcenter.addresses import LIST_PAGES, LONGEST, RESERVED
from helpcenter.links.kept import Promises, plain_address
from helpcenter.links.lock import PAGES, page_of_address
from helpcenter.links.registry import Fate, Registry
from helpcenter.links.today import CHOSEN, as_pasted
from helpcenter.problems import Location, Problem, problem, warning
from helpcenter.sources.loading import Loaded
from helpcenter.suggestions import nearest


def check_promises(loaded: Loaded, promises: Promises, public: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each published address that is lost, and for each that means something else now."""
    registry, file = promises.registry, promises.file
    yield from promises.problems
    yield from _inbound(loaded, registry)
    if file is None:
        return
    yield from file.problems
    notes = _notes(loaded)
    for address in registry.lost() if loaded.complete else ():
        if page_of_address(address) not in loaded.broken and registry.way(address).target not in loaded.broken:
            yield _lost(address, loaded, promises, notes.get(address, ""))
    for address in registry.loops():
        yield problem("link-loop", file.at(address), address=address)
    marked = {address for address, record in registry.lock.items() if record.verb}
    for address in {*registry.reused(), *_collisions(marked, registry, public)} & marked:
        told = {"address": address, "target": registry.lock[address].target}
        yield problem("link-reused", _place(address, loaded) or file.at(address), **told)
    for address in set(registry.changed()) - marked:
        kinds = {"was": registry.lock[address].kind, "now": registry.today[address]}
        yield problem("link-changed", _place(address, loaded) or file.at(address), address=address, **kinds)
    for address in registry.new():
        length = len(as_pasted(address)) if registry.today[address] in CHOSEN else 0
        if length > LONGEST:
            place = _place(address, loaded) or file.at(address)
            yield warning("address-too-long", place, address=address, length=length, limit=LONGEST)


def _lost(address: str, loaded: Loaded, promises: Promises, note: str) -> Problem:
    file, registry = promises.file, promises.registry
    assert file is not None
    guess = successor(address, registry)
    place = _place(address, loaded) or _place(guess, loaded) or file.at(address)
    entry = loaded.center.entry(address)
    if entry is not None:  # a draft
        place, guess = loaded.origins[address].at("status"), ""
    command = f"helpcenter links move {address} {guess}" if guess else f"helpcenter links retire {address} --see ID"
    return problem("inbound-lost" if note else "link-lost", place, address=address, command=command, note=note)


def successor(address: str, registry: Registry) -> str:
    """Return the new address that ``address`` most likely has now; nothing where that is no more than a guess."""
    page, _, part = address.partition("#")
    kind = registry.lock[address].kind if address in registry.lock else ""
    fresh = [one for one in registry.new() if registry.today[one] == kind]
    beside = [one for one in fresh if not part or page_of_address(one) == page]
    return beside[0] if len(beside) == 1 else nearest(address, beside)


def _place(address: str, loaded: Loaded) -> Location | None:
    """Return where the id is written that ``address`` has, else that of its page."""
    page = page_of_address(address)
    origin = loaded.origins.get(page)
    if origin is not None:
        return origin.at("id")
    ordinary = next((found for found in loaded.pages.values() if found.id == page), None)
    if ordinary is None or not address:
        return None
    line = next((one.line for one in ordinary.headings if one.anchor == address.partition("#")[2]), 0)
    return Location(ordinary.file, line + 1)


def _collisions(marked: Iterable[str], registry: Registry, public: Iterable[str]) -> Iterator[str]:
    """Yield the pages that lead elsewhere and would be written over another page or file."""
    taken = {one.casefold() for one, kind in registry.today.items() if kind in PAGES}
    taken |= {f"{one}/map" for one, kind in registry.today.items() if kind == "flow"}
    taken |= {part for name in public for part in (name.casefold(), name.casefold().removesuffix("/index.html"))}
    yield from (one for one in marked if "#" not in one and one.casefold() in taken)


def _notes(loaded: Loaded) -> dict[str, str]:
    return {plain_address(row.address): row.note for row in loaded.center.inbound}


def _inbound(loaded: Loaded, registry: Registry) -> Iterator[Problem]:
    """Yield a problem for each address that is used elsewhere and leads nowhere; what is lost is told where it was."""
    for number, row in enumerate(loaded.center.inbound):
        address, origin = plain_address(row.address), loaded.origins[f"inbound {number}"]
        page = page_of_address(address)
        if row.address.strip("/ ") in ({""} | LIST_PAGES | RESERVED & {"search"}) or page in loaded.broken:
            continue
        known = bool(address) and registry.way(address).fate not in (Fate.LOST, Fate.LOOP)
        if not known and address not in registry.lock and loaded.complete:
            guess = nearest(address or row.address, registry.today)
            yield problem("inbound-unknown", origin.at("address"), address=row.address, guess=guess, note=row.note)
