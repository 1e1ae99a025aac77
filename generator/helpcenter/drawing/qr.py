"""Addresses as QR codes, which phones read from paper and from another screen."""

from __future__ import annotations

import re
from collections.abc import Iterable

BORDER = 4
"""How many modules around a code stay white: what the standard asks for."""
MASK = 2
"""Of the eight patterns that readers know, the one that fits best most often. To weigh all takes five times as long."""
_DARK = re.compile(rb"\x01+")


def qr_svg(address: str) -> str:
    """Return the picture of a code that leads to ``address``: an SVG element, black on white in any colours around it.

    It can still be read with 15 % of it lost (level M of ISO/IEC 18004). Raises ValueError for an address that is
    longer than any code can hold, some 2,300 bytes.
    """
    import segno

    rows = segno.make_qr(address, error="m", mask=MASK).matrix
    size = len(rows) + 2 * BORDER
    white = f'<path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/>'
    black = f'<path stroke="#000" d="{_lines(rows)}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">{white}{black}</svg>'


def _lines(rows: Iterable[bytes | bytearray]) -> str:
    """Return the path of all dark modules; segno, which knows more colours, takes a quarter of all its time for it."""
    lines, x, y = [], 0, 0
    for down, row in enumerate(rows):
        for run in _DARK.finditer(row):
            start, end = run.span()
            lines.append(f"m{start - x} {down - y}h{end - start}")
            x, y = end, down
    return "".join(lines).replace("m0 0", f"M{BORDER} {BORDER + 0.5}", 1)  # codes have a dark corner
