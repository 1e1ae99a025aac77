"""Walks over the texts of a model value: which fields hold lines and which hold Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

from helpcenter.model.fields import FieldKind, fields_of
from helpcenter.model.key_path import KeyPath

TextField = tuple[KeyPath, str]
Wanted = TypeVar("Wanted", bound=BaseModel)


def text_fields(value: BaseModel) -> Iterator[TextField]:
    """Yield the way to and the text of each field below ``value`` that holds a line or Markdown, in order."""
    return _fields(value, (), ("line", "markdown"))


def markdown_fields(value: BaseModel, steps: KeyPath = ()) -> Iterator[TextField]:
    """Yield the way to and the text of each Markdown field below ``value``."""
    return _fields(value, steps, ("markdown",))


def line_fields(value: BaseModel, steps: KeyPath = ()) -> Iterator[TextField]:
    """Yield the way to and the text of each one-line field below ``value``."""
    return _fields(value, steps, ("line",))


def note_fields(value: BaseModel) -> Iterator[TextField]:
    """Yield the way to and the text of each note for staff below ``value``."""
    return _fields(value, (), ("note",))


def models_below(value: BaseModel, wanted: type[Wanted], steps: KeyPath = ()) -> Iterator[tuple[KeyPath, Wanted]]:
    """Yield the way to and the value of each ``wanted`` model with texts below ``value``."""
    for name, attribute, held in _plan(type(value)):
        content = getattr(value, attribute)
        below: Iterable[tuple[KeyPath, Any]] = ()
        if content and held == "model":
            below = [((name,), content)]
        elif content and held in ("models", "mapping"):
            items = content.items() if held == "mapping" else enumerate(content)
            below = (((name, key), item) for key, item in items)
        for way, item in below:
            if isinstance(item, wanted):
                yield (*steps, *way), item
            else:
                yield from models_below(item, wanted, (*steps, *way))


@lru_cache(maxsize=1024)
def kind_at(model: type[BaseModel], steps: KeyPath) -> str:
    """Return the kind of the text at ``steps`` below a ``model``; nothing for ids, dates and the like."""
    held: Any = model
    for step in steps:
        held = _below(held, step)
    inner = _model_in(held) or _model_in(_below(held, 0))
    if inner is not None:  # a substep, a source or a text in parts may be one text
        held = next((_below(inner, name) for name in ("text", "name") if name in inner.model_fields), None)
    return next((mark.name for mark in _marks(held)), "")


def _below(held: Any, step: str | int) -> Any:
    """Return the annotation of what stands at ``step`` below one, None when nothing can stand there."""
    inner = _model_in(held)
    if inner is not None:
        info = fields_of(inner).get(str(step))
        return None if info is None else Annotated[info.annotation, *info.metadata, None]
    held_by = {get_origin(part): get_args(part) for part in _parts(held)}
    if isinstance(step, int):
        return held_by[tuple][0] if tuple in held_by else None
    if tuple in held_by and dict not in held_by:  # one value may stand for a list of one
        return _below(held_by[tuple][0], step)
    return held_by[dict][1] if dict in held_by else None


def _model_in(held: Any) -> type[BaseModel] | None:
    return next((part for part in _parts(held) if isinstance(part, type) and issubclass(part, BaseModel)), None)


def _parts(held: Any) -> Iterator[Any]:
    """Yield what an annotation allows, without its marks."""
    if get_origin(held) is Annotated:
        yield from _parts(get_args(held)[0])
    elif get_origin(held) in (Union, UnionType):
        for part in get_args(held):
            yield from _parts(part)
    else:
        yield held


def _fields(value: BaseModel, steps: KeyPath, kinds: tuple[str, ...]) -> Iterator[TextField]:
    for name, attribute, held in _plan(type(value)):
        content = getattr(value, attribute)
        if content is None:
            continue
        if held in kinds:
            if isinstance(content, dict):
                yield from (((*steps, name, key), text) for key, text in content.items())
            elif isinstance(content, tuple):
                yield from (((*steps, name, index), text) for index, text in enumerate(content))
            else:
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
def _plan(model: type[BaseModel]) -> tuple[tuple[str, str, str], ...]:
    """Return which fields of ``model`` lead to texts: name, attribute, and line, markdown, model, models or mapping."""
    plan: list[tuple[str, str, str]] = []
    for (name, info), attribute in zip(fields_of(model).items(), model.model_fields, strict=True):
        marks = [mark for mark in info.metadata if isinstance(mark, FieldKind)] or _marks(info.annotation)
        if marks:
            plan.append((name, attribute, marks[0].name))
        elif _mentions(info.annotation, lambda part: isinstance(part, type) and issubclass(part, BaseModel)):
            plan.append((name, attribute, _shape(info.annotation)))
    return tuple(plan)


def _shape(annotation: Any) -> str:
    if _mentions(annotation, lambda part: get_origin(part) is dict):
        return "mapping"
    return "models" if _mentions(annotation, lambda part: part is Ellipsis) else "model"


def _marks(annotation: Any) -> list[FieldKind]:
    found = [mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, FieldKind)]
    for part in get_args(annotation):
        found += _marks(part)
    return found


def _mentions(annotation: Any, wanted: Callable[[Any], bool]) -> bool:
    return wanted(annotation) or any(_mentions(part, wanted) for part in get_args(annotation))
