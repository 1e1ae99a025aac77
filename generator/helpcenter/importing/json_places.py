"""Where the values of a JSON text stand."""

from __future__ import annotations

import json
import re

from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Location
from helpcenter.sources.source_text import Places

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],]|[^\s{}\[\],:"]+', re.DOTALL)


class JsonPlaces:
    """Tells the place of each value of ``text``, which must be JSON."""

    def __init__(self, text: str, file: str) -> None:
        self._file = file
        self._places = Places(text)
        self._starts = _starts(text)

    def at(self, *steps: str | int) -> Location:
        """Return where the value at ``steps`` stands, else its nearest parent."""
        while steps and steps not in self._starts:
            steps = steps[:-1]
        return Location(self._file, *self._places.at(self._starts.get(steps, 0)))


def _starts(text: str) -> dict[KeyPath, int]:
    found: dict[KeyPath, int] = {}
    steps: list[str | int] = []
    wants_key = False
    for token in _TOKEN.finditer(text):
        sign, place = token[0], steps[-1] if steps else None
        if sign == ",":
            wants_key = isinstance(place, str)
            if isinstance(place, int):
                steps[-1] = place + 1
        elif sign in ("}", "]"):
            steps.pop()
            wants_key = False
        elif wants_key:
            steps[-1] = json.loads(sign)
            wants_key = False
        else:
            found[tuple(steps)] = token.start()
            if sign in ("{", "["):
                steps.append("" if sign == "{" else 0)
                wants_key = sign == "{"
    return found
