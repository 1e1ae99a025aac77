"""Plain values as YAML text that writers can read; the counterpart of ``yaml_source``, which reads it back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_SAFE = r"[\w\u3001\u3002\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\u2014\u2026“”·-]"
_PLAIN = re.compile(rf"[^\W\d_]{_SAFE}*(?: {_SAFE}+)*\Z|\d+\Z|[a-z0-9]+(?:[-#][a-z0-9]+)*\Z")
_WORDS = {"true", "false", "null"}
WIDTH = 100
"""A mapping shorter than this stands on one line when it holds scalars only."""


def yaml_text(value: dict[str, Any]) -> str:
    """Return ``value``, made of dicts, lists and text, as YAML with indentation of two blanks."""
    return "".join(f"{line}\n" for line in _mapping(value, ""))


def scalar(text: str) -> str:
    """Return one line of text as it is where that is safe, else in double quotes."""
    if _PLAIN.match(text) and text.lower() not in _WORDS:
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return re.sub(r"[\x7f-\x9f\u2028\u2029\ufeff]", lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _mapping(value: dict[str, Any], indent: str) -> Iterator[str]:
    for key, item in value.items():
        yield from _item(f"{indent}{key}:", item, indent)


def _item(head: str, item: Any, indent: str) -> Iterator[str]:
    if isinstance(item, str) and "\n" in item.strip("\n"):
        yield f"{head} |"
        yield from (f"{indent}  {line}" if line else "" for line in item.strip("\n").split("\n"))
    elif isinstance(item, str):
        yield f"{head} {scalar(item.strip(chr(10)))}"
    elif (flat := _flat(item)) is not None and len(head) + len(flat) < WIDTH:
        yield f"{head} {flat}"
    elif isinstance(item, dict):
        yield head
        yield from _mapping(item, f"{indent}  ")
    else:
        yield head
        for member in item:
            yield from _member(member, f"{indent}  ")


def _member(member: Any, indent: str) -> Iterator[str]:
    flat = _flat(member)
    if flat is not None:
        yield f"{indent}- {flat}"
        return
    lines = list(_mapping(member, f"{indent}  "))
    yield f"{indent}- {lines[0].lstrip()}"
    yield from lines[1:]


def _flat(value: Any) -> str | None:
    """Return ``value`` on one line; None when it holds a text of several lines or another nested list of mappings."""
    if isinstance(value, str):
        return None if "\n" in value else scalar(value)
    if isinstance(value, list):
        inner = [_flat(item) if isinstance(item, str) else None for item in value]
        return None if None in inner else f"[{', '.join(part for part in inner if part is not None)}]"
    parts = {key: _flat(item) for key, item in value.items()}
    return None if None in parts.values() else "{" + ", ".join(f"{key}: {part}" for key, part in parts.items()) + "}"
