"""Pages and files as MkDocs keeps them: ours, which arrive finished, and the ordinary ones that are not ours."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import write_file

from helpcenter.host.settings.file import PLUGIN
from helpcenter.pages import Sheet
from helpcenter.project import Site, with_slash


class HelpPage(MkDocsPage):
    """A page that is no Markdown: nothing to read, nothing to render. It is laid out when it is written."""

    def __init__(self, sheet: Sheet, file: File, config: MkDocsConfig) -> None:
        super().__init__(sheet.title, file, config)
        self.sheet = sheet
        self.meta = {"search": {"exclude": True}}
        if not sheet.indexed:
            self.canonical_url = self.abs_url = None
        # MkDocs would take the day of the build, and every build would differ; it needs a day for one page, though.
        if sheet.updated is not None or sheet.path:
            self.update_date = sheet.updated.isoformat() if sheet.updated else ""

    def read_source(self, config: MkDocsConfig) -> None:
        """Do nothing: the sources were read before."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Do nothing: the page is finished."""
        self.content = ""


def name_pages(files: Files, titles: Mapping[str, str]) -> None:
    """Give the pages of ``files`` the ``titles`` of their sources, where the navigation has no other."""
    for file in files.documentation_pages():
        if file.page is not None:
            file.page.update_date = ""  # nobody wrote one down, and the day of the build is none
            if file.page.title is None and file.src_uri in titles:
                file.page.title = titles[file.src_uri]


def add_pages(sheets: Iterable[Callable[[], Sheet]], files: Files, config: MkDocsConfig) -> None:
    """Put pages into ``files``: in the place of their Markdown, or as files that no file of the project makes."""
    written = {file.url: file for file in files.documentation_pages()}
    for make in sheets:
        page = page_of(make(), written, config)
        if written.get(page.sheet.path) is not page.file:
            files.append(page.file)


def page_of(sheet: Sheet, written: Mapping[str, File], config: MkDocsConfig) -> HelpPage:
    """Return the page that ``sheet`` makes, of the file at its address if one was ``written``."""
    file = written.get(sheet.path)
    if file is None:
        uri = f"{sheet.path.rstrip('/') or 'index'}.md"
        file = File(uri, None, config.site_dir, True, inclusion=InclusionLevel.NOT_IN_NAV)
        file.content_string, file.generated_by = "", PLUGIN
    return HelpPage(sheet, file, config)


def add_files(contents: Mapping[str, str | bytes], files: Files, config: MkDocsConfig) -> None:
    """Put files that the program makes into ``files``: path below the site's root to content."""
    for path, content in contents.items():
        files.append(File.generated(config, path, content=content))


def write_files(contents: Mapping[str, bytes], config: MkDocsConfig) -> None:
    """Write files that are made while MkDocs writes the others: path below the site's root to content."""
    for path, content in contents.items():
        write_file(content, str(Path(config.site_dir, path)))


def site_of(config: MkDocsConfig, nav: Navigation | None = None) -> Site:
    """Return the site as the settings and the navigation tell it; without one, its ordinary pages are not known."""
    written = [page for page in nav.pages if not page.is_homepage] if nav else []
    pages = tuple((str(page.title or page.file.name), page.url) for page in written)
    return Site(
        name=config.site_name,
        url=with_slash(config.site_url or ""),
        description=config.site_description or "",
        language=str(config.theme["language"]),
        pages=pages,
        direction=str(config.theme.get("direction") or "ltr"),
    )


def ordinary_pages(files: Files) -> Iterator[tuple[str, str, str]]:
    """Yield address, title and HTML of each page that another plugin made."""
    for file in files.documentation_pages():
        page = file.page
        if page is not None and not isinstance(page, HelpPage):
            yield page.url, str(page.title or ""), page.content or ""


def keep_published(files: Files, config: MkDocsConfig, public: frozenset[str], named: Collection[str]) -> None:
    """Take out of ``files`` what must not go out; what the settings have ``named`` goes out even where it is hidden."""
    for file in list(files):
        if not is_published(file, config, public):
            files.remove(file)
        elif file.src_uri in named:
            file.inclusion = InclusionLevel.INCLUDED  # MkDocs leaves hidden files out


def is_published(file: File, config: MkDocsConfig, public: frozenset[str]) -> bool:
    """Return whether a file goes out: what is ``public`` below ``content/``, and what pages load of the theme."""
    if file.src_dir is None:
        return True
    if Path(file.src_dir) == Path(config.docs_dir):
        return file.src_uri in public
    return not file.src_uri.startswith("assets/javascripts/") and not file.src_uri.endswith((".map", "favicon.png"))
