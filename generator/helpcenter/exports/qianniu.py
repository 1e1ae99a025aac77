"""Quick phrases of 千牛, the workbench of Taobao sellers, as CSV in GB18030, for 接待中心, 快捷短语, 导入.

Alibaba publishes no description of the file. Its heads are those by which a program for 千牛 knows a file of 千牛's own
(``QnShortcutImporter.cs`` in 66OAO/Bot); others have 快捷编码 as the first, for tables of their own. So the first
import should be tried with one row. The limits are the least that we know of, from such tables
(``QuickPhraseController.java`` of feiniu's seller tools); what is longer is told and never cut. 千牛 fills in nothing
that we know of: blanks are what pages show. GB18030 holds every character of Unicode. A cell that begins like a formula
is told, since people open this file in a spreadsheet: with an apostrophe before it customers would be sent one.
"""

from __future__ import annotations

from collections.abc import Sequence

from helpcenter.drawing.cells import is_formula
from helpcenter.exports.answer import Answer, Exported, Loss, pictures_left_out
from helpcenter.exports.placeholders import left_open
from helpcenter.exports.tables import table

HEADS = ("快捷短语编码", "快捷短语", "快捷短语分组")
PHRASE, GROUP = 430, 10
"""The most characters of a phrase and of the name of a group."""


def export(answers: Sequence[Answer], *, whole: bool = False) -> Exported:
    """Return a quick phrase for each answer; its code is the id, its group the topic."""
    told, open_ones = left_open(answers)
    rows = [(answer.id, answer.whole if whole else answer.short, answer.folder) for answer in told]
    long = [Loss("long-phrase", row[0]) for row in rows if len(row[1]) > PHRASE]
    groups = {answer.topic: answer.folder for answer in answers}
    wide = [Loss("long-group", topic) for topic, title in groups.items() if len(title) > GROUP]
    formulas = [Loss("formula", row[0]) for row in rows if any(map(is_formula, row))]
    losses = (Loss("no-titles", ""), *open_ones, *long, *wide, *formulas, *pictures_left_out(answers, whole=whole))
    return Exported("qianniu-quick-phrases.csv", table([HEADS, *rows]).encode("gb18030"), losses)
