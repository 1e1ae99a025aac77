"""Texts of other programs as plain text that our files may hold."""

from __future__ import annotations

import re
from html import unescape

_ENTITY = re.compile(r"[#&](#?\w+);")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_REFUSED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_BLOCK = re.compile(r"</(?:p|h\d|ul|ol|div|table|tr)>|<br\s*/?>", re.IGNORECASE)
_LINK = re.compile(r'<a\s[^<>]*href="(https://[^"\s)]+)"[^<>]*>([^<>\[\]]+)</a>')


def one_line(text: str) -> str:
    """Return ``text`` on one line, without characters that YAML refuses."""
    return " ".join(_REFUSED.sub(" ", text).split())


def label(text: str) -> str:
    """Return a Mermaid label as one line: tags, line breaks and Markdown quotes taken out, entities decoded."""
    text = _TAG.sub("", _BREAK.sub(" ", text.strip().strip("`")))
    return one_line(_ENTITY.sub(_decoded, text))


def paragraphs(text: str) -> str:
    """Return a body without HTML tags, paragraphs apart; what is Markdown already stays as it is."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if re.search(r"</\w+>", text):
        text = _LINK.sub(r"[\2](\1)", re.sub(r"<li\b[^<>]*>\s*", "- ", text))
        text = unescape(_TAG.sub("", _BLOCK.sub("\n\n", text)))
    return re.sub(r"\n\s*\n\s*", "\n\n", _REFUSED.sub("", text).strip())


def _decoded(found: re.Match[str]) -> str:
    entity = f"&{found[1]};" if not found[1].isdigit() else f"&#{found[1]};"
    decoded = unescape(entity)
    return found[0] if decoded == entity else decoded
