"""The index as files: scripts that hand a piece of data to the search when they are loaded, so that ``file://`` works.

Up to ``ONE_FILE`` entries: ``index`` holds all terms, where they stand in titles and all titles, ``texts0`` where they
stand in texts. Above that ``index`` holds only a directory, and terms (``terms0``), texts (``texts0``) and titles
(``titles0``) come in pieces. ``sounds`` and ``folds`` are asked for when a query has something that is not in the
index, ``details`` when a result is shown.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import Any

from helpcenter.memory import FORGETFUL, Memory
from helpcenter.search.data_file import File, data_file
from helpcenter.search.dictionary import COURTESY
from helpcenter.search.document import Document
from helpcenter.search.folding import fold_table, folded
from helpcenter.search.index import Index
from helpcenter.search.names import arranged
from helpcenter.search.packing import packed_impacts, packed_terms, packed_texts, usual_impacts
from helpcenter.search.sounds import by_sound, sound_table
from helpcenter.search.spelling import rules
from helpcenter.search.terms import CHINESE, stem

ONE_FILE = 1000
TITLES, DETAILS = 64, 8
"""How many entries a piece of titles holds, and at most a piece of details."""
DETAILS_CHARACTERS = 4_000
"""About how many characters of texts a piece of details holds, where entries are long: whoever looks at six results
loads six of them.
"""
SHARD_COST, MOST_COST = 7_000, 11_000
"""About how many bytes of terms and postings a piece holds before compression, 2 to 4 KB after it; up to the second
number terms that begin with one character stay together, because pairs tell of it."""

BY_TERMS, NO_TERMS, LEAST = 0.113, -0.462, 0.3
"""What a fit takes for each natural logarithm of how many terms an index has, for none, and at least."""


def index_files(
    documents: Sequence[Document],
    index: Index,
    synonyms: Sequence[Sequence[str]] = (),
    memory: Memory = FORGETFUL,
) -> list[File]:
    """Return all files, the one to load first at the front. Names never change: the folder's name has the hash."""
    first, others = memory.here(_made, documents, index)
    if synonyms:
        first = first | {"synonyms": [[_term(word) for word in group] for group in synonyms]}
    return [data_file("index", first), *others]


def _made(documents: Sequence[Document], index: Index) -> tuple[dict[str, Any], list[File]]:
    """Return what the first file holds, without synonyms, and the other files."""
    chinese = [term for term in index.rarity if CHINESE.match(term)]
    starts = Counter(term[0] for term in chinese)
    characters = {char for term in chinese for char in term}
    small = index.size <= ONE_FILE
    each = _details_each(documents)
    first: dict[str, Any] = {"size": index.size, "detailsEach": each, "spelling": rules()}
    first["titlesEach"] = ONE_FILE if small else TITLES
    first["enough"] = enough(index)
    usual = usual_impacts(index), index.once
    first["usual"] = list(map(packed_impacts, usual))
    pieces: dict[str, Any] = {}
    if characters:
        first |= {"han": 1, "courtesy": COURTESY}
        pieces |= {"sounds": sound_table(characters, starts), "folds": fold_table(characters)}
    if small:
        terms = arranged(index.terms)
        first["terms"] = packed_terms(index, terms, usual[0])
        first["titles"] = [_title(document) for document in documents]
        pieces["texts0"] = packed_texts(index, terms, usual[1])
    else:
        shards = list(map(arranged, _shards(index)))
        first["shards"] = [by_sound(shard[0]) for shard in shards]
        for place, shard in enumerate(shards):
            pieces[f"terms{place}"] = packed_terms(index, shard, usual[0])
            pieces[f"texts{place}"] = packed_texts(index, shard, usual[1])
        pieces |= {f"titles{place}": rows for place, rows in enumerate(_chunks(documents, TITLES, _title))}
    pieces |= {f"details{place}": rows for place, rows in enumerate(_chunks(documents, each, _details))}
    return first, [data_file(name, data) for name, data in pieces.items()]


def _details_each(documents: Sequence[Document]) -> int:
    """Return how many entries a piece of details holds."""
    characters = sum(len(part.text) for document in documents for part in document.parts)
    return max(1, min(DETAILS, DETAILS_CHARACTERS * len(documents) // max(1, characters)))


def enough(index: Index) -> float:
    """Return how much of a query the best entry must explain to fit: the more terms an index has, the more questions
    about other things meet some of them.
    """
    return round(max(LEAST, BY_TERMS * math.log(len(index.rarity) or 1) + NO_TERMS), 3)


def _term(word: str) -> str:
    plain = folded(word)
    return plain if CHINESE.search(plain) else stem(plain)


def folder_of(files: Sequence[File]) -> str:
    """Return the name of the folder that ``files`` belong in: another one for other contents."""
    digest = sha256()
    for file in files:
        digest.update(file.content)
    return f"search-{digest.hexdigest()[:8]}"


def _shards(index: Index) -> Iterator[list[str]]:
    """Yield ranges of terms of about equal cost, by sound, so that pinyin asks for few; terms that begin with the same
    two characters stay together.
    """
    shard: list[str] = []
    cost = titles = texts = 0
    last = ""
    for term in sorted(index.rarity, key=lambda term: by_sound(term).encode("utf-16-be", "surrogatepass")):
        if cost >= SHARD_COST and (term[0] != last[0] or (cost >= MOST_COST and term[:2] != last[:2])):
            yield shard
            shard, titles, texts = [], 0, 0
        shard.append(term)
        titles += 4 + 2 * len(term) + 2 * len(index.titles.get(term, ()))
        texts += 1 + 2 * len(index.texts.get(term, ()))
        cost, last = max(titles, texts), term
    yield shard


def _chunks(documents: Sequence[Document], each: int, row: Any) -> Iterator[list[Any]]:
    for start in range(0, len(documents), each):
        yield [row(document) for document in documents[start : start + each]]


def _title(document: Document) -> list[Any]:
    """Return what a result shows at once; aliases stand last, where there are any."""
    title, *aliases = document.titles
    row = [document.path, title, document.kind, document.topic, list(document.audience)]
    return [*row, aliases] if aliases else row


def _details(document: Document) -> list[Any]:
    return [document.teaser, [list(part) for part in document.parts]]
