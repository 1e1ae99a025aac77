"""What the theme's templates are given: words, files and topics of the menu for the site, head and body for a page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import lru_cache, partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from helpcenter.addresses import DESK
from helpcenter.host.material import find_style
from helpcenter.host.settings.brand import LOGO_HEIGHT, OURS, Brand
from helpcenter.pages import Book, PageLayout, Sheet, not_found_body
from helpcenter.pages.ordinary import foreign_page
from helpcenter.pages.search import POINTER
from helpcenter.rendering.bundles import assets, staff_script, staff_style, styles_of
from helpcenter.rendering.compiling import compiled_templates
from helpcenter.rendering.environment import escaped_words
from helpcenter.rendering.indentation import TEMPLATES, Unindented
from helpcenter.rendering.policy import POLICY
from helpcenter.words.catalogue import Words

MENU_TOPICS = 8
"""How many topics the menu names, so that pages do not grow with the site."""


def use_our_theme(config: MkDocsConfig) -> None:
    """Put our templates before Material's and switch off what a strict policy or our addresses forbid."""
    config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(TEMPLATES / "theme"))
    config.theme["font"] = False
    config.use_directory_urls = True


def speaking(env: Any, words: Words, cache: Path | None) -> Any:
    """Return the theme's environment with ``words`` in its templates, whose compiled form is kept in ``cache``."""
    env.filters["t"] = escaped_words(words)
    return env.overlay(extensions=[Unindented], bytecode_cache=compiled_templates(cache, words))


def theme_globals(
    book: Book,
    layout: PageLayout,
    theme_dirs: Sequence[str],
    brand: Brand = OURS,
    staff_files: Collection[str] = (),
    *,
    previewing: bool = False,
) -> SimpleNamespace:
    """Return what the theme's templates call ``hc``: header, footer, files, policy.

    Previews carry no policy: MkDocs puts an inline script into them, which reloads them. ``staff_files`` are those that
    only the site for staff has.
    """
    staff = _for_staff(staff_files) if book.edition.staff else None
    return SimpleNamespace(
        assets=assets(brand.light, brand.dark, tuple(book.platforms)),
        brand=brand,
        material_style=find_style(theme_dirs),
        pointer=POINTER,
        policy="" if previewing else POLICY,
        staff=staff,
        header=_header(book, layout, brand, staff.desk if staff else ""),
        footer=lru_cache(maxsize=16)(partial(_footer, layout)),
    )


def _header(book: Book, layout: PageLayout, brand: Brand, desk: str) -> Callable[[str, bool, bool], str]:
    """Return what makes the header of a page, once for all pages alike: by the path home, whether it has the field of
    the search, and whether it leads there.
    """
    topics = [contents.topic for contents in book.order.topics[:MENU_TOPICS]]
    shared = {"brand": brand, "logo_height": LOGO_HEIGHT, "desk": desk, "topics": topics}
    shared["has_people"] = bool(layout.people(""))

    @lru_cache(maxsize=32)
    def header(up: str, has_form: bool, leads_to_search: bool) -> str:
        view = {"up": up, "has_form": has_form, "leads_to_search": leads_to_search, **shared}
        return layout.renderer.render("parts/header", **view)

    return header


def _footer(layout: PageLayout, up: str, said: str) -> str:
    return layout.renderer.render("parts/footer", up=up, said=said)


def _for_staff(files: Collection[str]) -> SimpleNamespace:
    """Return what pages for staff have more: style and script, and the way to the desk, where there is one."""
    desk = DESK if f"{DESK}index.html" in files else ""
    return SimpleNamespace(style=staff_style().path, script=staff_script().path, desk=desk)


def finished(sheet: Sheet, layout: PageLayout) -> dict[str, Any]:
    """Return what the theme shows for a page of ours; home and search have a field of their own, the header none."""
    page = layout.page(sheet)
    kind = {"hc_hero": not page.path, "hc_is_search": sheet.template == "search"}
    styles = styles_of(sheet.template, page.body)
    return {"hc_head": page.head, "hc_body": page.body, "hc_material": False, "hc_styles": styles, **kind}


def foreign(page: MkDocsPage, layout: PageLayout) -> dict[str, Any]:
    """Return what the theme puts around the content of a page that another plugin made."""
    title, description = str(page.title or ""), str(page.meta.get("description", ""))
    toc = [(link.id, link.title) for top in page.toc for link in top.children]
    made = partial(foreign_page, page.url, title, description, toc)
    head, around = layout.head(made("")), lambda html: layout.page(made(html)).body
    return {"hc_head": head, "hc_around": around, "hc_material": True, "hc_styles": (assets().material.path,)}


def not_found(book: Book, layout: PageLayout, up: str) -> dict[str, Any]:
    """Return what the theme shows for addresses that do not exist; ``up`` leads to the site's root."""
    sheet = Sheet("not_found", "404.html", layout.words("not_found.title"), "", {}, indexed=False)
    body = not_found_body(book, layout, up)
    return {"hc_head": layout.head(sheet), "hc_body": body, "hc_hero": True, "hc_styles": styles_of("not_found", body)}
