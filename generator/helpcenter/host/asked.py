"""One state of a site whose only plugin is ours: every page and file is made when somebody asks for it.

What is made is what a whole build writes, byte for byte; ``mkdocs.commands.build`` is what it follows.
"""

from __future__ import annotations

import gzip
import io
import mimetypes
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Any, overload
from urllib.parse import urlsplit

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.utils import get_build_timestamp

from helpcenter.build import Built, Prepared, make
from helpcenter.host.beside import BesidePages
from helpcenter.host.extra_files import FOR_ENGINES, program_files, staff_files
from helpcenter.host.pages import add_pages, keep_published, name_pages, page_of, site_of
from helpcenter.host.settings.brand import brand_of
from helpcenter.host.theme import finished, not_found, speaking, theme_globals
from helpcenter.memory import FORGETFUL, Memory
from helpcenter.pages import Sheet
from helpcenter.pages.printing import code_file
from helpcenter.pages.search import POINTER, make_search
from helpcenter.preview.state import Served
from helpcenter.rendering.bundles import assets
from helpcenter.rendering.compiling import rendered, visible_files
from helpcenter.words.catalogue import Words

MAIN, NOT_FOUND = "main.html", "404.html"
TEMPLATES = (NOT_FOUND, *FOR_ENGINES)


class Surroundings:
    """What MkDocs tells of a project: files that go out as they are, the navigation, the theme's environment."""

    def __init__(self, config: MkDocsConfig, public: frozenset[str], titles: Mapping[str, str]) -> None:
        """Take the names below ``content/`` of what is ``public``, and the ``titles`` of ordinary pages by name."""
        self.config = config
        self.files = get_files(config)
        self.files.add_files_from_theme(visible_files(config.theme.dirs), config)
        keep_published(self.files, config, public, config.plugins["helpcenter"].config.publish)
        set_exclusions(self.files, config)
        self.nav: Navigation = get_navigation(self.files, config)
        name_pages(self.files, titles)
        self.site = site_of(config, self.nav)
        self.written = {file.url: file for file in self.files.documentation_pages()}
        self.static = {file.dest_uri: file for file in self.files if _goes_out(file)}


def media_type(path: str) -> str:
    """Return the kind of what is at an address."""
    known = "text/html" if not path or path.endswith("/") else mimetypes.guess_type(path)[0]
    kind = known or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind.endswith(("javascript", "xml")) else kind


def stands_alone(config: MkDocsConfig) -> bool:
    """Return whether nothing but our plugin and the theme has a say in what is written."""
    return list(config.plugins) == ["helpcenter"] and not config.hooks and not config.extra_templates


class AskedSite:
    """A site in one state, made on demand.

    It also has the ``former`` files of the search, which a page may be about to load that was opened before a save, and
    the memory of what their documents ``counted``, which is asked for more rarely than pages.
    """

    def __init__(
        self,
        prepared: Prepared,
        around: Surroundings,
        memory: Memory,
        former: Mapping[str, bytes] | None = None,
        counted: Memory = FORGETFUL,
    ) -> None:
        self.around = around
        self.built: Built = make(prepared, around.site)
        self.brand = brand_of(around.config.theme, Path(around.config.docs_dir))
        self._beside = BesidePages(prepared, self.built, self.brand)
        self._memory, self._former, self._counted = memory, former or {}, counted
        all_pages = partial(_all_pages, around, self.built)  # not of itself, so that it ends with its last use
        self.pages: Sequence[Any] = _Asked(all_pages)
        self._theme = memory(_environment, around, self.built.layout.words, prepared.project.cache)
        self.assets = assets(self.brand.light, self.brand.dark, tuple(self.built.book.platforms)).contents()

    def get(self, path: str) -> Served | None:
        """Return what a whole build would have written for ``path``, or what only a preview has."""
        content = self._content(path)
        if content is None:
            return self._beside.get(path)
        return Served(content, media_type(path), self._beside.about(path))

    def beside_pages(self) -> dict[str, bytes]:
        """Make what a whole build writes beside the pages and the index of the search."""
        return {path: content for path in self.beside if (content := self._content(path)) is not None}

    @property
    def beside(self) -> tuple[str, ...]:
        """Where there is something beside the pages and the index of the search."""
        made = (*self.built.told, *self._staff_files, *self._program_files, *self.built.codes)
        return (*self.around.static, *self._templates, *self.assets, *made)

    def _content(self, path: str) -> bytes | None:
        page = path.removesuffix("index.html") if path.rpartition("/")[2] == "index.html" else path
        if page in self.built.sheets:
            return self._page(page)
        if path in self._templates:
            return self._template(path)
        if path != POINTER and path in self._former:  # its folder is named by what it holds
            return self._former[path]
        if path.startswith("search-") and path in self._search:
            return self._search[path]
        if text := self.built.told.get(path):
            return text.encode()
        file_of = f"{page}index.html" if page.endswith("/") else path
        if content := self._staff_files.get(file_of) or self._program_files.get(path):
            return content
        if path in self.built.codes:
            return self._memory(code_file, self.built.codes[path])
        file = self.around.static.get(path)
        return self.assets.get(path) or (None if file is None else _bytes_of(file))

    def _page(self, path: str) -> bytes:
        page = page_of(self.built.sheets[path](), self.around.written, self.around.config)
        context: Any = get_context(self.around.nav, self.pages, self.around.config, page)
        return self.finish(page.sheet, context)

    def finish(self, sheet: Sheet, context: Mapping[str, Any]) -> bytes:
        """Return a page of ours as it goes out, in the ``context`` that MkDocs gives a page."""
        return _encoded(rendered(self._dressed, MAIN, {**context, **finished(sheet, self.built.layout)}))

    def _template(self, path: str) -> bytes | None:
        name = path.removesuffix(".gz")
        config = self.around.config
        base = urlsplit(config.site_url or "/").path if name == NOT_FOUND else "."
        context: Any = get_context(self.around.nav, self.pages, config, base_url=base)
        if name == NOT_FOUND:
            context.update(not_found(self.built.book, self.built.layout, context["base_url"].rstrip("/") + "/"))
        content = _encoded(self._dressed.get_template(name).render(context))
        if path == name:
            return content
        dated = [file.page for file in self.pages if file.page is not None]
        return _zipped(content, path, get_build_timestamp(pages=dated))

    @property
    def _dressed(self) -> Any:
        """The theme's environment, showing this state."""
        self._theme.globals["hc"] = self._globals
        return self._theme

    @cached_property
    def _globals(self) -> Any:
        book, layout, themes = self.built.book, self.built.layout, self.around.config.theme.dirs
        return theme_globals(book, layout, themes, self.brand, self._staff_files)

    @property
    def search_files(self) -> Mapping[str, bytes]:
        """The files of the search that were made last, for this state or for one before."""
        return self._search if "_search" in vars(self) else self._former

    @cached_property
    def _search(self) -> dict[str, bytes]:
        self._counted.begin()
        return make_search(self.built.book, self.built.searchable, self._counted).files(self._counted)

    @cached_property
    def _staff_files(self) -> Mapping[str, bytes]:
        return staff_files(self.built, self.brand)

    @cached_property
    def _program_files(self) -> dict[str, bytes]:
        wanted = self.around.config.plugins["helpcenter"].config.machine_readable
        return program_files(self.built, wanted=wanted)

    @property
    def for_staff(self) -> object:
        """What pages for staff show more than others; None for everybody else."""
        return self._globals.staff

    @property
    def _templates(self) -> tuple[str, ...]:
        return TEMPLATES[:1] if self.built.book.edition.staff else TEMPLATES


class _Asked(Sequence[File]):
    """Files that are made when a template looks at them, which few do."""

    def __init__(self, make: Callable[[], Sequence[File]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Sequence[File]:
        return self._make()

    @overload
    def __getitem__(self, index: int) -> File: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[File]: ...
    def __getitem__(self, index: int | slice) -> File | Sequence[File]:
        return self._made[index]

    def __len__(self) -> int:
        return len(self._made)


def _all_pages(around: Surroundings, built: Built) -> Sequence[File]:
    """Return the file of every page, as a whole build has them."""
    files = Files(list(around.files))
    add_pages(built.sheets.values(), files, around.config)
    return files.documentation_pages()


def _environment(around: Surroundings, words: Words, cache: Path | None) -> Any:
    return speaking(around.config.theme.get_env(), words, cache)


def _goes_out(file: File) -> bool:
    return not file.is_documentation_page() and file.inclusion not in (InclusionLevel.EXCLUDED, InclusionLevel.DRAFT)


def _bytes_of(file: File) -> bytes | None:
    try:
        return file.content_bytes
    except OSError:
        return None


def _encoded(html: str) -> bytes:
    return html.encode("utf-8", errors="xmlcharrefreplace")


def _zipped(content: bytes, name: str, seconds: int) -> bytes:
    made = io.BytesIO()
    with gzip.GzipFile(fileobj=made, filename=name, mode="wb", mtime=seconds) as stream:
        stream.write(content)
    return made.getvalue()
