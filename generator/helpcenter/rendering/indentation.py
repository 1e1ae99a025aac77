"""Templates are indented for those who read them; their indentation is not sent to readers."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2.ext import Extension

TEMPLATES = Path(__file__).parent / "templates"
_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class Unindented(Extension):
    """Takes the blanks before each line out of our templates; those of others stay as they are."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return ``source`` with as many lines as before, so that errors name the right one."""
        is_ours = filename is not None and Path(filename).is_relative_to(TEMPLATES)
        return _INDENTATION.sub("", source) if is_ours else source
