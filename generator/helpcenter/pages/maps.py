"""The map of a flow on a page of its own: for writers and staff, in no menu and no index."""

from __future__ import annotations

from functools import partial

from markupsafe import Markup

from helpcenter.addresses import page_path
from helpcenter.drawing import Diagram, diagram_of, picture
from helpcenter.drawing.outline import outline
from helpcenter.flow.compiled import Compiled
from helpcenter.memory import FORGETFUL, Memory
from helpcenter.model.flows import Flow
from helpcenter.pages.book import Book
from helpcenter.pages.sheet import Sheet
from helpcenter.words.catalogue import Words


def map_path(flow_id: str) -> str:
    """Return the address of a flow's map below the site's root."""
    return f"{flow_id}/map/"


def map_page(compiled: Compiled, book: Book, memory: Memory = FORGETFUL) -> Sheet:
    """Return the sheet with the picture of a flow, which takes long to draw, and the same as a nested list."""
    flow = compiled.flow
    address = partial(box_address, flow)
    svg = memory(_map, compiled, book.words, tuple(_titles(book).items()))
    return Sheet(
        "map",
        map_path(flow.id),
        book.words("flow.map_title", title=flow.title),
        book.words("flow.map_about", title=flow.title),
        {"flow": flow, "svg": svg, "lists": outline(flow_diagram(compiled, book)), "address": address},
        crumbs=[(flow.title, page_path(flow.id))],
        updated=flow.updated,
        indexed=False,
    )


def flow_diagram(compiled: Compiled, book: Book) -> Diagram:
    """Return what the picture of a flow shows."""
    return diagram_of(compiled.graph, book.words, _titles(book))


def box_address(flow: Flow, box: str) -> str:
    """Return the link from the map of ``flow`` to a box: a section of the flow's page, or another flow."""
    if box in flow.nodes:
        return f"../#{box}"
    other, _, question = box.partition("#")
    return f"../../{other}/#{question}" if question else f"../../{other}/"


def _map(compiled: Compiled, words: Words, titles: tuple[tuple[str, str], ...]) -> Markup:
    return Markup(picture(diagram_of(compiled.graph, words, dict(titles)), partial(box_address, compiled.flow)))


def _titles(book: Book) -> dict[str, str]:
    return {other: found.flow.title for other, found in book.typeset.flows.items()}
