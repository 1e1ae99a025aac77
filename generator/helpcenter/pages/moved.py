"""What stands at addresses that are no more: pages that lead on, and on other pages the anchors that moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from helpcenter.addresses import page_path
from helpcenter.links.lock import page_of_address
from helpcenter.links.registry import Fate, Way
from helpcenter.pages.book import Book
from helpcenter.pages.sheet import Sheet


class MovedPart(NamedTuple):
    """An anchor that a page had once: where it leads now, and what the page there is called."""

    anchor: str
    href: str
    title: str
    is_retired: bool


def with_moved(
    makers: Iterator[tuple[str, Callable[[], Sheet]]], book: Book
) -> Iterator[tuple[str, Callable[[], Sheet]]]:
    """Yield ``makers``, each with the anchors that moved away from its page; then the pages that lead on."""
    if not book.edition.led:
        yield from makers
        return
    ways = dict(book.edition.led)
    parts = _parts(ways, book)
    written = set[str]()
    for path, make in makers:
        written.add(path.casefold())
        yield path, partial(_joined, make, tuple(parts[path])) if path in parts else make
    for address, way in book.edition.led:
        if "#" not in address and page_path(address).casefold() not in written:
            written.add(page_path(address).casefold())
            yield page_path(address), partial(_leading, address, way, tuple(parts.get(page_path(address), ())), book)


def _parts(ways: dict[str, Way], book: Book) -> dict[str, list[MovedPart]]:
    """Return the anchors that lead on, by the path of each page that is opened with them."""
    found: dict[str, dict[str, MovedPart]] = defaultdict(dict)
    for address, way in ways.items():
        page, _, part = address.partition("#")
        if not part or "?" in part:
            continue
        at = [page]
        if page in ways:
            above = ways[page]
            if way.target == f"{above.target}#{part}" or above.fate is Fate.RETIRED:
                continue
            at.append(page_of_address(above.target))  # a server may have led there, with the fragment
        for place in at:
            found[page_path(place)].setdefault(part, _moved_part(place, part, way, book))
    return {path: list(rows.values()) for path, rows in found.items()}


def _moved_part(page: str, part: str, way: Way, book: Book) -> MovedPart:
    title = book.named(page_of_address(way.target)).heading
    return MovedPart(part, href_to(page, way.target), title, way.fate is Fate.RETIRED)


def href_to(page: str, target: str) -> str:
    """Return the link from ``page`` to the address ``target``."""
    there, mark, part = target.partition("#")
    if there == page and part:
        return f"#{part}"
    return f"{'../' * page_path(page).count('/')}{there}/{mark}{part}"


def _joined(make: Callable[[], Sheet], parts: tuple[MovedPart, ...]) -> Sheet:
    sheet = make()
    return sheet._replace(view={**sheet.view, "moved": parts})


def _leading(address: str, way: Way, parts: tuple[MovedPart, ...], book: Book) -> Sheet:
    """Return the sheet of a page that leads on at once, or of one that says what to read instead."""
    there, is_retired = page_of_address(way.target), way.fate is Fate.RETIRED
    href, title = href_to(address, way.target), book.named(there).heading
    words = book.words("retired.text" if is_retired else "moved.text")
    return Sheet(
        "moved",
        page_path(address),
        book.words("retired.title" if is_retired else "moved.title"),
        words,
        {"href": href, "target": title, "text": words, "moved": parts, "is_retired": is_retired},
        indexed=False,
        canonical=page_path(there),
        leads_to="" if is_retired else href,
    )
