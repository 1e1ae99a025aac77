"""A picture is known by what it holds; an SVG that runs or loads something is none that may go out."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpcenter.sources.pictures import fault_of, is_picture, size_of

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
XHTML = "http://www.w3.org/1999/xhtml"


def svg(inside: str, attributes: str = "") -> str:
    return f"<svg {NS} {attributes}>{inside}</svg>"


def fault(folder: Path, name: str, content: bytes | str) -> str:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return fault_of(path)


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n..", b"\xff\xd8\xff\xe0..", b"GIF89a..", b"GIF87a..", b"RIFF\x00\n\x00\x00WEBPVP8 "],
)
def test_pictures_are_known_by_their_first_bytes_whatever_they_are_called(content: bytes, tmp_path: Path) -> None:
    assert [fault(tmp_path, name, content) for name in ("a.png", "a.jpg", "a.WEBP")] == ["", "", ""]
    assert fault(tmp_path, "a.svg", content) == "not-a-picture"


@pytest.mark.parametrize("content", [b"", b"staff: x", b"<svg/>", b"%PDF-1.7", b"PK\x03\x04", b"RIFF\x00\x00\x00\x00WAVE"])
def test_anything_else_is_no_picture(content: bytes, tmp_path: Path) -> None:
    assert fault(tmp_path, "a.png", content) == "not-a-picture"


def test_a_picture_is_called_like_one() -> None:
    assert [name for name in ("a.png", "a.JPG", "images/a.svg", "a.svg~", "a.pdf", "png") if is_picture(name)] == [
        "a.png", "a.JPG", "images/a.svg"]  # fmt: skip


SOUND = {
    "shapes": svg('<defs><path id="a" d="M0 0"/></defs><use xlink:href="#a" fill="url(#g)" style="mask:url(\'#m\')"/>'),
    "embedded picture": svg('<image href="data:image/png;base64,AAAA" width="1" height="1"/>'),
    "text of a drawing program": svg(
        f'<switch><foreignObject width="9" height="9"><div xmlns="{XHTML}">待处理</div></foreignObject>'
        '<a xlink:href="https://www.example.com/faq"><text>Text is not SVG</text></a></switch>'
    ),
    "names of a vector program": '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd" '
    '[<!ENTITY ns "http://ns.example.com/">]>'
    + svg('<metadata><x:about href="#x"/></metadata>', 'xmlns:x="&ns;"'),
    "a style": svg("<style>.a{fill:red}</style>"),
    "movement": svg('<rect><animate attributeName="x" from="0" to="9" values="0;9"/></rect>'),
}


@pytest.mark.parametrize("content", SOUND.values(), ids=SOUND.keys())
def test_what_drawing_programs_write_is_sound(content: str, tmp_path: Path) -> None:
    assert fault(tmp_path, "a.svg", content) == ""


ACTIVE = {
    "script": svg("<script>alert(1)</script>"),
    "script under another prefix": '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script href="#a"/></s:svg>',
    "script of HTML": svg(f'<h:script xmlns:h="{XHTML}" src="data:image/png,x"/>'),
    "event": svg("", 'onload="alert(1)"'),
    "event in capitals": svg(f'<foreignObject><b xmlns="{XHTML}" onClick="x()"/></foreignObject>'),
    "link that runs": svg('<a xlink:href=" java&#10;script:alert(1)"><text>x</text></a>'),
    "animated link": svg('<a><set attributeName="href" to="javascript:alert(1)"/></a>'),
    "link to a page of data": svg('<a href="data:text/html,x"/>'),
    "frame": svg(f'<foreignObject><iframe xmlns="{XHTML}"/></foreignObject>'),
    "refresh": svg(f'<foreignObject><meta xmlns="{XHTML}" http-equiv="refresh" content="0;url=x"/></foreignObject>'),
    "picture from elsewhere": svg('<image xlink:href="https://evil.example/a.png"/>'),
    "picture beside it": svg('<image href="other.png"/>'),
    "picture of HTML": svg(f'<foreignObject><img xmlns="{XHTML}" src="//evil.example/a.png"/></foreignObject>'),
    "style from elsewhere": svg("<style>@import 'https://evil.example/a.css';</style>"),
    "fill from elsewhere": svg('<rect fill="url(https://evil.example/a#b)"/>'),
    "style sheet": '<?xml-stylesheet href="a.css"?>' + svg(""),
    "script in an entity": '<!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]>' + svg("&x;"),
}


@pytest.mark.parametrize("content", ACTIVE.values(), ids=ACTIVE.keys())
def test_an_svg_that_runs_or_loads_something_is_found(content: str, tmp_path: Path) -> None:
    assert fault(tmp_path, "a.svg", content) == "active-picture"


BOMB = "<!DOCTYPE svg [<!ENTITY a0 'x'>" + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 20}">' for n in range(1, 9)
)


@pytest.mark.parametrize("content", [svg("<g>"), "<svg/>", "x", "", f"{BOMB}]>{svg('&a8;')}", '<?xml version="1.0" encoding="GBK"?><svg/>'])
def test_what_is_no_svg_is_no_picture(content: str, tmp_path: Path) -> None:
    assert fault(tmp_path, "a.svg", content) == "not-a-picture"


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x06\0\0\0"


def jpeg(width: int, height: int, orientation: int) -> bytes:
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0" + bytes([orientation]) + b"\0\0\0\0\0\0"
    frame = b"\x08" + height.to_bytes(2, "big") + width.to_bytes(2, "big") + b"\x01\x01\x11\0"
    parts = [(0xE1, exif), (0xC0, frame)]
    return b"\xff\xd8" + b"".join(b"\xff" + bytes([mark]) + (len(part) + 2).to_bytes(2, "big") + part for mark, part in parts)


@pytest.mark.parametrize(
    ("name", "content", "size"),
    [
        ("a.png", png(750, 1334), (750, 1334)),
        ("a.gif", b"GIF89a\x2c\x01\x90\x01\0\0\0", (300, 400)),
        ("a.jpg", jpeg(400, 300, 1), (400, 300)),
        ("a.jpg", jpeg(400, 300, 6), (300, 400)),
        ("a.svg", svg("", "width='20' height='30.6px' viewBox='0 0 1 1'"), (20, 31)),
        ("a.svg", svg("", 'viewBox="0 0 24.4 48"'), (24, 48)),
        ("a.svg", svg("", 'viewBox="0, 0, 24, 48"'), (24, 48)),
        ("a.svg", svg("", 'width="100%" height="100%" viewBox="-5 -5 10 20"'), (10, 20)),
        ("a.svg", svg(""), None),
        ("a.svg", svg("", 'viewBox="0 0 0 9"'), None),
        ("a.png", b"", None),
        ("a.png", b"\x89PNG\r\n\x1a\n", None),
        ("a.jpg", "staff: x", None),
    ],
)
def test_the_size_of_a_picture_stands_in_its_file(
    name: str, content: bytes | str, size: tuple[int, int] | None, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert size_of(path) == size


def test_what_is_no_file_has_no_size(tmp_path: Path) -> None:
    (tmp_path / "a.png").mkdir()
    assert [size_of(tmp_path / name) for name in ("a.png", "b.png")] == [None, None]
