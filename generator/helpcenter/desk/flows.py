"""Guided flows as the desk walks them: the sections of their pages as data, with what staff are told.

No rule is left, as on the pages: every option of a section leads to another section or out of the flow. What the copies
of a node have in common is there once; what they say is a place in ``texts``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from helpcenter.addresses import page_path
from helpcenter.exports.blanks import keeper
from helpcenter.flow.compiled import Compiled
from helpcenter.flow.graph import NOT_SOLVED
from helpcenter.model.fields import Status
from helpcenter.model.flows import Flow
from helpcenter.pages.book import Book
from helpcenter.pages.flows import PERSON, Choice, StepView, flow_view
from helpcenter.rendering.environment import Renderer
from helpcenter.texts.variants import differs, for_platform


def flows_for_desk(book: Book, renderer: Renderer) -> list[dict[str, Any]]:
    """Return the flows of ``book`` in reading order, as plain values for the script of the desk.

    ``nodes`` have title, kind and options. A section, by its anchor, is the place of its text and pairs of an
    option and where that leads: an anchor, or behind a ``>`` another flow and perhaps its node. ``link`` is empty where
    there is no public page.
    """
    entries = (entry for contents in book.order.topics for entry in contents.entries)
    return [_told(book, renderer, book.typeset.flows[entry.id]) for entry in entries if isinstance(entry, Flow)]


def _told(book: Book, renderer: Renderer, compiled: Compiled) -> dict[str, Any]:
    flow, site = compiled.flow, book.edition.site
    view, keep = flow_view(compiled, book), keeper(book)
    steps = [*view.steps, *([_person(book, view.people)] if view.people else ())]
    nodes: dict[str, Any] = {}
    sections: dict[str, Any] = {}
    texts: dict[str, int] = {}
    for step in steps:
        choices = {choice.option or NOT_SOLVED: choice for choice in _choices(step)}
        node = nodes.setdefault(step.anchor.partition("~")[0], _node(step, book))
        node["options"] |= {option: _option(choice, book) for option, choice in choices.items()}
        text = texts.setdefault(keep(renderer.render("desk/step", step=step)), len(texts))
        sections[step.anchor] = [text, [[option, _target(choice)] for option, choice in choices.items()]]
    return {
        "id": flow.id,
        "title": for_platform(_line(flow.title, book), ""),
        "start": compiled.sections.start,
        "link": site.absolute(page_path(flow.id)) if site.url and flow.status is Status.PUBLISHED else "",
        "differs": _differs(nodes.values(), texts),
        "nodes": nodes,
        "sections": sections,
        "texts": list(texts),
    }


def _differs(nodes: Iterable[Mapping[str, Any]], texts: Iterable[str]) -> bool:
    """Return whether some of a flow is for readers of some platforms alone, or asks for theirs."""
    options = [option for node in nodes for option in node["options"].values()]
    lines = [node["title"] for node in nodes] + [line for option in options for line in option[:2]]
    return any(option[2:] for option in options) or any(map(differs, (*texts, *lines)))


def _person(book: Book, people: Any) -> StepView:
    """Return the section that pages of flows have for whom nothing helped."""
    title = book.words("contact.title")
    return StepView(PERSON, "", "contact", title, "", (), 0, 0, (), contacts=people)


def _choices(step: StepView) -> tuple[Choice, ...]:
    return (*step.choices, *((step.unsolved,) if step.unsolved else ()))


def _node(step: StepView, book: Book) -> dict[str, Any]:
    return {"kind": step.kind, "title": _line(step.title, book), "options": {}}


def _option(choice: Choice, book: Book) -> list[Any]:
    """Return label, hint, which platforms it tells and for which alone it is; of the end only what is there."""
    label = _line(choice.label, book) if choice.label else escape(book.words("flow.unsolved"), quote=False)
    hint = _line(choice.hint, book) if choice.hint else ""
    told: list[Any] = [label, hint, list(choice.tells), list(choice.platforms)]
    while not told[-1]:
        told.pop()
    return told


def _target(choice: Choice) -> str:
    """Return the anchor that ``choice`` leads to, or another flow."""
    if choice.number:
        return choice.href.removeprefix("#")
    flow, _, node = choice.href.removeprefix("../").partition("/")
    return f">{flow}{node}"


def _line(text: str, book: Book) -> str:
    return keeper(book)(str(book.typeset.said.get(text, "")) or escape(text, quote=False))
