"""The links of writers that lead to other sites: which there are, and where they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from urllib.parse import unquote, urlsplit

from helpcenter.model.help_center import AnyEntry
from helpcenter.model.key_path import KeyPath
from helpcenter.model.text_fields import line_fields
from helpcenter.model.values import FILE
from helpcenter.problems import Location
from helpcenter.sources.loading import Loaded
from helpcenter.texts.all_texts import Texts
from helpcenter.texts.bare_links import bare_links
from helpcenter.texts.ordinary_texts import OrdinaryText

_HREF = re.compile(r'href="(https?://[^"]+)"')
External = Mapping[str, tuple[Location, ...]]
"""Where each address of another site is written."""


def external_links(loaded: Loaded, texts: Texts, ordinary: Iterable[OrdinaryText], own: str) -> External:
    """Return every link to another site; ``own`` is how addresses of this one begin, empty if nobody knows."""
    found: dict[str, list[Location]] = defaultdict(list)
    for url, place in (*_in_texts(loaded, texts), *_in_pages(ordinary), *_in_fields(loaded)):
        if not (own and url.startswith(own)) and place not in found[url]:
            found[url].append(place)
    return {url: tuple(places) for url, places in found.items() if places}


def _in_texts(loaded: Loaded, texts: Texts) -> Iterator[tuple[str, Location]]:
    for name, text in ((name, text) for name, held in texts.items() for text in held):
        for url in _hrefs(text.rendered.html):
            yield url, _place(loaded, name, text.steps, url)


def _in_pages(pages: Iterable[OrdinaryText]) -> Iterator[tuple[str, Location]]:
    for text in pages:
        for url in _hrefs(text.rendered.html):
            typed = next((way for way in _ways(url) if way in text.page.text), url)
            yield url, text.page.at_text(typed)


def _in_fields(loaded: Loaded) -> Iterator[tuple[str, Location]]:
    """Yield what stands in fields for an address, and what lines say, such as a reply that is pasted."""
    center = loaded.center
    for name, value in center.values.items():
        told: dict[KeyPath, str | None] = {("url",): value.url}
        told |= {("platforms", who, "url"): own.url for who, own in value.platforms.items()}
        yield from ((url, loaded.origins[FILE].at("values", name, *way)) for way, url in told.items() if url)
    for name, contact in center.contacts.items():
        if contact.url:
            yield contact.url, loaded.origins[FILE].at("contacts", name, "url")
    for entry in center.entries():
        for steps, url in _of_entry(entry):
            yield url, _place(loaded, entry.id, steps, url)


def _of_entry(entry: AnyEntry) -> Iterator[tuple[KeyPath, str]]:
    yield from ((("sources", index), source.url) for index, source in enumerate(entry.sources) if source.url)
    for steps, line in line_fields(entry):
        yield from ((steps, link.href) for link in bare_links(line).values() if link.href.startswith("http"))


def _hrefs(html: str) -> list[str]:
    return [unescape(href) for href in _HREF.findall(html)]


def _place(loaded: Loaded, name: str, steps: KeyPath, url: str) -> Location:
    origin = loaded.origins[name]
    places = (origin.at_text(steps, typed) for typed in _ways(url))
    return next((place for place in places if place != origin.at(*steps)), origin.at(*steps))


def _ways(url: str) -> tuple[str, ...]:
    """Return how ``url`` may have been typed."""
    host = urlsplit(url).netloc
    plain = unquote(url)
    return url, plain, plain.replace(host, _as_typed(host), 1), plain.removeprefix("http://")


def _as_typed(host: str) -> str:
    try:
        return host.encode("ascii").decode("idna")
    except UnicodeError:
        return host
