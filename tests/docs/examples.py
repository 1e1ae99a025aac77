"""The guide's examples as a project: every block of YAML names its file, and together they are a help center."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from helpcenter.model.fields import Strict
from helpcenter.project import Project
from tests.docs.documents import GUIDE, blocks
from tests.making import PNG, TODAY, write

EXCERPT = "（节选）"


def faults(model: type[Strict], data: Any, *, part: bool) -> list[str]:
    """Return what is wrong with ``data``; when it is only a part, what lacks beside it does not count."""
    try:
        model.model_validate(data)
    except ValidationError as error:
        found = [(fault["loc"], fault["type"]) for fault in error.errors()]
        return [f"{loc}: {kind}" for loc, kind in found if not part or (loc and (loc[1:] or kind != "missing"))]
    return []


def named_blocks() -> list[tuple[str, bool, str]]:
    """Return file, whether it is an excerpt, and text of every YAML block of the guide."""
    found = []
    for block in blocks(GUIDE, "yaml"):
        first = re.match(rf"# ([\w/.-]+)({EXCERPT})?\n", block)
        assert first is not None, f"the first line must name the file: {block[:40]}"
        found.append((first[1], first[2] is not None, block))
    return found


def example_project(folder: Path) -> Project:
    """Write the guide's whole examples as a project, with the pictures that they show."""
    files: dict[str, str | bytes | None] = {}
    for name, excerpt, text in named_blocks():
        if not excerpt:
            assert name not in files, f"{name} has two whole examples"
            files[name] = text
        files |= {f"content/{picture}": PNG for picture in re.findall(r"images/[\w/-]+\.png", text)}
    write(folder, files)
    return Project(folder, folder / "content", today=TODAY)
