"""A judged collection from files, as other search engines are measured with: documents, queries and relevance.

Documents and queries are JSON, one a line: ``id``, ``title``, ``text`` and perhaps ``aliases``; ``id`` and ``query``.
Relevance is tab-separated: query, document and perhaps a grade; or TREC's four columns; a heading is left out.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.search.document import Document, Part

_COLUMNS = {2: (0, 1, None), 3: (0, 1, 2), 4: (0, 2, 3)}
"""Where query, document and grade stand, by the number of columns."""
Place = tuple[str, int]
"""Name of a file and number of a line."""


class CollectionError(Exception):
    """A line that cannot be used. ``code`` names the message, with the file and the number of the line."""

    def __init__(self, code: str, file: str, line: int) -> None:
        super().__init__(f"{file}:{line}: {code}")
        self.code, self.file, self.line = code, file, line


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents, whose path is their id, queries by id, and the relevant documents of each query."""

    documents: tuple[Document, ...]
    queries: dict[str, str]
    relevant: dict[str, set[str]]


def read_collection(documents: Path, queries: Path, relevance: Path) -> Collection:
    """Read the three files. Raises OSError when one cannot be read and CollectionError for a line that is wrong."""
    asked = {_text(row, "id", place): _text(row, "query", place) for row, place in _rows(queries)}
    return Collection(tuple(_documents(documents)), asked, _relevant(relevance))


def _documents(path: Path) -> Iterator[Document]:
    for row, place in _rows(path):
        title, text = (str(row.get(name) or "") for name in ("title", "text"))
        aliases = row.get("aliases") or ()
        if isinstance(aliases, str):
            aliases = (aliases,)
        titles = (title, *map(str, aliases))
        yield Document(_text(row, "id", place), titles, text, parts=(Part("", "", text),))


def _rows(path: Path) -> Iterator[tuple[dict[str, Any], Place]]:
    for number, line in _lines(path):
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if not isinstance(row, dict):
            raise CollectionError("no_json", path.name, number)
        yield row, (path.name, number)


def _text(row: dict[str, Any], name: str, place: Place) -> str:
    if not isinstance(row.get(name), str | int):
        raise CollectionError(f"no_{name}", *place)
    return str(row[name])


def _relevant(path: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for number, line in _lines(path):
        cells = line.split("\t") if "\t" in line else line.split()
        if len(cells) not in _COLUMNS:
            raise CollectionError("no_columns", path.name, number)
        query, document, grade = _COLUMNS[len(cells)]
        if grade is None or _positive(cells[grade]):
            found[cells[query]].add(cells[document])
    return dict(found)


def _positive(grade: str) -> bool:
    try:
        return float(grade) > 0
    except ValueError:
        return False


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    text = path.read_text(encoding="utf-8-sig")
    yield from ((number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip())
