"""``mkdocs.yml`` as it was typed: its values, where each stands, and what this machine knows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Location, Problem, problem
from helpcenter.sources.yaml.outline import Outline
from helpcenter.suggestions import nearest

THEME, PLUGIN = "material", "helpcenter"
DOCS_DIR, LANGUAGE = "content", "zh"
"""The folder of the content and the language where the settings name none."""


class Known(NamedTuple):
    """What exists on this machine: settings, languages of the theme and plugins.

    ``options`` tells the options of a plugin, each with the values that it may have (none named: any); None when a
    plugin does not say.
    """

    keys: Collection[str]
    languages: Collection[str]
    plugins: Collection[str]
    options: Callable[[str], Mapping[str, Sequence[str]] | None]


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """The settings of the project at ``root``; ``values`` are what MkDocs reads, before it validates them."""

    root: Path
    values: Mapping[str, Any]
    outline: Outline
    known: Known

    def at(self, *steps: str | int, key: bool = False) -> Location:
        """Return the place of a setting; of ``INHERIT`` when it stands in the file that this one continues."""
        if steps and not self.outline.has(steps[0]) and self.outline.has("INHERIT"):
            return self.outline.at("INHERIT")
        return self.outline.at(*steps, key=key)

    def docs(self) -> Path:
        """Return the folder of the content, whatever it is."""
        return self.root / str(self.values.get("docs_dir") or DOCS_DIR)


def unknown(place: Location, name: str, known: Collection[str]) -> Problem:
    """Return that nothing is called ``name``, and what it was meant to be."""
    return problem("unknown-field", place, field=name, guess=nearest(name, known))


def no_choice(place: Location, name: str, value: object, choices: Sequence[str]) -> Problem:
    """Return that the setting ``name`` cannot be ``value``."""
    guess = nearest(str(value), choices)
    return problem("unknown-choice", place, field=name, value=value, choices=", ".join(choices), guess=guess)


def is_folder(path: Path) -> bool:
    """Return whether ``path`` is a folder; False for what the system refuses to look at."""
    try:
        return path.is_dir()
    except OSError:
        return False


def named(items: Any) -> Iterator[tuple[KeyPath, Any, Any]]:
    """Yield the way to each item of a list or mapping of names with options, its name and its options."""
    if isinstance(items, dict):
        yield from (((name,), name, options) for name, options in items.items())
        return
    for index, item in enumerate(items if isinstance(items, list | tuple) else ()):
        if isinstance(item, dict) and len(item) == 1:
            ((name, options),) = item.items()
            yield (index,), name, options
        else:
            yield (index,), item, None
