"""Walks over the texts of a model value: which fields hold lines and which hold Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from generator.fields import Kind

Steps = tuple[str | int, ...]
TextField = tuple[Steps, str]


def text_fields(value: BaseModel) -> Iterator[TextField]:
    """Yield the way to and the text of each field below ``value`` that holds a line or Markdown, in order."""
    return _fields(value, (), ("line", "markdown"))


def markdown_fields(value: BaseModel, steps: Steps = ()) -> Iterator[TextField]:
    """Yield the way to and the text of each Markdown field below ``value``."""
    return _fields(value, steps, ("markdown",))


def line_fields(value: BaseModel, steps: Steps = ()) -> Iterator[TextField]:
    """Yield the way to and the text of each one-line field below ``value``."""
    return _fields(value, steps, ("line",))


def _fields(value: BaseModel, steps: Steps, kinds: tuple[str, ...]) -> Iterator[TextField]:
    for name, held in _plan(type(value)):
        content = getattr(value, name)
        if content is None:
            continue
        if held in kinds:
            yield (*steps, name), content
        elif held == "mapping":
            for key, item in content.items():
                yield from _fields(item, (*steps, name, key), kinds)
        elif held == "models":
            for index, item in enumerate(content):
                yield from _fields(item, (*steps, name, index), kinds)
        elif held == "model":
            yield from _fields(content, (*steps, name), kinds)


@lru_cache(maxsize=64)
def _plan(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Return which fields of ``model`` lead to texts: name and line, markdown, model, models or mapping."""
    plan: list[tuple[str, str]] = []
    for name, info in model.model_fields.items():
        marks = [mark for mark in info.metadata if isinstance(mark, Kind)] or _marks(info.annotation)
        if marks:
            plan.append((name, marks[0].name))
        elif _mentions(info.annotation, lambda part: isinstance(part, type) and issubclass(part, BaseModel)):
            plan.append((name, _shape(info.annotation)))
    return tuple(plan)


def _shape(annotation: Any) -> str:
    if _mentions(annotation, lambda part: get_origin(part) is dict):
        return "mapping"
    return "models" if _mentions(annotation, lambda part: part is Ellipsis) else "model"


def _marks(annotation: Any) -> list[Kind]:
    found = [mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, Kind)]
    for part in get_args(annotation):
        found += _marks(part)
    return found


def _mentions(annotation: Any, wanted: Callable[[Any], bool]) -> bool:
    return wanted(annotation) or any(_mentions(part, wanted) for part in get_args(annotation))
