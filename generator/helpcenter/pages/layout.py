"""How a sheet becomes a page: its body by its template, its head by one template for all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from helpcenter.pages import structured_data
from helpcenter.pages.contacts import ShownContact
from helpcenter.pages.page import Page
from helpcenter.pages.sheet import Sheet
from helpcenter.project import Site
from helpcenter.rendering.environment import Renderer
from helpcenter.words.catalogue import Words


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The words, the site and the templates that all pages share."""

    words: Words
    site: Site
    renderer: Renderer
    people: Callable[[str], tuple[ShownContact, ...]]
    """Who helps on pages that name nobody themselves, by the path home."""
    hidden: bool = False
    """Whether no page is for search engines."""

    def page(self, sheet: Sheet) -> Page:
        """Return the finished page."""
        up = "../" * sheet.path.count("/")
        home = self.words("page.home")
        trail = [(home, ""), *sheet.crumbs, (sheet.title, sheet.path)] if sheet.path else []
        view: dict[str, Any] = {"kind": sheet.template, "up": up, "crumbs": trail, "title": sheet.title, "toc": ()}
        view |= {"moved": (), "contacts": self.people(up), **sheet.view}
        body = self.renderer.render(f"pages/{sheet.template}", **view)
        return Page(sheet.path, sheet.title, self.head(sheet, trail), body, sheet.updated, sheet.indexed)

    def head(self, sheet: Sheet, trail: Sequence[tuple[str, str]] = ()) -> str:
        """Return title, meta tags and JSON-LD of a page; ``trail`` leads from home to it."""
        items = [*([structured_data.breadcrumbs(trail, self.site)] if trail else ()), *sheet.data]
        up = "../" * sheet.path.count("/")
        return self.renderer.render_plain(
            "parts/head.html.jinja",
            path=sheet.path,
            title=sheet.title,
            description=sheet.description,
            indexed=sheet.indexed and not self.hidden,
            address=self.site.absolute(sheet.path if sheet.canonical is None else sheet.canonical),
            article=any(item["@type"] == "Article" for item in sheet.data),
            scripts=[up + script for script in sheet.scripts],
            leads_to=sheet.leads_to,
            data=structured_data.markup(items) if items else "",
        )
