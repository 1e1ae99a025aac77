"""Ids for what has none that we can use: from what was found, else in pinyin, numbered where they would repeat."""

from __future__ import annotations

import re
from collections.abc import Iterable

from helpcenter.chinese.pinyin import syllables
from helpcenter.model.fields import ID_PATTERN

LONGEST = 40
_ID = re.compile(ID_PATTERN.rstrip("$"))


class Ids:
    """Gives each name one id, the same each time, never one twice. ``names`` that are ids stay what they are."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._by_name = {name: name for name in names if is_id(name)}
        self._taken = set(self._by_name)
        self._numbers: dict[str, int] = {}

    def of(self, name: str, words: str = "", given: str = "") -> str:
        """Return the id of what its source calls ``name``: ``given``, else made of the name, else of ``words``."""
        if name not in self._by_name:
            self._by_name[name] = self.fresh(given or (name if is_id(name) else _plain(name) or slug(name, words)))
        return self._by_name[name]

    def fresh(self, wanted: str) -> str:
        """Return ``wanted``, with a number behind it if it is taken."""
        found, number = wanted, self._numbers.get(wanted, 1)
        while found in self._taken:
            number += 1
            end = f"-{number}"
            found = wanted[: LONGEST - len(end)].rstrip("-") + end
        self._numbers[wanted] = number
        self._taken.add(found)
        return found


def is_id(name: str) -> bool:
    """Return whether ``name`` may be an id as it is."""
    return _ID.fullmatch(name) is not None


def slug(*texts: str) -> str:
    """Return the first of ``texts`` that can be made an id: Latin letters as they are, Chinese in pinyin, no tones."""
    found = next(filter(None, map(_pinyin, texts)), "")
    return found if len(found) > 1 else f"id-{found}" if found else "option"


def _pinyin(text: str) -> str:
    found = ""
    for syllable in syllables(text):
        for part in re.findall(r"[a-z0-9]+", syllable.lower()):
            if len(found) + len(part) < LONGEST:
                found = f"{found}-{part}" if found else part
    return found


def _plain(name: str) -> str:
    """Return a Latin ``name`` with what ids do not allow taken out; empty when nothing is left to tell it by."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:LONGEST].rstrip("-")
    if not name.isascii() or not plain:
        return ""
    return plain if len(plain) > 1 else f"node-{plain}"
