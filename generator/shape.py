"""Plain values to model values, with every mistake of shape as a problem at its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from generator.fields import (
    ID_PATTERN,
    LINE_PATTERN,
    LINK_PATTERN,
    NAME_PATTERN,
    TEXT_PATTERN,
    URL_PATTERN,
)
from generator.guesses import nearest
from generator.problems import Problem, problem
from generator.yaml_source import Source, Steps

Model = TypeVar("Model", bound=BaseModel)

_PATTERNS = {
    ID_PATTERN: "bad-id",
    NAME_PATTERN: "bad-name",
    LINK_PATTERN: "bad-link",
    URL_PATTERN: "bad-url",
    TEXT_PATTERN: "empty-text",
}
_TYPES = {
    "bad_days": "bad-days",
    "bad_date": "bad-date",
    "bad_rank": "bad-rank",
    "lonely_synonym": "lonely-synonym",
    "bad_times": "bad-times",
    "bad_yes_no": "bad-yes-no",
    "empty_substep": "empty-substep",
    "retired_without_see": "retired-without-see",
    "text_too_long": "text-too-long",
    "string_type": "not-text",
    "enum": "unknown-choice",
    "tuple_type": "not-a-list",
    "list_type": "not-a-list",
    "model_type": "not-a-mapping",
    "model_attributes_type": "not-a-mapping",
    "dict_type": "not-a-mapping",
}


def shaped(model: type[Model], data: Any, source: Source, steps: Steps = ()) -> tuple[Model | None, list[Problem]]:
    """Validate ``data``, which stands at ``steps`` of ``source``, as ``model``."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        faults = error.errors(include_url=False)
        mistyped = {_guessed(fault["loc"], model) for fault in faults if fault["type"] == "extra_forbidden"}
        # a field is not missing when its name was mistyped: one mistake is one problem
        told = (fault for fault in faults if fault["type"] != "missing" or fault["loc"] not in mistyped)
        return None, [_problem(fault, model, source, steps) for fault in told]


def _guessed(loc: Steps, model: type[BaseModel]) -> Steps:
    """Return the way to the field that was probably meant at ``loc``."""
    return (*loc[:-1], nearest(str(loc[-1]), _fields_at(model, loc[:-1])))


def _problem(fault: Mapping[str, Any], model: type[BaseModel], source: Source, steps: Steps) -> Problem:
    kind, loc = fault["type"], tuple(fault["loc"])
    at_key = len(loc) > 1 and loc[-1] == "[key]" and kind != "extra_forbidden"
    loc = loc[:-1] if at_key else loc
    name = str(loc[-1]) if loc else source.name
    if kind == "missing":
        return problem("missing-field", source.locate((*steps, *loc[:-1])), field=name)
    if kind == "extra_forbidden":
        guess = _guessed(loc, model)[-1]
        return problem("unknown-field", source.locate((*steps, *loc), key=True), field=name, guess=guess)
    code = _code(kind, fault)
    details = {"field": name, "value": _shown(fault["input"]), **_context(fault)}
    return problem(code, source.locate((*steps, *loc), key=at_key), **details)


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
        return {"choices": choices, "guess": nearest(str(fault["input"]), choices.split(", "))}
    if fault["type"] not in _TYPES:
        return {"reason": fault["msg"]}
    return {}


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else type(value).__name__
    return text if len(text) <= 60 else f"{text[:60]}…"


def _fields_at(model: type[BaseModel], loc: Steps) -> list[str]:
    for step in loc:
        if isinstance(step, str) and step in model.model_fields:
            model = _model_in(model.model_fields[step].annotation) or model
    return list(model.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
