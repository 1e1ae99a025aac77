"""Ways to a person as pages show them: what a tap calls, writes to or opens, and for whom each is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup

from helpcenter.model.contacts import Contact, tel
from helpcenter.model.help_center import AnyEntry
from helpcenter.pages.book import Book


class ShownContact(NamedTuple):
    """A contact with its addresses as links, its picture, and the labels of those whom it is for, where not for all.

    ``phones`` and ``emails`` are pairs: as typed, and the address.
    """

    contact: Contact
    audience: tuple[str, ...]
    phones: tuple[tuple[str, str], ...]
    emails: tuple[tuple[str, str], ...]
    picture: Markup | None


def shown_contacts(named: Mapping[str, tuple[str, ...]], book: Book, up: str = "../") -> tuple[ShownContact, ...]:
    """Return the contacts ``named``, each with the audiences whose it is, for pages from which ``up`` leads home."""
    return tuple(_shown(book.center.contacts[name], whose, book, up) for name, whose in named.items())


def people_of(entry: AnyEntry, book: Book) -> tuple[ShownContact, ...]:
    """Return who helps when nothing in ``entry`` did; the same value for pages alike, which takes less to tell."""
    named = book.center.people_of(entry)
    return book.memory.same(f"people {named}", shown_contacts(named, book))


def people_anywhere(book: Book) -> Callable[[str], tuple[ShownContact, ...]]:
    """Return what gives the contacts of pages that are for everybody and from which a path leads home."""
    named = dict.fromkeys(book.center.last_resort(), ())
    return lru_cache(maxsize=8)(lambda up: shown_contacts(named, book, up))


def calls(contact: Contact) -> tuple[tuple[str, str], ...]:
    """Return each phone number of ``contact`` as typed, with its address."""
    return tuple((number, tel(number)) for number in contact.phone)


def mails(contact: Contact) -> tuple[tuple[str, str], ...]:
    """Return each mail address of ``contact`` as typed, and as a link."""
    return tuple((address, f"mailto:{address}") for address in contact.email)


def said_of(contact: Contact, book: Book) -> str:
    """Return what one line says of ``contact``: its name and how to find it."""
    return book.words("page.colon").join(filter(None, (contact.label, contact.how)))


def _shown(contact: Contact, whose: tuple[str, ...], book: Book, up: str) -> ShownContact:
    image = contact.picture
    return ShownContact(
        contact,
        tuple(book.edition.audiences[audience] for audience in whose),
        calls(contact),
        mails(contact),
        None if image is None else book.typeset.typesetter.picture(image.src, image.alt, up),
    )
