"""Walks a folder of sources so that nothing on the disk can stop it, and says what no source can be.

Links are followed, each circle once; pipes, sockets and devices are never opened; depth is limited.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from helpcenter.problems import Location, Problem, problem
from helpcenter.project import Project
from helpcenter.sources.side_files import is_side_file
from helpcenter.sources.source_text import unreadable

MAX_DEPTH = 32
"""How many folders may lie in each other; MkDocs walks them recursively and would break at some hundreds."""
Listing = tuple[str, list[str], list[str]]


_ENDING = ".yaml"


def yaml_files(folder: Path) -> list[tuple[str, str]]:
    """Return the name, without its ending, and the path of each file that a folder of sources holds, in order."""
    try:
        with os.scandir(folder) as entries:
            found = [(entry.name, entry.path) for entry in entries if entry.name.endswith(_ENDING)]
    except OSError:
        return []
    return [(name.removesuffix(_ENDING), path) for name, path in sorted(found) if not is_side_file(name)]


def _any(folder: Path) -> bool:
    return True


@dataclass(slots=True)
class Walk:
    """One walk below ``project``; ``problems`` and ``whole`` are right when it is over."""

    project: Project
    problems: list[Problem] = field(default_factory=list)
    wanted: Callable[[Path], bool] = _any
    """Whether to walk into a folder, asked once of each."""
    whole: bool = True
    """Whether every folder could be looked into."""

    def below(self, top: Path) -> Iterator[Listing]:
        """Yield ``top`` and each folder below it with the names of its folders and of everything else in it."""
        waiting: list[tuple[str, tuple[str, ...]]] = []
        if top.is_dir():
            waiting.append((str(top), (os.path.realpath(top),)))
        while waiting:
            folder, ancestors = waiting.pop()
            found = self._entries(folder)
            if found is None:
                continue
            folders = [entry.name for entry in found if _asked(entry.is_dir)]
            known = set(folders)
            yield folder, folders, [entry.name for entry in found if entry.name not in known]
            for entry in found if known else ():
                if entry.name in known and self._enters(entry, ancestors):
                    waiting.append((entry.path, (*ancestors, os.path.realpath(entry.path))))

    def _entries(self, folder: str) -> list[os.DirEntry[str]] | None:
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self._note(unreadable(error, self._name(folder), Path(folder)))
            return None
        for entry in found:
            self._judge(entry)
        return found

    def _judge(self, entry: os.DirEntry[str]) -> None:
        """Note what no file and no folder is, and names that are no text; YAML files are judged when they are read."""
        if not _is_text(entry.name):
            self.problems.append(problem("name-not-text", Location(self._name(entry.path))))
        elif not (entry.name.startswith(".") or entry.name.endswith(".yaml") or _is_source(entry)):
            code = "bad-symlink" if entry.is_symlink() else "not-a-file"
            self.problems.append(problem(code, Location(self._name(entry.path))))

    def _enters(self, entry: os.DirEntry[str], ancestors: tuple[str, ...]) -> bool:
        """Return whether to walk into a folder; notes circles and too many levels."""
        if entry.is_symlink() and os.path.realpath(entry.path) in ancestors:
            self._note(problem("bad-symlink", Location(self._name(entry.path))))
            return False
        if not self.wanted(Path(entry.path)) or (entry.is_symlink() and not self.project.holds(Path(entry.path))):
            return False
        if len(ancestors) > MAX_DEPTH:
            self._note(problem("folder-too-deep", Location(self._name(entry.path)), limit=MAX_DEPTH))
            return False
        return True

    def _note(self, found: Problem) -> None:
        self.problems.append(found)
        self.whole = False

    def _name(self, path: str) -> str:
        return self.project.name(Path(path))


def _is_source(entry: os.DirEntry[str]) -> bool:
    return _asked(entry.is_dir) or _asked(entry.is_file)


def _asked(question: Callable[[], bool]) -> bool:
    """Return the answer about an entry of a folder; False where the system refuses it, as for links in a circle."""
    try:
        return question()
    except OSError:
        return False


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
