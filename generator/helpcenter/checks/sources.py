"""Sources are called by names that readers understand."""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.problems import Problem, warning
from helpcenter.sources.loading import Loaded


def check_sources(loaded: Loaded) -> Iterator[Problem]:
    """Yield a warning for each source that is nothing but an address."""
    for entry in loaded.center.entries():
        origin = loaded.origins[entry.id]
        for index, source in enumerate(entry.sources):
            if source.name.startswith(("https://", "http://")):
                yield warning("source-without-name", origin.at("sources", index), address=source.name)
