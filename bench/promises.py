"""Every figure that this project promises: once, as a value, with its limit and the document that says so.

``python -m bench promises`` measures them (`bench/keeping.py`); tests that hold one of them take its limit from here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

BENCH: Final = "bench/README.md"
DECISIONS: Final = "docs/decisions.md"
THRIFT: Final = "Whole builds, and what they may take"
"""Heading in the bench's document; a heading of the decisions stands here without its number."""
BYTES: Final = "What a reader loads"
FINDING: Final = "The search on made and own sets"
SAVING: Final = "From a save to the new page"


@dataclass(frozen=True, slots=True)
class Promise:
    """A figure, what it may be at most, and where that is said."""

    name: str
    figure: str
    """In words, as the table has it."""

    limit: float
    unit: str
    """×, CPU s, CPU ms, MB (10⁶ bytes), bytes, share, requests, tests, ms, saves."""

    document: str
    heading: str
    at_least: bool = False
    """The limit is the least that is promised, not the most."""

    is_large: bool = False
    """It takes sites of 5,000 pages, which ``--quick`` leaves out."""

    def keeps(self, value: float) -> bool:
        """Return whether the figure that was measured is within the limit."""
        return value >= self.limit if self.at_least else value <= self.limit


_ALL: Final = (
    Promise("cpu-hugo", "CPU of 1,000 pages, against Hugo", 3.8, "×", BENCH, THRIFT),
    Promise("cpu-pagefind", "CPU of 1,000 pages, against Hugo with Pagefind", 1.15, "×", BENCH, THRIFT),
    Promise("wall-pagefind", "wall time of 1,000 pages, against Hugo with Pagefind", 1.15, "×", BENCH, THRIFT),
    Promise("cpu-material", "CPU of 1,000 pages, against Material with its search", 0.3, "×", BENCH, THRIFT),
    Promise("memory-1000", "peak memory of 1,000 pages", 200, "MB", BENCH, THRIFT),
    Promise("cpu-hugo-5000", "CPU of 5,000 pages, against Hugo", 3.8, "×", BENCH, THRIFT, is_large=True),
    Promise(
        "cpu-pagefind-5000", "CPU of 5,000 pages, against Hugo with Pagefind", 1.15, "×", BENCH, THRIFT, is_large=True,
    ),
    Promise(
        "cpu-material-5000", "CPU of 5,000 pages, against Material with its search", 0.25, "×",
        BENCH, THRIFT, is_large=True,
    ),
    Promise("memory-5000", "peak memory of 5,000 pages", 500, "MB", BENCH, THRIFT, is_large=True),
    Promise("growth", "CPU a page, 5,000 pages against 1,000", 1.1, "×", BENCH, THRIFT, is_large=True),
    Promise("cpu-shipped", "CPU of the shipped site, start included", 1.5, "CPU s", BENCH, THRIFT),
    Promise("page", "HTML of an article of 2,600 characters", 10_000, "bytes", DECISIONS, "What a page may weigh"),
    Promise("longest-page", "HTML of the longest shipped article", 17_500, "bytes", DECISIONS, "What a page may weigh"),
    Promise("page-loaded", "that article with all that it loads", 30_000, "bytes", BENCH, BYTES),
    Promise("page-requests", "requests of that article", 5, "requests", BENCH, BYTES),
    Promise("page-foreign", "requests of that article to other hosts", 0, "requests", BENCH, BYTES),
    Promise("home-page", "HTML of the shipped home page", 10_000, "bytes", BENCH, BYTES),
    Promise("flow-page", "HTML of the largest shipped flow", 30_000, "bytes", BENCH, BYTES),
    Promise("flow-script", "script of flows", 5_000, "bytes", BENCH, BYTES),
    Promise("card-script", "script of cards, which every page has", 1_000, "bytes", BENCH, BYTES),
    Promise("search-script", "script of the search", 8_000, "bytes", BENCH, BYTES),
    Promise("results-script", "script of the page of results", 1_000, "bytes", BENCH, BYTES),
    Promise("fuzzy-script", "script of fuzzy matching", 2_000, "bytes", BENCH, BYTES),
    Promise("desk-script", "style and script of the desk of staff", 30_000, "bytes", BENCH, BYTES),
    Promise("page-growth", "HTML of an article, 5,000 pages against 1,000", 1.02, "×", BENCH, BYTES, is_large=True),
    Promise("entry-cpu", "making the index, an entry of 300 characters", 0.5, "CPU ms", BENCH, FINDING),
    Promise("index-5883", "whole index, 5,883 made entries", 1_220_000, "bytes", BENCH, FINDING),
    Promise("first-617", "before the first result, 617 made entries", 115_000, "bytes", BENCH, FINDING),
    Promise("first-5883", "before the first result, 5,883 made entries", 67_000, "bytes", BENCH, FINDING),
    Promise("pinyin-5883", "the same, eight characters in pinyin, 5,883 entries", 158_000, "bytes", BENCH, FINDING),
    Promise("sentence-mrr", "MRR@10 of sentences, 5,883 made entries", 0.98, "share", BENCH, FINDING, at_least=True),
    Promise("keyword-mrr", "MRR@10 of two words, 5,883 made entries", 0.97, "share", BENCH, FINDING, at_least=True),
    Promise("search-tests", "failures of content/search_tests.yaml", 0, "tests", BENCH, FINDING),
    Promise(
        "others-told", "questions about other things told so, the worst set of fitting.yaml", 0.8, "share",
        DECISIONS, "A fit is judged against the size of the index", at_least=True,
    ),
    Promise(
        "answers-told", "answered questions told so, the worst set of fitting.yaml", 0.03, "share",
        DECISIONS, "A fit is judged against the size of the index",
    ),
    Promise("flow-check", "checking a flow of 5,000 nodes", 1.0, "CPU s", BENCH, "Flows"),
    Promise("flow-growth", "checking a flow, 10,000 nodes against 5,000", 2.4, "×", BENCH, "Flows"),
    Promise("save-60", "a save until the open page is new, 60 pages", 150, "ms", BENCH, SAVING),
    Promise("save-2000", "the same, 2,000 pages, half of them articles", 250, "ms", BENCH, SAVING),
    Promise("save-5000", "the same, 5,000 pages", 500, "ms", BENCH, SAVING, is_large=True),
    Promise("save-cpu", "CPU of a save, 1,000 pages, median of the kinds", 0.15, "CPU s", BENCH, SAVING),
    Promise("save-memory", "peak memory of a preview of 1,000 pages", 300, "MB", BENCH, SAVING),
    Promise("save-missed", "saves that were never shown", 0, "saves", BENCH, SAVING),
)  # fmt: skip
PROMISES: Final = {promise.name: promise for promise in _ALL}


def limit(name: str) -> float:
    """Return the limit of a promise; bytes are whole numbers."""
    return PROMISES[name].limit
