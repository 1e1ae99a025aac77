"""What the theme's templates are given: words, files and topics of the menu for the site, head and body for a page."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from types import SimpleNamespace
from typing import Any

from mkdocs.structure.pages import Page as MkDocsPage

from helpcenter.host.material import find_style
from helpcenter.pages import Book, Page, not_found_body
from helpcenter.pages.ordinary import body_around
from helpcenter.rendering.bundles import assets
from helpcenter.rendering.environment import icon
from helpcenter.rendering.policy import POLICY

MENU_TOPICS = 8
"""How many topics the menu names, so that pages do not grow with the site."""


def theme_globals(book: Book, theme_dirs: Sequence[str], index: str, *, previewing: bool = False) -> SimpleNamespace:
    """Return what the theme's templates call ``hc``: words, files, topics of the menu, ``index`` folder, policy.

    Previews carry no policy: MkDocs puts an inline script into them, which reloads them.
    """
    return SimpleNamespace(
        t=book.words,
        icon=icon,
        site=book.site,
        assets=assets(),
        material_style=find_style(theme_dirs),
        index=index,
        policy="" if previewing else POLICY,
        topics=[contents.topic for contents in book.order.topics[:MENU_TOPICS]],
        search_form=lru_cache(maxsize=16)(lambda up: book.renderer.render("parts/search", up=up)),
    )


def finished(page: Page) -> dict[str, Any]:
    """Return what the theme shows for a page of ours; home has its own search, and so none in the header."""
    return {"hc_head": page.head, "hc_body": page.body, "hc_material": False, "hc_hero": not page.path}


def foreign(page: MkDocsPage, book: Book) -> dict[str, Any]:
    """Return what the theme puts around the content of a page that another plugin made."""
    title, description = str(page.title or ""), str(page.meta.get("description", ""))
    toc = [(link.id, link.title) for top in page.toc for link in top.children]
    around = partial(body_around, book, page.url, title, description, toc)
    return {"hc_head": book.head(page.url, title, description), "hc_around": around, "hc_material": True}


def not_found(book: Book, up: str) -> dict[str, Any]:
    """Return what the theme shows for addresses that do not exist; ``up`` leads to the site's root."""
    head = book.head("404.html", book.words("not_found.title"), "", indexed=False)
    return {"hc_head": head, "hc_body": not_found_body(book, up), "hc_hero": True}
