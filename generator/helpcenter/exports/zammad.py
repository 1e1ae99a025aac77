"""Text modules of Zammad as CSV, for Settings, Text modules, Import.

``app/models/concerns/can_csv_import.rb`` in zammad/zammad reads it: heads in the first row, names of the fields of a
text module (name, keywords, content, note, active); a row changes the module of its ``name``, else it makes one. So a
new title makes a new module. Cells lose blanks at their ends, and one with ``~~~`` becomes a list.
``app/models/text_module.rb`` says that content with tags is HTML. ``#{`` begins a variable. There are no folders.

A blank is an attribute that the account added to tickets, ``#{ticket.…}``: ``replaceTags`` in
``app/assets/javascripts/app/lib/app_post/utils.coffee`` puts it in, and a hyphen where it has no value.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from helpcenter.exports.answer import Answer, Exported, Loss
from helpcenter.exports.placeholders import in_fields, taken_for_placeholders
from helpcenter.exports.tables import table

HEADS = ("name", "keywords", "content", "note", "active")
LIST = "~~~"


def export(answers: Sequence[Answer], *, whole: bool = False) -> Exported:
    """Return a text module for each answer; agents type ``::`` and a keyword, of which the id is the first."""
    names = Counter(answer.title for answer in answers)
    twice = tuple(Loss("same-title", answer.id) for answer in answers if names[answer.title] > 1)
    told, fields = in_fields(answers, "ticket.{}".format, "#{{{}}}".format)
    rows = [_cells(answer, whole, names[answer.title] > 1) for answer in told]
    lists = tuple(Loss("list", one.id) for one, row in zip(answers, rows, strict=True) if any(LIST in c for c in row))
    signs = taken_for_placeholders(answers, ("#{",), whole=whole)
    losses = (Loss("no-folders", ""), *twice, *lists, *fields, *signs)
    return Exported("zammad-text-modules.csv", table([HEADS, *rows]).encode(), losses)


def _cells(answer: Answer, whole: bool, shared: bool) -> tuple[str, ...]:
    name = f"{answer.title} ({answer.id})" if shared else answer.title
    content = answer.whole_html if whole else answer.short_html
    return (name, " ".join((answer.id, *answer.keywords)), content, answer.folder, "true")
