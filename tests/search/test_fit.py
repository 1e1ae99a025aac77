"""Whether readers are told that nothing fits: on small help centers of several kinds, and why."""

from __future__ import annotations

import shutil
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from bench.promises import limit
from helpcenter.search import Document, make_index
from helpcenter.search.files import LEAST, enough
from tests.search.test_engine import answers, pieces

pytestmark = pytest.mark.skipif(
    shutil.which("node") is None, reason="the engine is JavaScript and Node is not installed"
)

CENTERS = yaml.safe_load(Path(__file__).with_name("fitting.yaml").read_text(encoding="utf-8"))
CALLED, FALSELY = limit("others-told"), limit("answers-told")
"""The least share of other things that must be called so, the largest of questions that find their entry."""


def documents(titles: list[Any]) -> list[Document]:
    rows = [(title, "") if isinstance(title, str) else title for title in titles]
    return [Document(f"{number}/", (title,), text) for number, (title, text) in enumerate(rows)]


@lru_cache(maxsize=2)
def fits(name: str) -> tuple[list[bool], list[bool]]:
    """Return of which questions that find their entry, and of which about other things, nothing is said to fit."""
    center = CENTERS[name]
    found = answers(
        *(query for query, _ in center["asked"]), *center["others"], of=pieces(documents(center["titles"]), [])
    )
    told = [answer["full"]["weak"] or not answer["full"]["hits"] for answer in found]
    firsts = [
        is_told
        for (_, entry), answer, is_told in zip(center["asked"], found, told, strict=False)
        if answer["full"]["hits"] and answer["full"]["hits"][0]["entry"] == entry
    ]
    return firsts, told[len(center["asked"]) :]


@pytest.mark.parametrize("name", CENTERS)
def test_what_other_things_are_asked_nothing_fits(name: str) -> None:
    _, others = fits(name)
    assert sum(others) / len(others) >= CALLED


@pytest.mark.parametrize("name", CENTERS)
def test_what_finds_its_entry_fits(name: str) -> None:
    firsts, _ = fits(name)
    assert len(firsts) >= 0.8 * len(CENTERS[name]["asked"])
    assert sum(firsts) / len(firsts) <= FALSELY


def fit(query: str, *rows: tuple[str, str]) -> float:
    """Return how well the first of ``rows`` of title and text fits a query, among entries about other things."""
    titles = [*rows, *(title for title in CENTERS["titles_alone"]["titles"])]
    (found,) = answers(query, of=pieces(documents(titles), []))
    assert found["full"]["hits"][0]["entry"] == 0
    return float(found["full"]["fit"])


def test_a_title_that_was_typed_fits_better_than_one_of_which_a_word_was() -> None:
    assert fit("螃蟹", ("清蒸螃蟹", "")) > fit("螃蟹", ("哪些海鲜不能和柿子一起吃螃蟹算不算", ""))


def test_a_title_tells_more_than_a_text() -> None:
    assert fit("螃蟹", ("螃蟹", "")) > fit("螃蟹", ("海鲜", "螃蟹"))


def test_a_missing_word_counts_more_when_nothing_knows_it() -> None:
    assert fit("crab recipe", ("crab", ""), ("recipe", "")) > fit("crab xylophone", ("crab", ""), ("recipe", ""))


def test_the_more_terms_an_index_has_the_more_must_be_explained() -> None:
    few = make_index(documents(CENTERS["titles_alone"]["titles"]))
    many = make_index(documents([f"word{number}" for number in range(3000)]))
    assert LEAST <= enough(few) < enough(many)
    assert enough(make_index([])) == LEAST
