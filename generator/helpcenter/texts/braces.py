"""Values in braces: ``{{ name }}`` put into one-line texts, and what was surely meant as a value but is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from helpcenter.suggestions import nearest

VALUE = re.compile(r"\{\{[ \t]*([a-z0-9_]+(?:\.[a-z0-9-]+)?)[ \t]*\}\}")
"""A value: its name in double braces, perhaps with that of a platform whose text is meant for all."""
_DOUBLE = r"\{\{(?P<inner>[^\S\n]*[^\s{}｛｝][^{}｛｝\n]*)\}\}"
_WIDE = r"[{｛]{2,}(?P<wide>[^\S\n]*[^\s{}｛｝][^{}｛｝\n]*)[}｝]{2,}"
_SHORT = (
    r"[{｛]{2,}[^\S\n]*(?P<open>[A-Za-z_][A-Za-z0-9_.-]*)(?:[^\S\n]*[}｝])?"
    r"|[{｛][^\S\n]*(?P<closed>\w[\w.-]*)[^\S\n]*[}｝]{2,}"
)
_SINGLE = r"(?<![A-Za-z0-9_/=$])[{｛][^\S\n]*(?P<single>\w[\w.-]*)[^\S\n]*[}｝]"
_OTHER = r"(?P<tag>\{%[^\n]*?%\})|\$\{[^\S\n]*(?P<dollar>[\w.]+)[^\S\n]*\}|\[\[[^\S\n]*(?P<square>[\w.-]+)[^\S\n]*\]\]"
_NAME = re.compile(r"\w[\w. \t-]*(?:\|[^{}]*)?\Z")
_ODD_BLANK = re.compile(r"[^\S \t]")
_BRACES = re.compile("|".join((_DOUBLE, _WIDE, _SHORT, _OTHER, _SINGLE)))
_SURE = ("inner", "wide", "open", "closed", "dollar", "tag")
"""Groups that can only be meant as values; of the others the name tells."""


ALIKE = 0.5
"""How much of a Chinese name must stand in what is said of a value."""


class Braces(NamedTuple):
    """Braces that put in no value: ``unknown-value`` or ``odd-braces``, where, as typed, the name and the nearest."""

    code: str
    start: int
    typed: str
    name: str
    guess: str


def has_braces(text: str) -> bool:
    """Return whether ``text`` may hold a value; cheap."""
    return "{" in text or "｛" in text or "[[" in text


def put_in(text: str, value: Callable[[str], str | None]) -> tuple[str, tuple[str, ...]]:
    """Return ``text`` with every ``value`` put in that there is, and the names of these."""
    known = {name: said for name in VALUE.findall(text) if (said := value(name)) is not None}
    return VALUE.sub(lambda found: known.get(found[1], found[0]), text), tuple(known)


def odd_braces(text: str, known: Mapping[str, str]) -> Iterator[Braces]:
    """Yield what in ``text`` was surely meant as a value but puts none in; sound uses of braces are none.

    ``known`` has names and what is said of each, so that a name in Chinese finds its value too.
    """
    for found in _BRACES.finditer(text):
        group = found.lastgroup or ""
        name = found[group].strip() if group else ""
        sound = VALUE.fullmatch(found[0])
        if sound and name in known:
            continue
        if group == "inner" and _NAME.match(name) and not _ODD_BLANK.search(found[0]):
            yield Braces("unknown-value", found.start(), found[0], name, _meant(name, known))
        elif group in _SURE or _is_near(name, known):
            yield Braces("odd-braces", found.start(), found[0], name, _meant(name, known))


def _plain(name: str) -> str:
    """Return ``name`` as names of values are written, a filter behind it left out."""
    return re.sub(r"[\W_]+", "_", name.partition("|")[0].strip().casefold()).strip("_")


def _meant(name: str, known: Mapping[str, str]) -> str:
    plain = _plain(name)
    if plain.isascii():
        return nearest(plain, known) if plain else ""
    shared = {other: len(set(plain) & set(said)) / len(set(plain)) for other, said in known.items()}
    best = max(shared, key=lambda other: shared[other], default="")
    return best if best and shared[best] >= ALIKE else ""


def _is_near(name: str, known: Mapping[str, str]) -> bool:
    return _plain(name) in known or ("_" in name and bool(_meant(name, known)))
