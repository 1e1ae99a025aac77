"""Macros of our templates: at hand in all of them, and not called again for what was drawn before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache
from operator import call
from typing import Any, NamedTuple

from jinja2 import Environment
from markupsafe import Markup

FILES = ("parts/macros.html.jinja", "parts/folds.html.jinja")
"""Templates of macros; later ones call those of earlier ones."""
Macro = Callable[..., Markup]


class _Drawn(NamedTuple):
    """What a macro drew of an item, with the item, so that no other takes its number."""

    item: object
    html: Markup


def put_in(environment: Environment) -> None:
    """Let every template of ``environment`` have the macros of ``FILES``: imports cost a page more than its head.

    Filters go with them: ``with`` calls a macro without asking it first whether it wants the context, as Jinja does,
    which takes longer than what most of them draw; ``once`` calls it once for equal arguments, ``each`` once for each
    item of a list. What is called once may not typeset texts, as who keeps a page notes what its texts ask.
    """
    environment.filters |= {"with": call, "once": lru_cache(maxsize=256)(call), "each": _each()}
    for name in FILES:
        module = vars(environment.get_template(name).module)
        environment.globals |= {macro: value for macro, value in module.items() if callable(value)}


def _each() -> Callable[..., Markup]:
    drawn: dict[tuple[Any, ...], dict[int, _Drawn]] = defaultdict(dict)

    def each(items: Iterable[object], macro: Macro, *arguments: Any) -> Markup:
        known = drawn[macro, arguments]
        return Markup("".join([(known.get(id(item)) or one(known, item, macro, arguments)).html for item in items]))

    def one(known: dict[int, _Drawn], item: object, macro: Macro, arguments: tuple[Any, ...]) -> _Drawn:
        found = known[id(item)] = _Drawn(item, macro(item, *arguments))
        return found

    return each
