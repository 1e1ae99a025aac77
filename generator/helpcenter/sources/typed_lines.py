"""Lines that writers mean: which line ends of a paragraph are kept, because an item or a pair stands beside them.

Markdown joins the lines of a paragraph. Writers type ``1、`` and ``①``, ``地址：…`` and ``电话：…``, or paste bullets
from Word and rows from Excel; joined, these become one run-on sentence. A line that only happens to begin like an
item, alone among wrapped lines, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import category, east_asian_width

LONG = 40
"""A line of so many columns (a Chinese character has two) that ends no sentence goes on in the next one."""
_HAN = "一二三四五六七八九十"
_MARKUP = re.compile(r"[*_]{1,3}(?=[^\s*_])")
_ITEM = re.compile(
    rf"[（(\[【]?(?:\d{{1,2}}|[{_HAN}]{{1,3}})(?:[、)）\]】]|[.．](?!\d))"
    rf"|第[\d{_HAN}]{{1,3}}(?:[步条点章节款项]|[，,、：:])|其[{_HAN}][，,、：:]"
    r"|[（(]?[A-Za-z](?:[、)）]|[.．](?![A-Za-z.]))"
    r"|[\u2460-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289\u2160-\u217b]|\d\ufe0f?\u20e3"
    r"|[-+](?=[^\s\d+-])|—(?!—)|[•·‣◦∙・※→√×–－‐‑]|[【〔［]|[-*+]? ?\[[ xX]\]"
    r"|\d{4}[-/.年]\d{1,2}|\d{1,2}月\d{1,2}[日号]|\d{1,2}[:：]\d{2}\b|\S.*?(?:(?<! ) {3,}|(?<!\u3000)\u3000{2,})\S"
)
_STAR = re.compile(r"\*[^\s*][^*]*\Z")
_PAIR = re.compile(r"(?:[^\W\d][^：:，,。；;！!？?、“”《》]{0,11}|[A-Za-z][\w .&/-]{0,23})(?:：|:(?!//))")
_ALONE = re.compile(r"#{1,6}[ \t]+\S|#{2,6}[^#\s]|[|｜]|([-=*_])\1{2,}[ \t]*\Z|[^\s].*\t|[ \t]{4}")
_SENTENCE_ENDS = "。！？!?；;.…：:”’」』）)】"
_CLAUSE_ENDS = "，,、"


def kept_ends(lines: Sequence[str], *, in_item: bool = False) -> Iterator[bool]:
    """Yield for each end between two of ``lines`` whether it is kept; ``in_item`` in an item of a Markdown list.

    Lines come as typed, with the blanks before them.
    """
    alone = [_ALONE.match(line) is not None for line in lines]
    item = [_is_item(line) for line in lines]
    pair = [_PAIR.match(_bare(line)) is not None for line in lines]
    several = sum(one or two for one, two in zip(item, pair, strict=True)) > 1
    for index in range(1, len(lines)):
        before, after = lines[index - 1], lines[index]
        begins = item[index] and (several or in_item or before.rstrip()[-1:] in _SENTENCE_ENDS)
        begins = begins or (pair[index] and (several or before.rstrip()[-1:] in "：:"))
        ends = (several and (item[index - 1] or pair[index - 1])) or (in_item and after[:1] not in " \t")
        yield alone[index - 1] or alone[index] or begins or (ends and not _goes_on(before, after))


def _bare(line: str) -> str:
    return _MARKUP.sub("", line.lstrip(), count=1)


def _is_item(line: str) -> bool:
    seen = _bare(line)
    return bool(_STAR.match(line.lstrip()) or _ITEM.match(seen)) or category(seen[:1] or " ") == "So"


def _goes_on(before: str, after: str) -> bool:
    """Return whether a line that is no item goes on with the item before it."""
    end = before.rstrip()
    wide = sum(2 if east_asian_width(char) in "WF" else 1 for char in end) >= LONG
    return after.startswith(("  ", "\t")) or end[-1:] in _CLAUSE_ENDS or (wide and end[-1:] not in _SENTENCE_ENDS)
