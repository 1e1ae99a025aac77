"""States are followed by states that there are, and a section that shows how has something to show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from helpcenter.model.entries import Article
from helpcenter.model.help_center import AnyEntry
from helpcenter.model.key_path import KeyPath
from helpcenter.model.states import State
from helpcenter.problems import Problem, problem
from helpcenter.sources.loading import Loaded
from helpcenter.suggestions import nearest


def check_state_order(loaded: Loaded, found: Mapping[str, Iterable[KeyPath]]) -> Iterator[Problem]:
    """Yield a problem for each state after another that there is not, and each picture without such.

    Sections with pictures were ``found`` by entry.
    """
    states = loaded.center.states
    for row in states:
        yield from _check_next(row, loaded)
    if not loaded.knows("states.yaml") or any(row.next for row in states):
        return
    for name, sections in found.items():
        for way in sections:
            yield problem("states-without-order", loaded.origins[name].at(*way))


def drawn_states(entry: AnyEntry) -> Iterator[KeyPath]:
    """Yield the ways to where ``entry`` shows in which order states follow each other."""
    for index, section in enumerate(entry.sections if isinstance(entry, Article) else ()):
        if section.states:
            yield "sections", index, "states"


def _check_next(row: State, loaded: Loaded) -> Iterator[Problem]:
    known = [other.id for other in loaded.center.states]
    origin = loaded.origins[f"state {row.id}"]
    for index, after in enumerate(row.next):
        if after == row.id:
            yield problem("refers-to-itself", origin.at("next", index), field="next", id=after)
        elif after not in known and f"state {after}" not in loaded.broken and loaded.knows("states.yaml"):
            yield problem("unknown-state", origin.at("next", index), id=after, guess=nearest(after, known))
