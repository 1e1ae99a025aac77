"""The MkDocs adapter: hands the project to ``build`` and its pages to MkDocs. Knows MkDocs; ``build`` does not."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from helpcenter.build import Built, Prepared, make, prepare, unread
from helpcenter.host.extra_files import FOR_ENGINES, program_files, staff_files
from helpcenter.host.indexing import TERMS, Indexing
from helpcenter.host.pages import (
    HelpPage,
    add_files,
    add_pages,
    keep_published,
    name_pages,
    ordinary_pages,
    site_of,
    write_files,
)
from helpcenter.host.public_settings import is_private, named_files
from helpcenter.host.replacing import Replacing
from helpcenter.host.settings.brand import brand_of
from helpcenter.host.settings.defaults import fill_in_validated
from helpcenter.host.settings.reading import read_settings, settings_problems
from helpcenter.host.theme import finished, foreign, not_found, speaking, theme_globals, use_our_theme
from helpcenter.memory import FORGETFUL, Memory
from helpcenter.pages.printing import code_file
from helpcenter.pages.search import make_search
from helpcenter.preview.problem_page import Preview
from helpcenter.problems import Problem
from helpcenter.project import CACHE, Project
from helpcenter.rendering.bundles import assets
from helpcenter.sources.survey import FAQ
from helpcenter.words.catalogue import messages, nearest_language
from helpcenter.words.report import as_text

log = logging.getLogger("mkdocs.plugins.helpcenter")


class HelpCenterConfig(Config):  # type: ignore[no-untyped-call]
    """Options of the plugin in ``mkdocs.yml``."""

    overdue = config_options.Choice(("warning", "error"), default="warning")
    """Whether an entry past its review date is a warning or stops the build."""
    publish = config_options.ListOfItems(config_options.Type(str), default=[])
    """Files below ``content/`` that are published as they are, such as a form to download."""
    machine_readable = config_options.Type(bool, default=False)
    """Whether every entry goes out as Markdown and JSON, too."""
    print_codes = config_options.Type(bool, default=True)
    """Whether what is printed has a code that leads back to the page."""


class HelpCenterPlugin(BasePlugin[HelpCenterConfig]):  # type: ignore[no-untyped-call]
    """Adds the help center's pages to a MkDocs site.

    A build begins with ``on_pre_build``, which says what it is made of; pages are made once the navigation is known.
    """

    prepared: Prepared
    built: Built | None = None
    """The pages of this build; None while there are none, as when a preview has nothing sound to show."""

    def __init__(self) -> None:
        self.serving = False
        self._given: Prepared | None = None
        self._preview: Preview | None = None
        self._in_place = False
        self._replacing = Replacing()
        self._indexing = Indexing()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether this is a preview, and whether files of the old site are to stay."""
        self.serving = command == "serve"
        self._in_place = self.serving or dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Put our templates before Material's and switch off what a strict policy or our addresses forbid."""
        if self._given is None:
            fill_in_validated(config)
        use_our_theme(config)
        if "material/search" in config.plugins:
            log.warning("%s", messages(nearest_language(str(config.theme["language"])))("cli.search_plugin"))
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read and check all sources. Refuses to build from broken ones, before the old site is touched."""
        reported = self._given is not None
        found = self._given or self.prepare(config)
        self._given = None
        self.prepared, self.built = found, None
        language = nearest_language(found.project.language)
        if self.serving:
            root = found.project.root
            self._preview = self._preview or Preview(
                messages(language), lambda: read_settings(root).problems, config.dev_addr.host
            )
            self._preview.problems = found.problems if found.refused else ()
            if found.refused:
                config.docs_dir = config.site_dir  # MkDocs walks it although nothing is used: links may lead in circles
        if found.problems and not reported:
            report = "\n" + as_text(found.problems, messages(language))
            if found.refused and not self.serving:
                raise PluginError(report)
            log.warning("%s", report)
        if not reported and not self._in_place and (reason := self._replacing.begin(config, found.project)):
            raise PluginError(reason)

    @event_priority(100)
    def _write_index(self, *, config: MkDocsConfig) -> None:
        """Write the files of the search and those beside pages, before other plugins look at the site."""
        self._indexing.write(config)
        if self.built is not None:
            write_files(program_files(self.built, wanted=self.config.machine_readable), config)
            write_files({path: code_file(address) for path, address in self.built.codes.items()}, config)

    @event_priority(-100)
    def _put_in_place(self, *, config: MkDocsConfig) -> None:
        """Put the new site in place, once other plugins are done with it."""
        self._replacing.finish()

    on_post_build = CombinedEvent(_write_index, _put_in_place)

    def on_build_error(self, *, error: Exception) -> None:
        """Keep the old site."""
        self.discard()

    def on_shutdown(self) -> None:
        """Leave nothing behind when somebody stops a build."""
        self.discard()

    def discard(self) -> None:
        """Let go of a site that is not finished, and of the process that makes its index."""
        self._indexing.stop()
        self._replacing.discard()

    def use(self, prepared: Prepared) -> None:
        """Build from sources that a command has read, checked and reported already."""
        self._given = prepared

    @property
    def page_count(self) -> int:
        """How many pages of ours the last build wrote."""
        return len(self.built.sheets) if self.built else 0

    def prepare(
        self,
        config: MkDocsConfig,
        known: list[Problem] | None = None,
        *,
        drafts: bool = False,
        staff: bool = False,
        memory: Memory = FORGETFUL,
    ) -> Prepared:
        """Return the checked sources of the project of ``config``; ``known`` are the problems of ``mkdocs.yml``.

        A preview shows ``drafts``, and has a ``memory`` of what the run before made. ``staff`` see drafts and notes.
        """
        root = Path(config.config_file_path).parent
        known = settings_problems(root) if known is None else known
        project = Project(
            root=root,
            content=Path(config.docs_dir),
            language=str(config.theme["language"]),
            overdue_is_error=self.config.overdue == "error",
            drafts=drafts or staff or self.serving,
            staff=staff,
            print_codes=self.config.print_codes,
            named=named_files(config, self.config.publish),
            is_private=partial(is_private, config),
            cache=root / CACHE,
            memory=memory,
        )
        return prepare(project, known) if project.holds(project.content) else unread(project, known)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Keep what may be published; pages come with the navigation, which names them."""
        if self.prepared.refused:
            config.theme.static_templates.clear()
            config.nav = None
            return Files([])
        keep_published(files, config, self.prepared.public, self.config.publish)
        if self.prepared.project.staff:
            config.theme.static_templates.difference_update(FOR_ENGINES)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Make all pages, now that the ordinary pages are known."""
        if self.prepared.refused:
            return nav
        name_pages(files, {text.page.name: text.title for text in self.prepared.ordinary})
        self.built = make(self.prepared, site_of(config, nav))
        self._begin_index(self.built)
        add_pages(self.built.sheets.values(), files, config)
        return nav

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Make the files beside the pages, and give the theme what its templates need."""
        if self.built is None:
            return env
        book, layout, themes = self.built.book, self.built.layout, config.theme.dirs
        if foreign := list(ordinary_pages(files)):
            self._begin_index(self.built, foreign)
        brand = brand_of(config.theme, Path(config.docs_dir))
        ours = assets(brand.light, brand.dark, tuple(book.platforms)).contents()
        staff = staff_files(self.built, brand)
        add_files({**ours, **self.built.told, **staff}, files, config)
        env.globals["hc"] = theme_globals(book, layout, themes, brand, staff, previewing=self.serving)
        return speaking(env, layout.words, self.prepared.project.cache)

    def _begin_index(self, built: Built, foreign: Iterable[tuple[str, str, str]] = ()) -> None:
        """Begin with the search, of pages that other plugins made too."""
        search = partial(make_search, built.book, [*built.searchable, *foreign])
        self._indexing.begin(search, len(built.sheets), self.prepared.project.memory.beside(TERMS))

    @event_priority(100)
    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, nav: Navigation) -> Any:
        """Give a page of ours its head and body, and one of another plugin what stands around its content."""
        if self.built is not None:
            layout = self.built.layout
            context.update(finished(page.sheet, layout) if isinstance(page, HelpPage) else foreign(page, layout))
        return context

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Write the page for addresses that do not exist."""
        if self.built is not None and template_name == "404.html":
            up = context["base_url"].rstrip("/") + "/"
            context.update(not_found(self.built.book, self.built.layout, up))
        return context

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Watch all sources and show problems in the browser."""
        assert self._preview is not None, "on_pre_build makes it"
        project = self.prepared.project
        folders = (project.content, project.root / FAQ)
        given = (config.docs_dir, config.config_file_path, *config.theme.dirs)
        return self._preview.attach(server, project.root, folders, given)
