"""Ordinary pages: Markdown files below ``content/``, with a title, a description and perhaps the mark of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from helpcenter.problems import Location, Problem
from helpcenter.project import Project
from helpcenter.sources.fences import fenced
from helpcenter.sources.headings import Heading, headings
from helpcenter.sources.source_text import Places, read_text
from helpcenter.sources.survey import FOLDERS, IMAGES

_FRONT = re.compile(r"---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)
_SETTING = re.compile(r"^([a-z_]+):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_INDEXES = ("index", "README")


@dataclass(frozen=True, slots=True)
class Ordinary:
    """One page: its name below ``content/``, its address, and its text with what is not shown blanked out.

    Every character of ``text`` stands where it stands in the file.
    """

    name: str
    file: str
    path: str
    text: str
    settings: Mapping[str, str]
    headings: list[Heading] = field(default_factory=list)

    @property
    def is_draft(self) -> bool:
        """Whether only the preview shows it."""
        return self.settings.get("draft", "").lower() in ("true", "yes") or self.settings.get("status") == "draft"

    @property
    def title(self) -> str:
        """What the front matter calls it, else its first heading of the first level, else its file."""
        first = next((heading.words for heading in self.headings if heading.level == 1), "")
        return self.settings.get("title") or first or PurePosixPath(self.name).stem

    @property
    def description(self) -> str:
        """What the front matter says of it."""
        return self.settings.get("description", "")

    @property
    def id(self) -> str:
        """What texts link to it by, as in ``about`` for ``about.md`` and for ``about/index.md``."""
        return page_id(self.name)

    @property
    def anchors(self) -> frozenset[str]:
        """The anchors of its headings."""
        return frozenset(heading.anchor for heading in self.headings)

    def at(self, index: int) -> Location:
        """Return the place of the character at ``index``."""
        return Location(self.file, *Places(self.text).at(index))

    def at_text(self, text: str, *, skip: int = 0, nth: int = 0) -> Location:
        """Return the place ``skip`` characters into the ``nth`` mention of ``text``, else the page's beginning."""
        place = self.text.find(text)
        for _ in range(nth):
            place = self.text.find(text, place + 1) if place >= 0 else place
        return self.at(0 if place < 0 else place + skip)


def read_pages(project: Project, names: Iterable[str]) -> tuple[dict[str, Ordinary], list[Problem]]:
    """Read the pages called ``names`` below ``content/``. Returns them by name, and why others cannot be read."""
    found: dict[str, Ordinary] = {}
    problems: list[Problem] = []
    for name in sorted(names):
        path = project.content / name
        text, faults = read_text(path, project.name(path))
        problems += [fault for fault in faults if fault.code != "empty-file"]
        if text is not None:
            found[name] = project.memory(ordinary, name, project.name(path), text)
    return found, problems


def ordinary(name: str, file: str, text: str) -> Ordinary:
    """Return the page that ``text`` makes, which stands in ``file`` and is called ``name`` below ``content/``."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    settings = {key: value.strip("\"'") for key, value in _SETTING.findall(front[1] or "")} if front else {}
    shown = _blank(front[0]) + text[front.end() :] if front else text
    shown = _without_comments(shown)
    return Ordinary(name, file, path_of(name), shown, settings, headings(shown))


def is_page(name: str) -> bool:
    """Return whether a file below ``content/`` is a page: Markdown that does not lie among entries or pictures."""
    return name.endswith(".md") and name.partition("/")[0] not in (*FOLDERS, IMAGES)


def page_id(name: str) -> str:
    """Return what texts link to the page called ``name`` by."""
    return unquote(path_of(name)).rstrip("/") or PurePosixPath(name).stem


def path_of(name: str) -> str:
    """Return the address of the page called ``name``, as in ``guide/a/`` for ``guide/a.md``."""
    path = PurePosixPath(name)
    parts = path.parent.parts if path.stem in _INDEXES else (*path.parent.parts, path.stem)
    return "".join(f"{quote(part)}/" for part in parts)


def _blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def _without_comments(text: str) -> str:
    """Blank out comments, but not those that code shows."""
    lines = text.split("\n")
    code = {number for first, last in fenced(lines) for number in range(first, last + 1)}
    return _COMMENT.sub(
        lambda found: found[0] if text.count("\n", 0, found.start()) in code else _blank(found[0]), text
    )
