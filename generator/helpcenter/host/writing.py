"""Writes a site whose only plugin is ours, as MkDocs would; pages that are what they were are not made again."""

from __future__ import annotations

from copy import copy
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import write_file

from helpcenter.build import Prepared
from helpcenter.host.asked import TEMPLATES, AskedSite, Surroundings, stands_alone
from helpcenter.host.indexing import TERMS, Indexing
from helpcenter.host.pages import HelpPage, write_files
from helpcenter.host.theme import use_our_theme
from helpcenter.memory import Contents, Memory
from helpcenter.pages.search import make_search


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
        around = _around(site, memory)
        for file in site.pages:
            page = file.page
            if isinstance(page, HelpPage):
                told = Contents((page.sheet, file.src_uri))
                content = memory(_finished, told, around, _Press(site, prepared.typesetter, page))
                write_file(content, str(Path(config.site_dir, file.dest_uri)))
        write_files(site.beside_pages(), config)
        indexing.write(config)
    finally:
        indexing.stop()
    return len(site.built.sheets)


_UNSEEN = ("site_dir", "plugins", "theme")
"""Settings that no page shows, and the theme, whose own are told apart."""


class _Press:
    """Finishes one page, and notes what its texts ask."""

    def __init__(self, site: AskedSite, typesetter: Any, page: HelpPage) -> None:
        self._site, self._typesetter, self._page = site, typesetter, page
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
        return self._site.finish(self._page)


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
