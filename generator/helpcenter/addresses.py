"""Ids to addresses: every entry has the page ``/<id>/``, every part of it an anchor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from helpcenter.model.entries import Article
from helpcenter.model.flows import Flow
from helpcenter.model.help_center import AnyEntry, HelpCenter
from helpcenter.model.key_path import KeyPath

ARTICLE_AREAS = ("intro", "reasons", "steps", "precautions", "questions", "follow-up", "closing", "sources", "contact",
                 "changes")
FLOW_AREAS = ("contact", "sources", "changes")
FAQ_AREAS = ("reply", "answer", "causes", "sources", "contact", "changes")
LIST_PAGES = frozenset({"topics", "questions", "updates"})
"""Pages that list entries; texts may link to them."""
SEARCH_PATH = "search/"
DESK = "desk/"
"""Where staff look up answers, on their site alone."""
RESERVED = frozenset({"search", "questions", "topics", "updates", "assets", "images", "404", "index", "feed", "desk"})
"""Addresses of pages and folders that are not entries."""
ROOT_FILES = frozenset({"index.html", "404.html", "feed.xml", "sitemap.xml", "sitemap.xml.gz", "robots.txt", "llms.txt",
                        "answers.json", "_redirects", "redirects.map", "redirects.json"})
"""Files at the root of a site, beside the pages."""
LONGEST = 60
"""The most characters that an address may have behind the host, so that it stays whole in a message."""
CODE = "code.svg"
"""The code that leads to a page, in the folder of that page."""
PAGE_FILES = frozenset({"index.html", "index.md", "index.json", "flow.json", CODE})
"""Files in the folder of a page."""


def areas_of(entry: AnyEntry) -> tuple[str, ...]:
    """Return the anchors that every entry of this kind may have."""
    if isinstance(entry, Flow):
        return FLOW_AREAS
    return ARTICLE_AREAS if isinstance(entry, Article) else FAQ_AREAS


def part_ids(entry: AnyEntry) -> Iterator[tuple[KeyPath, str]]:
    """Yield the way to and the id of each part that a writer named."""
    if isinstance(entry, Flow):
        for name, nodes in (("questions", entry.questions), ("steps", entry.steps), ("outcomes", entry.outcomes)):
            yield from (((name, node), node) for node in nodes)
        return
    if not isinstance(entry, Article):
        for index, cause in enumerate(entry.causes):
            yield ("causes", index, "id"), cause.id
        return
    for area in ("reasons", "steps", "precautions", "sections"):
        for index, part in enumerate(getattr(entry, area)):
            yield (area, index, "id"), part.id
    for index, step in enumerate(entry.steps):
        for field, inner, part in step.parts():
            if part.id is not None:
                yield ("steps", index, field, inner, "id"), part.id


class Addresses:
    """Which ids and anchors exist, and how a page at ``/<id>/`` links to them."""

    def __init__(self, center: HelpCenter, page_anchors: Mapping[str, frozenset[str]] = MappingProxyType({})) -> None:
        """Take the anchors of ordinary pages by id, too."""
        self._center = center
        self._topics = frozenset(topic.id for topic in center.topics)
        self._entries = frozenset((*center.articles, *center.faq, *center.flows))
        self._known = self._topics | self._entries | center.pages
        self._anchors: dict[str, frozenset[str]] = dict(page_anchors)

    def known(self) -> frozenset[str]:
        """Return every id that has a page."""
        return self._known

    def entries(self) -> frozenset[str]:
        """Return the ids of articles, FAQ entries and flows."""
        return self._entries

    def topics(self) -> frozenset[str]:
        """Return the ids of the topics."""
        return self._topics

    def __contains__(self, entry_id: str) -> bool:
        return entry_id in self._known

    def anchors(self, entry_id: str) -> frozenset[str]:
        """Return the anchors of the page of ``entry_id``."""
        if entry_id not in self._anchors:
            entry = self._center.entry(entry_id)
            anchors = () if entry is None else (*areas_of(entry), *(part for _, part in part_ids(entry)))
            embedded = entry.questions if isinstance(entry, Article) else ()
            self._anchors[entry_id] = frozenset((*anchors, *embedded))
        return self._anchors[entry_id]


def page_path(entry_id: str) -> str:
    """Return the address of an entry's page below the site's root, as in ``cancel-after-sales/``."""
    return f"{entry_id}/"


def from_entry(entry_id: str, part: str = "") -> str:
    """Return the link from any page at ``/<id>/`` to another."""
    return f"../{entry_id}/#{part}" if part else f"../{entry_id}/"
