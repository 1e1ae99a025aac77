"""Ids that a field names must exist, be of the right kind and be published."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from helpcenter.addresses import RESERVED, ROOT_FILES, Addresses
from helpcenter.checks.links import check_link, check_target
from helpcenter.checks.mentions import HIDDEN, Mention, mentions_of
from helpcenter.model.entries import Article, FaqEntry, Kept, Topic
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
    entries = list(center.entries())
    named = project.memory.each_here(mentions_of, entries)
    doubtful = _doubtful(frozenset[Mention]().union(*named), loaded, addresses)
    for entry, names in zip(entries, named, strict=True) if doubtful else ():
        if not doubtful.isdisjoint(names):
            yield from _check_entry(entry, loaded.origins[entry.id], loaded, addresses)
    if center.home is not None:
        origin = loaded.origins["/home.yaml"]
        for index, entry_id in enumerate(center.home.popular):
            yield from check_target(entry_id, origin, ("popular", index), loaded, addresses.known())
        yield from check_contacts(center.home.contact, origin, loaded)
    for audience in center.audiences:
        yield from check_contacts(audience.contact, loaded.origins[f"audience {audience.id}"], loaded)


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


def _doubtful(names: frozenset[Mention], loaded: Loaded, addresses: Addresses) -> frozenset[Mention]:
    """Return those of ``names`` that are not certainly right."""
    center = loaded.center
    shown = addresses.known() - {name for kind, name in names if kind == HIDDEN}
    sound: dict[str, Collection[str]] = {
        "topic": addresses.topics(),
        "contact": center.contacts,
        "audience": {audience.id for audience in center.audiences},
        "flow": shown & center.flows.keys(),
        "questions": shown & center.faq.keys(),
        "any": shown,
        HIDDEN: addresses.known(),
    }
    return frozenset(name for name in names if name[1] not in sound.get(name[0], ()))


def _check_entry(entry: AnyEntry, origin: Origin, loaded: Loaded, addresses: Addresses) -> Iterator[Problem]:
    center, topics = loaded.center, addresses.topics()
    if entry.topic not in topics and loaded.knows("topics.yaml") and entry.topic not in loaded.broken:
        yield problem("unknown-topic", origin.at("topic"), id=entry.topic, guess=nearest(entry.topic, topics))
    yield from check_contacts(entry.contact, origin, loaded)
    yield from _check_audience(entry, origin, loaded)
    if isinstance(entry, Kept) and entry.flow is not None:
        yield from check_link(entry.flow, origin, ("flow",), loaded, addresses, center.flows, entry)
    if isinstance(entry, Article):
        for index, entry_id in enumerate(entry.questions):
            yield from check_target(entry_id, origin, ("questions", index), loaded, center.faq, entry)
    for index, cause in enumerate(entry.causes if isinstance(entry, FaqEntry) else ()):
        if cause.where is not None:
            way = ("causes", index, "where")
            yield from check_link(cause.where, origin, way, loaded, addresses, addresses.known(), entry)
    for index, entry_id in enumerate(entry.related or ()):
        yield from check_target(entry_id, origin, ("related", index), loaded, addresses.known(), entry)
    if entry.see is not None:
        yield from check_target(entry.see, origin, ("see",), loaded, addresses.known(), entry)


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
