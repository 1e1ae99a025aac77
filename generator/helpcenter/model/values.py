"""Facts that many entries use: values with their sources, and ways to a person."""

from __future__ import annotations

import re
from typing import Any

from pydantic import Field

from helpcenter.model.contacts import Contact
from helpcenter.model.fields import URL_PATTERN, Alias, Checked, Id, Line, Name, Strict, Url


class Source(Strict):
    """Where the content of an entry comes from: what readers call it, and its address."""

    name: Alias
    url: Url | None = None


def as_source(value: Any) -> Any:
    """Take a text alone for a name; an address alone stands for its own name."""
    if isinstance(value, str):
        return {"name": value, "url": value} if re.match(URL_PATTERN, value) else {"name": value}
    return value

FILE = "/values.yaml"
"""How the origin of values and contacts is called."""


class Fact(Strict):
    """A text with its source and the day (or month) it was checked."""

    text: Line
    source: Line
    url: Url | None = None
    checked: Checked
    note: Line | None = None


class Value(Fact):
    """A fact used in many places; ``platforms`` say it in the words of each, by its id.

    ``label`` is what the fact is about, where its texts are shown side by side.
    """

    label: Line | None = None
    platforms: dict[Id, Fact] = Field(default_factory=dict)

    def fact(self, platform: str) -> Fact | None:
        """Return what holds on ``platform`` alone, or for everybody where none is named."""
        return self.platforms.get(platform) if platform else self


class Values(Strict):
    """``content/values.yaml``."""

    values: dict[Name, Value] = Field(default_factory=dict)
    contacts: dict[Id, Contact] = Field(default_factory=dict)
