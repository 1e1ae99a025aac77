"""Ids that a field names must exist, be of the right kind and be published."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from helpcenter.addresses import RESERVED, ROOT_FILES, Addresses
from helpcenter.checks.links import check_link, check_target
from helpcenter.model.entries import Topic
from helpcenter.model.fields import Status
from helpcenter.model.help_center import AnyEntry
from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Location, Problem, problem
from helpcenter.project import Project
from helpcenter.sources.loading import Loaded, Origin
from helpcenter.suggestions import nearest


def check_references(loaded: Loaded, project: Project, addresses: Addresses) -> Iterator[Problem]:
    """Yield a problem for each field that names nothing, the wrong kind, itself or a draft."""
    center = loaded.center
    yield from _check_pages(loaded, project)
    for topic in center.topics:
        yield from _check_reserved(topic.id, loaded)
        yield from _check_first(topic, loaded, addresses)
    for name in filter({*RESERVED, *center.pages}.__contains__, addresses.entries()):
        yield from _check_reserved(name, loaded)
    sound = _sound(loaded, addresses)
    for entry in center.entries():
        if not sound.holds(entry):
            yield from _check_entry(entry, loaded.origins[entry.id], loaded, addresses)
    yield from _check_shown(loaded, addresses, sound.ids)
    if center.home is not None:
        origin = loaded.origins["/home.yaml"]
        for index, entry_id in enumerate(center.home.popular):
            yield from check_target(entry_id, origin, ("popular", index), loaded, addresses.known())
        yield from check_contacts(center.home.contact, origin, loaded)
    for audience in center.audiences:
        yield from check_contacts(audience.contact, loaded.origins[f"audience {audience.id}"], loaded)


class _Sound(NamedTuple):
    """What entries may name without a problem: most name nothing else."""

    topics: Collection[str]
    contacts: Collection[str]
    audiences: Collection[str]
    ids: frozenset[str]
    """Of all that has a page and is no draft and not retired."""

    def holds(self, entry: AnyEntry) -> bool:
        """Return whether all that any kind of entry may name is among it."""
        return (
            entry.topic in self.topics
            and all(map(self.contacts.__contains__, entry.contact))
            and all(map(self.audiences.__contains__, entry.audience))
            and (not entry.related or (self.ids.issuperset(entry.related) and entry.id not in entry.related))
            and entry.see is None
        )


def _sound(loaded: Loaded, addresses: Addresses) -> _Sound:
    center, published = loaded.center, Status.PUBLISHED
    audiences = {audience.id for audience in center.audiences}
    others = {entry.id for entry in center.entries() if entry.status is not published}
    return _Sound(addresses.topics(), center.contacts.keys(), audiences, addresses.known() - others)


def _check_first(topic: Topic, loaded: Loaded, addresses: Addresses) -> Iterator[Problem]:
    origin = loaded.origins[topic.id]
    for index, entry_id in enumerate(topic.first):
        yield from check_target(entry_id, origin, ("first", index), loaded, addresses.entries())
        entry = loaded.center.entry(entry_id)
        if entry is not None and entry.topic != topic.id:
            yield problem("not-in-topic", origin.at("first", index), id=entry_id, topic=entry.topic)


def _check_pages(loaded: Loaded, project: Project) -> Iterator[Problem]:
    for name in sorted(loaded.center.pages & {*RESERVED, *ROOT_FILES, "README"}):
        yield problem("reserved-page", Location(project.name(project.content / f"{name}.md")), name=name)


def _check_reserved(entry_id: str, loaded: Loaded) -> Iterator[Problem]:
    if entry_id in RESERVED or entry_id in loaded.center.pages:
        yield problem("reserved-id", loaded.origins[entry_id].at("id"), id=entry_id)


def _check_entry(entry: AnyEntry, origin: Origin, loaded: Loaded, addresses: Addresses) -> Iterator[Problem]:
    """Yield what is wrong with what any entry may name. Most name nothing but a topic."""
    topics = addresses.topics()
    if entry.topic not in topics and loaded.knows("topics.yaml") and entry.topic not in loaded.broken:
        yield problem("unknown-topic", origin.at("topic"), id=entry.topic, guess=nearest(entry.topic, topics))
    if entry.contact:
        yield from check_contacts(entry.contact, origin, loaded)
    if entry.audience:
        yield from _check_audience(entry, origin, loaded)
    for index, entry_id in enumerate(entry.related or ()):
        yield from check_target(entry_id, origin, ("related", index), loaded, addresses.known(), entry)
    if entry.see is not None:
        yield from check_target(entry.see, origin, ("see",), loaded, addresses.known(), entry)


def _check_shown(loaded: Loaded, addresses: Addresses, sound: frozenset[str]) -> Iterator[Problem]:
    """Yield what is wrong with the flows, questions and causes that articles and questions lead to."""
    center = loaded.center
    kept = (entry for held in (center.articles, center.faq) for entry in held.values() if entry.flow is not None)
    for entry in kept:
        link, origin = entry.flow or "", loaded.origins[entry.id]
        yield from check_link(link, origin, ("flow",), loaded, addresses, center.flows, entry)
    for article in center.articles.values():
        for index, name in enumerate(article.questions):
            if name not in center.faq or name not in sound:
                origin = loaded.origins[article.id]
                yield from check_target(name, origin, ("questions", index), loaded, center.faq, article)
    for entry in center.faq.values():
        for index, cause in enumerate(entry.causes):
            if cause.where is not None:
                way, origin = ("causes", index, "where"), loaded.origins[entry.id]
                yield from check_link(cause.where, origin, way, loaded, addresses, addresses.known(), entry)


def check_contacts(
    names: Sequence[str], origin: Origin, loaded: Loaded, steps: KeyPath = ("contact",)
) -> Iterator[Problem]:
    """Yield a problem for each of the contacts named at ``steps`` that does not exist."""
    contacts = loaded.center.contacts
    for index, name in enumerate(names):
        if name not in contacts and f"contact {name}" not in loaded.broken and loaded.knows("values.yaml"):
            yield problem("unknown-contact", origin.at(*steps, index), id=name, guess=nearest(name, contacts))


def _check_audience(entry: AnyEntry, origin: Origin, loaded: Loaded) -> Iterator[Problem]:
    known = [audience.id for audience in loaded.center.audiences]
    for index, name in enumerate(entry.audience):
        if name not in known and f"audience {name}" not in loaded.broken and loaded.knows("audiences.yaml"):
            yield problem("unknown-audience", origin.at("audience", index), id=name, guess=nearest(name, known))
