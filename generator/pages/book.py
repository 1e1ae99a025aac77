"""What every page is made with: the contents, the site, the words and the renderer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from generator import structured_data
from generator.contents import Contents
from generator.model import AnyEntry, HelpCenter
from generator.pages.page import Page
from generator.project import Project, Site
from generator.related import Related
from generator.rendering import Renderer
from generator.text import Typesetter
from generator.texts import Texts
from generator.words import Words, interface, nearest_language

Crumbs = Sequence[tuple[str, str]]


class Book:
    """The tools of page making, made once for a build."""

    def __init__(self, center: HelpCenter, project: Project, site: Site, typesetter: Typesetter, texts: Texts) -> None:
        self.center = center
        self.site = site
        self.today: date = project.today
        self.typesetter = typesetter
        self.texts = texts
        self.words: Words = interface(nearest_language(site.language))
        self.contents = Contents(center, drafts=project.drafts)
        self.related = Related(self.contents, texts)
        self.renderer = Renderer(self.words, typesetter, site=site)

    def page(
        self,
        template: str,
        path: str,
        title: str,
        description: str,
        *,
        crumbs: Crumbs = (),
        data: Sequence[dict[str, Any]] = (),
        search: str = "",
        updated: date | None = None,
        indexed: bool = True,
        canonical: str | None = None,
        **view: Any,
    ) -> Page:
        """Render one page at ``path``, which is empty for home or one folder deep."""
        up = "../" if path else ""
        trail = [(self.words("page.home"), ""), *crumbs, (title, path)] if path else []
        body = self.renderer.render(
            f"pages/{template}", kind=template, up=up, crumbs=trail, title=title, **{"toc": (), **view}
        )
        head = self.head(path, title, description, trail, data, indexed=indexed, canonical=canonical)
        return Page(path, title, head, body, search, updated, indexed)

    def head(
        self,
        path: str,
        title: str,
        description: str,
        crumbs: Crumbs = (),
        data: Sequence[dict[str, Any]] = (),
        *,
        indexed: bool = True,
        canonical: str | None = None,
    ) -> str:
        """Return title, meta tags and JSON-LD of a page."""
        items = [*([structured_data.breadcrumbs(crumbs, self.site)] if crumbs else ()), *data]
        return self.renderer.render(
            "parts/head",
            path=path,
            title=title,
            description=description,
            indexed=indexed,
            canonical=path if canonical is None else canonical,
            article=any(item["@type"] == "Article" for item in data),
            data=structured_data.markup(items) if items else "",
        )

    def note(self, entry: AnyEntry) -> str:
        """Say what happened to ``entry`` last."""
        changes = [change for change in entry.changes if change.date == entry.updated]
        return changes[-1].note if changes else self.words("updates.checked")

    def recent(self, count: int) -> list[tuple[AnyEntry, str]]:
        """Return the entries changed last, each with what happened to it."""
        return [(entry, self.note(entry)) for entry in self.contents.recent(count)]
