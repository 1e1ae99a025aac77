"""The states of one kind of thing, and whether an action is allowed in each: ``content/states.yaml``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from helpcenter.model.fields import Alias, Id, Line, Name, Strict, as_list


class Final(StrEnum):
    """Whether a state is the last one; ``soft`` means that something may still follow."""

    NO = "no"
    YES = "yes"
    SOFT = "soft"


class Allowed(StrEnum):
    """Whether the action is allowed in a state; ``ask`` means only after something else was settled."""

    YES = "yes"
    ASK = "ask"
    NO = "no"


class State(Strict):
    """One state: what the page calls it, whether the action is allowed in it, and what it does or why it is not.

    ``next`` are the states that may follow.
    """

    id: Name
    label: Line
    allowed: Allowed
    final: Final = Final.NO
    effect: Line | None = None
    question: Id | None = None
    next: Annotated[tuple[Name, ...], BeforeValidator(as_list)] = ()


class StateTable(Strict):
    """``content/states.yaml``: what the states are of, the action that each allows or not, and how texts put that.

    ``claims`` and ``denials`` are what is said of the action beside the usual words of Chinese and English, which
    checks know; ``buttons`` how the names of its buttons begin, where not as the action itself.
    """

    of: Alias
    action: Alias
    buttons: tuple[Alias, ...] = ()
    claims: tuple[Alias, ...] = ()
    denials: tuple[Alias, ...] = ()
    states: tuple[State, ...]

    @model_validator(mode="before")
    @classmethod
    def _has_a_head(cls, data: Any) -> Any:
        if isinstance(data, list):
            raise PydanticCustomError("states_as_list", "a list without the action")
        return data
