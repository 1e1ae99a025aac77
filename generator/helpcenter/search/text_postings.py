"""Where terms stand in texts, of those that are looked for there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple, TypeAlias

from helpcenter.search.codes import Term, coded
from helpcenter.search.counted import unpacked_texts
from helpcenter.search.dictionary import FILLERS
from helpcenter.search.impacts import STEPPED, added_by, impact_of
from helpcenter.search.postings import IMPACT_BITS, Postings, most_said, postings_of
from helpcenter.search.terms import FIRST_HAN, is_character

CHARACTER_WEIGHT = 0.5
"""What a lone character counts in a text; a word counts 1."""
MOST_TEXTS, MOST_OF_MANY, MANY = 150, 80, 1000
"""A term that more texts have is looked for in titles only, or where no title has it in the texts that it says most of:
it decides little, blurs what rarer terms tell, and would be a third of a large index. With
``MANY`` entries and more fewer texts are enough."""
SILENT = frozenset(word for word in FILLERS if word >= FIRST_HAN)
"""Chinese fillers decide nothing where texts have them, and would be a twentieth of a large index."""
SILENT_TERMS = frozenset(map(coded, SILENT))
Title: TypeAlias = dict[Term, float]
"""What each term weighs in the titles of a document."""


class _LookedFor(NamedTuple):
    """A term that is looked for in texts: where it stands there, what it weighs, and whether titles have it, too."""

    postings: Postings
    weight: float
    is_titled: bool


class _Said(dict[float, int]):
    """The posting of a term in the text of a document by how much it counts there: many terms have the same."""

    def __init__(self, number: int, norm: float) -> None:
        super().__init__()
        self.number, self.norm = number, norm

    def __missing__(self, count: float) -> int:
        self[count] = self.number << IMPACT_BITS | STEPPED[impact_of(count / self.norm)]
        return self[count]

    def added(self, count: float, before: float) -> Iterator[int]:
        """Yield the posting of a term that weighs so much in titles ``before``, if its text says more."""
        if more := added_by(count / self.norm, before):
            yield self.number << IMPACT_BITS | STEPPED[more]


def text_postings(
    packed: Iterable[bytes], in_texts: Mapping[Term, int], titles: Sequence[Title], norms: Sequence[float]
) -> dict[Term, Postings]:
    """Return what texts add to what ``titles`` give; a term that the title lacks always has an impact. ``in_texts``
    tells how many texts have each term, ``norms`` what to divide weights in each text by.
    """
    most = MOST_TEXTS if len(norms) < MANY else MOST_OF_MANY
    found = _looked_for(in_texts, set().union(*titles), most)
    texts = chain.from_iterable(map(unpacked_texts, packed))
    for number, (title, text, norm) in enumerate(zip(titles, texts, norms, strict=True)):
        said = _Said(number, norm)
        for term, times in zip(text.terms, text.counts, strict=True):
            if term not in found:
                continue
            postings, weight, is_titled = found[term]
            if is_titled and term in title:
                postings.extend(said.added(weight * times, title[term]))
            else:
                postings.append(said[weight * times])
    return {term: most_said(postings, most) for term, (postings, *_) in found.items() if postings}


def _looked_for(in_texts: Mapping[Term, int], in_titles: Collection[Term], most: int) -> dict[Term, _LookedFor]:
    """Return the terms that are looked for in texts, with no postings yet."""
    return {
        term: _LookedFor(postings_of(), CHARACTER_WEIGHT if is_character(term) else 1, term in in_titles)
        for term, entries in in_texts.items()
        if term not in SILENT_TERMS and (entries <= most or term not in in_titles)
    }
