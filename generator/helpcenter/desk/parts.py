"""The parts of an entry, however deep: what has a title, a note or platforms of its own."""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.model.fields import Strict


def parts_below(value: Strict, title: str = "") -> Iterator[tuple[str, Strict]]:
    """Yield ``value`` and every part below it in order, each with the ``title`` of the nearest part that has one."""
    yield title, value
    for name in type(value).model_fields:
        held = getattr(value, name)
        parts = held if isinstance(held, tuple) else tuple(held.values()) if isinstance(held, dict) else (held,)
        for part in parts:
            if isinstance(part, Strict):
                own = getattr(part, "title", None) or getattr(part, "cause", None)
                yield from parts_below(part, str(own) if own else title)
