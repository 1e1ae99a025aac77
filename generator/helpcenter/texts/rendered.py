"""A text as HTML, with what it refers to and what is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import NamedTuple

from markupsafe import Markup

from helpcenter.problems import MOST_IN_FILE
from helpcenter.texts.braces import Braces
from helpcenter.texts.variants import for_everybody

_INLINE = re.compile(r"</?(?:a|code|em|span|strong)\b[^<>]*>")
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a text that needs a problem: its code, where to point, and the facts for the message.

    The place is ``skip`` characters into the ``nth`` (from 0) mention of ``at``.
    """

    code: str
    at: str
    skip: int = 0
    nth: int = 0
    details: tuple[tuple[str, str], ...] = ()


class Rendered(NamedTuple):
    """A text as HTML, with the ids it links to, the values it uses, its pictures and its faults."""

    html: Markup
    links: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    images: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def plain(self) -> str:
        """The text alone, on one line."""
        return plain(self.html)


def plain(html: str) -> str:
    """Return the text of HTML for everybody, on one line; blocks are apart by a blank."""
    return " ".join(unescape(_TAG.sub(" ", _INLINE.sub("", for_everybody(html)))).split())


def faults_of(braces: Iterable[Braces], source: str) -> Iterator[Fault]:
    """Yield the faults of braces that put in no value; the place of those that are only counted does not matter."""
    for place, found in enumerate(braces):
        nth = source.count(found.typed, 0, found.start) if place < MOST_IN_FILE else 0
        guess = f"{{{{ {found.guess} }}}}" if found.guess and found.code == "odd-braces" else found.guess
        details = (("name", found.name), ("typed", found.typed), ("guess", guess))
        yield Fault(found.code, found.typed, found.typed.find(found.name), nth, details)
