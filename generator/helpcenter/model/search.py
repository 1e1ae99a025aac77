"""What writers tell the search: words that mean the same, and queries with the entry that must be found."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from helpcenter.model.fields import FOR_WRITERS, Line, Link, Strict

LAST_RANK = 10
NOTHING = "nothing"
"""What a test expects of a query that nothing answers."""


def _rank(value: Any) -> Any:
    if isinstance(value, str) and value.isascii() and value.isdigit() and 1 <= int(value) <= LAST_RANK:
        return int(value)
    raise PydanticCustomError("bad_rank", "not a rank", {"limit": LAST_RANK})


def _group(value: Any) -> Any:
    if isinstance(value, list) and len(value) < 2:
        raise PydanticCustomError("lonely_synonym", "fewer than two words")
    return value


class Synonyms(Strict):
    """``content/synonyms.yaml``: groups of words that readers use for the same thing."""

    groups: tuple[Annotated[tuple[Line, ...], BeforeValidator(_group)], ...] = ()


class SearchTest(Strict):
    """One promise of ``content/search_tests.yaml``: ``query`` finds ``expect`` among the first ``top`` results; or
    readers are told that nothing fits, when ``expect`` is ``NOTHING``.

    ``kind`` says what sort of query it is, for the summary alone.
    """

    query: Annotated[Line, FOR_WRITERS]
    expect: Link
    top: Annotated[int, BeforeValidator(_rank)] = 3
    kind: Annotated[Line | None, FOR_WRITERS] = None

    @property
    def expects_nothing(self) -> bool:
        """Whether readers must be told that nothing fits."""
        return self.expect == NOTHING
