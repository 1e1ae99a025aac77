"""Which characters are written without spaces between them: Chinese, Japanese, Korean and their punctuation."""

from __future__ import annotations

import re
from functools import cache

CJK = (
    "\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f"
    "\uff00-\uffef\u2018\u2019\u201c\u201d\u2014\u2026\U00020000-\U0003ffff"
)


def is_cjk(char: str) -> bool:
    """Return whether ``char`` is written without spaces around it."""
    return _pattern(f"[{CJK}]").match(char) is not None


def joined(text: str) -> str:
    """Take out the line ends inside a paragraph that must not become spaces."""
    return _pattern(f"(?<=[{CJK}])\n(?=[{CJK}])").sub("", text)


@cache
def _pattern(source: str) -> re.Pattern[str]:
    """Compile when first needed: the class is large, and most builds do without."""
    return re.compile(source)
