"""Readers of what is exported, made for tests alone: they share nothing with what wrote it."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import yaml


def read_csv(text: str) -> list[list[str]]:
    """Read CSV after RFC 4180, one character after the other."""
    rows: list[list[str]] = [[]]
    cell, quoted, place = "", False, 0
    while place < len(text):
        sign, ahead = text[place], text[place : place + 2]
        if quoted and ahead == '""':
            cell, place = cell + '"', place + 1
        elif sign == '"':
            quoted = not quoted
        elif quoted or sign not in ",\r\n":
            cell += sign
        elif sign == "," or ahead == "\r\n":
            rows[-1].append(cell)
            rows += [[]] if sign == "\r" else []
            cell, place = "", place + (sign == "\r")
        place += 1
    assert not quoted
    assert rows.pop() == [], "the last line is ended"
    return rows


def read_requests(content: bytes) -> list[dict[str, Any]]:
    """Read the requests for a tool, each with its path, key and body."""
    return list(json.loads(content.decode())["requests"])


def read_matches(content: bytes) -> list[dict[str, Any]]:
    """Read matches as espanso does: YAML, in which escaped braces stand for braces. Forms are answered ``<asked: …>``."""
    matches: list[dict[str, Any]] = yaml.safe_load(content.decode())["matches"]
    for match in matches:
        for form in match.get("vars", ()):
            assert form["type"] == "form"
            for field in re.findall(r"\[\[(\w+)\]\]", form["params"]["layout"]):
                place = f"{{{{{form['name']}.{field}}}}}"
                assert place in match["replace"], "asked for nothing"
                match["replace"] = match["replace"].replace(place, f"<asked: {field}>")
        assert not re.search(r"\{\{\s*\w+(?:\.\w+)?\s*\}\}", match["replace"]), "a variable"
        match["replace"] = match["replace"].replace("\\{\\{", "{{").replace("\\}\\}", "}}")
    return matches


def words_of(html: str) -> str:
    """Return the text of HTML without any blanks; the items of its one list are numbered."""
    for number in range(1, html.count("<li>") + 1):
        html = html.replace("<li>", f"{number}. ", 1)
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^<>]*>", "", html)))
