"""What every page is made with: the contents, the site, the words and the renderer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from helpcenter.flow.compiled import Compiled
from helpcenter.model.fields import Audience
from helpcenter.model.help_center import AnyEntry, HelpCenter
from helpcenter.pages import structured_data
from helpcenter.pages.order import ReadingOrder
from helpcenter.pages.page import Page
from helpcenter.pages.related import Related
from helpcenter.project import Project, Site
from helpcenter.rendering.environment import Renderer
from helpcenter.texts.all_texts import Texts
from helpcenter.texts.typesetting import Typesetter
from helpcenter.words.catalogue import Words, interface, nearest_language

Crumbs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Named:
    """A topic or an ordinary page, as lists show it beside entries."""

    id: str
    heading: str
    audience: tuple[Audience, ...] = (Audience.CONSUMER,)


class Book:
    """The tools of page making, made once for a build."""

    def __init__(
        self,
        center: HelpCenter,
        project: Project,
        site: Site,
        typesetter: Typesetter,
        texts: Texts,
        flows: Mapping[str, Compiled],
    ) -> None:
        self.center = center
        self.site = site
        self.today: date = project.today
        self.typesetter = typesetter
        self.texts = texts
        self.flows = flows
        self.words: Words = interface(nearest_language(site.language))
        self.order = ReadingOrder(center, drafts=project.drafts)
        self.related = Related(self.order, texts)
        self.renderer = Renderer(self.words, typesetter, project.cache, site=site)

    def page(
        self,
        template: str,
        path: str,
        title: str,
        description: str,
        *,
        crumbs: Crumbs = (),
        data: Sequence[dict[str, Any]] = (),
        updated: date | None = None,
        indexed: bool = True,
        canonical: str | None = None,
        scripts: Sequence[str] = (),
        **view: Any,
    ) -> Page:
        """Render one page at ``path``, which is empty for home."""
        up = "../" * path.count("/")
        trail = [(self.words("page.home"), ""), *crumbs, (title, path)] if path else []
        body = self.renderer.render(
            f"pages/{template}", kind=template, up=up, crumbs=trail, title=title, **{"toc": (), **view}
        )
        loaded = [up + script for script in scripts]
        head = self.head(path, title, description, trail, data, indexed=indexed, canonical=canonical, scripts=loaded)
        return Page(path, title, head, body, updated, indexed)

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
        scripts: Sequence[str] = (),
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
            scripts=scripts,
            data=structured_data.markup(items) if items else "",
        )

    def named(self, page_id: str) -> AnyEntry | Named:
        """Return what lists show for ``page_id``: an entry, a topic or an ordinary page."""
        titles = {path.rstrip("/"): title for title, path in self.site.pages}
        titles |= {topic.id: topic.title for topic in self.center.topics}
        return self.center.entry(page_id) or Named(page_id, titles.get(page_id, page_id))

    def is_shown(self, page_id: str) -> bool:
        """Return whether ``page_id`` has a page that lists may name: no draft, nothing retired."""
        return self.center.entry(page_id) is None or page_id in self.order.listed_ids

    def note(self, entry: AnyEntry) -> str:
        """Say what happened to ``entry`` last."""
        changes = [change for change in entry.changes if change.date == entry.updated]
        return changes[-1].note if changes else self.words("updates.checked")

    def recent(self, count: int) -> list[tuple[AnyEntry, str]]:
        """Return the entries changed last, each with what happened to it."""
        return [(entry, self.note(entry)) for entry in self.order.recent(count)]
