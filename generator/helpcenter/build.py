"""The recipe: read, check, make. Writing is somebody else's work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from helpcenter.addresses import Addresses
from helpcenter.checks import check
from helpcenter.flow.compiled import Compiled, compiled
from helpcenter.links.hosts import host_files
from helpcenter.links.kept import Promises, promises_of, versions_of
from helpcenter.links.registry import Registry
from helpcenter.links.versions import AnswerVersions
from helpcenter.model.help_center import HelpCenter
from helpcenter.pages import (
    Book,
    Page,
    PageLayout,
    Sheet,
    blank_marks,
    book_of,
    edition_of,
    feed,
    page_files,
    people_anywhere,
    sheet_makers,
    typeset_of,
    words_of,
)
from helpcenter.pages.printing import codes
from helpcenter.problems import Problem, capped, has_errors
from helpcenter.project import Project, Site
from helpcenter.publishing.public_files import public_files
from helpcenter.rendering.environment import Renderer
from helpcenter.sources.loading import Loaded, load
from helpcenter.sources.pictures import Size, is_picture, sign_of, size_of
from helpcenter.texts.all_texts import Texts, typeset
from helpcenter.texts.filling import filled
from helpcenter.texts.images import unknown_size
from helpcenter.texts.ordinary_texts import OrdinaryText, typeset_pages
from helpcenter.texts.reference import Reference
from helpcenter.texts.typesetting import Typesetter


@dataclass(frozen=True, slots=True)
class Prepared:
    """Sources that were read and checked, with everything found on the way."""

    project: Project
    loaded: Loaded
    typesetter: Typesetter
    texts: Texts
    ordinary: tuple[OrdinaryText, ...]
    flows: dict[str, Compiled]
    public: frozenset[str]
    """Names below ``content/`` of what may be published."""
    problems: list[Problem]
    promises: Promises = field(default_factory=lambda: Promises(Registry({}, {})))
    """Where every address leads that was ever published."""
    versions: AnswerVersions = field(default_factory=AnswerVersions)
    """What every answer said since it was first published."""

    @property
    def refused(self) -> bool:
        """Whether an error forbids to build."""
        return has_errors(self.problems)


@dataclass(frozen=True)
class Built:
    """What a site is made of, before any of it is written."""

    book: Book
    layout: PageLayout
    sheets: Mapping[str, Callable[[], Sheet]]
    """What makes every page, by its address: finished, pages would be the largest part of a build's memory."""
    ordinary: list[OrdinaryText]

    @cached_property
    def pages(self) -> list[Page]:
        """Every page, laid out when somebody first asks for all of them; a build writes one after another."""
        return [self.layout.page(make()) for make in self.sheets.values()]

    @property
    def feed(self) -> str:
        """The feed of what changed last, as XML."""
        return feed(self.book, self.layout)

    @cached_property
    def told(self) -> dict[str, str]:
        """What stands beside pages, by its address: what they load of themselves, the feed, and what tells hosts which
        pages moved. Of the site for staff nobody else is told.
        """
        if self.book.edition.staff:
            return page_files(self.book)
        hosts = host_files(self.book.edition.led, self.book.edition.site.url)
        return {"feed.xml": self.feed, **hosts, **page_files(self.book)}

    @cached_property
    def codes(self) -> dict[str, str]:
        """The addresses of entries, by where the codes that lead there stand."""
        return codes(self.book)

    @property
    def searchable(self) -> list[tuple[str, str, str]]:
        """Address, title and HTML of the ordinary pages."""
        return [(text.page.path, text.title, text.rendered.html) for text in self.ordinary]


def prepare(project: Project, known: Iterable[Problem] = ()) -> Prepared:
    """Read and check all sources of ``project``; ``known`` are problems that were found before."""
    loaded, problems = load(project)
    problems += known
    addresses = Addresses(loaded.center, {page.id: page.anchors for page in loaded.pages.values()})
    memory = project.memory
    blanks = blank_marks(loaded.center, words_of(loaded.center, project, project.language))
    reference = Reference(loaded.center.values, addresses, partial(_sized, project), blanks)
    typesetter = Typesetter(reference)
    texts = typeset(loaded.center, typesetter, memory)
    loaded, found = filled(loaded, texts, memory)
    problems += found
    flows = {flow.id: memory(compiled, flow) for flow in loaded.center.flows.values()}
    ordinary = typeset_pages(loaded.pages.values(), typesetter, project.named & loaded.files, memory)
    public = public_files(loaded, project, texts, ordinary)
    promises = promises_of(project, loaded, flows, public)
    versions = versions_of(project, loaded.center, texts)
    problems += versions.problems
    problems += check(loaded, project, texts, ordinary, addresses, flows, public, promises)
    if has_errors(problems):
        from helpcenter.checks.follow_ups import without_follow_ups
        from helpcenter.checks.renames import with_renames

        problems = with_renames(without_follow_ups(problems, loaded, project), loaded, project)
    return Prepared(project, loaded, typesetter, texts, ordinary, flows, public, capped(problems), promises, versions)


def unread(project: Project, problems: list[Problem]) -> Prepared:
    """Return ``project`` with ``problems`` and without any content, for when its folder is not known."""
    nothing = HelpCenter((), {}, {}, {}, None, {}, {})
    typesetter = Typesetter(Reference({}, Addresses(nothing), unknown_size))
    texts = typeset(nothing, typesetter)
    return Prepared(project, Loaded(nothing, {}), typesetter, texts, (), {}, frozenset(), capped(problems))


def make(prepared: Prepared, site: Site) -> Built:
    """Make every page. ``prepared`` must not be refused."""
    project, typesetter = prepared.project, prepared.typesetter
    center, typeset = prepared.loaded.center, typeset_of(typesetter, prepared.texts, prepared.flows)
    words = words_of(center, project, site.language)
    edition = edition_of(center, project, site, prepared.promises.led, prepared.versions)
    book = book_of(center, words, typeset, edition, project.memory, drafts=project.drafts)
    renderer = Renderer(
        words,
        typesetter,
        book.edition.audiences,
        site,
        project.cache,
        platforms=book.platforms,
        said=typeset.said,
        staff=edition.staff,
    )
    layout = PageLayout(book.words, site, renderer, people_anywhere(book), hidden=edition.staff)
    for name in filter(is_picture, prepared.public):
        typesetter.reference.size(name)  # now: pages may be made when the files are others
    shown = [text for text in prepared.ordinary if text.page.name in prepared.public]
    return Built(book, layout, sheet_makers(book, shown, project.memory), shown)


def _sized(project: Project, src: str) -> Size | None:
    path = project.content / src
    return project.memory(size_of, path, sign_of(path))
