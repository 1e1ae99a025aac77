"""A judged collection from files, as other search engines are measured with: documents, queries and relevance.

Documents and queries are JSON, one a line: ``id``, ``title``, ``text`` and perhaps ``aliases``; ``id`` and ``query``.
Relevance is tab-separated: query, document and perhaps a grade; or TREC's four columns; a heading is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpcenter.problems import Problem
from helpcenter.search.document import Document, DocumentPart
from helpcenter.sources.source_text import read_text
from helpcenter.sources.strict_json import JsonError, read_json

_COLUMNS = {2: (0, 1, None), 3: (0, 1, 2), 4: (0, 2, 3)}
"""Where query, document and grade stand, by the number of columns."""
MAX_BYTES = 2_000_000_000
LineOfFile = tuple[str, int]
"""Name of a file and number of a line."""
Record = tuple[dict[str, Any], LineOfFile]


class CollectionError(Exception):
    """A line that cannot be used. ``code`` names the message, ``facts`` are file, line and what it speaks of."""

    def __init__(self, code: str, place: LineOfFile, **facts: object) -> None:
        super().__init__(f"{place[0]}:{place[1]}: {code}")
        self.code, self.facts = code, {"file": place[0], "line": place[1], **facts}


class UnreadableError(Exception):
    """A file that cannot be read as text."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(*(found.code for found in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents, whose path is their id, queries by id, and the relevant documents of each query."""

    documents: tuple[Document, ...]
    queries: dict[str, str]
    relevant: dict[str, set[str]]


def read_collection(documents: Path, queries: Path, relevance: Path) -> Collection:
    """Read the three files. Raises UnreadableError for a file and CollectionError for a line that is wrong."""
    found = tuple(_document(entry_id, row, place) for entry_id, (row, place) in _rows(documents).items())
    asked = {query_id: _query(row, place) for query_id, (row, place) in _rows(queries).items()}
    relevant, known = _relevant(relevance), {document.path for document in found}
    if not any(relevant.get(query, set()) & known for query in asked):
        raise CollectionError("nothing_judged", (relevance.name, 1))
    return Collection(found, asked, relevant)


def _document(entry_id: str, row: dict[str, Any], place: LineOfFile) -> Document:
    title, text = (_text(row.get(name), name, place) for name in ("title", "text"))
    aliases = row.get("aliases") or []
    names = [_text(alias, "aliases", place) for alias in (aliases if isinstance(aliases, list) else (aliases,))]
    return Document(entry_id, (title, *filter(None, names)), text, parts=(DocumentPart("", "", text),))


def _query(row: dict[str, Any], place: LineOfFile) -> str:
    if row.get("query") is None:
        raise CollectionError("no_query", place)
    return _text(row["query"], "query", place)


def _text(value: Any, name: str, place: LineOfFile) -> str:
    if value is not None and (isinstance(value, bool) or not isinstance(value, str | int | float)):
        raise CollectionError("not_text", place, field=name)
    return "" if value is None else str(value)


def _rows(path: Path) -> dict[str, Record]:
    """Return the object of each line by its id."""
    rows: dict[str, Record] = {}
    for number, line in _lines(path):
        place = (path.name, number)
        row = _object(line, place)
        entry_id = row.get("id")
        if entry_id in (None, "") or isinstance(entry_id, bool) or not isinstance(entry_id, str | int):
            raise CollectionError("no_id", place)
        if str(entry_id) in rows:
            raise CollectionError("same_id", place, id=entry_id, first=rows[str(entry_id)][1][1])
        rows[str(entry_id)] = row, place
    return rows


def _object(line: str, place: LineOfFile) -> dict[str, Any]:
    try:
        row = read_json(line)
    except JsonError as error:
        raise CollectionError("no_json", place, reason=error.reason) from None
    if not isinstance(row, dict):
        raise CollectionError("no_json", place, reason=type(row).__name__)
    return row


def _relevant(path: Path) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for number, line in _lines(path):
        cells = [cell.strip() for cell in (line.split("\t") if "\t" in line else line.split())]
        if len(cells) not in _COLUMNS:
            raise CollectionError("no_columns", (path.name, number))
        query, document, grade = _COLUMNS[len(cells)]
        if grade is None or _positive(cells[grade], (path.name, number)):
            found[cells[query]].add(cells[document])
    return dict(found)


def _positive(grade: str, place: LineOfFile) -> bool:
    try:
        return float(grade) > 0
    except ValueError:
        if place[1] == 1:  # a heading
            return False
        raise CollectionError("bad_grade", place, grade=grade) from None


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    text, problems = read_text(path, path.name, MAX_BYTES)
    if text is None:
        raise UnreadableError(problems)
    yield from ((number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip())
