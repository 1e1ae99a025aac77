"""Links and values inside texts lead to something."""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.model.fields import Status
from helpcenter.problems import MOST_IN_FILE, Location, Problem, more, problem, stands_for, warning
from helpcenter.sources.loading import Loaded, Origin
from helpcenter.texts.all_texts import Text, Texts
from helpcenter.texts.rendered import Fault

WARNINGS = {"link-refused", "markup-as-typed", "odd-braces", "idle-alternative"}
"""Faults that readers see, but that mislead nobody."""


def check_texts(loaded: Loaded, texts: Texts) -> Iterator[Problem]:
    """Yield a problem for each link to nothing, unknown value, refused link and link to a draft."""
    drafts = drafts_of(loaded)
    for name, held in texts.items():
        for text in (*held.telling, *held.notes) if held.is_faulty else ():
            yield from _faults(text, loaded.origins[name], loaded)
        if not (drafts and held.links) or drafts.isdisjoint(held.links):
            continue
        entry = loaded.center.entry(name)
        for text in held.telling if entry is not None and entry.status is Status.PUBLISHED else ():
            for target in filter(drafts.__contains__, text.rendered.links):
                place = loaded.origins[name].at_text(text.steps, f"]({target}", skip=2)
                yield problem("refers-to-draft", place, field=str(text.steps[0]), id=target)


def drafts_of(loaded: Loaded) -> frozenset[str]:
    """Return the ids of the entries and ordinary pages that are drafts."""
    center = loaded.center
    draft = Status.DRAFT  # to look it up takes longer than the rest
    entries = frozenset(entry.id for entry in center.entries() if entry.status is draft)
    return entries | {page for page in loaded.draft_pages if center.entry(page) is None}


def _faults(text: Text, origin: Origin, loaded: Loaded) -> Iterator[Problem]:
    faults = [fault for fault in text.rendered.faults if not excused(fault, loaded)]
    for fault in faults[:MOST_IN_FILE]:
        yield found_in(fault, origin.at_text(text.steps, fault.at, skip=fault.skip, nth=fault.nth))
    if len(faults) > MOST_IN_FILE:
        place = origin.at(*text.steps)
        yield from more(place, *stands_for([found_in(fault, place) for fault in faults[MOST_IN_FILE:]]))


def found_in(fault: Fault, location: Location) -> Problem:
    """Return the problem that ``fault`` of a text at ``location`` is."""
    make = warning if fault.code in WARNINGS else problem
    return make(fault.code, location, **dict(fault.details))


def excused(fault: Fault, loaded: Loaded) -> bool:
    """Return whether what ``fault`` misses may stand in a file that could not be read."""
    if fault.code == "unknown-value":
        name = dict(fault.details)["name"]
        known = loaded.knows("values.yaml") and loaded.knows("desk.yaml")
        return not known or not loaded.broken.isdisjoint((f"value {name}", f"blank {name}"))
    target = dict(fault.details).get("target", "")
    return fault.code == "unknown-link" and (not loaded.complete or target in loaded.broken)
