"""Facts that many entries use: values with their sources, and ways to a person."""

from __future__ import annotations

from pydantic import Field

from generator.fields import Checked, Id, Line, Name, Strict, Url


class Value(Strict):
    """A fact used in many places, with its source and the day (or month) it was checked."""

    text: Line
    source: Line
    url: Url | None = None
    checked: Checked
    note: Line | None = None


class Contact(Strict):
    """A way to a person."""

    label: Line
    how: Line
    hours: Line | None = None
    prepare: Line | None = None
    url: Url | None = None


class Values(Strict):
    """``content/values.yaml``."""

    values: dict[Name, Value] = Field(default_factory=dict)
    contacts: dict[Id, Contact] = Field(default_factory=dict)
