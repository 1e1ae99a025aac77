"""What a picture or a file of another program says of a flow."""

from __future__ import annotations

from dataclasses import dataclass, field

from helpcenter.model.flows import OutcomeKind
from helpcenter.problems import Location, Problem


@dataclass(slots=True)
class ChartNode:
    """A box as found: its name at the source, its text, and its kind where the source tells it.

    ``id`` is what the source says that we call it. With ``outside`` it is a place in another flow; ``asks`` is told of
    a box that is drawn as a decision, ``does`` of one that asks nothing and leads on.
    """

    name: str
    text: str
    location: Location
    kind: OutcomeKind | None = None
    body: str = ""
    id: str = ""
    outside: bool = False
    asks: bool = False
    does: bool = False


@dataclass(frozen=True, slots=True)
class ChartArrow:
    """An arrow as found, between names of the source. ``option`` is empty where the source has no id for it.

    ``hint`` is what its answer may be called where it has no label. With ``unsolved`` it leads on from an outcome that
    did not help.
    """

    source: str
    target: str
    label: str
    location: Location
    option: str = ""
    when: tuple[tuple[str, tuple[str, ...]], ...] = ()
    again: str = ""
    again_rule: str = ""
    unsolved: bool = False
    hint: str = ""


@dataclass(slots=True)
class Draft:
    """A flow as found, nodes by name in their order."""

    file: str
    id: str = ""
    title: str = ""
    summary: str = ""
    start: str = ""
    nodes: dict[str, ChartNode] = field(default_factory=dict)
    lines: list[ChartArrow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Imported:
    """The YAML of a flow and everything that a person must look at; no YAML when nothing could be made of it."""

    id: str
    text: str
    problems: tuple[Problem, ...]
