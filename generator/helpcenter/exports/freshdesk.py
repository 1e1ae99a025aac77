"""Canned responses of Freshdesk, with their folders: first ``POST /api/v2/canned_response_folders`` for each topic,
then ``POST /api/v2/canned_responses``.

https://developers.freshdesk.com/api/#canned-responses tells title, content_html, visibility (0: all agents) and
folder_id. A folder has a number only once it was made: ``folder`` of a request is the key of that which makes it.

A blank is a field that the account added to its tickets: ``{{ticket.cf_…}}``, as users of Freshdesk write it in canned
responses and rules; its own page on placeholders was not to be had.
"""

from __future__ import annotations

from collections.abc import Sequence

from helpcenter.exports.answer import Answer, Exported
from helpcenter.exports.placeholders import in_fields, taken_for_placeholders
from helpcenter.exports.requests import RequestFile, ToolRequest, folders

FOLDERS, RESPONSES = "/api/v2/canned_response_folders", "/api/v2/canned_responses"
ALL_AGENTS = 0
PLACEHOLDERS = ("{{", "{%")


def export(answers: Sequence[Answer], *, whole: bool = False) -> Exported:
    """Return the folders of all topics, then a canned response for each answer."""
    told, fields = in_fields(answers, "cf_{}".format, "{{{{ticket.{}}}}}".format)
    made = [*folders(answers, FOLDERS, "name"), *(_response(answer, whole) for answer in told)]
    file = RequestFile("freshdesk", made, {"folder_id": "number that the request named in folder answered with"})
    losses = (*fields, *taken_for_placeholders(answers, PLACEHOLDERS, whole=whole))
    return Exported("freshdesk-canned-responses.json", file.content(), losses)


def _response(answer: Answer, whole: bool) -> ToolRequest:
    text = answer.whole_html if whole else answer.short_html
    body = {"title": answer.title, "content_html": text, "visibility": ALL_AGENTS}
    return ToolRequest(answer.id, RESPONSES, body, f"topic:{answer.topic}")
