"""Platforms that a value or a part names are listed in ``content/platforms.yaml``."""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.model.flows import Flow
from helpcenter.model.limits import limited_parts, options_of
from helpcenter.model.values import FILE
from helpcenter.problems import Location, Problem, problem
from helpcenter.sources.loading import Loaded
from helpcenter.suggestions import nearest


def check_platforms(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for each platform that is named and that nobody listed."""
    for name, value in loaded.center.values.items():
        for platform in value.platforms:
            place = loaded.origins[FILE].at("values", name, "platforms", platform, key=True)
            yield from _unknown(platform, place, loaded)
    for entry in loaded.center.entries():
        origin = loaded.origins[entry.id]
        for steps, part in limited_parts(entry):
            for index, platform in enumerate(part.platforms):
                yield from _unknown(platform, origin.at(*steps, "platforms", index), loaded)
        for steps, option in options_of(entry) if isinstance(entry, Flow) else ():
            for index, platform in enumerate(option.platform):
                yield from _unknown(platform, origin.at(*steps, "platform", index), loaded)


def _unknown(platform: str, place: Location, loaded: Loaded) -> Iterator[Problem]:
    known = [listed.id for listed in loaded.center.platforms]
    if platform not in known and f"platform {platform}" not in loaded.broken and loaded.platforms_known:
        yield problem("unknown-platform", place, id=platform, guess=nearest(platform, known))

