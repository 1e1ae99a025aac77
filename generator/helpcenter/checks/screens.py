"""What a screen says to tap is on it, once, and everything on it has room."""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.model.key_path import KeyPath
from helpcenter.model.screens import Screen
from helpcenter.model.text_fields import models_below
from helpcenter.problems import Problem, problem
from helpcenter.screens import placed
from helpcenter.sources.loading import Loaded, Origin
from helpcenter.suggestions import nearest


def check_screens(loaded: Loaded) -> Iterator[Problem]:
    """Yield a problem for each label that is not on its screen, or twice, and for what finds no room."""
    for entry in loaded.center.entries():
        for steps, screen in models_below(entry, Screen):
            yield from _check_labels(screen, steps, loaded.origins[entry.id])
            yield from _check_room(screen, steps, loaded.origins[entry.id])


def _check_labels(screen: Screen, steps: KeyPath, origin: Origin) -> Iterator[Problem]:
    for field in ("tap", "avoid"):
        label = getattr(screen, field)
        if label is None:
            continue
        place, times = origin.at(*steps, field), screen.labels.count(label)
        if times == 0:
            yield problem("tap-names-nothing", place, field=field, label=label, guess=nearest(label, screen.labels))
        elif times > 1:
            yield problem("ambiguous-tap", place, field=field, label=label)


def _check_room(screen: Screen, steps: KeyPath, origin: Origin) -> Iterator[Problem]:
    found = placed(screen)
    for misfit in found.misfits:
        yield problem("text-outside-screen", origin.at(*steps, *misfit.steps), text=misfit.text)
    if found.is_crowded:
        yield problem("crowded-screen", origin.at(*steps), title=screen.title)
