"""Canned responses of Chatwoot: ``POST /api/v1/accounts/{account_id}/canned_responses`` with short code and content.

https://developers.chatwoot.com/api-reference/canned-responses/ tells the fields; ``app/models/canned_response.rb`` in
chatwoot/chatwoot that a short code is unique in an account. There are no folders and no titles: agents type ``/`` and
the short code, which is our id, or words of the text. Texts go through Liquid, so ``{{`` means a variable.

A blank is an attribute that the account keeps of conversations, by its key: ``src/canned.ts`` in chatwoot/utils puts
it in when an agent takes the response, and nothing where it has no value.
"""

from __future__ import annotations

from collections.abc import Sequence

from helpcenter.exports.answer import Answer, Exported, Loss, pictures_left_out
from helpcenter.exports.placeholders import in_fields, taken_for_placeholders
from helpcenter.exports.requests import RequestFile, ToolRequest

PATH = "/api/v1/accounts/{account_id}/canned_responses"
PLACEHOLDERS = ("{{", "{%")


def export(answers: Sequence[Answer], *, whole: bool = False) -> Exported:
    """Return a canned response for each answer."""
    told, fields = in_fields(answers, "conversation.custom_attribute.{}".format, "{{{{{}}}}}".format)
    made = (
        ToolRequest(answer.id, PATH, {"short_code": answer.id, "content": answer.whole if whole else answer.short})
        for answer in told
    )
    file = RequestFile("chatwoot", made, {"account_id": "number of the account, in the path"})
    losses = (
        Loss("no-folders", ""),
        Loss("no-titles", ""),
        *fields,
        *pictures_left_out(answers, whole=whole),
        *taken_for_placeholders(answers, PLACEHOLDERS, whole=whole),
    )
    return Exported("chatwoot-canned-responses.json", file.content(), losses)
