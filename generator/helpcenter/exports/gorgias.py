"""Macros of Gorgias: ``POST /api/macros`` with name, external_id, language and actions.

https://developers.gorgias.com/reference/macros tells the fields, and the action ``setResponseText`` with ``body_html``
and ``body_text``. ``external_id`` is for ids of others. There are no folders: an action could tag the customer's
ticket, which nobody asked for. ``{{`` begins a variable; all that we found name what
Gorgias itself knows of tickets, customers and shops: blanks stay to be filled in by hand.
"""

from __future__ import annotations

from collections.abc import Sequence

from helpcenter.exports.answer import Answer, Exported, Loss
from helpcenter.exports.placeholders import left_open, taken_for_placeholders
from helpcenter.exports.requests import RequestFile, ToolRequest

PLACEHOLDERS = ("{{",)


def export(answers: Sequence[Answer], *, whole: bool = False) -> Exported:
    """Return a macro for each answer."""
    told, open_ones = left_open(answers)
    made = (ToolRequest(answer.id, "/api/macros", _macro(answer, whole)) for answer in told)
    losses = (Loss("no-folders", ""), *open_ones, *taken_for_placeholders(answers, PLACEHOLDERS, whole=whole))
    return Exported("gorgias-macros.json", RequestFile("gorgias", made).content(), losses)


def _macro(answer: Answer, whole: bool) -> dict[str, object]:
    html, text = (answer.whole_html, answer.whole) if whole else (answer.short_html, answer.short)
    action = {
        "name": "setResponseText",
        "title": "Add response text",
        "type": "user",
        "arguments": {"body_html": html, "body_text": text},
    }
    return {"name": answer.title, "external_id": answer.id, "actions": [action]}
