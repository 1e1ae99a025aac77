"""What paper has that screens have not: the address of the page, and a code that leads there."""

from __future__ import annotations

from helpcenter.addresses import CODE, page_path
from helpcenter.drawing.qr import qr_svg
from helpcenter.model.fields import Status
from helpcenter.model.help_center import AnyEntry
from helpcenter.pages.book import Book


def printed(entry: AnyEntry, book: Book) -> dict[str, str]:
    """Return what stands on the paper of ``entry`` alone: its address and the file of its code, empty for none."""
    site = book.edition.site
    address = site.absolute(page_path(entry.id)) if site.url and entry.status is Status.PUBLISHED else ""
    return {"address": address, "code": CODE if address and book.edition.print_codes else ""}


def codes(book: Book) -> dict[str, str]:
    """Return where the code of each entry stands, and the address that it leads to.

    It is a file of its own, which browsers load when they print, not with the page.
    """
    every = ((entry, printed(entry, book)) for entry in book.order.shown)
    return {f"{page_path(entry.id)}{CODE}": said["address"] for entry, said in every if said["code"]}


def code_file(address: str) -> bytes:
    """Return the picture of the code that leads to ``address``."""
    return qr_svg(address).encode()
