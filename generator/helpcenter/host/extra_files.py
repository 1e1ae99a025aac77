"""What a site has beside pages, feed and search: what only the site for staff has, and files for programs."""

from __future__ import annotations

from helpcenter.build import Built
from helpcenter.host.settings.brand import Brand
from helpcenter.rendering.bundles import staff_style

FOR_ENGINES = ("sitemap.xml", "sitemap.xml.gz")
"""What tells search engines of all pages; the site for staff has none of it."""
ROBOTS = b"User-agent: *\nDisallow: /\n"


def staff_files(built: Built, brand: Brand) -> dict[str, bytes]:
    """Return what only the site for staff has, by path: what keeps search engines out, the style of notes.

    The desk, in the colours of the ``brand``, puts its files here, below ``addresses.DESK``.
    """
    if not built.book.edition.staff:
        return {}
    style = staff_style()
    return {"robots.txt": ROBOTS, style.path: style.content}


def program_files(built: Built, *, wanted: bool) -> dict[str, bytes]:
    """Return every entry for programs, by path, where the settings want that; never of the site for staff."""
    if built.book.edition.staff or not wanted:
        return {}
    from helpcenter.exports.machine import machine_files

    return machine_files(built.book)
