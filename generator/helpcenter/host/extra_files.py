"""What a site has beside pages, feed and search: what only the site for staff has, and files for programs."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import cast

from helpcenter.build import Built
from helpcenter.host.settings.brand import Brand
from helpcenter.rendering.bundles import staff_script, staff_style

FOR_ENGINES = ("sitemap.xml", "sitemap.xml.gz")
"""What tells search engines of all pages; the site for staff has none of it."""
ROBOTS = b"User-agent: *\nDisallow: /\n"


def staff_files(built: Built, brand: Brand) -> Mapping[str, bytes]:
    """Return what only the site for staff has, by path: what keeps search engines out, the style of notes, the desk in
    the colours of the ``brand``, which is made when it is asked for.
    """
    if not built.book.edition.staff:
        return {}
    from helpcenter.desk import DeskFiles

    shared = {asset.path: asset.content for asset in (staff_style(), staff_script())}
    desk = DeskFiles(built.book, built.layout.renderer, (brand.light, brand.dark), brand.favicon)
    return ChainMap({"robots.txt": ROBOTS, **shared}, cast(dict[str, bytes], desk))


def keep_offline(folder: Path) -> None:
    """Let browsers keep the site for staff in ``folder``, all of whose files are there."""
    from helpcenter.desk.offline import WORKER, worker

    files = (path for path in folder.rglob("*") if path.is_file())
    digests = {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()[:16] for path in files}
    (folder / WORKER).write_bytes(worker(digests))


def keep_nothing(folder: Path) -> None:
    """Let browsers keep nothing of a site in ``folder`` that is a preview, and forget what they kept."""
    from helpcenter.desk.offline import WORKER, worker

    (folder / WORKER).write_bytes(worker({}))


def program_files(built: Built, *, wanted: bool) -> dict[str, bytes]:
    """Return every entry for programs, by path, where the settings want that; never of the site for staff."""
    if built.book.edition.staff or not wanted:
        return {}
    from helpcenter.exports.machine import machine_files

    return machine_files(built.book)
