"""What a clean build of a project gives, as the judge over previews: nothing that a writer may change is kept."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from helpcenter.build import make
from helpcenter.host.asked import AskedSite, Surroundings
from helpcenter.host.live import LiveSite, shown
from helpcenter.host.running import checked, opened
from helpcenter.host.settings.reading import Settings
from helpcenter.host.theme import use_our_theme
from helpcenter.memory import Memory
from helpcenter.preview.state import Served, ShownProblem

Site = dict[str, bytes | None]
"""Addresses with the digests of what stands there."""
Problems = tuple[ShownProblem, ...]


def digests(get: Callable[[str], Served | None], names: Any) -> Site:
    """Return what ``get`` gives for each of ``names``."""
    found = {name: get(name) for name in names}
    return {name: blake2b(one.content, digest_size=12).digest() if one else None for name, one in found.items()}


class _Theme(Memory):
    """Keeps the theme's compiled templates alone, by the words in them."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: list[tuple[Any, Any]] = []

    def __call__(self, function: Callable[..., Any], *arguments: object) -> Any:
        if function.__name__ != "_environment":
            return function(*arguments)
        for known, made in self._kept:
            if known == arguments:
                return made
        self._kept.append((arguments, function(*arguments)))
        return self._kept[-1][1]

    def same(self, name: str, value: Any) -> Any:
        return value


def listed(env: Environment, extensions: Any = None, filter_func: Any = None) -> list[str]:
    """Return the files of a theme, which are five thousand and stay as they are."""
    assert isinstance(env.loader, FileSystemLoader)
    folders = tuple(env.loader.searchpath)
    if folders not in _LISTED:
        _LISTED[folders] = [name for name in env.loader.list_templates() if filter_func(name)]
    return _LISTED[folders]


_LISTED: dict[tuple[str, ...], list[str]] = {}


class Clean:
    """Reads and makes the project at ``root``; what MkDocs tells of it again only where names or settings are others."""

    def __init__(self, root: Path, *, staff: bool = False) -> None:
        self.root, self.staff = root, staff
        self._settings: dict[object, Settings] = {}
        self._around: dict[object, Surroundings] = {}
        self._theme = _Theme()

    def read(self) -> tuple[Problems, Callable[..., Site] | None]:
        """Return what is wrong and, unless that forbids to build, what makes all that a build would write, but for
        the files of the search, and what is asked for beside that."""
        names = self._names()
        if names not in self._settings:
            self._settings[names] = opened(self.root)
            if (config := self._settings[names].config) is not None:
                use_our_theme(config)
        read = self._settings[names]
        prepared = checked(read, drafts=True, staff=self.staff)
        problems = tuple(shown(prepared.problems, self.root, read.language))
        if read.config is None or prepared.refused:
            return problems, None
        titles = {text.page.name: text.title for text in prepared.ordinary}
        key = names, prepared.public, tuple(titles.items())
        around = self._around.get(key) or self._around.setdefault(key, Surroundings(read.config, prepared.public, titles))
        site = AskedSite(prepared, around, self._theme)
        paths = *make(prepared, around.site).sheets, *site.beside
        return problems, lambda beside=(): digests(site.get, (*paths, *beside))

    def _names(self) -> object:
        found = sorted(path for path in self.root.rglob("*") if ".cache" not in path.parts)
        read = ("mkdocs.yml", "footer.html")
        return tuple(
            (path, path.is_dir(), path.is_symlink(), path.read_bytes() if path.name in read and path.is_file() else b"")
            for path in found
        )


def fresh(judge: Clean, names: Any) -> tuple[Problems, Site | None]:
    """Return the same of a preview that has just been started, which holds nothing from before."""
    site = LiveSite(judge.root, staff=judge.staff)
    state = site.refresh()
    return state.problems, None if state.is_stale else digests(site.get, names)
