"""A diagram as SVG: every box a link, every arrow with its answer; colours come from style sheets."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from itertools import pairwise

from generator.drawing.diagram import EXIT, QUESTION, Box, Diagram
from generator.drawing.layout import Layout, Point, Size, layout

LINE, TEXT = 20.0, 14.0
"""Height of a line and of a character, in pixels."""
MARGIN = 12.0
BOX_EMS, LABEL_EMS = 14.0, 11.0
"""How wide the text of a box and of a label may grow, in characters of full width."""

STYLE = """\
svg{color-scheme:light dark;font:14px/1.4 system-ui,sans-serif;background:#fff}
.line{fill:none;stroke:#7b8a83}.head{fill:#7b8a83}text{fill:#1d2522}.label{fill:#56635d;font-size:13px}
.shape{fill:#f6f7f5;stroke:#56635d}.question .shape{fill:#e3f2ec;stroke:#0b6a56}.solved .shape{stroke:#0b6a56}
.wait .shape{stroke:#1c5a96}.contact .shape{stroke:#7c5200}.not-possible .shape{stroke:#a8201a}
@media(prefers-color-scheme:dark){svg{background:#101513}text{fill:#e4ebe7}.label{fill:#a5b3ac}
.shape{fill:#19201d;stroke:#a5b3ac}.question .shape{fill:#1b332b;stroke:#66d3b1}.solved .shape{stroke:#66d3b1}
.wait .shape{stroke:#8fc3f5}.contact .shape{stroke:#f0c25c}.not-possible .shape{stroke:#f79a94}}
"""


def picture(diagram: Diagram, link: Callable[[str], str]) -> str:
    """Return an ``svg`` element for a page whose style sheet colours it; ``link`` gives each box its address."""
    return _svg(diagram, link, "")


def standalone(diagram: Diagram, link: Callable[[str], str]) -> str:
    """Return an SVG file that brings its colours, for light and dark."""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_svg(diagram, link, f"<style>{STYLE}</style>")}\n'


def wrapped(text: str, ems: float) -> list[str]:
    """Break ``text`` into lines at most ``ems`` wide, counting Latin letters for about half a character."""
    lines, width = [""], 0.0
    for char in text:
        step = 1.0 if ord(char) > 0x2E7F else 0.56
        if width + step > ems and char not in "，。；：？！、）”":
            lines.append("")
            width = 0.0
        lines[-1] += char
        width += step
    return [line.strip() for line in lines]


def _svg(diagram: Diagram, link: Callable[[str], str], style: str) -> str:
    boxes = {box.id: wrapped(box.text, BOX_EMS) for box in diagram.boxes}
    labels = [[part for line in arrow.label for part in wrapped(line, LABEL_EMS)] for arrow in diagram.arrows]
    sizes = {box: _size(lines, padding=12) for box, lines in boxes.items()}
    sizes |= {f"label {number}": _size(lines, padding=4) for number, lines in enumerate(labels)}
    pairs = []
    for number, arrow in enumerate(diagram.arrows):
        pairs += [(arrow.edge.node, f"label {number}"), (f"label {number}", arrow.edge.target)]
    placed = layout(sizes, pairs)
    lines = [_line(points, arrowhead=bool(number % 2)) for number, points in enumerate(placed.lines)]
    shapes = [_box(box, boxes[box.id], placed.boxes[box.id], sizes[box.id], link(box.id)) for box in diagram.boxes]
    texts = [_label(number, lines_, placed, sizes) for number, lines_ in enumerate(labels)]
    width, height = placed.size[0] + 2 * MARGIN, placed.size[1] + 2 * MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="hc-map" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="{-MARGIN:.0f} {-MARGIN:.0f} {width:.0f} {height:.0f}" role="group" '
        f'aria-label="{escape(diagram.flow.title)}">{style}{"".join((*lines, *texts, *shapes))}</svg>'
    )


def _size(lines: list[str], padding: float) -> Size:
    ems = max(sum(1.0 if ord(char) > 0x2E7F else 0.56 for char in line) for line in lines)
    return ems * TEXT + 2 * padding, len(lines) * LINE + padding


def _line(points: tuple[Point, ...], *, arrowhead: bool) -> str:
    path = f"M{points[0][0]:.0f} {points[0][1]:.0f}"
    for (x, y), (to_x, to_y) in pairwise(points):
        half = (x + to_x) / 2
        path += f"C{half:.0f} {y:.0f} {half:.0f} {to_y:.0f} {to_x:.0f} {to_y:.0f}"
    end, side = points[-1], -7 if points[-1][0] >= points[-2][0] else 7
    head = f'<path class="head" d="M{end[0]:.0f} {end[1]:.0f}l{side} -4v8z"/>' if arrowhead else ""
    return f'<path class="line" d="{path}"/>{head}'


def _label(number: int, lines: list[str], placed: Layout, sizes: dict[str, Size]) -> str:
    name = f"label {number}"
    return _text(lines, placed.boxes[name], sizes[name], "label")


def _box(box: Box, lines: list[str], at: Point, size: Size, href: str) -> str:
    text = _text(lines, at, size, "")
    return f'<a href="{escape(href)}" class="{box.kind}">{_shape(box.kind, at, size)}{text}</a>'


def _text(lines: list[str], at: Point, size: Size, kind: str) -> str:
    x, first = at[0] + size[0] / 2, at[1] - (len(lines) - 1) * LINE / 2
    spans = "".join(
        f'<tspan x="{x:.0f}" y="{first + place * LINE:.0f}">{escape(line)}</tspan>' for place, line in enumerate(lines)
    )
    mark = f' class="{kind}"' if kind else ""
    return f'<text{mark} text-anchor="middle" dominant-baseline="central">{spans}</text>'


def _shape(kind: str, at: Point, size: Size) -> str:
    """Return the outline of a box: each kind has a shape of its own, so that colour is never alone."""
    (x, middle), (width, height) = at, size
    y, cut = middle - height / 2, 9.0
    if kind in (QUESTION, "solved"):
        round_by = height / 2 if kind == "solved" else 5
        place = f'x="{x:.0f}" y="{y:.0f}" width="{width:.0f}" height="{height:.0f}"'
        return f'<rect class="shape" {place} rx="{round_by:.0f}"/>'
    right, bottom = x + width, y + height
    corners: dict[str, tuple[Point, ...]] = {
        "wait": (
            *((x + cut, y), (right - cut, y), (right, middle)),
            *((right - cut, bottom), (x + cut, bottom), (x, middle)),
        ),
        "contact": ((x + cut, y), (right, y), (right - cut, bottom), (x, bottom)),
        "not-possible": (
            *((x + cut, y), (right - cut, y), (right, y + cut), (right, bottom - cut)),
            *((right - cut, bottom), (x + cut, bottom), (x, bottom - cut), (x, y + cut)),
        ),
        EXIT: ((x, y), (right - cut, y), (right, middle), (right - cut, bottom), (x, bottom)),
    }
    points = " ".join(f"{px:.0f},{py:.0f}" for px, py in corners[kind])
    return f'<polygon class="shape" points="{points}"/>'


