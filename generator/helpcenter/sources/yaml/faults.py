"""Mistakes of YAML's syntax, told by what writers typed instead of by what libyaml expected there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from helpcenter.problems import Location, Problem, problem
from helpcenter.sources.odd_characters import CANDIDATES, code_point, kind, twin
from helpcenter.sources.yaml.spans import Spans

_OPENED = ("while scanning a quoted scalar", "while scanning a simple key", "while parsing a flow")
"""What libyaml was doing when a mistake is best shown where that began."""
_UNCLOSED = ("while scanning a quoted scalar", "while parsing a flow")
_VALUE = re.compile(r"[ \t]*(?:- +)*(?:[^\s:：#\"'\[{]+:[ \t]+)?")
"""What stands before the value in a line: dashes and a key."""
_OPENING = frozenset("[{\"'")
_SPECIAL = frozenset("*&@`%![{\"'>|,]}?-")
_FULL_WIDTH = re.compile(r"[ \t]*(?:- +)*[A-Za-z_][\w-]*(：)")
_GLUED_DASH = re.compile(r"[ \t]*(-)[^\s-]")
_NAME = re.compile(r"[ \t]*(?:-[ \t]*)*[\"']?[\w.-]*[\"']?[ \t]*:?[ \t]*", re.ASCII)
_INDENT = re.compile(r"[ \t]*(?:- +)*")
_GLUED = re.compile(r"[ \t]*(?:- +)*[A-Za-z_][\w-]*(:)(?=[^\s/:])")
_TWO_COLONS = re.compile(r"[ \t]*(?:- +)*[^\s:#\"'\[{][^\s:]*:[ \t]+[^\"'\[{|>\s].*?(:)(?:\s|$)")
_CUT = re.compile(r"[ \t](#)")
_COLON = re.compile(r"[{,]\s*[\w-]+:\s+[^\s,{}\[\]\"'][^,{}\[\]]*?(:)(?=\s)")
_OTHER = re.compile("unexpected end|',' or|escape")
"""Reasons that have nothing to do with how the value begins."""
Mistake = tuple[str, int, dict[str, str]]
"""The code of a problem, where it stands, and its details."""


def explained(error: Any, name: str, spans: Spans) -> Problem:
    """Return the problem that libyaml's ``error`` in the text of ``spans`` comes from."""
    index = _index(error, spans)
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error).split("\n")[0]
    if getattr(error, "problem_mark", None) is None:
        return _control(index, reason, name, spans)
    for code, at, details in () if "levels deep" in reason else _causes(error, index, spans):
        return problem(code, Location(name, *spans.at(at)), **details)
    return problem("yaml-syntax", Location(name, *spans.at(index)), reason=reason)


def _causes(error: Any, index: int, spans: Spans) -> Iterator[Mistake]:
    """Yield what in the lines of a mistake explains it, likeliest first."""
    text, reason = spans.text, str(error.problem)
    start = text.rfind("\n", 0, index) + 1
    before = text.rfind("\n", 0, start - 1) + 1 if start and "mapping values" in reason else start
    for at in dict.fromkeys((start, before)):
        yield from _strange(text, at)
        yield from _marks(text, at)
    if "tab" in reason or text[index : index + 1] == "\t":
        yield "tab-indent", index, {}
    yield from _tried("colon-in-text", _TWO_COLONS, text, start)
    yield from _special(text, start, reason)
    if str(getattr(error, "context", "")).startswith(_UNCLOSED):
        yield from _in_brackets(text, index, int(error.problem_mark.index), str(error.context))
        if text[index : index + 1] not in _OPENING:
            index = max(text.rfind("[", 0, index), text.rfind("{", 0, index), 0)
        yield "not-closed", index, {"opened": text[index : index + 1]}
    yield from _indentation(text, start, reason)


def _in_brackets(text: str, index: int, end: int, context: str) -> Iterator[Mistake]:
    """Yield the ``#`` or the colon of a text that leaves the bracket at ``index`` without its other half."""
    cut = _CUT.search(text, index, _line_end(text, index))
    if cut is not None and "flow" in context:
        yield "hash-cuts-text", cut.start(1), {"cut": text[cut.start(1) : cut.endpos].strip()[:40]}
    colon = _COLON.search(text, index, end + 2) if "flow mapping" in context else None
    if colon is not None:
        yield "colon-in-text", colon.start(1), {}


def _strange(text: str, start: int) -> Iterator[Mistake]:
    """Yield the character that is not what it seems, when it stands where a name or a dash should, or ends a line."""
    end = _line_end(text, start)
    found = re.compile("[\u2028\u2029\x85]").search(text, start, end) or CANDIDATES.search(text, start, end)
    if found and (found[0] in "\u2028\u2029\x85" or _NAME.fullmatch(text, start, found.start())):
        yield "invisible-character", found.start(), {"char": code_point(found[0]), "kind": kind(found[0])}
    at = start + len(text[start:end]) - len(text[start:end].lstrip())
    if at < end and twin(text[at]) == "-":
        details = {"char": code_point(text[at]), "kind": kind(text[at])}
        yield "look-alike-character", at, {"letter": text[at], "like": "-", **details}


def _marks(text: str, start: int) -> Iterator[Mistake]:
    """Yield a colon that is full-width, a colon or dash without a blank, a name without a colon."""
    yield from _tried("full-width-colon", _FULL_WIDTH, text, start)
    yield from _tried("missing-space", _GLUED, text, start, mark=":")
    yield from _tried("missing-space", _GLUED_DASH, text, start, mark="-")


def _indentation(text: str, start: int, reason: str) -> Iterator[Mistake]:
    """Yield a line without a colon, or one that begins too far left or right."""
    at = start + len(_INDENT.match(text, start)[0])  # type: ignore[index]
    if "expected ':'" in reason:
        yield "missing-colon", at, {}
    elif "mapping values" in reason or "expected key" in reason or "'-' indicator" in reason:
        yield "bad-indentation", at, {}


def _tried(code: str, way: re.Pattern[str], text: str, start: int, **details: str) -> Iterator[Mistake]:
    found = way.match(text, start, _line_end(text, start))
    if found is not None:
        yield code, found.start(1), details


def _special(text: str, start: int, reason: str) -> Iterator[Mistake]:
    """Yield the value of the line when it begins with a character that means something in YAML."""
    at = start + len(_VALUE.match(text, start, _line_end(text, start))[0])  # type: ignore[index]
    if text[at : at + 1] in _SPECIAL and at > start and not _OTHER.search(reason):
        yield "special-start", at, {"char": text[at]}


def _control(index: int, reason: str, name: str, spans: Spans) -> Problem:
    char = spans.text[index : index + 1]
    if not char:
        return problem("yaml-syntax", Location(name, *spans.at(index)), reason=reason)
    return problem("control-character", Location(name, *spans.at(index)), char=code_point(char), kind=kind(char))


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _index(error: Any, spans: Spans) -> int:
    """Return the index of a mistake: of an opening quote or bracket that nothing closes, not of the file's end."""
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if context is not None and (mark is None or str(error.context).startswith(_OPENED)):
        return int(context.index)
    return spans.of_byte(getattr(error, "position", 0)) if mark is None else int(mark.index)
