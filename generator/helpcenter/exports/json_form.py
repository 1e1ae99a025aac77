"""JSON for programs of one's own: every answer with all that is known of it, in both lengths, as text and HTML.

Blanks stay ``{{name}}``, and are listed with their labels, for a program that fills them in.
"""

from __future__ import annotations

from collections.abc import Sequence

from helpcenter.exports.answer import Answer, Exported
from helpcenter.exports.requests import json_bytes


def export(answers: Sequence[Answer], *, whole: bool = False) -> Exported:
    """Return all answers; ``whole`` changes nothing, as both lengths are in it."""
    return Exported("answers.json", json_bytes({"answers": [record(answer) for answer in answers]}))


def record(answer: Answer) -> dict[str, object]:
    """Return all that is known of an answer. ``v`` is the number of its version, which links may carry."""
    return {
        "id": answer.id,
        "kind": answer.kind,
        "title": answer.title,
        "reply": answer.reply,
        "text": answer.text,
        "html": answer.html,
        "link": answer.link,
        "topic": {"id": answer.topic, "title": answer.folder},
        "audience": list(answer.audience),
        "keywords": list(answer.keywords),
        "updated": answer.updated.isoformat() if answer.updated else None,
        "version": answer.digest,
        "v": answer.version,
        **({"blanks": [{"name": one.name, "label": one.label} for one in answer.blanks]} if answer.blanks else {}),
    }
