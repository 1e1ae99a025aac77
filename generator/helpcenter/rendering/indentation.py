"""What stands in templates and is not sent to readers: their indentation, and directions where all runs one way."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2.ext import Extension

from helpcenter.texts.directions import undirected

TEMPLATES = Path(__file__).parent / "templates"
_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class Unindented(Extension):
    """Takes the blanks before each line out of our templates; those of others stay as they are."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return ``source`` with as many lines as before, so that errors name the right one."""
        is_ours = filename is not None and Path(filename).is_relative_to(TEMPLATES)
        return _INDENTATION.sub("", source) if is_ours else source


class OneWay(Extension):
    """Takes what lets each text take its own direction out of templates, for texts that run from left to right."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return ``source`` without directions."""
        return undirected(source)
