"""Texts that YAML folds: where a line end leaves no gap, and where lines are a list."""

from __future__ import annotations

import json
import re

from helpcenter.model.characters import leaves_gap
from helpcenter.sources.list_items import is_listed

_LINE_END = re.compile(r"\r\n|\n|\r")
_BREAKS = re.compile(r"\n+")


def unfolded(raw: str, text: str, style: str) -> str:
    """Return ``text``, which YAML made of ``raw`` by folding its lines, with their ends as writers mean them.

    A space stays only where the script has one between words; two lines or more that begin as lists do stay lines. What
    was typed on one line is not touched, and a text that cannot be followed line by line (escapes) comes back as it is.
    """
    pieces = _pieces(raw, style)
    as_lines = sum(map(is_listed, pieces)) > 1
    before = pieces[0] if pieces else ""
    made, at = [before], len(before)
    if not before or not text.startswith(before):
        return text
    for piece in pieces[1:]:
        if text.startswith(f" {piece}", at):
            kept = "\n" if as_lines and is_listed(piece) else " " * leaves_gap(before, piece)
            at += 1
        else:
            found = _BREAKS.match(text, at)
            kept = found[0] if found else ""
            at += len(kept)
            if not kept or not text.startswith(piece, at):
                return text
        made += [kept, piece]
        at += len(piece)
        before = piece
    return "".join([*made, text[at:]])


def _pieces(raw: str, style: str) -> list[str]:
    """Return the text of each line that is not empty, as YAML reads it; nothing when that is not certain."""
    if style == ">":
        return _block(raw)
    lines = _LINE_END.split(raw[1:-1] if style else raw)
    lines = [_stripped(line, first=not at, last=at == len(lines) - 1) for at, line in enumerate(lines)]
    if style == "'":
        lines = [line.replace("''", "'") for line in lines]
    if style == '"' and "\\" in raw:
        try:
            lines = [json.loads(f'"{line}"', strict=False) for line in lines]
        except ValueError:
            return []
    return [line for line in lines if line]


def _stripped(line: str, *, first: bool, last: bool) -> str:
    line = line if first else line.lstrip(" \t")
    return line if last else line.rstrip(" \t")


def _block(raw: str) -> list[str]:
    header, *lines = _LINE_END.split(raw)
    if re.search(r"\d", header.partition("#")[0]):
        return []
    lines = [line for line in lines if line.strip(" ")]
    indent = len(lines[0]) - len(lines[0].lstrip(" ")) if lines else 0
    return [line[indent:] for line in lines]
