"""A reference from one entry to another, or to a part of one, leads to something that readers can see."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from helpcenter.addresses import Addresses
from helpcenter.model.fields import Status
from helpcenter.model.help_center import AnyEntry
from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Problem, problem, warning
from helpcenter.sources.loading import Loaded, Origin
from helpcenter.suggestions import nearest


def check_target(
    entry_id: str, origin: Origin, steps: KeyPath, loaded: Loaded, known: Iterable[str], entry: AnyEntry | None = None
) -> Iterator[Problem]:
    """Yield a problem when ``entry_id``, written at ``steps`` of ``entry``, is not ``known``, or not for readers."""
    field = next(str(step) for step in reversed(steps) if isinstance(step, str))
    if entry_id not in known:
        if can_tell(entry_id, loaded):
            yield problem("unknown-id", origin.at(*steps), field=field, id=entry_id, guess=nearest(entry_id, known))
        return
    if entry is not None and entry_id == entry.id:
        yield problem("refers-to-itself", origin.at(*steps), field=field, id=entry_id)
        return
    target = loaded.center.entry(entry_id)
    followed = entry is None or entry.status is Status.PUBLISHED or (field == "see" and entry.status is Status.RETIRED)
    if followed and target is not None and target.status is Status.DRAFT:
        yield problem("refers-to-draft", origin.at(*steps), field=field, id=entry_id)
    if followed and target is not None and target.status is Status.RETIRED:
        yield warning("refers-to-retired", origin.at(*steps), field=field, id=entry_id, see=target.see)


def check_link(
    link: str,
    origin: Origin,
    steps: KeyPath,
    loaded: Loaded,
    addresses: Addresses,
    known: Iterable[str],
    entry: AnyEntry | None = None,
) -> Iterator[Problem]:
    """Yield a problem when ``link``, an id or ``id#part``, leads to no entry of ``known`` or to no part of it."""
    entry_id, _, part = link.partition("#")
    found = list(check_target(entry_id, origin, steps, loaded, known, entry))
    yield from found
    if not found and part and entry_id in known and part not in addresses.anchors(entry_id):
        guess = nearest(part, addresses.anchors(entry_id))
        guess = f"{entry_id}#{guess}" if guess else ""
        yield problem("unknown-part", origin.at(*steps), target=link, entry=entry_id, guess=guess)


def can_tell(entry_id: str, loaded: Loaded) -> bool:
    """Return whether it is certain that ``entry_id`` does not exist when it was not found."""
    return loaded.complete and entry_id not in loaded.broken
