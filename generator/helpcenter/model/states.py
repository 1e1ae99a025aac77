"""The states of one after-sales request, and whether it can be withdrawn in each: ``content/states.yaml``."""

from __future__ import annotations

from enum import StrEnum

from helpcenter.model.fields import Id, Line, Name, Strict


class Final(StrEnum):
    """Whether a state is the last one; ``soft`` means that something may still follow."""

    NO = "no"
    YES = "yes"
    SOFT = "soft"


class Withdraw(StrEnum):
    """Whether a request can be withdrawn; ``ask`` means only after something else was settled."""

    YES = "yes"
    ASK = "ask"
    NO = "no"


class State(Strict):
    """One state: what the page calls it, whether withdrawing is possible and what it does."""

    id: Name
    label: Line
    final: Final
    withdraw: Withdraw
    effect: Line
    question: Id | None = None
