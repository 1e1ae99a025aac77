"""Walks over the texts of a model value: which fields hold lines and which hold Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel

from helpcenter.model.fields import FieldKind, fields_of
from helpcenter.model.key_path import KeyPath

TextField = tuple[KeyPath, str]
Wanted = TypeVar("Wanted", bound=BaseModel)


def text_fields(value: BaseModel) -> Iterator[TextField]:
    """Yield the way to and the text of each field below ``value`` that holds a line or Markdown, in order."""
    return ((steps, text) for _, steps, text in fields_of_kinds(value, ("line", "markdown")))


def markdown_fields(value: BaseModel, steps: KeyPath = ()) -> Iterator[TextField]:
    """Yield the way to and the text of each Markdown field below ``value``."""
    return ((way, text) for _, way, text in fields_of_kinds(value, ("markdown",), steps))


def line_fields(value: BaseModel, steps: KeyPath = ()) -> Iterator[TextField]:
    """Yield the way to and the text of each one-line field below ``value``."""
    return ((way, text) for _, way, text in fields_of_kinds(value, ("line",), steps))


def fields_of_kinds(
    value: BaseModel, kinds: tuple[str, ...], steps: KeyPath = ()
) -> list[tuple[str, KeyPath, str]]:
    """Return the kind of, the way to and the text of each field below ``value`` that is of ``kinds``, in order."""
    found: list[tuple[str, KeyPath, str]] = []
    _gather(value, steps, _plans(kinds), found)
    return found


def _gather(value: BaseModel, steps: KeyPath, plans: _Plans, found: list[tuple[str, KeyPath, str]]) -> None:
    for name, attribute, kind in plans[value.__class__]:
        content = getattr(value, attribute)
        if isinstance(content, str):
            found.append((kind, (*steps, name), content))
        elif isinstance(content, BaseModel):
            _gather(content, (*steps, name), plans, found)
        elif content:
            for key, item in _items(content):
                if kind:
                    found.append((kind, (*steps, name, key), item))
                else:
                    _gather(item, (*steps, name, key), plans, found)


def models_below(value: BaseModel, wanted: type[Wanted]) -> list[tuple[KeyPath, Wanted]]:
    """Return the way to and the value of each ``wanted`` model below ``value``."""
    found: list[tuple[KeyPath, Wanted]] = []
    _find(value, wanted, (), _plans(wanted), found)
    return found


def _find(
    value: BaseModel, wanted: type[Wanted], steps: KeyPath, plans: _Plans, found: list[tuple[KeyPath, Wanted]]
) -> None:
    if isinstance(value, wanted):
        found.append((steps, value))
        return
    for name, attribute, _ in plans[value.__class__]:
        content = getattr(value, attribute)
        if isinstance(content, BaseModel):
            _find(content, wanted, (*steps, name), plans, found)
        elif content:
            for key, item in _items(content):
                _find(item, wanted, (*steps, name, key), plans, found)


def _items(content: Any) -> Iterable[tuple[Any, Any]]:
    return content.items() if isinstance(content, dict) else enumerate(content)


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


class _Plans(dict[type[BaseModel], tuple[tuple[str, str, str], ...]]):
    """The fields of models that hold texts of the kinds that are ``wanted``, or such models, or lead to them: name,
    attribute, and the kind of a text.
    """

    def __init__(self, wanted: tuple[str, ...] | type[BaseModel]) -> None:
        super().__init__()
        self._kinds = wanted if isinstance(wanted, tuple) else ()
        self._model = wanted

    def __missing__(self, model: type[BaseModel]) -> tuple[tuple[str, str, str], ...]:
        self[model] = plan = tuple(self._made(model))
        return plan

    def _made(self, model: type[BaseModel]) -> Iterator[tuple[str, str, str]]:
        for (name, info), attribute in zip(fields_of(model).items(), model.model_fields, strict=True):
            marks = [mark for mark in info.metadata if isinstance(mark, FieldKind)] or _marks(info.annotation)
            kind = marks[0].name if marks else ""
            if kind in self._kinds if kind else any(map(self._leads, _models_in(info.annotation))):
                yield name, attribute, kind

    def _leads(self, model: type[BaseModel]) -> bool:
        return model is self._model or bool(self[model])


_plans = cache(_Plans)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)


def _marks(annotation: Any) -> list[FieldKind]:
    found = [mark for mark in getattr(annotation, "__metadata__", ()) if isinstance(mark, FieldKind)]
    for part in get_args(annotation):
        found += _marks(part)
    return found
