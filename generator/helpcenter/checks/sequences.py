"""Only what comes one after the other is numbered: ways of which one is enough and cases stand as what they are.

Words of grammar stand here, Chinese and English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from helpcenter.model.entries import Article, Step, Substep
from helpcenter.model.help_center import AnyEntry
from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Problem, warning
from helpcenter.sources.loading import Loaded

_NUMBER = r"(?:[一二三四五六七八九十]|[1-9A-Ea-e])(?![0-9A-Za-z])"
_WAY = re.compile(
    rf"(?:方法|方式|办法|途径|方案|做法|路径)[ ]?{_NUMBER}|第[一二三四五六][种个](?:方法|方式|办法|途径|做法)"
    rf"|(?:option|method|way|alternative) {_NUMBER}",
    re.IGNORECASE,
)
_OR = re.compile(r"(?:或者|要么|也可以)|(?:or|alternatively)\b", re.IGNORECASE)
_IF = re.compile(r"(?:如果|要是|假如|假使|倘若|若是|若(?![干非]))|(?:if|in case)\b", re.IGNORECASE)
FEWEST = 2


def check_sequences(loaded: Loaded, found: Mapping[str, Iterable[tuple[KeyPath, str]]]) -> Iterator[Problem]:
    """Yield a warning for steps that are ways or cases, and for a single way; their codes were ``found`` by entry."""
    for name, faults in found.items():
        for steps, code in faults:
            yield warning(code, loaded.origins[name].at(*steps))


def disordered(entry: AnyEntry) -> list[tuple[KeyPath, str]]:
    """Return the steps of ``entry`` that are none, and ways that are alone, with the codes of what they are."""
    return list(_disordered(entry)) if isinstance(entry, Article) else []


def _disordered(article: Article) -> Iterator[tuple[KeyPath, str]]:
    yield from _faults(article.steps, ("steps",))
    for index, step in enumerate(article.steps):
        yield from _faults(step.substeps, ("steps", index, "substeps"))
        if len(step.ways) == 1:
            yield ("steps", index, "ways", 0), "single-way"


def _faults(parts: Sequence[Step | Substep], steps: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Yield the first of ``parts`` that is no step of a sequence, with the code that says what it is instead."""
    if len(parts) < FEWEST:
        return
    openings = [(part.title or part.text or "").lstrip("*_“\"【[（( ") for part in parts]
    ways = [index for index, text in enumerate(openings) if _WAY.match(text)]
    later = [index for index, text in enumerate(openings) if index and _OR.match(text)]
    if len(ways) >= FEWEST or later:
        yield (*steps, (ways if len(ways) >= FEWEST else later)[0]), "numbered-alternatives"
    elif all(map(_IF.match, openings)):
        yield (*steps, 0), "numbered-cases"
