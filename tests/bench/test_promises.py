"""What is promised stands once, is documented, and is measured."""

from __future__ import annotations

import re

import pytest

from bench import keeping
from bench.promises import BENCH, DECISIONS, PROMISES, Promise, limit
from tests.docs.documents import ROOT, text_of

README = text_of(BENCH)


def headings(document: str) -> list[str]:
    """Return the headings of a document, those of decisions without their numbers."""
    return [re.sub(r"^\d+\. ", "", heading) for heading in re.findall(r"^#+ (.+)$", text_of(document), flags=re.M)]


@pytest.mark.parametrize("promise", PROMISES.values(), ids=PROMISES)
def test_a_promise_stands_in_a_document_that_exists(promise: Promise) -> None:
    assert promise.document in {BENCH, DECISIONS}
    assert promise.heading in headings(promise.document)


def test_the_table_of_the_document_is_that_of_the_values() -> None:
    """The limits that people read are those that are measured, in the same order."""
    rows = re.findall(r"^\| ([^|]+?) \| ([≤≥] [^|]+?) \|$", README, flags=re.M)
    assert rows == [(promise.figure, keeping.bound(promise)) for promise in PROMISES.values()]


def test_a_figure_is_within_its_limit_or_is_not() -> None:
    at_most, at_least = PROMISES["search-script"], PROMISES["others-told"]
    assert at_most.keeps(at_most.limit)
    assert not at_most.keeps(at_most.limit + 1)
    assert at_least.keeps(at_least.limit)
    assert not at_least.keeps(at_least.limit - 0.001)


def test_what_is_not_kept_and_what_was_left_out_are_told() -> None:
    found = {"search-script": 8_001, "others-told": 0.9, "flow-check": 0.5}
    lines = {line.split("  ")[0]: line for line in keeping.table(found).splitlines()}
    assert lines["script of the search"].endswith("8,001  NOT")
    assert lines[PROMISES["others-told"].figure].endswith("0.900  ok")
    assert lines["peak memory of 1,000 pages"].endswith("left out")
    assert [promise.name for promise in keeping.broken(found)] == ["search-script"]
    assert len(lines) == len(PROMISES) + 1


def test_a_promise_that_nobody_measures_is_told() -> None:
    large = {name for name, promise in PROMISES.items() if promise.is_large}
    assert keeping.missing({}, quick=False) == set(PROMISES)
    assert keeping.missing({name: 0 for name in PROMISES if name != "growth"}, quick=False) == {"growth"} < large
    assert keeping.missing(dict.fromkeys(set(PROMISES) - large, 0), quick=True) == set()


@pytest.mark.parametrize(
    ("path", "names"),
    {
        "tests/rendering/test_bundles.py": ("search-script", "results-script", "fuzzy-script"),
        "tests/browser/test_weight.py": ("page-requests", "page-loaded", "page", "longest-page"),
        "tests/browser/test_flow_weight.py": ("flow-script", "card-script", "flow-page"),
        "tests/search/test_fit.py": ("others-told", "answers-told"),
    }.items(),
)
def test_tests_take_their_limits_from_the_promises(path: str, names: tuple[str, ...]) -> None:
    assert set(re.findall(r'\blimit\("([\w-]+)"\)', (ROOT / path).read_text(encoding="utf-8"))) >= set(names)


def test_a_limit_that_nobody_promised_is_none() -> None:
    with pytest.raises(KeyError):
        limit("faster-than-light")
