"""Which files editors, systems and version control keep for themselves: nobody wrote them, nobody misses them."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

_SYSTEM = {"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r", "4913", "__macosx", "@eadir", "$recycle.bin"}
_MARKS = re.compile(r"\.|~\$|.*(?:\.sw[a-p]|___jb_(?:tmp|old)___)\Z", re.S)
_YAML = (".yaml", ".yml")


@lru_cache(maxsize=100_000)
def is_side_file(name: str) -> bool:
    """Return whether a file or folder is a lock, a shadow or hidden, as in ``.#x.yaml``, ``._x.yaml``, ``~$x.docx``."""
    return _MARKS.match(name) is not None or name.casefold() in _SYSTEM


def folded(name: str) -> str:
    """Return ``name`` as people compare names: without case, width and blanks around it."""
    return normalize("NFKC", name).casefold().strip()


def is_yaml(name: str) -> bool:
    """Return whether ``name`` ends as YAML files do, in any case."""
    return folded(name).endswith(_YAML)
