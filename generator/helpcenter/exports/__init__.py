"""Answers for other tools: what a help center says, in the forms of help desks, chats and spreadsheets."""

from __future__ import annotations

from collections.abc import Callable

from helpcenter.exports import (
    chatwoot,
    csv_form,
    espanso,
    freshdesk,
    gorgias,
    helpscout,
    intercom,
    json_form,
    qianniu,
    rocketchat,
    zammad,
    zendesk,
)
from helpcenter.exports.answer import Exported

FORMATS: dict[str, Callable[..., Exported]] = {
    "zendesk": zendesk.export,
    "chatwoot": chatwoot.export,
    "helpscout": helpscout.export,
    "freshdesk": freshdesk.export,
    "gorgias": gorgias.export,
    "rocketchat": rocketchat.export,
    "zammad": zammad.export,
    "intercom": intercom.export,
    "qianniu": qianniu.export,
    "espanso": espanso.export,
    "csv": csv_form.export,
    "json": json_form.export,
}
"""Every form by the name that the command takes; each turns answers into one file, short or ``whole``."""
WHOLE = frozenset({"intercom", "csv", "json"})
"""Forms that hold the whole text in any case."""
