"""Only what comes one after the other is numbered: ways of which one is enough and cases stand as what they are.

Words of grammar stand here, Chinese and English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from helpcenter.model.entries import Step, Substep
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


def check_sequences(loaded: Loaded) -> Iterator[Problem]:
    """Yield a warning for steps that are ways or cases, and for a single way."""
    for article in loaded.center.articles.values():
        origin = loaded.origins[article.id]
        for steps, code in _faults(article.steps, ("steps",)):
            yield warning(code, origin.at(*steps))
        for index, step in enumerate(article.steps):
            way = ("steps", index)
            for steps, code in _faults(step.substeps, (*way, "substeps")):
                yield warning(code, origin.at(*steps))
            if len(step.ways) == 1:
                yield warning("single-way", origin.at(*way, "ways", 0))


def _faults(parts: Sequence[Step | Substep], steps: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Yield the first of ``parts`` that is no step of a sequence, with the code that says what it is instead."""
    openings = [(part.title or part.text or "").lstrip("*_“\"【[（( ") for part in parts]
    ways = [index for index, text in enumerate(openings) if _WAY.match(text)]
    later = [index for index, text in enumerate(openings) if index and _OR.match(text)]
    if len(ways) >= FEWEST or later:
        yield (*steps, (ways if len(ways) >= FEWEST else later)[0]), "numbered-alternatives"
    elif len(openings) >= FEWEST and all(map(_IF.match, openings)):
        yield (*steps, 0), "numbered-cases"
