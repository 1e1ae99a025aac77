"""The kinds of field that the model is made of, each with what it accepts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

from helpcenter.model.characters import measured

ID_PATTERN = r"^[a-z0-9-]{2,40}$"
NAME_PATTERN = r"^[a-z0-9_]{1,40}$"
LINE_PATTERN = r"^[^\r\n]*\S[^\r\n]*$"
TEXT_PATTERN = r"\S"
URL_PATTERN = r"^https://[^\s/?#@:.]+(?:\.[^\s/?#@:.]+)+(?::[0-9]+)?(?:[/?#]\S*)?$"
LINK_PATTERN = r"^[a-z0-9-]{2,40}(#[a-z0-9-]{2,40})?$"
LINE_LENGTH, REPLY_LENGTH = 300, 120
"""The most that one line may hold, in Chinese characters; see ``measured``."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class FieldKind:
    """Marks what a text field holds, so that one walk finds every text of a kind.

    ``word`` and ``note`` are texts that no page shows as they are, ``path`` names a file.
    """

    def __init__(self, name: Literal["line", "markdown", "word", "note", "path"]) -> None:
        self.name = name


class Internal:
    """Marks a field that no public page, file or export shows: one for the site of staff, or for writers alone."""

    def __init__(self, readers: Literal["staff", "writers"]) -> None:
        self.readers = readers


FOR_STAFF, FOR_WRITERS = Internal("staff"), Internal("writers")


def _days(value: Any) -> Any:
    if isinstance(value, str):
        number, _, unit = value.strip().partition(" ")
        if number.isascii() and number.isdigit() and unit in ("day", "days", "天") and 0 < int(number) <= 3650:
            return int(number)
    raise PydanticCustomError("bad_days", "not a number of days")


def _checked(value: Any) -> Any:
    """Check a date or a month, as in 2026-11-20 or 2026-11; kept as typed."""
    if isinstance(value, str) and len(value) == 7:
        _day(f"{value}-01")
    else:
        _day(value)
    return value


def _day(value: Any) -> Any:
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError("bad_date", "not a date")


def _yes_no(value: Any) -> Any:
    if value in ("yes", "no"):
        return value == "yes"
    raise PydanticCustomError("bad_yes_no", "neither yes nor no")


def _at_most(limit: int) -> AfterValidator:
    """Refuse a text that is longer than ``limit`` Chinese characters."""

    def check(text: str) -> str:
        if len(text) > limit and (length := measured(text)) > limit:
            raise PydanticCustomError("text_too_long", "too long", {"limit": limit, "length": length})
        return text

    return AfterValidator(check)


def as_list(value: Any) -> Any:
    """Take a text alone for a list of one."""
    return [value] if isinstance(value, str) else value


def as_substep(value: Any) -> Any:
    """Take a one-line substep for its text."""
    return {"text": value} if isinstance(value, str) else value


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Link = Annotated[str, StringConstraints(pattern=LINK_PATTERN)]
"""An id, or an id and a part of that entry, as in ``cancel-after-sales#submit``."""
Target = Link
"""A question or an outcome of the same flow, or another flow, from its start or from one of its questions."""
Name = Annotated[str, StringConstraints(pattern=NAME_PATTERN)]
Line = Annotated[str, StringConstraints(pattern=LINE_PATTERN), _at_most(LINE_LENGTH), FieldKind("line")]
Reply = Annotated[str, StringConstraints(pattern=LINE_PATTERN), _at_most(REPLY_LENGTH), FieldKind("line")]
Alias = Annotated[str, StringConstraints(pattern=LINE_PATTERN), _at_most(LINE_LENGTH), FieldKind("word")]
Markdown = Annotated[str, StringConstraints(pattern=TEXT_PATTERN), FieldKind("markdown")]
Note = Annotated[str, StringConstraints(pattern=TEXT_PATTERN), FieldKind("note"), FOR_STAFF]
Url = Annotated[str, StringConstraints(pattern=URL_PATTERN)]
Day = Annotated[date, BeforeValidator(_day)]
Checked = Annotated[str, BeforeValidator(_checked)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Days = Annotated[int, BeforeValidator(_days)]
ImagePath = Annotated[str, StringConstraints(pattern=LINE_PATTERN), FieldKind("path")]


class Status(StrEnum):
    """Draft entries are not published; retired ones keep their address and point to another entry."""

    DRAFT = "draft"
    PUBLISHED = "published"
    RETIRED = "retired"


class Level(StrEnum):
    """How much harm a precaution prevents, from least to most."""

    NOTICE = "notice"
    CAUTION = "caution"
    WARNING = "warning"
    DANGER = "danger"


class Strict(BaseModel):
    """Frozen; an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


@lru_cache(maxsize=64)
def fields_of(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """Return the fields of ``model`` by the names that writers type; one is called otherwise in Python (``else``)."""
    return {info.alias or name: info for name, info in model.model_fields.items()}
