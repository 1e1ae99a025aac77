"""Where readers bought: platforms whose words and rules differ, and what is for readers of some of them alone."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from helpcenter.model.fields import Alias, Id, Line, Strict, as_list

FILE = "/platforms.yaml"
"""How the origin of platforms is called."""

Platforms = Annotated[tuple[Id, ...], BeforeValidator(as_list)]
"""The ids of the platforms that something is for; none where it is for everybody."""


class Platform(Strict):
    """One platform: what pages call it, and what readers call it in a search."""

    id: Id
    label: Line
    aliases: tuple[Alias, ...] = ()
