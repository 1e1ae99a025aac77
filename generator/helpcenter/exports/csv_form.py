"""CSV that opens in Excel: UTF-8 with a byte order mark, and no cell can be taken for a formula.

A cell that would be one begins with an apostrophe, as in the review sheets of flows; so that what was meant can be read
back, a cell that begins with an apostrophe gets another.
"""

from __future__ import annotations

from collections.abc import Sequence

from helpcenter.drawing.cells import guarded
from helpcenter.exports.answer import Answer, Exported, Loss, pictures_left_out
from helpcenter.exports.placeholders import left_open
from helpcenter.exports.tables import table

HEADS = ("id", "kind", "topic", "audience", "title", "reply", "text", "link", "updated")
CELL = 32_767
"""The most characters that Excel shows in one cell: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3"""


def export(answers: Sequence[Answer], *, whole: bool = False) -> Exported:
    """Return a row for each answer; ``whole`` changes nothing, as both lengths are in it."""
    told, open_ones = left_open(answers)
    rows = [[guarded(cell) for cell in _cells(answer)] for answer in told]
    long = tuple(Loss("long-cell", answer.id) for answer in answers if len(answer.text) > CELL)
    content = f"\ufeff{table([HEADS, *rows])}".encode()
    return Exported("answers.csv", content, (*open_ones, *long, *pictures_left_out(answers, whole=True)))


def _cells(answer: Answer) -> tuple[str, ...]:
    updated = answer.updated.isoformat() if answer.updated else ""
    audience = ", ".join(answer.labels)
    texts = (answer.title, answer.reply, answer.text, answer.link)
    return (answer.id, answer.kind, answer.folder, audience, *texts, updated)
