"""Another id in writers' files: where it stands and where others name it. Every other byte stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from helpcenter.model.key_path import KeyPath
from helpcenter.sources.yaml.spans import Scalar, Spans

_FIELDS = frozenset(
    {"questions", "related", "see", "flow", "first", "popular", "question", "links", "precautions", "expect", "where"}
)
"""Fields that name entries and parts of them, in any file."""
_WAYS = frozenset({"to", "go", "not_solved", "outcome", "start", "next", "else"})
"""Fields of flows that name questions and outcomes, and other flows."""
_ANSWERS = frozenset({"when", "not_after", "answers"})
_LINK = r"(?P<before>\]\(<?){old}(?=[#)>\s])"


@dataclass(frozen=True, slots=True)
class Renaming:
    """What ``old`` is called from now on; both are ``page`` or ``page#part`` of one page."""

    old: str
    new: str
    is_topic: bool = False

    @property
    def page(self) -> str:
        """The page whose part is renamed, or that is renamed itself."""
        return self.old.partition("#")[0]

    @property
    def part(self) -> str:
        """The part that is renamed; empty for a page."""
        return self.old.partition("#")[2]

    def of(self, target: str) -> str:
        """Return what ``target``, written in a field, is called now."""
        if not self.part:
            page, mark, part = target.partition("#")
            return f"{self.new}{mark}{part}" if page == self.page else target
        return self.new if target == self.old else target


def renamed_text(text: str, change: Renaming, at: tuple[int, int] | None, *, keeps: bool = False) -> str:
    """Return the YAML ``text`` with ``change``; ``at`` is where the id itself stands, if that is in this text.

    ``keeps`` says that this is a flow with a question or an outcome of the old name, which ways mean.
    """
    spans = Spans(text)
    edits: dict[tuple[int, int], str] = {}
    for scalar in spans.scalars():
        if scalar.key:
            continue
        edits.update(_in_value(text, scalar, change, keeps=keeps))
    if at is not None:
        edits[at] = _put(text[slice(*at)], change.old.rpartition("#")[2], change.new.rpartition("#")[2])
    return applied(text, edits)


def renamed_page(text: str, change: Renaming) -> str:
    """Return the Markdown ``text`` with ``change``."""
    return _linked(text, change)


def renamed_nodes(text: str, change: Renaming, steps: KeyPath) -> str:
    """Return the YAML of the flow itself, one question or outcome of which, at ``steps``, is renamed everywhere."""
    old, new = change.part, change.new.rpartition("#")[2]
    edits: dict[tuple[int, int], str] = {}
    for scalar in Spans(text).scalars():
        place = (scalar.start, scalar.end)
        inside = _ANSWERS & {step for step in scalar.steps[:-1] if isinstance(step, str)}
        defines = scalar.key and scalar.steps == steps
        asked = scalar.key and scalar.text == old and bool(_ANSWERS & {*scalar.steps[-2:-1]})
        way = not scalar.key and scalar.text == old and not inside and _field(scalar) in _WAYS
        if defines or asked or way:
            edits[place] = _put(text[slice(*place)], old, new)
        elif not scalar.key:
            edits.update(_in_value(text, scalar, change, keeps=True))
    return applied(text, edits)


def applied(text: str, edits: Mapping[tuple[int, int], str]) -> str:
    """Return ``text`` with each span replaced."""
    for (start, end), new in sorted(edits.items(), reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _in_value(
    text: str, scalar: Scalar, change: Renaming, *, keeps: bool
) -> Iterator[tuple[tuple[int, int], str]]:
    place = (scalar.start, scalar.end)
    raw = text[slice(*place)]
    ways = frozenset() if keeps and not change.part else _WAYS
    if _field(scalar) in (_FIELDS | ways | ({"topic"} if change.is_topic else frozenset())):
        new = change.of(scalar.text)
        if new != scalar.text:
            yield place, _put(raw, scalar.text, new)
    elif "](" in raw:
        yield place, _linked(raw, change)


def _field(scalar: Scalar) -> str:
    return next((step for step in reversed(scalar.steps) if isinstance(step, str)), "")


def _put(raw: str, old: str, new: str) -> str:
    return raw.replace(old, new, 1)


def _linked(text: str, change: Renaming) -> str:
    pattern = _LINK.format(old=re.escape(change.old))
    if change.part:
        pattern = pattern.replace("[#)>", "[)>")
    return re.sub(pattern, lambda found: found["before"] + change.new, text)
