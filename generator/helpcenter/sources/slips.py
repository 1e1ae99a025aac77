"""What a writer typed and surely did not mean: text cut off by a ``#``, nothing written as ``null``, unseen characters.

YAML allows all of it, so a file with slips is read. Only files that ``yaml_source`` doubts are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.model.fields import Strict
from helpcenter.model.key_path import KeyPath
from helpcenter.model.text_fields import kind_at
from helpcenter.problems import Problem, problem, warning
from helpcenter.sources.odd_characters import code_point, is_unseen, kind, unseen
from helpcenter.sources.yaml.reader import NULLS, SourceFile
from helpcenter.sources.yaml.spans import Scalar

_REMARK = re.compile(r"([ \t]+)(#[^\n\r]*)")
_NEXT_LINE = re.compile(r"[ \t]*\r?\n([ \t]+)(#[^\s#!-][^\n\r]*)")
_PLAIN_WORD = re.compile(r"[a-z0-9_./:-]+")
"""What ids, dates, numbers and addresses are made of."""
_RULE = re.compile(r"#[#=*~_ -]{2,}$")
SHOWN = 30


def find_slips(source: SourceFile, model: type[Strict], *, listed: bool = False) -> dict[KeyPath, list[Problem]]:
    """Return what looks wrong in ``source``, which holds a ``model``, or with ``listed`` a list of them: by item."""
    found: dict[KeyPath, list[Problem]] = {}
    for scalar, column in _values(source) if source.doubtful else ():
        item = scalar.steps[:1] if listed else ()
        problems = list(_slips(scalar, column, scalar.steps[len(item) :], source, model))
        if problems:
            found.setdefault(item, []).extend(problems)
    return found


def _values(source: SourceFile) -> Iterator[tuple[Scalar, int]]:
    """Yield every value with the column of the last key before it."""
    column = 0
    for scalar in source.spans.scalars():
        if scalar.key:
            column = source.spans.at(scalar.start)[1]
        else:
            yield scalar, column


def _slips(
    scalar: Scalar, column: int, steps: KeyPath, source: SourceFile, model: type[Strict]
) -> Iterator[Problem]:
    held = kind_at(model, steps)
    if scalar.text in NULLS and not scalar.style:
        yield problem("null-value", source.place(scalar.start), field=_field(steps), value=scalar.text)
    elif held:
        yield from _unseen(scalar, held, source)
        if scalar.style not in ("|", ">"):
            yield from _cut(scalar, column, source)


def _unseen(scalar: Scalar, held: str, source: SourceFile) -> Iterator[Problem]:
    """Yield a problem for each character that does harm unseen: an error where the text names a file."""
    if held == "path":
        make, chars = problem, [char for char in scalar.text if is_unseen(char)][:1]
    else:
        make, chars = warning, [scalar.text[at] for at in unseen(scalar.text, one_line=held in ("line", "word"))]
    for char in chars:
        place = source.place(max(source.spans.text.find(char, scalar.start, scalar.end), scalar.start))
        yield make("invisible-character", place, char=code_point(char), kind=kind(char))


def _cut(scalar: Scalar, column: int, source: SourceFile) -> Iterator[Problem]:
    """Yield a problem when a ``#`` that is no remark ends the text.

    A remark by custom stands behind two blanks or more and begins with ``# ``. One blank is enough where the text
    itself shows its end: in quotes, or as a word that could be an id.
    """
    text = source.spans.text
    found = _REMARK.match(text, scalar.end)
    if found is None:
        found = _NEXT_LINE.match(text, scalar.end) if scalar.text and not scalar.style else None
        if found is None or len(found[1]) < column:
            return
    elif _is_remark(found[1], found[2], scalar):
        return
    make = warning if scalar.text else problem
    cut = found[2].strip()
    yield make("hash-cuts-text", source.place(found.start(2)), cut=_shown(cut))


def _is_remark(gap: str, remark: str, scalar: Scalar) -> bool:
    if "\t" in gap or len(gap) > 3 or _RULE.match(remark):
        return True
    if not remark.startswith("# "):
        return False
    return len(gap) > 1 or scalar.style != "" or _PLAIN_WORD.fullmatch(scalar.text) is not None


def _field(steps: KeyPath) -> str:
    return next((step for step in reversed(steps) if isinstance(step, str)), "")


def _shown(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
