"""What the search weighs and how fast it is on a made collection: entries of about 300 characters.

Words are drawn from jieba's list by their real frequency, so the vocabulary grows as it does in real texts, and so do
postings; half the words of an entry are its own few subjects, because a real entry keeps to its subject. The texts
make no sense: nothing here says how well the search finds; `helpcenter search eval` does.
"""

from __future__ import annotations

import gzip
import os
import random
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from helpcenter.chinese.pinyin import syllables
from helpcenter.rendering.bundles import assets
from helpcenter.search import Document, DocumentPart, File, index_files, make_index, runner
from helpcenter.search.codes import written
from helpcenter.search.dictionary import listed, words
from helpcenter.search.evaluation import figures, quantile
from helpcenter.search.runner import Job, answers

VOCABULARY = 20_000
CHARACTERS = 300
SUBJECTS = 15
QUERIES = 200
SPOKEN = 8


@dataclass(frozen=True, slots=True)
class Weight:
    """Figures of one size: CPU milliseconds an entry, bytes after gzip, MRR@10, milliseconds in the browser."""

    entries: int
    build: float
    index: int
    sentence: float
    keywords: float
    pinyin: float
    sentence_mrr: float
    keyword_mrr: float
    ready: float
    p95: float


def measure(sizes: Sequence[int], rounds: int, seed: int, *, in_browser: bool) -> list[Weight]:
    """Measure each size; building is timed ``rounds`` times, the median counts."""
    if in_browser:
        runner.NODE = ("no-node", "no-node")
    return [_weighed(size, rounds, seed) for size in sizes]


def table(found: Sequence[Weight]) -> str:
    """Return the figures as text."""
    head = ("entries", "build ms", "index", "sentence", "keywords", "pinyin", "MRR", "of words", "ready ms", "p95 ms")
    lines = ["".join(f"{name:>10}" for name in head)]
    for weight in found:
        loaded = (weight.index, round(weight.sentence), round(weight.keywords), round(weight.pinyin))
        judged = (f"{weight.sentence_mrr:.3f}", f"{weight.keyword_mrr:.3f}")
        times = (f"{weight.ready:.2f}", f"{weight.p95:.2f}")
        row = (weight.entries, f"{weight.build:.2f}", *loaded, *judged, *times)
        lines.append("".join(f"{cell:>10}" for cell in row))
    return "\n".join(lines)


def _weighed(size: int, rounds: int, seed: int) -> Weight:
    made = _collection(size, random.Random(seed))
    files = index_files(made.documents, make_index(made.documents))
    seconds = statistics.median(_cold_build(size, seed) for _ in range(rounds))
    packed = {file.name.removesuffix(".js"): len(gzip.compress(file.content, 9)) for file in files}
    packed["fuzzy"] = len(gzip.compress(assets().fuzzy.content, 9))
    code = len(gzip.compress(assets().search.content, 9))
    kinds = (made.sentences, made.keywords, made.spoken)
    found = answered(files, [query for queries in kinds for query in queries])
    parts = [found["answers"][QUERIES * place : QUERIES * (place + 1)] for place in range(len(kinds))]
    loaded = [
        statistics.median(code + sum(packed[name] for name in ("index", *answer["pieces"])) for answer in part)
        for part in parts
    ]
    times = [answer["time"] for part in parts[:2] for answer in part]
    return Weight(
        entries=size,
        build=1000 * seconds / size,
        index=sum(size for name, size in packed.items() if not name.startswith("details")),
        sentence=loaded[0],
        keywords=loaded[1],
        pinyin=loaded[2],
        sentence_mrr=_mrr(parts[0], made.asked),
        keyword_mrr=_mrr(parts[1], made.asked),
        ready=found["ready"],
        p95=quantile(times, 0.95),
    )


def _mrr(found: Sequence[dict[str, Any]], asked: Sequence[int]) -> float:
    ranked = {str(place): [str(hit["entry"]) for hit in answer["hits"]] for place, answer in enumerate(found)}
    return figures(ranked, {str(place): {str(entry)} for place, entry in enumerate(asked)}).mrr


def _cold_build(size: int, seed: int) -> float:
    """Return the CPU seconds that a process of its own needs to make the index, tables of the language included."""
    reader, writer = os.pipe()
    if os.fork() == 0:
        documents = _collection(size, random.Random(seed)).documents
        listed.cache_clear()
        written.clear()
        before = time.process_time()
        index_files(documents, make_index(documents))
        os.write(writer, str(time.process_time() - before).encode())
        os._exit(0)
    os.close(writer)
    os.wait()
    with os.fdopen(reader) as said:
        return float(said.read())


def answered(files: Sequence[File], queries: Sequence[str]) -> dict[str, Any]:
    """Ask the script that ships, over these files of an index; returns what ``search/driver.js`` says."""
    with TemporaryDirectory(prefix="helpcenter-") as name:
        folder = Path(name)
        for file in files:
            (folder / file.name).write_bytes(file.content)
        script = folder / "search.mjs"
        script.write_bytes(assets().search.content)
        (folder / "fuzzy.js").write_bytes(assets().fuzzy.content)
        found = answers(Job(str(script), name, tuple(queries)))
    assert found is not None, "neither Node nor Chromium"
    return found


@dataclass(frozen=True, slots=True)
class _Collection:
    """Made entries, and queries that were made from the title of the entry ``asked`` for."""

    documents: list[Document]
    asked: list[int]
    sentences: list[str]
    """Half the title and half filler."""

    keywords: list[str]
    """Two words of the title."""

    spoken: list[str]
    """Eight characters of the title in pinyin."""


def _collection(size: int, chance: random.Random) -> _Collection:
    known = sorted(((count, word) for word, count in words().items() if len(word) > 1), reverse=True)[:VOCABULARY]
    names = [word for _, word in known]
    weights = list(accumulate(count for count, _ in known))

    def draw(count: int) -> list[str]:
        return chance.choices(names, cum_weights=weights, k=count)

    documents, titles = [], []
    for number in range(size):
        subjects = draw(SUBJECTS)
        titles.append([*subjects[:5], *draw(3)])
        told = [chance.choice(subjects) if chance.random() < 0.5 else word for word in draw(CHARACTERS // 2)]
        text = "".join(_punctuated(told, chance))
        documents.append(_entry(number, titles[-1], text[: CHARACTERS - 16]))
    asked = [chance.randrange(size) for _ in range(QUERIES)]
    wanted = [titles[number] for number in asked]
    sentences = ["".join(chance.sample(title, 4) + draw(3)) for title in wanted]
    keywords = [" ".join(chance.sample(title, 2)) for title in wanted]
    return _Collection(documents, asked, sentences, keywords, ["".join(_spoken(title)) for title in wanted])


def _spoken(title: Sequence[str]) -> list[str]:
    return syllables("".join(title)[:SPOKEN])


def _entry(number: int, title: Sequence[str], text: str) -> Document:
    return Document(f"e-{number}/", ("".join(title) + "？",), text, parts=(DocumentPart("", "", text),))


def _punctuated(drawn: Sequence[str], chance: random.Random) -> Iterator[str]:
    for word in drawn:
        yield word
        if chance.random() < 0.15:
            yield "，"
