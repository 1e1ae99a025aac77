"""Macros of Zendesk Support: ``POST /api/v2/macros`` takes ``{"macro": {…}}`` with title, description and actions.

https://developer.zendesk.com/api-reference/ticketing/business-rules/macros/ tells the fields, the page "Actions
reference" beside it the action ``comment_value_html``, which puts rich text into the reply. ``::`` in a title makes a
folder in the list of macros. Zendesk has no field for a foreign id: it stands in the description.
Its placeholders name fields by the number that an account gave them (https://support.zendesk.com/hc/en-us/articles/203662116),
which we cannot know: blanks stay to be filled in by hand.
"""

from __future__ import annotations

from collections.abc import Sequence

from helpcenter.exports.answer import Answer, Exported, Loss
from helpcenter.exports.placeholders import left_open, taken_for_placeholders
from helpcenter.exports.requests import RequestFile, ToolRequest

FOLDER = "::"
PLACEHOLDERS = ("{{", "{%")


def export(answers: Sequence[Answer], *, whole: bool = False) -> Exported:
    """Return a macro for each answer, in the folder of its topic."""
    split = tuple(Loss("folder-sign", answer.id) for answer in answers if FOLDER in answer.title + answer.folder)
    told, open_ones = left_open(answers)
    losses = (*split, *open_ones, *taken_for_placeholders(answers, PLACEHOLDERS, whole=whole))
    made = (ToolRequest(answer.id, "/api/v2/macros", {"macro": _macro(answer, whole)}) for answer in told)
    return Exported("zendesk-macros.json", RequestFile("zendesk", made).content(), losses)


def _macro(answer: Answer, whole: bool) -> dict[str, object]:
    text = answer.whole_html if whole else answer.short_html
    return {
        "title": f"{answer.folder}{FOLDER}{answer.title}",
        "description": answer.id,
        "active": True,
        "actions": [{"field": "comment_value_html", "value": text}],
    }
