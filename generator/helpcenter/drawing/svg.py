"""A diagram as SVG: every box a link, every arrow with its answer; colours come from style sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from itertools import pairwise

from helpcenter.drawing.diagram import DO, EXIT, QUESTION, Arrow, Diagram
from helpcenter.drawing.layout import BoxSize, Layout, Point, Polyline, layout
from helpcenter.drawing.lettering import ems, wrapped

LINE, TEXT = 20.0, 14.0
"""Height of a line and of a character, in pixels."""
MARGIN, ENTRY = 12.0, 26.0
"""Around the picture, and more at the left, for the arrow that shows where to begin."""
BOX_EMS, LABEL_EMS = 14.0, 11.0
"""How wide the text of a box and of a label may grow, in characters of full width."""

STYLE = """\
svg{color-scheme:light dark;font:14px/1.4 system-ui,sans-serif;background:#fff}a{text-decoration:none}
.line{fill:none;stroke:#7b8a83}.retry{stroke-dasharray:6 4}.head{fill:#7b8a83}text{fill:#1d2522}
.label{fill:#56635d;font-size:13px}.shape{fill:#f6f7f5;stroke:#56635d}.question .shape{fill:#e3f2ec;stroke:#0b6a56}
.start .shape{stroke-width:3}.solved .shape{stroke:#0b6a56}.wait .shape{stroke:#1c5a96}
.contact .shape{stroke:#7c5200}.not-possible .shape{stroke:#a8201a}
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


def _svg(diagram: Diagram, link: Callable[[str], str], style: str) -> str:
    start = diagram.flow.start
    # the first of all boxes stands at the top left
    boxes = {box.id: wrapped(box.text, BOX_EMS) for box in sorted(diagram.boxes, key=lambda box: box.id != start)}
    labels = [[part for line in arrow.label for part in wrapped(line, LABEL_EMS)] for arrow in diagram.arrows]
    sizes = {box: _size(lines, padding=12) for box, lines in boxes.items()}
    rooms = [_size(lines, padding=4) for lines in labels]
    retries = {number for number, arrow in enumerate(diagram.arrows) if arrow.times}
    placed = layout(sizes, [(arrow.edge.node, arrow.edge.target) for arrow in diagram.arrows], rooms, retries)
    parts = [part for number, arrow in enumerate(diagram.arrows) for part in _arrow(number, arrow, placed, sizes)]
    parts += [_text(lines, at, room, "label") for lines, at, room in zip(labels, placed.labels, rooms, strict=True)]
    for box in diagram.boxes:
        kind = f"{box.kind} start" if box.id == start else box.kind
        drawn = _shape(box.kind, placed.boxes[box.id], sizes[box.id])
        text = _text(boxes[box.id], placed.boxes[box.id], sizes[box.id], "")
        parts.append(f'<a href="{escape(link(box.id))}" class="{kind}">{drawn}{text}</a>')
    return _framed(diagram.flow.title, placed.size, [style, *parts, _entry(placed.boxes[start])])


def _framed(title: str, size: BoxSize, parts: list[str]) -> str:
    width, height = size[0] + 2 * MARGIN + ENTRY, size[1] + 2 * MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="hc-map" width="{width:.0f}" height="{height:.0f}" '
        f'viewBox="{-MARGIN - ENTRY:.0f} {-MARGIN:.0f} {width:.0f} {height:.0f}" role="group" '
        f'aria-label="{escape(title)}">{"".join(parts)}</svg>'
    )


def _size(lines: list[str], padding: float) -> BoxSize:
    return max(map(ems, lines)) * TEXT + 2 * padding, len(lines) * LINE + padding


def _arrow(number: int, arrow: Arrow, placed: Layout, sizes: dict[str, BoxSize]) -> Iterator[str]:
    """Yield the line to the label, the line from there, and the head where that arrives at its box."""
    kind = "line retry" if arrow.times else "line"
    lines, target = placed.lines[2 * number : 2 * number + 2], arrow.edge.target
    yield from (f'<path class="{kind}" d="{_path(line)}"/>' for line in lines)
    (before, _), end = lines[1][-2:]
    left, middle = placed.boxes[target]
    if end in ((left, middle), (left + sizes[target][0], middle)):
        yield _head(end, -7 if before < end[0] else 7)


def _path(line: Polyline) -> str:
    """Return level lines inside columns and curves between them."""
    path = f"M{line[0][0]:.0f} {line[0][1]:.0f}"
    for (x, y), (to_x, to_y) in pairwise(line):
        half = (x + to_x) / 2
        curve = f"C{half:.0f} {y:.0f} {half:.0f} {to_y:.0f} {to_x:.0f} {to_y:.0f}"
        path += f"H{to_x:.0f}" if y == to_y else curve
    return path


def _head(end: Point, side: int) -> str:
    return f'<path class="head" d="M{end[0]:.0f} {end[1]:.0f}l{side} -4v8z"/>'


def _entry(at: Point) -> str:
    """Return the arrow out of nowhere that leads to the first question."""
    x, y = at
    line = f'<path class="line" d="M{x - ENTRY:.0f} {y:.0f}H{x:.0f}"/>'
    return f'<circle class="head" cx="{x - ENTRY:.0f}" cy="{y:.0f}" r="4"/>{line}{_head(at, -7)}'


def _text(lines: list[str], at: Point, size: BoxSize, kind: str) -> str:
    x, first = at[0] + size[0] / 2, at[1] - (len(lines) - 1) * LINE / 2
    spans = "".join(
        f'<tspan x="{x:.0f}" y="{first + place * LINE:.0f}">{escape(line)}</tspan>' for place, line in enumerate(lines)
    )
    mark = f' class="{kind}"' if kind else ""
    return f'<text{mark} text-anchor="middle" dominant-baseline="central">{spans}</text>'


def _shape(kind: str, at: Point, size: BoxSize) -> str:
    """Return the outline of a box: each kind has a shape of its own, so that colour is never alone."""
    (x, middle), (width, height) = at, size
    y, cut = middle - height / 2, 9.0
    if kind in (QUESTION, DO, "solved"):
        round_by = {QUESTION: 5, DO: 0}.get(kind, height / 2)
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


