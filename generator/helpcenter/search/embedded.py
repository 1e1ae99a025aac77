"""Runs the shipped search inside this process, for whoever asks often: in QuickJS, which the extra ``mcp`` brings.

The same lines run as in browsers, so that an answer is found here exactly where readers find it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from quickjs import Context

from helpcenter.search.runner import DRIVER

MOST_MEMORY, MOST_SECONDS = 512 * 1024 * 1024, 20
"""What one search may take, whatever is asked."""
_DECODER = """
globalThis.TextDecoder = class {
  decode(bytes) { return decodeChinese(bytes.join()); }
};
"""
"""The engine asks for one encoding, which QuickJS does not know."""


class EmbeddedSearch:
    """The search of one built site, open for queries. Not for several threads."""

    def __init__(self, script: Path, folder: Path) -> None:
        """Open the joined ``script`` and the ``folder`` of the index. Raises OSError."""
        self._folder = folder
        self._context = Context()
        self._context.set_memory_limit(MOST_MEMORY)
        self._context.add_callable("decodeChinese", _decoded)
        self._context.add_callable("readPiece", self._piece)
        self._context.eval(_DECODER)
        self._context.eval(DRIVER.read_text(encoding="utf-8"))
        self._context.set("searchScript", script.read_text(encoding="utf-8"))
        self._context.eval("globalThis.ask = HelpcenterWaiting(searchScript, readPiece)")
        self._ask = self._context.get("ask")

    def found(self, query: str, limit: int) -> dict[str, Any]:
        """Return what is found: ``hits`` with their rows and details, ``weak`` when none answers, and ``site``."""
        sound = query.encode("utf-8", "replace").decode("utf-8")  # half a character is none
        found: dict[str, Any] = json.loads(self._ask(sound, limit))
        return found

    def _piece(self, name: str) -> str:
        path = self._folder / f"{name}.js"
        return path.read_text(encoding="utf-8") if path.is_file() else ""


def _decoded(numbers: str) -> str:
    """Return bytes, written as numbers with commas, as the encoding that browsers call GBK."""
    return bytes(map(int, numbers.split(","))).decode("gb18030", "replace")
