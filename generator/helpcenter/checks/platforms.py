"""Platforms that a value or a part names are listed in ``content/platforms.yaml``."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from helpcenter.model.key_path import KeyPath
from helpcenter.model.values import FILE
from helpcenter.problems import Location, Problem, problem
from helpcenter.sources.loading import Loaded
from helpcenter.suggestions import nearest


def check_platforms(loaded: Loaded, found: Mapping[str, Iterable[tuple[KeyPath, str]]]) -> Iterator[Problem]:
    """Yield a problem for each platform that is named and that nobody listed; parts were ``found`` by entry."""
    known = [listed.id for listed in loaded.center.platforms]
    for name, value in loaded.center.values.items():
        for platform in value.platforms:
            if _is_unknown(platform, known, loaded):
                place = loaded.origins[FILE].at("values", name, "platforms", platform, key=True)
                yield _problem(platform, place, known)
    for entry, platforms in found.items():
        for steps, platform in platforms:
            if _is_unknown(platform, known, loaded):
                yield _problem(platform, loaded.origins[entry].at(*steps), known)


def _is_unknown(platform: str, known: Collection[str], loaded: Loaded) -> bool:
    return platform not in known and f"platform {platform}" not in loaded.broken and loaded.knows("platforms.yaml")


def _problem(platform: str, place: Location, known: Collection[str]) -> Problem:
    return problem("unknown-platform", place, id=platform, guess=nearest(platform, known))
