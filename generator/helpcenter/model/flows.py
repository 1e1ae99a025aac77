"""Guided flows as writers type them: questions with options, steps, outcomes, rules on earlier answers, and tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from helpcenter.model.contacts import Contacts
from helpcenter.model.entries import Entry
from helpcenter.model.fields import FOR_WRITERS, Id, Line, Link, Markdown, Name, Note, Reply, Strict, Target, as_list
from helpcenter.model.key_path import KeyPath
from helpcenter.model.platforms import Platforms
from helpcenter.model.screens import Screens

MOST_TIMES = 5
"""How often an edge that leads back may be taken at most; every time copies the questions between."""


def _times(value: Any) -> Any:
    if isinstance(value, str) and value.isascii() and value.isdigit() and 1 <= int(value) <= MOST_TIMES:
        return int(value)
    raise PydanticCustomError("bad_times", "not a small number", {"limit": MOST_TIMES})


def _as_rules(value: Any) -> Any:
    """Take a target alone for a rule without a condition."""
    return [{"go": value}] if isinstance(value, str) else value


def _as_parts(value: Any) -> Any:
    """Take a text alone for one part without a condition, in a list too."""
    parts = value if isinstance(value, list) else [value]
    return [part if isinstance(part, dict) else {"text": part} for part in parts]


def _as_way_on(value: Any) -> Any:
    """Take a rule alone for a list of one too."""
    return [value] if isinstance(value, dict) else _as_rules(value)


Times = Annotated[int, BeforeValidator(_times)]
Answers = dict[Id, Annotated[tuple[Id, ...], BeforeValidator(as_list)]]
"""Question id to one or more option ids; a question that is asked again has one answer for each time."""


class OutcomeKind(StrEnum):
    """What an outcome means for the reader."""

    SOLVED = "solved"
    WAIT = "wait"
    CONTACT = "contact"
    NOT_POSSIBLE = "not-possible"


class Rule(Strict):
    """Where an answer leads when earlier answers are among those named; without ``when`` always."""

    when: Answers = Field(default_factory=dict)
    go: Target
    again: Times | None = None


WayOn = Annotated[tuple[Rule, ...], BeforeValidator(_as_way_on)]
"""Where a reader goes on whom an outcome did not help."""


class Said(Strict):
    """A part of a text, for those whose earlier answers are among those of ``when``; ``else`` for all others."""

    when: Answers = Field(default_factory=dict)
    text: Markdown
    otherwise: Markdown | None = Field(default=None, alias="else")


Parts = Annotated[tuple[Said, ...], BeforeValidator(_as_parts)]
"""A longer text of which parts may depend on earlier answers."""


def all_said(parts: Iterable[Said]) -> str:
    """Return the text of all ``parts``, whoever reads them."""
    return "\n\n".join(text for part in parts for text in (part.text, part.otherwise) if text is not None)


class Option(Strict):
    """One answer: its label and where it leads. ``state`` says which state the reader tells with it, ``platform`` on
    which of some platforms they bought; readers who chose one of these are not asked. It is for those of ``platforms``.

    ``hint`` stands under the label, for who would hesitate.

    Nobody may be offered it after one of the answers in ``not_after``; of a question asked again the last one counts.
    """

    label: Line
    hint: Line | None = None
    to: Annotated[tuple[Rule, ...], BeforeValidator(_as_rules)]
    again: Times | None = None
    state: Name | None = None
    platform: Platforms = ()
    platforms: Platforms = ()
    not_after: Answers = Field(default_factory=dict)


class Question(Strict):
    """One question with its options, and the precautions that are shown with it."""

    ask: Line
    help: Parts = ()
    precautions: tuple[Link, ...] = ()
    options: dict[Id, Option]
    staff: Note | None = None

    @property
    def title(self) -> str:
        """What the question is called."""
        return self.ask

    @property
    def text(self) -> tuple[Said, ...]:
        """What is said below the question."""
        return self.help


class Doing(Strict):
    """A step: something to do or to look at, and where it leads. It asks nothing; ``else`` is for who cannot do it."""

    do: Line
    text: Parts = ()
    screen: Screens = ()
    precautions: tuple[Link, ...] = ()
    links: tuple[Link, ...] = ()
    questions: tuple[Link, ...] = ()
    next: Option
    otherwise: Option | None = Field(default=None, alias="else")
    staff: Note | None = None

    @property
    def title(self) -> str:
        """What the step is called."""
        return self.do

    @property
    def options(self) -> Mapping[str, Option]:
        """The ways on, as a question has options."""
        return {"next": self.next} | ({} if self.otherwise is None else {"else": self.otherwise})


class Outcome(Strict):
    """The end of a way: what the reader does now. ``not_after`` as in ``Option``, ``reply`` as in ``Article``.

    Without ``not_solved`` (not the same as none) that of the flow holds.
    """

    title: Line
    kind: OutcomeKind
    reply: Reply | None = None
    text: Parts
    screen: Screens = ()
    precautions: tuple[Link, ...] = ()
    staff: Note | None = None
    links: tuple[Link, ...] = ()
    questions: tuple[Link, ...] = ()
    contact: Contacts = ()
    platforms: Platforms = ()
    not_after: Answers = Field(default_factory=dict)
    not_solved: WayOn | None = None


class FlowTest(Strict):
    """A journey that writers promise: these answers lead to this outcome."""

    name: Annotated[Line, FOR_WRITERS]
    answers: Answers
    outcome: Target


class Flow(Entry):
    """One guided flow, from its first question to its outcomes."""

    title: Line
    summary: Line
    start: Id
    not_solved: WayOn = ()
    questions: dict[Id, Question]
    steps: dict[Id, Doing] = Field(default_factory=dict)
    outcomes: dict[Id, Outcome] = Field(default_factory=dict)
    tests: tuple[FlowTest, ...] = ()

    @property
    def heading(self) -> str:
        """What lists and links call this entry."""
        return self.title

    @property
    def teaser(self) -> str:
        """One or two sentences for lists, search results and the meta description."""
        return self.summary

    @property
    def choosing(self) -> Mapping[str, Question | Doing]:
        """What readers choose a way at: the questions and the steps."""
        return {**self.questions, **self.steps}

    @property
    def nodes(self) -> Mapping[str, Question | Doing | Outcome]:
        """All there is on a way."""
        return {**self.choosing, **self.outcomes}

    def node(self, name: str) -> Question | Doing | Outcome:
        """Return what is written under ``name``. Raises KeyError when nothing is."""
        found = self.questions.get(name) or self.steps.get(name)
        return self.outcomes[name] if found is None else found

    def area(self, node: str) -> str:
        """Return under which key ``node`` is written."""
        return "questions" if node in self.questions else "steps" if node in self.steps else "outcomes"

    def way_to_text(self, node: str) -> KeyPath:
        """Return the way to the text of ``node``."""
        return (self.area(node), node, "help" if node in self.questions else "text")

    def way_to(self, node: str, option: str) -> KeyPath:
        """Return the way to what is written of an option of a question or of a way on from a step."""
        return ("questions", node, "options", option) if node in self.questions else ("steps", node, option)
