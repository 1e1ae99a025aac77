"""The project's own words for pages, from ``content/words.yaml``: names as in the catalogue, dotted or nested."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from helpcenter.model.characters import measured
from helpcenter.model.fields import LINE_LENGTH
from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Problem, problem
from helpcenter.sources.yaml.reader import SourceFile

WORDS = "words.yaml"
MAY_BE_EMPTY = frozenset({"page.greeting"})
"""Words that a project may do without."""


def named_words(data: Any, steps: KeyPath = ()) -> Iterator[tuple[str, KeyPath, Any]]:
    """Yield the dotted name of each word in ``data``, the way to it, and what was typed."""
    for key, held in data.items() if isinstance(data, dict) else ():
        if isinstance(held, dict):
            yield from named_words(held, (*steps, key))
        else:
            yield ".".join(map(str, (*steps, key))), (*steps, key), held


def own_words(source: SourceFile) -> tuple[dict[str, str], list[Problem]]:
    """Return the words of ``source`` by name, and what is wrong with their shape."""
    found: dict[str, str] = {}
    problems: list[Problem] = []
    if not isinstance(source.data, dict):
        return found, [problem("not-a-mapping", source.locate(), field=source.name, value="")]
    for name, steps, typed in named_words(source.data):
        code = "duplicate-key" if name in found else "" if typed == "" and name in MAY_BE_EMPTY else _fault(typed)
        if code:
            at_key = code == "duplicate-key"
            details = {"field": name, "value": "", "key": name, "limit": LINE_LENGTH, "length": measured(str(typed))}
            problems.append(problem(code, source.locate(steps, key=at_key), **details))
        else:
            found[name] = typed
    return found, problems


def _fault(typed: Any) -> str:
    """Return the code of what keeps ``typed`` from being one line of text, or nothing."""
    if not isinstance(typed, str):
        return "not-text"
    if not typed.strip():
        return "empty-text"
    if "\n" in typed.strip("\n") or "\r" in typed:
        return "not-one-line"
    return "text-too-long" if measured(typed) > LINE_LENGTH else ""
