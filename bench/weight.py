"""What a phone loads to read one article: the page and the files it names, in bytes after gzip -9."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import urljoin, urlsplit

from bench.center import page_id
from bench.files import page_files
from bench.sitting import folder_of
from bench.tools import Tool

SITE_URL: Final = "https://help.example/"
LOADED_LINKS: Final = frozenset({"stylesheet", "icon", "preload", "modulepreload"})
CONTACTED_LINKS: Final = frozenset({"preconnect", "dns-prefetch"})
COMPRESSED: Final = frozenset({".html", ".css", ".js", ".mjs", ".json", ".svg", ".ico", ".txt", ".xml"})
"""Endings of the files that hosts send compressed."""


@dataclass(frozen=True, slots=True)
class Weight:
    """The weight of one article page; sizes are bytes after gzip -9, pictures and fonts as they are."""

    html: int
    plain_html: int
    """Bytes of the HTML before gzip."""

    files: dict[str, int]
    """The other files of the same host, by address."""

    foreign: tuple[str, ...]
    """Addresses on other hosts that the browser asks or connects to."""


class _Loads(HTMLParser):
    """The addresses that a browser asks for when it shows the page; lazy pictures that only paper has are none."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self._for_paper = False

    def handle_endtag(self, tag: str) -> None:
        """Note where a paragraph ends."""
        self._for_paper &= tag != "p"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what the element loads."""
        values = {name: value or "" for name, value in attrs}
        self._for_paper |= tag == "p" and values.get("class") == "hc-printed"
        if self._for_paper and values.get("loading") == "lazy":
            return
        if tag == "link" and set(values.get("rel", "").lower().split()) & (LOADED_LINKS | CONTACTED_LINKS):
            self.addresses.append(values.get("href", ""))
        elif tag in {"script", "img", "iframe", "source", "video", "audio"} and values.get("src"):
            self.addresses.append(values["src"])


def weigh(site: Path, page: Path) -> Weight:
    """The weight of a page of a built site."""
    html = page.read_bytes()
    loads = _Loads()
    loads.feed(html.decode())
    here = SITE_URL + page.parent.relative_to(site).as_posix() + "/"
    addresses = dict.fromkeys(urljoin(here, address) for address in loads.addresses if not address.startswith("data:"))
    own = [address for address in addresses if urlsplit(address).netloc == urlsplit(SITE_URL).netloc]
    files = {urlsplit(address).path: compressed(site / urlsplit(address).path.lstrip("/")) for address in own}
    foreign = tuple(address for address in addresses if address not in own)
    return Weight(html=len(gzip.compress(html, 9)), plain_html=len(html), files=files, foreign=foreign)


def compressed(path: Path) -> int:
    """The bytes that a host sends for the file."""
    data = path.read_bytes()
    return len(gzip.compress(data, 9)) if path.suffix in COMPRESSED else len(data)


def report(tool: Tool, sizes: Sequence[int]) -> str:
    """The first article's weight at each size, as text."""
    weights = {}
    for pages in sizes:
        site = folder_of(tool, pages) / tool.site
        weights[pages] = weigh(site, page_files(site)[page_id(0)])
    lines = [f"{tool.name}: the article {page_id(0)}, bytes after gzip -9"]
    for pages, weight in weights.items():
        total = weight.html + sum(weight.files.values())
        lines.append(
            f"  {pages:>6} pages: HTML {weight.html} ({weight.plain_html} plain), with its files {total}, "
            f"requests {1 + len(weight.files)}, to other hosts {len(weight.foreign)}"
        )
    first, last = weights[min(sizes)], weights[max(sizes)]
    lines.append(f"  growth of the HTML from {min(sizes)} to {max(sizes)} pages: {last.html / first.html:.3f} times")
    lines += [f"  {size:>8}  {address}" for address, size in sorted(last.files.items())]
    lines += [f"  another host: {address}" for address in last.foreign]
    return "\n".join(lines)
