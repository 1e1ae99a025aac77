"""Platforms that a value or a part names are listed in ``content/platforms.yaml``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from helpcenter.model.key_path import KeyPath
from helpcenter.model.values import FILE
from helpcenter.problems import Location, Problem, problem
from helpcenter.sources.loading import Loaded
from helpcenter.suggestions import nearest


def check_platforms(loaded: Loaded, found: Mapping[str, Iterable[tuple[KeyPath, str]]]) -> Iterator[Problem]:
    """Yield a problem for each platform that is named and that nobody listed; parts were ``found`` by entry."""
    for name, value in loaded.center.values.items():
        for platform in value.platforms:
            place = loaded.origins[FILE].at("values", name, "platforms", platform, key=True)
            yield from _unknown(platform, place, loaded)
    for entry, platforms in found.items():
        for steps, platform in platforms:
            yield from _unknown(platform, loaded.origins[entry].at(*steps), loaded)


def _unknown(platform: str, place: Location, loaded: Loaded) -> Iterator[Problem]:
    known = [listed.id for listed in loaded.center.platforms]
    if platform not in known and f"platform {platform}" not in loaded.broken and loaded.knows("platforms.yaml"):
        yield problem("unknown-platform", place, id=platform, guess=nearest(platform, known))

