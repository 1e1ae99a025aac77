"""What a code says is read back by a decoder that shares nothing with what draws it."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
import zxingcpp

from helpcenter.drawing.qr import BORDER, qr_svg

DOTS = 4
ADDRESSES = [
    "https://help.example.com/a/",
    "https://help.example.com/cancel-after-sales/",
    "https://help.example.com/zh/why-cannot-cancel/#state-waiting~failed~changed~~~1?what=request&status=applied",
    "http://localhost:8000/reapply/#open-order",
    "https://例子.example/帮助/reapply/",
    f"https://help.example.com/{'long-' * 90}/",
    *(f"https://help.example.com/question-{number}/" for number in range(40)),
]


def drawn(svg: str) -> memoryview:
    """Draw the lines of a code as dots in gray; only what ``qr_svg`` writes is known here."""
    root = ElementTree.fromstring(svg)
    width, height = (int(number) * DOTS for number in root.attrib["viewBox"].split()[2:])
    gray = bytearray(b"\xff" * width * height)
    lines = root[-1].attrib["d"]
    across = down = 0.0
    for move, one, two, length in re.findall(r"([Mm])(-?[\d.]+) (-?[\d.]+)h(\d+)", lines):
        across, down = (float(one), float(two)) if move == "M" else (across + float(one), down + float(two))
        for row in range(int(down) * DOTS, (int(down) + 1) * DOTS):
            start = row * width + int(across) * DOTS
            gray[start : start + int(length) * DOTS] = bytes(int(length) * DOTS)
        across += float(length)
    return memoryview(bytes(gray)).cast("B", (height, width))


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_code_leads_to_its_address(address: str) -> None:
    [found] = zxingcpp.read_barcodes(drawn(qr_svg(address)))
    assert found.text == address
    assert "QR" in str(found.format)


def test_a_code_is_black_on_white_with_room_around_it_and_the_same_each_time() -> None:
    svg = qr_svg(ADDRESSES[0])
    assert svg == qr_svg(ADDRESSES[0])
    assert re.match(r'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 (\d+) \1"><path fill="#fff" d="M0 0h\1v\1h-\1z"/>', svg)
    assert f'<path stroke="#000" d="M{BORDER} {BORDER}.5h7' in svg
    assert len(svg) < 2000


def test_an_address_that_no_code_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="data"):
        qr_svg("https://help.example.com/" + "a" * 3000)
