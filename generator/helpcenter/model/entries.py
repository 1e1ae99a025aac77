"""The help center as frozen, validated values: what writers' YAML means once it is right.

Field names are the ones that writers type (``docs/guide.zh.md`` explains each). Texts keep what was typed:
``Line`` is one line of plain text, ``Markdown`` is longer text in a small, safe Markdown.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from helpcenter.model.contacts import Contacts
from helpcenter.model.fields import (
    FOR_STAFF,
    Alias,
    Day,
    Days,
    Id,
    Level,
    Line,
    Link,
    Markdown,
    Note,
    Reply,
    Status,
    Strict,
    YesNo,
    as_substep,
)
from helpcenter.model.headings import Headings, Leads
from helpcenter.model.pictures import Image, TopicIcon
from helpcenter.model.platforms import Platforms
from helpcenter.model.screens import Screens
from helpcenter.model.values import Source, as_source


class Part(Strict):
    """A titled part of an entry, with an anchor of its own; ``short`` is what it comes to, in a line."""

    id: Id
    title: Line
    short: Line | None = None
    text: Markdown
    platforms: Platforms = ()
    screen: Screens = ()
    staff: Note | None = None


class FreePart(Part):
    """A free part of an article. With ``states`` it shows how those of ``content/states.yaml`` follow each other."""

    states: YesNo = False


class Substep(Strict):
    """One line, or a titled part of a step."""

    id: Id | None = None
    title: Line | None = None
    text: Markdown | None = None
    platforms: Platforms = ()
    screen: Screens = ()
    staff: Note | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Substep:
        if self.title is None and self.text is None:
            raise PydanticCustomError("empty_substep", "neither title nor text")
        return self


Substeps = tuple[Annotated[Substep, BeforeValidator(as_substep)], ...]


class Step(Strict):
    """One numbered step: ``ways`` of which one is enough, then ``substeps`` in turn, and ``cases`` that may come up."""

    id: Id
    title: Line
    text: Markdown | None = None
    ways: Substeps = ()
    substeps: Substeps = ()
    cases: Substeps = ()
    image: Image | None = None
    platforms: Platforms = ()
    screen: Screens = ()
    staff: Note | None = None

    def parts(self) -> list[tuple[str, int, Substep]]:
        """Return the parts in the order of the page, each with the field that holds it and its place there."""
        fields = (("ways", self.ways), ("substeps", self.substeps), ("cases", self.cases))
        return [(field, index, part) for field, parts in fields for index, part in enumerate(parts)]


class Precaution(Part):
    """What can go wrong, with a signal word for how bad it is.

    With ``must_see`` a flow that leads to this article shows it on every way there.
    """

    level: Level
    must_see: YesNo = False


class Change(Strict):
    """One line of an entry's history that readers may see."""

    date: Day
    note: Line


class Entry(Strict):
    """What articles, FAQ entries and flows have in common."""

    id: Id
    topic: Id
    audience: tuple[Id, ...] = ()
    aliases: tuple[Alias, ...] = ()
    status: Status = Status.PUBLISHED
    see: Id | None = None
    owner: Annotated[Alias | None, FOR_STAFF] = None
    reviewed: Day | None = None
    review_every: Days = 180
    changes: tuple[Change, ...] = ()
    sources: tuple[Annotated[Source, BeforeValidator(as_source)], ...] = ()
    related: tuple[Id, ...] | None = None
    contact: Contacts = ()
    staff: Note | None = None

    @model_validator(mode="after")
    def _retired_points_on(self) -> Entry:
        if self.status is Status.RETIRED and self.see is None:
            raise PydanticCustomError("retired_without_see", "retired without see")
        return self

    def is_overdue(self, today: date) -> bool:
        """Return whether the next review should have been before ``today``."""
        return self.reviewed is not None and (today - self.reviewed).days > self.review_every

    @property
    def updated(self) -> date | None:
        """The day of the last change, or of the last review if that is later."""
        days = [change.date for change in self.changes]
        return max((*days, *([self.reviewed] if self.reviewed else ())), default=None)


class Kept(Entry):
    """An entry that somebody answers for and that is checked again in time."""

    owner: Annotated[Alias, FOR_STAFF]
    reviewed: Day
    flow: Link | None = None

    @property
    def updated(self) -> date:
        """The day of the last change, or of the last review if that is later."""
        return max(self.reviewed, *(change.date for change in self.changes)) if self.changes else self.reviewed


class Article(Kept):
    """A page about one task: reasons, steps, precautions, free sections and its questions.

    ``reply`` is what is pasted into a chat, where the summary is no answer by itself.
    """

    title: Line
    summary: Line
    reply: Reply | None = None
    intro: Markdown | None = None
    headings: Headings = Headings()
    leads: Leads = Leads()
    reasons: tuple[Part, ...] = ()
    steps: tuple[Step, ...] = ()
    precautions: tuple[Precaution, ...] = ()
    sections: tuple[FreePart, ...] = ()
    questions: tuple[Id, ...] = ()
    follow_up: Markdown | None = None
    closing: Markdown | None = None

    @property
    def heading(self) -> str:
        """What lists and links call this entry."""
        return self.title

    @property
    def teaser(self) -> str:
        """One or two sentences for lists, search results and the meta description."""
        return self.summary


class Cause(Strict):
    """Why a problem happens, what helps, and where that is done."""

    id: Id
    cause: Line
    fix: Markdown
    where: Link | None = None
    platforms: Platforms = ()
    screen: Screens = ()
    staff: Note | None = None


class FaqEntry(Kept):
    """One question with its short reply, its whole answer and its causes."""

    question: Line
    reply: Reply
    answer: Markdown
    screen: Screens = ()
    causes: tuple[Cause, ...] = ()

    @property
    def heading(self) -> str:
        """What lists and links call this entry."""
        return self.question

    @property
    def teaser(self) -> str:
        """One or two sentences for lists, search results and the meta description."""
        return self.reply


class Topic(Strict):
    """A group of entries; ``first`` names those that come first, in this order."""

    id: Id
    title: Line
    summary: Line
    icon: TopicIcon = TopicIcon.LIST
    first: tuple[Id, ...] = ()


class Home(Strict):
    """What the home page says and puts first."""

    title: Line
    lead: Line
    popular: tuple[Id, ...] = ()
    contact: Contacts = ()
