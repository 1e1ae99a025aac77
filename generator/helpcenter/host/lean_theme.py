"""The theme's Jinja environment without what costs time and gives readers nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from helpcenter.rendering.compiling import bytecode_cache


def lean(get_env: Callable[[], Any]) -> Callable[[], Any]:
    """Keep MkDocs from compiling templates each time, and from listing Material's icons, which it never publishes."""

    def get_lean_env() -> Any:
        env = get_env()
        folders = env.loader.searchpath
        env.loader.list_templates = lambda: _visible(folders)
        env.bytecode_cache = bytecode_cache("theme")
        return env

    return get_lean_env


def _visible(folders: Sequence[str]) -> list[str]:
    """Return the files below ``folders``, hidden ones and what stands in hidden folders left out."""
    found = set()
    for folder in folders:
        for path, inside, names in os.walk(folder):
            inside[:] = [name for name in inside if not name.startswith(".")]
            prefix = Path(path).relative_to(folder).as_posix()
            found |= {name if prefix == "." else f"{prefix}/{name}" for name in names}
    return sorted(found)
