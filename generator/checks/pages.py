"""Ordinary pages can be read: MkDocs would stop in the middle of a build."""

from __future__ import annotations

from collections.abc import Iterator

from generator.loading import Loaded
from generator.problems import Problem
from generator.project import Project
from generator.public import is_page
from generator.source_text import read_text


def check_pages(loaded: Loaded, project: Project) -> Iterator[Problem]:
    """Yield why an ordinary page cannot be read as text; an empty one can."""
    for name in sorted(filter(is_page, loaded.files)):
        path = project.content / name
        _, problems = read_text(path, project.name(path))
        yield from (found for found in problems if found.code != "empty-file")
