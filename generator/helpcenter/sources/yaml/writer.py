"""Plain values as YAML text that writers can read; the counterpart of ``yaml_source``, which reads it back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_SAFE = r"[\w（）“”，。？！、；：…·—-]"
_PLAIN = re.compile(rf"[^\W\d_]{_SAFE}*(?: {_SAFE}+)*\Z|\d+\Z|[a-z0-9]+(?:[-#][a-z0-9]+)*\Z")
_WORDS = {"true", "false", "null"}
_ESCAPED = re.compile(r"[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_BLOCK = re.compile(r"[^\s\u2028\u2029][^\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]*\Z")
WIDTH = 100
"""A list or a mapping shorter than this stands on one line when it holds scalars only."""


def yaml_text(value: dict[str, Any]) -> str:
    """Return ``value``, made of dicts, lists and text, as YAML with indentation of two blanks."""
    return "".join(f"{line}\n" for line in _mapping(value, "")) if value else "{}\n"


def scalar(text: str) -> str:
    """Return one line of text as it is where that is safe, else in double quotes."""
    if _PLAIN.match(text) and text.lower() not in _WORDS:
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """Return ``text`` in double quotes, which every reader of YAML takes for text."""
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def _mapping(value: dict[str, Any], indent: str) -> Iterator[str]:
    for key, item in value.items():
        yield from _item(f"{indent}{scalar(key)}:", item, indent)


def _item(head: str, item: Any, indent: str) -> Iterator[str]:
    if isinstance(item, str):
        yield from _text(head, item, f"{indent}  ")
    elif (flat := _flat(item)) is not None and (not item or len(head) + len(flat) < WIDTH):
        yield f"{head} {flat}"
    elif isinstance(item, dict):
        yield head
        yield from _mapping(item, f"{indent}  ")
    else:
        yield head
        for member in item:
            yield from _member(member, f"{indent}  ")


def _text(head: str, text: str, indent: str) -> Iterator[str]:
    """Yield a text of several lines as a block, where every character may stand in one."""
    body = text.removesuffix("\n")
    if "\n" not in body or body.endswith("\n") or not _BLOCK.match(body):
        yield f"{head} {scalar(text)}"
        return
    yield f"{head} |" if body != text else f"{head} |-"
    yield from (f"{indent}{line}" if line else "" for line in body.split("\n"))


def _member(member: Any, indent: str) -> Iterator[str]:
    if isinstance(member, str):
        yield f"{indent}- {scalar(member)}"
        return
    flat = _flat(member, nested=True)
    if flat is not None and len(indent) + len(flat) < WIDTH:
        yield f"{indent}- {flat}"
        return
    first, *others = _mapping(member, f"{indent}  ")
    yield f"{indent}- {first.lstrip()}"
    yield from others


def _flat(value: Any, *, nested: bool = False) -> str | None:
    """Return ``value`` on one line; None when it holds longer text, or mappings and is not ``nested``."""
    if isinstance(value, str):
        return None if "\n" in value else scalar(value)
    if isinstance(value, list):
        items = [_flat(item) if isinstance(item, str) else None for item in value]
        return None if None in items else f"[{', '.join(map(str, items))}]"
    parts = {key: _flat(item) if nested or not isinstance(item, dict) else None for key, item in value.items()}
    shown = ", ".join(f"{scalar(key)}: {part}" for key, part in parts.items())
    return None if None in parts.values() else f"{{{shown}}}"
