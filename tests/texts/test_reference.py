"""A typesetter that follows another typesets again whatever asked something that has another answer now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product

import pytest

from helpcenter.addresses import Addresses
from helpcenter.model.help_center import HelpCenter
from helpcenter.model.values import Value
from helpcenter.sources.ordinary_pages import ordinary
from helpcenter.sources.pictures import Size
from helpcenter.texts.ordinary_texts import typeset_pages
from helpcenter.texts.reference import Reference
from helpcenter.texts.typesetting import Typesetter

TEXTS = (
    "等{{ days }}。",
    "等{{ dayz }}。",
    "等{days}。",
    "见[下一页](next)。",
    "见[下一页](nxet)。",
    "见[下一页](nextt-page)。",
    "见[下一段](next#part)。",
    "见[下一段](next#prat)。",
    "![步骤在下面](images/a.png)",
)


def reference(values: Mapping[str, str], pages: Mapping[str, set[str]], size: Size | None) -> Reference:
    center = HelpCenter((), {}, {}, {}, None, {}, {}, pages=frozenset(pages))
    held = {name: Value(text=text, source="规则页", checked="2026-11") for name, text in values.items()}
    return Reference(held, Addresses(center, {name: frozenset(parts) for name, parts in pages.items()}), lambda _: size)


STATES = (
    ({"days": "3 天"}, {"next": {"part"}}, (30, 20)),
    ({"days": "4 天"}, {"next": {"part"}}, (30, 20)),
    ({"day": "3 天"}, {"next": {"part"}}, (30, 20)),
    ({"days": "3 天"}, {"next": {"other"}}, (30, 20)),
    ({"days": "3 天"}, {"nxet": {"part"}}, (30, 20)),
    ({"days": "3 天"}, {"next": {"part"}}, (40, 20)),
    ({"days": "3 天"}, {"next": {"part"}}, None),
    ({"days": "3 天"}, {"next": {"part"}, "next-page": {"part"}}, (30, 20)),
)


def page(source: str, typesetter: Typesetter) -> object:
    return typeset_pages([ordinary("about.md", "content/about.md", source)], typesetter, ())


FORMS: tuple[Callable[[str, Typesetter], object], ...] = (
    lambda text, typesetter: typesetter.block(text),
    lambda text, typesetter: typesetter.inline(text),
    lambda text, typesetter: typesetter.line(text),
    page,
)


@pytest.mark.parametrize(("first", "later"), [*product(STATES[:1], STATES), *product(STATES[1:], STATES[:1])], ids=str)
def test_what_follows_is_what_is_made_anew(first: tuple[object, ...], later: tuple[object, ...]) -> None:
    for make, text in product(FORMS, TEXTS):
        before = Typesetter(reference(*first))  # type: ignore[arg-type]
        made = make(text, before)
        after = Typesetter(reference(*later), before)  # type: ignore[arg-type]
        anew = make(text, Typesetter(reference(*later)))  # type: ignore[arg-type]
        assert make(text, after) == anew
        assert made == anew or after.epoch is not before.epoch, "a page would be kept that is another now"
