"""Canned responses of Rocket.Chat: ``POST /api/v1/canned-responses`` with shortcut, text, scope and tags.

https://developer.rocket.chat/apidocs/create-or-update-or-delete-a-canned-response tells the fields; a shortcut is
unique, ours is the id. Scope ``global`` is for all agents. There are no folders: the topic is a tag, which agents can
filter by. ``{{`` begins a placeholder: of five, all of contact and agent (``onMessageSentParsePlaceholder.ts`` in
RocketChat/Rocket.Chat), so blanks stay to be filled in by hand.
"""

from __future__ import annotations

from collections.abc import Sequence

from helpcenter.exports.answer import Answer, Exported, Loss, pictures_left_out
from helpcenter.exports.placeholders import left_open, taken_for_placeholders
from helpcenter.exports.requests import RequestFile, ToolRequest

PLACEHOLDERS = ("{{",)


def export(answers: Sequence[Answer], *, whole: bool = False) -> Exported:
    """Return a canned response for each answer."""
    told, open_ones = left_open(answers)
    made = (ToolRequest(answer.id, "/api/v1/canned-responses", _response(answer, whole)) for answer in told)
    losses = (
        Loss("no-titles", ""),
        *open_ones,
        *pictures_left_out(answers, whole=whole),
        *taken_for_placeholders(answers, PLACEHOLDERS, whole=whole),
    )
    return Exported("rocketchat-canned-responses.json", RequestFile("rocketchat", made).content(), losses)


def _response(answer: Answer, whole: bool) -> dict[str, object]:
    tags = list(dict.fromkeys((answer.folder, *answer.labels)))
    return {"shortcut": answer.id, "text": answer.whole if whole else answer.short, "scope": "global", "tags": tags}
