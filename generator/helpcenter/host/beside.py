"""Pages that only a preview has: an entry on a phone beside what else is made of it, and the list of all entries."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from helpcenter.addresses import page_path
from helpcenter.build import Built, Prepared
from helpcenter.host.settings.brand import Brand
from helpcenter.pages.beside import ListedEntry, beside, listed
from helpcenter.preview.state import Served
from helpcenter.rendering.bundles import assets, beside_script, beside_style
from helpcenter.rendering.compiling import environment
from helpcenter.rendering.indentation import TEMPLATES
from helpcenter.rendering.policy import POLICY
from helpcenter.words.catalogue import messages, nearest_language

BESIDE = "__preview/"
"""Where these pages stand; no entry can be called so."""
FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    f"{BESIDE}beside.css": (beside_style, "text/css; charset=utf-8"),
    f"{BESIDE}beside.js": (beside_script, "text/javascript; charset=utf-8"),
}
FRAMED = f"{POLICY}; frame-src 'self'"
"""The policy of these pages, which alone show others."""


class BesidePages:
    """The pages beside those of ``built``, in the words for writers."""

    def __init__(self, prepared: Prepared, built: Built, brand: Brand) -> None:
        self._prepared, self._book, self._sheets = prepared, built.book, built.sheets
        self._root = urlsplit(built.book.edition.site.url).path or "/"
        self._assets = assets(brand.light, brand.dark, tuple(self._book.platforms))

    def get(self, path: str) -> Served | None:
        """Return the page or the file at ``path``, None where that is none of these."""
        if path in FILES:
            content, kind = FILES[path]
            return Served(content(), kind)
        if path == BESIDE:
            return self._page("entries", entries=self._by_change())
        entry_id = path.removeprefix(BESIDE).removesuffix("/")
        view = beside(entry_id, self._book, self._root) if path == f"{BESIDE}{entry_id}/" else None
        return None if view is None else self._page("beside", view=view, title=view.entry.heading)

    def about(self, path: str) -> str:
        """Return where the page at ``path`` of the site is shown: beside its entry, or the list for all other pages."""
        entry_id = path.partition("/")[0]
        is_shown = self._book.center.entry(entry_id) is not None and page_path(entry_id) in self._sheets
        return f"{BESIDE}{entry_id}/" if is_shown else BESIDE

    def _page(self, template: str, **view: Any) -> Served:
        page = self._environment.get_template(f"preview/{template}.html.jinja")
        html = page.render(
            policy=FRAMED,
            site=self._book.edition.site,
            root=self._root,
            assets=self._assets,
            language=self._language,
            **view,
        )
        return Served(html.encode(errors="xmlcharrefreplace"), "text/html; charset=utf-8")

    @property
    def _language(self) -> str:
        return nearest_language(self._prepared.project.language)

    @cached_property
    def _environment(self) -> Any:
        return environment(TEMPLATES, messages(self._language), self._prepared.project.cache)

    def _by_change(self) -> list[tuple[ListedEntry, str]]:
        """Return every entry with when its file was saved, the last one first."""
        found = listed(self._book)
        files = {row.entry.id: self._prepared.loaded.origins[row.entry.id].source.path for row in found}
        saved = {path: _saved(path) for path in set(files.values())}
        found.sort(key=lambda row: saved[files[row.entry.id]], reverse=True)
        return [(row, _minute(saved[files[row.entry.id]])) for row in found]


def _saved(path: Path) -> float:
    try:
        return os.stat(path).st_mtime  # noqa: PTH116
    except OSError:  # gone since it was read
        return 0.0


def _minute(seconds: float) -> str:
    return datetime.fromtimestamp(seconds).strftime("%Y-%m-%d %H:%M") if seconds else ""
