"""What of a file with mistakes is right by itself, so that one wrong row does not make all others unknown."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from helpcenter.model.desk import Channel, Desk
from helpcenter.model.states import State, StateTable
from helpcenter.model.values import Values
from helpcenter.sources.validation import count_faults


def sound_values(data: Any) -> tuple[Values | None, set[str]]:
    """Return the values and contacts of ``data`` that are right by themselves, and the names of all others."""
    sound: dict[str, dict[str, Any]] = {"values": {}, "contacts": {}}
    others: set[str] = set()
    for kind, held in data.items() if isinstance(data, dict) else ():
        for name, typed in held.items() if isinstance(held, dict) else ():
            if is_right(Values, {kind: {name: typed}}):
                sound[kind][name] = typed
            else:
                others.add(name)
    return Values.model_validate(sound) if any(sound.values()) else None, others


def sound_states(data: Any) -> tuple[StateTable | None, set[str]]:
    """Return the table with the states that are right by themselves, if its head is, and the ids of all others."""
    rows = listed_states(data)
    names = {row["id"] for row in rows if isinstance(row, dict) and isinstance(row.get("id"), str)}
    sound = [row for row in rows if is_right(State, row)]
    head = {key: held for key, held in data.items() if key in StateTable.model_fields} if isinstance(data, dict) else {}
    if not is_right(StateTable, {**head, "states": sound}):
        return None, names
    return StateTable.model_validate({**head, "states": sound}), names - {row["id"] for row in sound}


def sound_desk(data: Any) -> tuple[Desk | None, set[str]]:
    """Return what of a desk is right by itself, and the names of all other blanks."""
    typed = data if isinstance(data, dict) else {}
    blanks = typed["blanks"] if isinstance(typed.get("blanks"), dict) else {}
    sound = {name: blank for name, blank in blanks.items() if is_right(Desk, {"blanks": {name: blank}})}
    channels = [row for row in listed_channels(data) if is_right(Channel, row)]
    lines = {key: typed[key] for key in ("greeting", "closing") if is_right(Desk, {key: typed.get(key, "")})}
    return Desk.model_validate({**lines, "channels": channels, "blanks": sound}), {*blanks} - {*sound}


def listed_channels(data: Any) -> list[Any]:
    """Return the channels of a desk as they were typed."""
    rows = data.get("channels") if isinstance(data, dict) else None
    return rows if isinstance(rows, list) else []


def listed_states(data: Any) -> list[Any]:
    """Return the rows of a table of states as they were typed, also of one that is nothing but a list."""
    rows = data.get("states") if isinstance(data, dict) else data
    return rows if isinstance(rows, list) else []


def is_right(model: type[BaseModel], data: Any) -> bool:
    """Return whether ``data`` is right as ``model``."""
    return count_faults(model, data) == 0
