"""Articles of Intercom: first ``POST /help_center/collections`` for each topic, then ``POST /articles``.

https://developers.intercom.com/docs/references/rest-api/api.intercom.io/articles/ and the types of its own library
(``CreateArticleRequest`` in intercom-client) tell title, description, body (HTML), author_id (required), state,
parent_id and parent_type. An article is always whole. There is no field for a foreign id: that is the key of the
request. Articles come as drafts, since they would stand beside the help center itself. Nobody
fills anything in there: blanks are what pages show.
"""

from __future__ import annotations

from collections.abc import Sequence

from helpcenter.exports.answer import Answer, Exported
from helpcenter.exports.placeholders import left_open
from helpcenter.exports.requests import RequestFile, ToolRequest, folders

NEEDS = {
    "author_id": "number of the teammate who is the author",
    "parent_id": "number that the request named in folder answered with",
}


def export(answers: Sequence[Answer], *, whole: bool = True) -> Exported:
    """Return the collections of all topics, then an article for each answer."""
    told, open_ones = left_open(answers)
    made = [*folders(answers, "/help_center/collections", "name"), *map(_article, told)]
    return Exported("intercom-articles.json", RequestFile("intercom", made, NEEDS).content(), open_ones)


def _article(answer: Answer) -> ToolRequest:
    body = {
        "title": answer.title,
        "description": answer.reply,
        "body": answer.whole_html,
        "state": "draft",
        "parent_type": "collection",
    }
    return ToolRequest(answer.id, "/articles", body, f"topic:{answer.topic}")
