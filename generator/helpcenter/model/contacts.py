"""Ways to a person, whom texts are for, and who helps whom."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from helpcenter.model.fields import Id, Line, Strict, Url, as_list
from helpcenter.model.pictures import Image

EMAIL_PATTERN = (
    r"^[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_'+%-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$"
)
_NUMBER = re.compile(r"(\+?)([0-9 ().-]+?)(?:\s*(?:转|分机|ext\.?|x|#|,)\s*([0-9]{1,6}))?", re.IGNORECASE)
_TRUNK = re.compile(r"\( *0 *\)")
_IMPOSSIBLE = re.compile(r"1[3-9](?:\d{8}|\d{10})|[48]00(?:\d{6}|\d{8})|\+0\d*|\+\d{1,6}|\+861[3-9](?:\d{1,8}|\d{10,})")
"""Chinese mobile, 400 and 800 numbers that lack a digit or have one more, and country codes that are none."""
DIGITS = range(3, 16)
"""How many digits a number has: from short ones such as 110 to the most that E.164 allows."""


def tel(typed: str) -> str:
    """Return the ``tel:`` address of a phone number as a person writes it; nothing for what is none.

    An extension follows after a comma, at which phones pause.
    """
    found = _NUMBER.fullmatch(typed.strip())
    if found is None:
        return ""
    plus, written, extension = found[1], found[2], found[3]
    number = plus + re.sub(r"\D", "", _TRUNK.sub("", written) if plus else written)
    if len(number.lstrip("+")) not in DIGITS or _IMPOSSIBLE.fullmatch(number):
        return ""
    return f"tel:{number}" + (f",{extension}" if extension else "")


def _phone(typed: str) -> str:
    if not tel(typed):
        raise PydanticCustomError("bad_phone", "not a phone number")
    return typed.strip()


Phone = Annotated[str, AfterValidator(_phone)]
Email = Annotated[str, StringConstraints(pattern=EMAIL_PATTERN)]
Contacts = Annotated[tuple[Id, ...], BeforeValidator(as_list)]
"""The names of one contact or several, the one to try first at the front."""


class Contact(Strict):
    """A way to a person: what a tap calls, writes to or opens, a picture to scan, or how to find it."""

    label: Line
    how: Line | None = None
    phone: Annotated[tuple[Phone, ...], BeforeValidator(as_list)] = ()
    email: Annotated[tuple[Email, ...], BeforeValidator(as_list)] = ()
    url: Url | None = None
    picture: Image | None = None
    hours: Line | None = None
    prepare: Line | None = None

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Contact:
        if not (self.how or self.phone or self.email or self.url or self.picture):
            raise PydanticCustomError("empty_contact", "no way to the person")
        return self


class Audience(Strict):
    """Whom texts are for: what pages call them, in other languages too, and who helps them."""

    id: Id
    label: Line
    labels: dict[Id, Line] = Field(default_factory=dict)
    contact: Contacts = ()

    def called(self, language: str) -> str:
        """Return the label in ``language``, else the one for all."""
        return self.labels.get(language, self.label)
