"""What staff need beside the answers: how their messages begin and end, where they are sent, what is filled in."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from helpcenter.model.fields import FOR_STAFF, Id, Line, Name, Strict, YesNo

FILE = "/desk.yaml"
"""How the origin of the desk is called."""
MOST_CHARACTERS = 100_000


def _limit(value: Any) -> Any:
    if isinstance(value, str) and value.isascii() and value.isdigit() and 1 <= int(value) <= MOST_CHARACTERS:
        return int(value)
    raise PydanticCustomError("bad_limit", "not a number of characters", {"limit": MOST_CHARACTERS})


Characters = Annotated[int, BeforeValidator(_limit)]


class Counting(StrEnum):
    """What of a message counts: its characters, its bytes in UTF-8, or as text messages do, which fall into parts."""

    CHARACTERS = "characters"
    BYTES = "bytes"
    SMS = "sms"


class Channel(Strict):
    """A way on which messages are sent, and the most characters that one may have there.

    Without ``counts`` one with the id ``sms`` counts as text messages do, every other one characters.
    """

    id: Id
    label: Line
    limit: Characters
    counts: Counting | None = None

    @property
    def counting(self) -> Counting:
        """What counts there."""
        return self.counts or (Counting.SMS if self.id == Counting.SMS else Counting.CHARACTERS)


class Blank(Strict):
    """Something that only who writes to a customer knows, as an order number.

    Public pages show ``label``; the desk asks for it, and with ``required`` copies nothing before it is told.
    """

    label: Line
    example: Annotated[Line | None, FOR_STAFF] = None
    required: YesNo = True


class Desk(Strict):
    """``content/desk.yaml``. A message begins with ``greeting``, or as copies do, and ends with ``closing``."""

    greeting: Annotated[Line | None, FOR_STAFF] = None
    closing: Annotated[Line | None, FOR_STAFF] = None
    channels: Annotated[tuple[Channel, ...], FOR_STAFF] = ()
    blanks: dict[Name, Blank] = Field(default_factory=dict)
