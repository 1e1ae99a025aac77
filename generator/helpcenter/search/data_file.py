"""A file of the search: a script that hands over data, so that it can be loaded from ``file://`` too."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class File:
    """A file of the search: its name in the folder of the search, and its bytes."""

    name: str
    content: bytes


def data_file(name: str, data: Any) -> File:
    """Return the file ``<name>.js`` with ``data``, which must be fit for JSON."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return File(f"{name}.js", f'HelpcenterSearch.take("{name}",{text});\n'.encode("utf-8", "backslashreplace"))
