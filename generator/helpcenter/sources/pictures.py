"""What a picture file holds: a picture by its first bytes, its size, and an SVG that runs nothing and loads nothing."""

from __future__ import annotations

import os
import re
from pathlib import Path
from xml.parsers import expat

from helpcenter.project import is_file

SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg")
_RASTER = re.compile(rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|RIFF.{4}WEBP", re.S)
_HEAD = 16
"""How many bytes tell the kind of a picture."""
_SVG_HEAD = 4096
"""How many characters of an SVG are looked at for its size."""
_NUMBER = r"\d{1,6}(?:\.\d*)?"
_VIEW_BOX = re.compile(rf"<svg\b[^>]*\bviewBox=[\"']\s*\S+[\s,]+\S+[\s,]+({_NUMBER})[\s,]+({_NUMBER})\s*[\"']")
Size = tuple[int, int]
"""Width and height in CSS pixels."""
_SVG = "http://www.w3.org/2000/svg svg"
_ACTIVE = {"script", "iframe", "object", "embed", "applet", "audio", "video", "link", "meta", "base", "form", "handler"}
"""Elements that run or load something, also as HTML inside a ``foreignObject``, which drawing programs use for text."""
_ADDRESSES = {"href", "src", "srcset", "data", "poster", "action", "formaction", "to", "from", "by", "values"}
_RUNS = re.compile(r"(?:java|vb)script:|data:(?!image/)")
_LOADS = re.compile(r"@import|url\((?![\"']?(?:#|data:|[\"']?\)))")


def is_picture(name: str) -> bool:
    """Return whether ``name`` is that of a picture."""
    return name.casefold().endswith(SUFFIXES)


def fault_of(path: Path) -> str:
    """Return the code of what is wrong with the file of a picture, or nothing. Raises OSError."""
    if path.suffix.casefold() == ".svg":
        return _Svg().fault(path.read_bytes())
    with path.open("rb") as file:
        return "" if _RASTER.match(file.read(_HEAD)) else "not-a-picture"


def sign_of(path: Path) -> tuple[int, ...] | None:
    """Return what the system tells of a file and changes whenever it is saved; None where there is none."""
    try:
        status = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino, status.st_mode


def size_of(path: Path, sign: tuple[int, ...] | None = None) -> Size | None:
    """Return width and height in CSS pixels, turned as a camera asks for; None where the file does not tell.

    The ``sign`` of the file is for whoever keeps the answer.
    """
    if not is_file(path):
        return None
    from imagesize import get  # loads much that only pictures need

    width, height = get(path)
    if width > 0 and height > 0:
        return round(width), round(height)
    return _view_box(path) if path.suffix.casefold() == ".svg" else None


def _view_box(path: Path) -> Size | None:
    """Return the size that an SVG is drawn for, of which browsers take only the shape."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            found = _VIEW_BOX.search(file.read(_SVG_HEAD))
    except OSError:  # told by who looks at the folders
        return None
    width, height = (round(float(found[place])) for place in (1, 2)) if found else (0, 0)
    return (width, height) if width > 0 and height > 0 else None


class _Svg:
    """Reads an SVG as a browser does that opens it by its address: as XML, entities and other namespaces included."""

    def __init__(self) -> None:
        self.root = ""
        self.active = False

    def fault(self, content: bytes) -> str:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._element
        parser.CharacterDataHandler = self._text
        parser.ProcessingInstructionHandler = self._instruction
        try:
            parser.Parse(content, True)
        except (expat.ExpatError, ValueError, LookupError):
            return "not-a-picture"
        if self.root != _SVG:
            return "not-a-picture"
        return "active-picture" if self.active else ""

    def _element(self, tag: str, attributes: dict[str, str]) -> None:
        self.root = self.root or tag
        name = _local(tag)
        self.active |= name in _ACTIVE
        for key, value in attributes.items():
            self.active |= key.casefold().startswith("on") or _reaches_out(name, _local(key), _compact(value))

    def _text(self, text: str) -> None:
        self.active |= _LOADS.search(_compact(text)) is not None

    def _instruction(self, target: str, _: str) -> None:
        self.active |= target == "xml-stylesheet"


def _reaches_out(tag: str, key: str, value: str) -> bool:
    """Return whether an attribute runs or loads something; an ordinary link, on which readers click, does neither."""
    if _LOADS.search(value):
        return True
    if key not in _ADDRESSES:
        return False
    loads = key in ("href", "src", "srcset", "data", "poster") and tag != "a"
    return _RUNS.search(value) is not None or (loads and bool(value) and not value.startswith(("#", "data:image/")))


def _local(name: str) -> str:
    return name.rpartition(" ")[2].casefold()


def _compact(text: str) -> str:
    return "".join(text.split()).casefold()
