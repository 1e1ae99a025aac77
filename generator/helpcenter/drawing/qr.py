"""Addresses as QR codes, which phones read from paper and from another screen."""

from __future__ import annotations

from io import BytesIO

BORDER = 4
"""How many modules around a code stay white: what the standard asks for."""
MASK = 2
"""Of the eight patterns that readers know, the one that fits best most often. To weigh all takes five times as long."""


def qr_svg(address: str) -> str:
    """Return the picture of a code that leads to ``address``: an SVG element, black on white in any colours around it.

    It can still be read with 15 % of it lost (level M of ISO/IEC 18004). Raises ValueError for an address that is
    longer than any code can hold, some 2,300 bytes.
    """
    import segno

    picture = BytesIO()
    code = segno.make_qr(address, error="m", mask=MASK)
    code.save(picture, kind="svg", xmldecl=False, nl=False, omitsize=True, border=BORDER, light="#fff", svgclass=None,
              lineclass=None)
    return picture.getvalue().decode()
