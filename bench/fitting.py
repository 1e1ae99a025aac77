"""Of which questions readers are told that nothing fits, on the small help centers of `tests/search/fitting.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import yaml

from bench.search import answered
from bench.tools import ROOT
from helpcenter.search import Document, index_files, make_index

FILE: Final = ROOT / "tests" / "search" / "fitting.yaml"


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares of the questions of which readers are told that nothing fits, from 0 to 1."""

    others: float
    """Of questions about other things."""

    answered: float
    """Of questions that find their entry first."""


def centers() -> dict[str, Any]:
    """Return the help centers by name: ``titles``, ``asked`` with the entry of each, ``others``."""
    found: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return found


def shares(center: Mapping[str, Any]) -> Shares:
    """Ask a help center everything. Raises ValueError where no question finds its entry."""
    rows = [(title, "") if isinstance(title, str) else title for title in center["titles"]]
    documents = [Document(f"{number}/", (title,), text) for number, (title, text) in enumerate(rows)]
    asked = [query for query, _ in center["asked"]]
    found = answered(index_files(documents, make_index(documents)), [*asked, *center["others"]])["answers"]
    told = [bool(answer["weak"]) or not answer["hits"] for answer in found]
    firsts = [
        is_told
        for (_, entry), answer, is_told in zip(center["asked"], found, told, strict=False)
        if answer["hits"] and answer["hits"][0]["entry"] == entry
    ]
    if not firsts:
        message = "no question finds its entry"
        raise ValueError(message)
    others = told[len(asked) :]
    return Shares(sum(others) / len(others), sum(firsts) / len(firsts))
