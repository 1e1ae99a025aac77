"""Plain values to model values, with every mistake of shape as a problem at its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from helpcenter.model.contacts import EMAIL_PATTERN
from helpcenter.model.fields import (
    ID_PATTERN,
    LINE_PATTERN,
    LINK_PATTERN,
    NAME_PATTERN,
    TEXT_PATTERN,
    URL_PATTERN,
    fields_of,
)
from helpcenter.model.key_path import KeyPath
from helpcenter.problems import MOST_IN_FILE, Problem, has_errors, more, problem
from helpcenter.sources.odd_characters import code_point, kind, stranger, twin
from helpcenter.sources.yaml.reader import SourceFile
from helpcenter.suggestions import nearest_word

Model = TypeVar("Model", bound=BaseModel)

_PATTERNS = {
    ID_PATTERN: "bad-id",
    NAME_PATTERN: "bad-name",
    LINK_PATTERN: "bad-link",
    URL_PATTERN: "bad-url",
    EMAIL_PATTERN: "bad-email",
    TEXT_PATTERN: "empty-text",
}
_TYPES = {
    "bad_phone": "bad-phone",
    "bad_days": "bad-days",
    "bad_date": "bad-date",
    "bad_rank": "bad-rank",
    "lonely_synonym": "lonely-synonym",
    "bad_times": "bad-times",
    "bad_limit": "bad-limit",
    "bad_yes_no": "bad-yes-no",
    "empty_contact": "empty-contact",
    "empty_substep": "empty-substep",
    "retired_without_see": "retired-without-see",
    "states_as_list": "states-as-list",
    "several_taps": "several-taps",
    "text_too_long": "text-too-long",
    "string_type": "not-text",
    "enum": "unknown-choice",
    "tuple_type": "not-a-list",
    "list_type": "not-a-list",
    "model_type": "not-a-mapping",
    "model_attributes_type": "not-a-mapping",
    "dict_type": "not-a-mapping",
}

_READ = {
    *(code for code in _PATTERNS.values() if code != "empty-text"),
    *(code for code in _TYPES.values() if code.startswith("bad-")),
    "unknown-choice",
}
"""Codes of values that the program reads: no character in them may be another than it seems."""


def validated(
    model: type[Model], data: Any, source: SourceFile, steps: KeyPath = (), slips: Sequence[Problem] = ()
) -> tuple[Model | None, list[Problem]]:
    """Validate ``data``, which stands at ``steps`` of ``source``, as ``model``; ``slips`` are already known of it."""
    try:
        value = model.model_validate(data)
        return None if has_errors(slips) else value, [*slips]
    except ValidationError as error:
        beyond = error.error_count() - MOST_IN_FILE
        faults = _faults(model, data) if beyond > 0 else error.errors(include_url=False)
        mistyped = {_guessed(fault["loc"], model) for fault in faults if fault["type"] == "extra_forbidden"}
        # a field is not missing when its name was mistyped: one mistake is one problem
        told = [fault for fault in faults if fault["type"] != "missing" or fault["loc"] not in mistyped]
        found = [_problem(fault, model, source, steps) for fault in told[:MOST_IN_FILE]]
        rest = error.error_count() - (len(faults) - len(told)) - len(found)
        found = [one for one in found if not any(map(partial(_is_told, one), slips))]
        return None, [*slips, *found, *(more(source.locate(steps), rest, 0) if beyond > 0 else ())]


def count_faults(model: type[BaseModel], data: Any) -> int:
    """Return how many mistakes of shape ``data`` has as ``model``, without telling them."""
    try:
        model.model_validate(data)
    except ValidationError as error:
        return error.error_count()
    return 0


def _faults(model: type[BaseModel], data: Any) -> list[Any]:
    """Return the first faults of ``data``, which has more than anybody reads, without making all of them."""
    try:
        model.model_validate(_trimmed(data, model, ()))
    except ValidationError as error:
        return list(error.errors(include_url=False))
    return []


def _trimmed(data: Any, model: type[BaseModel], loc: KeyPath) -> Any:
    """Return ``data`` with its known fields and the first of everything else."""
    if isinstance(data, dict):
        known = _fields_at(model, loc)
        kept = {*known, *islice(data, 2 * MOST_IN_FILE)}
        return {key: _trimmed(value, model, (*loc, key)) for key, value in data.items() if key in kept}
    if isinstance(data, list):
        return [_trimmed(item, model, (*loc, index)) for index, item in enumerate(data[: 2 * MOST_IN_FILE])]
    return data


def _is_told(found: Problem, slip: Problem) -> bool:
    """Return whether ``slip`` says what is wrong at the place of ``found``: the same, or why there is no text."""
    if found.code == "empty-text" and slip.code == "hash-cuts-text":
        return found.location.line == slip.location.line
    return has_errors([slip]) and found.location == slip.location


def _guessed(loc: KeyPath, model: type[BaseModel]) -> KeyPath:
    """Return the way to the field that was probably meant at ``loc``."""
    return (*loc[:-1], nearest_word(str(loc[-1]), _fields_at(model, loc[:-1])))


def _problem(fault: Mapping[str, Any], model: type[BaseModel], source: SourceFile, steps: KeyPath) -> Problem:
    kind_, loc = fault["type"], tuple(fault["loc"])
    at_key = len(loc) > 1 and loc[-1] == "[key]" and kind_ != "extra_forbidden"
    loc = loc[:-1] if at_key else loc
    name = next((step for step in reversed(loc) if isinstance(step, str)), source.name)
    if kind_ == "missing":
        return problem("missing-field", source.locate((*steps, *loc[:-1])), field=name)
    if kind_ == "extra_forbidden":
        guess = _guessed(loc, model)[-1]
        place = source.locate((*steps, *loc), key=True)
        return _strange(name, source, (*steps, *loc), key=True) or problem(
            "unknown-field", place, field=name, guess=guess
        )
    code = _code(kind_, fault)
    strange = _strange(fault["input"], source, (*steps, *loc), key=at_key) if code in _READ else None
    details = {"field": name, "value": _shown(fault["input"]), **_context(fault)}
    return strange or problem(code, source.locate((*steps, *loc), key=at_key), **details)


def _strange(text: Any, source: SourceFile, steps: KeyPath, *, key: bool) -> Problem | None:
    """Return the problem of a character in ``text``, which the program reads, that is not what it seems."""
    char = stranger(text) if isinstance(text, str) else ""
    if not char:
        return None
    start, end = source.spans.of(steps, key=key)
    place = source.place(max(start, source.spans.text.find(char, start, end)))
    details = {"char": code_point(char), "kind": kind(char)}
    like = twin(char)
    if like:
        return problem("look-alike-character", place, letter=char, like=like, **details)
    return problem("invisible-character", place, **details)


def _code(kind: str, fault: Mapping[str, Any]) -> str:
    if kind != "string_pattern_mismatch":
        return _TYPES.get(kind, "wrong-value")
    pattern = fault["ctx"]["pattern"]
    if pattern == LINE_PATTERN:
        return "empty-text" if not fault["input"].strip() else "not-one-line"
    return _PATTERNS[pattern]


def _context(fault: Mapping[str, Any]) -> dict[str, Any]:
    context = fault.get("ctx", {})
    if fault["type"] == "text_too_long":
        return dict(context)
    if fault["type"] == "enum":
        choices = context["expected"].replace("'", "").replace(" or ", ", ")
        return {"choices": choices, "guess": nearest_word(str(fault["input"]), choices.split(", "))}
    if fault["type"] not in _TYPES:
        return {"reason": fault["msg"]}
    return {}


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else type(value).__name__
    return text if len(text) <= 60 else f"{text[:60]}…"


def _fields_at(model: type[BaseModel], loc: KeyPath) -> list[str]:
    for step in loc:
        if isinstance(step, str) and step in fields_of(model):
            model = _model_in(fields_of(model)[step].annotation) or model
    return list(fields_of(model))


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
