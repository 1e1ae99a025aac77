"""What a source makes as values of the model: one of a whole file, or one for each item of its list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from helpcenter.model.fields import Strict
from helpcenter.problems import MOST_IN_FILE, Problem, more, problem
from helpcenter.sources.slips import find_slips
from helpcenter.sources.validation import count_faults, validated
from helpcenter.sources.yaml.reader import SourceFile, parsed


def entry_of(
    raw: bytes, path: Path, name: str, model: type[Strict]
) -> tuple[SourceFile | None, Any, list[Problem]]:
    """Return the source of a file that holds one entry and the entry, each None where it is not to be had, and all
    problems.
    """
    source, problems = parsed(raw, path, name)
    if source is None:
        return None, None, problems
    entry, found = as_whole(model, source)
    if entry is not None:
        source.forget()
    return source, entry, [*problems, *found]


def as_whole(model: type[Strict], source: SourceFile) -> tuple[Any, list[Problem]]:
    """Return what ``source`` makes as ``model``, or None with what is wrong."""
    return validated(model, source.data, source, (), find_slips(source, model).get((), ()))


def as_list(model: type[Strict], source: SourceFile) -> tuple[list[tuple[int, Any]] | None, list[Problem]]:
    """Return the number of each item of a list with what it makes as ``model``, None for a wrong one, and all problems.

    Wrong items beyond the problems that are told are left out. What is no list has no items.
    """
    if not isinstance(source.data, list):
        return None, [problem("not-a-list", source.locate(), field=source.name, value="")]
    slips = find_slips(source, model, listed=True)
    rows: list[tuple[int, Any]] = []
    problems: list[Problem] = []
    rest = 0
    for index, data in enumerate(source.data):
        if len(problems) > MOST_IN_FILE and (faults := count_faults(model, data)):
            rest += faults
            continue
        value, found = validated(model, data, source, (index,), slips.get((index,), ()))
        problems += found
        rows.append((index, value))
    return rows, [*problems, *(more(source.locate(), rest, 0) if rest else ())]
