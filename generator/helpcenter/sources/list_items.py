"""How a line of a list begins, as writers type it, paste it from Word, or copy it from a page."""

from __future__ import annotations

import re
from unicodedata import category

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
_MARKDOWN = re.compile(r"[-*+] |\d{1,9}[.)] |\|")


def unmarked(line: str) -> str:
    """Return ``line`` without the blanks and the bold or italic marks that it begins with."""
    return _MARKUP.sub("", line.lstrip(), count=1)


def is_item(line: str) -> bool:
    """Return whether a line begins as an item of a list does that Markdown does not know."""
    seen = unmarked(line)
    return bool(_STAR.match(line.lstrip()) or _ITEM.match(seen)) or category(seen[:1] or " ") == "So"


def is_listed(line: str) -> bool:
    """Return whether a line begins as an item of any list or as a row of a table does, Markdown's too."""
    return _MARKDOWN.match(line) is not None or is_item(line)
