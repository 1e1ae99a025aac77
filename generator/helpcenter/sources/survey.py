"""What lies below ``content/`` and beside it: names that nothing reads and links that lead elsewhere are told."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from helpcenter.problems import Location, Problem, problem, warning
from helpcenter.project import Project, is_file
from helpcenter.sources.folders import Walk
from helpcenter.sources.own_words import WORDS
from helpcenter.sources.side_files import folded, is_side_file, is_yaml

FAQ = "faq"
"""Name of the file ``faq.yaml`` and of the folder ``faq/``."""
SINGLE = {
    *("topics.yaml", "home.yaml", "values.yaml", "states.yaml", "audiences.yaml", "platforms.yaml"),
    *("synonyms.yaml", "search_tests.yaml", "inbound.yaml", "desk.yaml", WORDS),
}
LOCK, VERSIONS = "links.lock", "versions.lock"
"""The files below ``content/`` that hold every address ever published, and every version of every answer."""
FOLDERS = ("articles", "flows")
"""Folders below ``content/`` that hold one entry a file."""
IMAGES = "images"
_LIKE_FAQ = re.compile(r"(?<![a-z])faqs?(?![a-z])")
_LIKE_YAML = re.compile(r"\.ya?ml")


@dataclass(frozen=True, slots=True)
class Survey:
    """The names below ``content/`` of all files that are no sources, and what is wrong with the others.

    ``whole`` says whether every folder and file could be looked into.
    """

    files: frozenset[str]
    problems: list[Problem]
    whole: bool


def surveyed(project: Project) -> Survey:
    """Look at every name in the folders of ``project``."""
    names = _Names(project)
    whole = names.content() & names.faq_folder()
    names.root()
    return Survey(frozenset(names.files), names.problems, whole and names.whole)


class _Names:
    def __init__(self, project: Project) -> None:
        self.project = project
        self.files: list[str] = []
        self.problems: list[Problem] = []
        self.whole = True

    def content(self) -> bool:
        top = self.project.content
        if self._refuse_link(top):
            return True
        walk = Walk(self.project, self.problems, self._is_content_folder)
        for folder, _, names in walk.below(top):
            inside = "" if folder == str(top) else Path(folder).relative_to(top).as_posix() + "/"
            known = SINGLE if not inside else None if inside.rstrip("/") in FOLDERS else ()
            for name in names:
                if not _is_read(name, known):
                    self._content_file(Path(folder, name), inside + name, known)
        return walk.whole

    def _is_content_folder(self, path: Path) -> bool:
        """Return whether to look into a folder; says why not when its name or a link is to blame."""
        name = path.relative_to(self.project.content).as_posix()
        if is_side_file(path.name):
            return any(named.startswith(f"{name}/") for named in self.project.named)
        known = () if "/" in name else (*FOLDERS, IMAGES)
        return not self._refuse_link(path, folder=True) and not self._refuse_case(path, known)

    def _content_file(self, path: Path, name: str, known: Collection[str] | None) -> None:
        if name not in self.project.named and (is_side_file(path.name) or self.project.is_private(name)):
            return
        if self._refuse_link(path):
            return
        if not is_file(path):
            return  # the walk says so
        if not os.access(path, os.R_OK):
            self.problems.append(problem("no-permission", self._at(path)))
            self.whole = False
            return
        if name in self.project.named or not (self._refuse_case(path, known) or self._refuse_yaml(path)):
            self.files.append(name)

    def faq_folder(self) -> bool:
        """Everything in ``faq/`` that is YAML, or a copy of it, and is not read."""
        top = self.project.root / FAQ
        if self._refuse_link(top):
            return True
        walk = Walk(self.project, self.problems, lambda path: not is_side_file(path.name))
        for folder, folders, names in walk.below(top):
            known = None if folder == str(top) else ()
            for name in folders:
                self._refuse_link(Path(folder, name))
            for name in names:
                if not _is_read(name, known) and not is_side_file(name):
                    self._faq_file(Path(folder, name), known)
        return walk.whole

    def _faq_file(self, path: Path, known: Collection[str] | None) -> None:
        if self._refuse_link(path) or self._refuse_case(path, known) or self._refuse_yaml(path):
            return
        if _LIKE_YAML.search(folded(path.name)):
            self._unused(path)

    def root(self) -> None:
        """Names beside ``faq.yaml``, ``faq/`` and ``content/`` that are surely meant as one of these."""
        root, content = self.project.root, self.project.content
        for path in _listed(root):
            if not self._refuse_case(path, (f"{FAQ}.yaml",)) and not self._refuse_folder_case(path, FAQ):
                self._refuse_like_faq(path)
        for path in _listed(content.parent):
            self._refuse_folder_case(path, content.name)

    def _refuse_folder_case(self, path: Path, known: str) -> bool:
        if path.name == known or folded(path.name) != known:
            return False
        return any(is_yaml(found.name) for found in path.rglob("*")) and self._refuse_case(path, (known,))

    def _refuse_like_faq(self, path: Path) -> None:
        name = folded(path.name)
        if path.name == f"{FAQ}.yaml" or is_side_file(path.name) or not _LIKE_FAQ.search(name):
            return
        if name == f"{FAQ}.yml":
            self._refuse_yaml(path)
        elif _LIKE_YAML.search(name):
            self._unused(path)

    def _refuse_case(self, path: Path, known: Collection[str] | None) -> bool:
        """Report a name that would be read if it were written in small letters; ``known`` is None for any YAML file."""
        name = folded(path.name)
        if known is None:
            right = f"{path.stem}.yaml" if name.endswith(".yaml") else path.name
        else:
            right = name if name in known else path.name
        if right == path.name:
            return False
        self.problems.append(problem("wrong-case", self._at(path), right=right))
        return True

    def _refuse_yaml(self, path: Path) -> bool:
        if not is_yaml(path.name):
            return False
        self.problems.append(problem("stray-file", self._at(path)))
        return True

    def _refuse_link(self, path: Path, *, folder: bool = False) -> bool:
        """Report a link that would publish, or lead to, what is not content. Sources are seen to when they are read."""
        if not path.is_symlink():
            return False
        if not self.project.holds(path):
            self.problems.append(problem("outside-project", self._at(path)))
            return True
        below = path.is_relative_to(self.project.content) and path != self.project.content
        if not below or (not folder and (not path.exists() or self._is_content(path))):
            return False
        self.problems.append(problem("link-elsewhere", self._at(path)))
        return True

    def _is_content(self, path: Path) -> bool:
        """Return whether a link leads to a file of its own kind below ``content/`` that is not hidden."""
        real, top = Path(os.path.realpath(path)), Path(os.path.realpath(self.project.content))
        if not real.is_relative_to(top) or real.suffix.casefold() != path.suffix.casefold():
            return False
        return not any(is_side_file(part) for part in real.relative_to(top).parts)

    def _unused(self, path: Path) -> None:
        self.problems.append(warning("unused-file", self._at(path)))

    def _at(self, path: Path) -> Location:
        return Location(self.project.name(path))


def _is_read(name: str, known: Collection[str] | None) -> bool:
    """Return whether a file is a source; ``known`` is None where every YAML file is one."""
    if name in (LOCK, VERSIONS) and known is SINGLE:
        return True
    return name.endswith(".yaml") and (known is None or name in known) and not is_side_file(name)


def _listed(folder: Path) -> Iterator[Path]:
    yield from sorted(folder.iterdir()) if folder.is_dir() else ()
