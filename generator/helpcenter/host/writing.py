"""Writes a site whose only plugin is ours, as MkDocs would; pages that are what they were are not made again.

MkDocs' own pages are left out, which take longer than what our templates and its sitemap ask of them.
"""

from __future__ import annotations

from copy import copy
from functools import partial
from typing import Any, NamedTuple
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_build_date, write_file

from helpcenter.build import Prepared
from helpcenter.host.asked import TEMPLATES, AskedSite, Surroundings, stands_alone
from helpcenter.host.indexing import TERMS, Indexing
from helpcenter.host.pages import write_files
from helpcenter.host.theme import use_our_theme
from helpcenter.memory import Contents, Memory
from helpcenter.pages import Sheet
from helpcenter.pages.search import make_search
from helpcenter.project import Site


def is_known(config: MkDocsConfig) -> bool:
    """Return whether all that makes a site of ``config`` is ours or MkDocs' and Material's own."""
    theme = config.theme
    stock = theme.name == "material" and not theme.custom_dir and theme.static_templates <= set(TEMPLATES)
    return stock and stands_alone(config) and not config.strict


def write_known(config: MkDocsConfig, prepared: Prepared) -> int:
    """Write the site of a config that ``is_known`` to its ``site_dir``; returns how many pages of ours it has."""
    memory = prepared.project.memory
    use_our_theme(config)
    titles = {text.page.name: text.title for text in prepared.ordinary}
    site = AskedSite(prepared, Surroundings(config, prepared.public, titles), memory)
    indexing = Indexing()
    search = partial(make_search, site.built.book, site.built.searchable)
    indexing.begin(search, len(site.built.sheets), memory.beside(TERMS))
    try:
        around, folder = _around(site, memory), config.site_dir
        pages: dict[str, _Page] = {}
        for path, make in site.built.sheets.items():
            sheet = make()
            pages[path] = page = _page_of(sheet, site.around.site)
            content = memory(_finished, Contents(sheet), around, _Press(site, prepared.typesetter, sheet, page))
            written = site.around.written.get(path)
            write_file(content, f"{folder}/{written.dest_uri if written else f'{path}index.html'}")
        site.pages = [*{**site.around.written, **pages}.values()]  # as MkDocs has them: its own files first
        write_files(site.beside_pages(), config)
        indexing.write(config)
    finally:
        indexing.stop()
    return len(site.built.sheets)


class _Page(NamedTuple):
    """A page as far as MkDocs' filters and its sitemap ask; one that is not for search engines has no address there."""

    url: str
    canonical_url: str | None
    update_date: str
    abs_url: None = None
    is_link: bool = False

    @property
    def page(self) -> _Page:
        """Itself: MkDocs lists the files of pages."""
        return self


def _page_of(sheet: Sheet, site: Site) -> _Page:
    """Return what ``HelpPage`` tells of ``sheet``."""
    address = urljoin(site.url, sheet.path) if site.url and sheet.indexed else None
    day = sheet.updated.isoformat() if sheet.updated else "" if sheet.path else get_build_date()
    return _Page(sheet.path, address, day)


_UNSEEN = ("site_dir", "plugins", "theme")
"""Settings that no page shows, and the theme, whose own are told apart."""


class _Press:
    """Finishes one page, and notes what its texts ask."""

    def __init__(self, site: AskedSite, typesetter: Any, sheet: Sheet, page: _Page) -> None:
        self._site, self._typesetter, self._sheet, self._page = site, typesetter, sheet, page
        self.answers: dict[Any, Any] = {}

    def noting(self) -> _Press:
        """Return the same with nothing asked yet; only what was asked since then counts."""
        noting = copy(self)
        noting.answers = self._typesetter.answers = {}
        return noting

    def again(self, question: Any) -> Any:
        """Return the answer to a question that was noted before."""
        return self._typesetter.again(question)

    def finished(self) -> bytes:
        """Return the page as it goes out."""
        up = "/".join([".."] * self._page.url.count("/")) or "."
        seen = {"config": self._site.around.config, "base_url": up, "page": self._page}
        return self._site.finish(self._sheet, seen)


def _finished(told: Contents, around: object, press: _Press) -> bytes:
    return press.finished()


def _around(site: AskedSite, memory: Memory) -> object:
    """Return what pages show beside their sheet: settings, words, the brand, the menu, and who helps in general."""
    config, built = site.around.config, site.built
    layout, book = built.layout, built.book
    paths = sorted(site.assets)
    contents = [contents.topic for contents in book.order.topics]
    seen = sorted((name, value) for name, value in config.items() if name not in _UNSEEN)
    settings = repr(seen), repr(dict(config.theme))
    labels = dict(book.edition.audiences), book.platforms, dict(book.typeset.said), site.for_staff, layout.people("")
    return memory.same("around pages", (settings, layout.words, layout.site, site.brand, labels, contents, paths))
