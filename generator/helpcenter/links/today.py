"""The addresses that the content of today has, each with its kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from helpcenter.addresses import page_path, part_ids
from helpcenter.flow.compiled import Compiled
from helpcenter.model.entries import Article
from helpcenter.model.fields import Status
from helpcenter.model.flows import Flow
from helpcenter.model.help_center import AnyEntry, HelpCenter, kind_of

CHOSEN = frozenset({"part", "cause", "node", "page", "heading"})
"""Kinds of address whose words writers choose; those of sections and options are made of others."""
_PLAIN = "/~?-"


def as_pasted(address: str) -> str:
    """Return what browsers put behind the host when somebody copies ``address``: ASCII, with the slash of its page."""
    page, mark, part = address.partition("#")
    return quote(page_path(page), _PLAIN) + mark + quote(part, _PLAIN)


def addresses_today(
    center: HelpCenter, flows: Mapping[str, Compiled], pages: Mapping[str, Iterable[str]]
) -> dict[str, str]:
    """Return the kind of every address; ``pages`` are the anchors of ordinary pages that go out, by id.

    Drafts have none. Of what is retired only its page is left.
    """
    found = {topic.id: "topic" for topic in center.topics}
    for entry in center.entries():
        if entry.status is not Status.DRAFT:
            found[entry.id] = kind_of(entry)
        if entry.status is Status.PUBLISHED:
            found.update(_parts(entry, flows.get(entry.id)))
    for page, anchors in pages.items():
        if page == "index":
            continue
        found[page] = "page"
        found.update((f"{page}#{anchor}", "heading") for anchor in anchors)
    return found


def _parts(entry: AnyEntry, compiled: Compiled | None) -> Iterator[tuple[str, str]]:
    if isinstance(entry, Flow):
        yield from _flow_parts(entry, compiled)
        return
    kind = "part" if isinstance(entry, Article) else "cause"
    if isinstance(entry, Article):
        yield from ((f"{entry.id}#{question}", "shown") for question in entry.questions)
    yield from ((f"{entry.id}#{part}", kind) for _, part in part_ids(entry))


def _flow_parts(flow: Flow, compiled: Compiled | None) -> Iterator[tuple[str, str]]:
    if compiled is not None:
        for section in compiled.sections.by_anchor.values():
            yield from ((f"{flow.id}#{name}", "section") for name in (section.anchor, section.alias) if "~" in name)
    for question, asked in flow.questions.items():
        yield from ((f"{flow.id}#{question}?{option}", "option") for option in asked.options)
    yield from ((f"{flow.id}#{node}", "node") for _, node in part_ids(flow))
