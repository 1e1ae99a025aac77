"""Sources are called by names that readers understand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from helpcenter.model.help_center import AnyEntry
from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Problem, warning
from helpcenter.sources.loading import Loaded


def check_sources(loaded: Loaded, found: Mapping[str, Iterable[tuple[KeyPath, str]]]) -> Iterator[Problem]:
    """Yield a warning for each source that is nothing but an address; those were ``found`` by entry."""
    for name, sources in found.items():
        for way, address in sources:
            yield warning("source-without-name", loaded.origins[name].at(*way), address=address)


def nameless(entry: AnyEntry) -> Iterator[tuple[KeyPath, str]]:
    """Yield the ways to the sources of ``entry`` that are nothing but an address, and that."""
    for index, source in enumerate(entry.sources):
        if source.name.startswith(("https://", "http://")):
            yield ("sources", index), source.name
