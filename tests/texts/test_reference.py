"""A memory has again made whatever asked a typesetter something that has another answer now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product

import pytest

from helpcenter.addresses import Addresses
from helpcenter.memory import Memory
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


def page(text: str, typesetter: Typesetter) -> object:
    return typeset_pages([ordinary("about.md", "content/about.md", text)], typesetter, ())


def block(text: str, typesetter: Typesetter) -> object:
    return typesetter.block(text)


def inline(text: str, typesetter: Typesetter) -> object:
    return typesetter.inline(text)


def twice(text: str, typesetter: Typesetter) -> object:
    return [typesetter.block(text) for _ in range(2)]


def line(text: str, typesetter: Typesetter) -> object:
    return typesetter.line(text)


FORMS: tuple[Callable[[str, Typesetter], object], ...] = (block, inline, line, page)


@pytest.mark.parametrize(("first", "later"), [*product(STATES[:1], STATES), *product(STATES[1:], STATES[:1])], ids=str)
def test_what_follows_is_what_is_made_anew(first: tuple[object, ...], later: tuple[object, ...]) -> None:
    for make, text in product(FORMS, TEXTS):
        memory = Memory()
        memory(make, text, Typesetter(reference(*first)))  # type: ignore[arg-type]
        memory.begin()
        after = memory(make, text, Typesetter(reference(*later)))  # type: ignore[arg-type]
        assert after == make(text, Typesetter(reference(*later)))  # type: ignore[arg-type]


def test_what_asks_nothing_that_changed_is_kept() -> None:
    memory = Memory()
    made = memory(block, TEXTS[0], Typesetter(reference(*STATES[0])))
    memory.begin()
    assert memory(block, TEXTS[0], Typesetter(reference(*STATES[3]))) is made


def test_a_text_that_stands_twice_is_asked_for_each_time() -> None:
    memory, first = Memory(), Typesetter(reference(*STATES[0]))
    for make in (block, twice):
        memory(make, TEXTS[0], first)
    memory.begin()
    later = Typesetter(reference(*STATES[1]))
    assert memory(twice, TEXTS[0], later) == twice(TEXTS[0], later)
