"""Which characters are written without spaces between them: Chinese, Japanese, Korean and their punctuation."""

from __future__ import annotations

import re

CJK = (
    "\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f"
    "\uff00-\uffef\u2018\u2019\u201c\u201d\u2014\u2026\U00020000-\U0003ffff"
)
JOINED_LINES = re.compile(f"(?<=[{CJK}])\n(?=[{CJK}])")
"""A line end inside a paragraph that must not become a space."""
_IS_CJK = re.compile(f"[{CJK}]")


def is_cjk(char: str) -> bool:
    """Return whether ``char`` is written without spaces around it."""
    return _IS_CJK.match(char) is not None
