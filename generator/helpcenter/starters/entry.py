"""A new entry of a project: its text, the place where it belongs, and why it cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from os.path import lexists
from pathlib import Path
from typing import Any

from helpcenter.addresses import RESERVED
from helpcenter.model.fields import ID_PATTERN
from helpcenter.problems import Location, Problem, problem
from helpcenter.project import Project
from helpcenter.sources.loaded import Loaded
from helpcenter.sources.source_text import read_text
from helpcenter.sources.survey import FAQ
from helpcenter.sources.yaml.reader import parse
from helpcenter.starters.starter import ENTRIES, FOLDER, TODAY
from helpcenter.suggestions import nearest

KINDS = ("article", "faq", "flow", "topic")
FOLDERS = {"article": "articles", "flow": "flows"}
"""The folders below the content that hold a file an entry."""


class NoListError(ValueError):
    """Nothing can be put behind what stands in a file: it is no list of lines that begin with ``-``."""


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry that is to be: its kind, its id and the topic that it belongs to."""

    kind: str
    id: str
    topic: str = ""

    def text(self, language: str, today: date) -> str:
        """Return what is to be written, a draft with remarks for writers, dated ``today``."""
        template = (FOLDER / language / ENTRIES / f"{self.kind}.yaml").read_text(encoding="utf-8")
        facts = {"ENTRY": self.id, "TOPIC": self.topic, TODAY: str(today)}
        return re.sub(r"\b(?:ENTRY|TOPIC|TODAY)\b", lambda found: facts[found[0]], template)

    def file(self, project: Project) -> Path:
        """Return the file that the entry belongs in; an entry of ``faq`` goes where the project has its others."""
        if self.kind in FOLDERS:
            return project.content / FOLDERS[self.kind] / f"{self.id}.yaml"
        if self.kind == "topic":
            return project.content / "topics.yaml"
        whole, folder = project.root / f"{FAQ}.yaml", project.root / FAQ
        return folder / f"{self.id}.yaml" if not lexists(whole) and any(folder.glob("*.yaml")) else whole


def bad_id(entry: NewEntry) -> Iterable[Problem]:
    """Yield that the id of ``entry`` can be none; nothing else may be asked about it then."""
    if not re.fullmatch(ID_PATTERN, entry.id):
        yield problem("bad-id", Location(entry.id), value=entry.id)


def refusals(entry: NewEntry, loaded: Loaded, file: str) -> Iterable[Problem]:
    """Yield why ``entry`` cannot be written into ``file``, as the checks would say it."""
    place = Location(file)
    taken = loaded.origins.get(entry.id)
    if taken is not None:
        first = taken.at("id")
        yield problem("duplicate-id", place, id=entry.id, first=f"{first.file}:{first.line}")
    elif entry.id in RESERVED | loaded.center.pages:
        yield problem("reserved-id", place, id=entry.id)
    topics = [topic.id for topic in loaded.center.topics]
    if entry.kind != "topic" and entry.topic not in topics and loaded.knows("topics.yaml"):
        yield problem("unknown-topic", place, id=entry.topic, guess=nearest(entry.topic, topics))


def put(path: Path, name: str, text: str, *, alone: bool) -> None:
    """Write ``text`` into a new file at ``path``, or behind the list that stands there, of which no byte changes.

    Raises FileExistsError where an entry stands ``alone`` in its file, NoListError when nothing can be put behind what
    is there, and OSError; everything is then as it was.
    """
    is_new = alone or not lexists(path)
    added = text if is_new else addition(path, name, text)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb" if is_new else "ab") as file:
        size = file.tell()
        try:
            file.write(added.encode())
            file.flush()
        except OSError:
            path.unlink() if is_new else file.truncate(size)
            raise


def addition(path: Path, name: str, text: str) -> str:
    """Return what must stand behind the list at ``path`` so that the item ``text`` is its last one."""
    old = read_text(path, name)[0] if path.stat().st_size else ""
    if old is None:
        raise NoListError(name)
    end = "\r\n" if "\r\n" in old else "\n"
    first = re.search(r"^( *)- ", old, re.MULTILINE)
    item = "".join(f"{first[1] if first else ''}{line}{end}" for line in text.splitlines())
    begun = old if not old or old.endswith("\n") else old + end
    for gap in (end if begun else "", ""):  # a blank line may belong to the text before it
        if _items(begun + gap + item, path, name)[:-1] == _items(begun, path, name):
            return begun[len(old) :] + gap + item
    raise NoListError(name)


def _items(text: str, path: Path, name: str) -> list[Any]:
    source = parse(text, path, name)[0]
    items = source.data if source is not None else ()
    if items is None:
        return []
    if not isinstance(items, list):
        raise NoListError(name)
    return items
