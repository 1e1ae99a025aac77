"""Addresses that somebody uses elsewhere: in an app, in answers of a help desk, printed on a parcel."""

from __future__ import annotations

from typing import Annotated

from helpcenter.model.fields import FOR_WRITERS, Alias, Strict


class Inbound(Strict):
    """An address, as in ``cancel-after-sales#submit``, and where it is used."""

    address: Alias
    note: Annotated[Alias, FOR_WRITERS]
