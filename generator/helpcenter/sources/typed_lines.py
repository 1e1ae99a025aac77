"""Lines that writers mean: which line ends of a paragraph are kept, because an item or a pair stands beside them.

Markdown joins the lines of a paragraph. Writers type ``1、`` and ``①``, ``地址：…`` and ``电话：…``, or paste bullets
from Word and rows from Excel; joined, these become one run-on sentence. A line that only happens to begin like an
item, alone among wrapped lines, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width

from helpcenter.sources.list_items import is_item, unmarked

LONG = 40
"""A line of so many columns (a Chinese character has two) that ends no sentence goes on in the next one."""
_PAIR = re.compile(r"(?:[^\W\d][^：:，,。；;！!？?、“”《》]{0,11}|[A-Za-z][\w .&/-]{0,23})(?:：|:(?!//))")
_ALONE = re.compile(r"#{1,6}[ \t]+\S|#{2,6}[^#\s]|[|｜]|([-=*_])\1{2,}[ \t]*\Z|[^\s].*\t|[ \t]{4}")
_SENTENCE_ENDS = "。！？!?；;.…：:”’」』）)】"
_CLAUSE_ENDS = "，,、"


def kept_ends(lines: Sequence[str], *, in_item: bool = False) -> Iterator[bool]:
    """Yield for each end between two of ``lines`` whether it is kept; ``in_item`` in an item of a Markdown list.

    Lines come as typed, with the blanks before them.
    """
    alone = [_ALONE.match(line) is not None for line in lines]
    item = [is_item(line) for line in lines]
    pair = [_PAIR.match(unmarked(line)) is not None for line in lines]
    several = sum(one or two for one, two in zip(item, pair, strict=True)) > 1
    for index in range(1, len(lines)):
        before, after = lines[index - 1], lines[index]
        begins = item[index] and (several or in_item or before.rstrip()[-1:] in _SENTENCE_ENDS)
        begins = begins or (pair[index] and (several or before.rstrip()[-1:] in "：:"))
        ends = (several and (item[index - 1] or pair[index - 1])) or (in_item and after[:1] not in " \t")
        yield alone[index - 1] or alone[index] or begins or (ends and not _goes_on(before, after))


def _goes_on(before: str, after: str) -> bool:
    """Return whether a line that is no item goes on with the item before it."""
    end = before.rstrip()
    wide = sum(2 if east_asian_width(char) in "WF" else 1 for char in end) >= LONG
    return after.startswith(("  ", "\t")) or end[-1:] in _CLAUSE_ENDS or (wide and end[-1:] not in _SENTENCE_ENDS)
