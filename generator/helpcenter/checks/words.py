"""The project's own words take the place of words that exist, and hold what is put into them."""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.problems import Problem, problem
from helpcenter.project import Project
from helpcenter.sources.loading import Loaded
from helpcenter.sources.own_words import WORDS, named_words
from helpcenter.suggestions import nearest
from helpcenter.words.catalogue import FIXED, interface, nearest_language, placeholders


def check_words(loaded: Loaded, project: Project) -> Iterator[Problem]:
    """Yield a problem for each word that pages do not have, and each with other placeholders than it must have."""
    origin = loaded.origins.get(f"/{WORDS}")
    if origin is None:
        return
    theirs = interface(nearest_language(project.language)).texts
    known = theirs.keys() - FIXED
    for name, steps, _ in named_words(origin.source.data):
        own = loaded.center.words.get(name)
        if name not in known:
            place = origin.at(*steps, key=True)
            yield problem("unknown-word", place, name=name, guess=nearest(name, known))
        elif own is not None and placeholders(own) != (wanted := placeholders(theirs[name])):
            shown = " ".join(sorted(f"{{{one}}}" for one in wanted or ()))
            kind = "some" if shown else "none"
            yield problem("wrong-placeholder", origin.at(*steps), name=name, kind=kind, wanted=shown)
