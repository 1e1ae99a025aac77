"""What a screen says to tap is on it, once, and everything on it has room; in the words of every platform."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from helpcenter.model.key_path import KeyPath
from helpcenter.model.screens import Screen
from helpcenter.problems import Location, Problem, problem
from helpcenter.screens import placed, screen_variants
from helpcenter.sources.loading import Loaded, Origin
from helpcenter.suggestions import nearest
from helpcenter.texts.all_texts import Texts, differing


def check_screens(
    loaded: Loaded, texts: Texts, found: Mapping[str, Iterable[tuple[KeyPath, Screen]]]
) -> Iterator[Problem]:
    """Yield a problem for each label that is not on its screen, or twice, and for what finds no room.

    Screens were ``found`` by entry.
    """
    for name, screens in found.items():
        for steps, screen in screens:
            told: set[tuple[str, Location]] = set()
            for variant in (screen, *screen_variants(screen, differing(texts[name].telling))):
                for fault in _check(variant, steps, loaded.origins[name]):
                    if (fault.code, fault.location) not in told:
                        told.add((fault.code, fault.location))
                        yield fault


def _check(screen: Screen, steps: KeyPath, origin: Origin) -> Iterator[Problem]:
    for field in ("tap", "avoid"):
        label = getattr(screen, field)
        if label is None:
            continue
        times = screen.labels.count(label)
        if times == 0:
            guess = nearest(label, screen.labels)
            yield problem("tap-names-nothing", origin.at(*steps, field), field=field, label=label, guess=guess)
        elif times > 1:
            yield problem("ambiguous-tap", origin.at(*steps, field), field=field, label=label)
    found = placed(screen)
    for misfit in found.misfits:
        yield problem("text-outside-screen", origin.at(*steps, *misfit.steps), text=misfit.text)
    if found.is_crowded:
        yield problem("crowded-screen", origin.at(*steps), title=screen.title)
