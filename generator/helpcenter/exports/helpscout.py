"""Saved replies of Help Scout: ``POST /v2/mailboxes/{mailboxId}/saved-replies`` with name, text and chatText.

https://developer.helpscout.com/mailbox-api/endpoints/inboxes/saved-replies/ tells these three fields and no other:
``text`` is HTML for mail, ``chatText`` plain text for chats. There is no field for a folder, nor for a foreign id: that
is the key of the request. ``{%`` begins a variable, of what Help Scout itself knows:
blanks stay to be filled in by hand.
"""

from __future__ import annotations

from collections.abc import Sequence

from helpcenter.exports.answer import Answer, Exported, Loss, pictures_left_out
from helpcenter.exports.placeholders import left_open, taken_for_placeholders
from helpcenter.exports.requests import RequestFile, ToolRequest

PATH = "/v2/mailboxes/{mailboxId}/saved-replies"
PLACEHOLDERS = ("{%",)


def export(answers: Sequence[Answer], *, whole: bool = False) -> Exported:
    """Return a saved reply for each answer; what chats get is short unless it shall be the ``whole`` text."""
    told, open_ones = left_open(answers)
    made = (ToolRequest(answer.id, PATH, _reply(answer, whole)) for answer in told)
    file = RequestFile("helpscout", made, {"mailboxId": "number of the inbox, in the path"})
    losses = (
        Loss("no-folders", ""),
        *open_ones,
        *pictures_left_out(answers, whole=whole),
        *taken_for_placeholders(answers, PLACEHOLDERS, whole=whole),
    )
    return Exported("helpscout-saved-replies.json", file.content(), losses)


def _reply(answer: Answer, whole: bool) -> dict[str, str]:
    return {
        "name": answer.title,
        "text": answer.whole_html if whole else answer.short_html,
        "chatText": answer.whole if whole else answer.short,
    }
