"""The words of the interface and of messages: one catalogue per language, nowhere else.

``words/<language>.yaml`` holds what readers see, ``words/messages.<language>.yaml`` what writers see.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from string import Formatter
from typing import Any

from helpcenter.sources.yaml.reader import read

FOLDER = Path(__file__).parent
FALLBACK = "en"
FIXED = frozenset({"page.locale", "date.months"})
"""Names of what the program reads; no project has its own for them."""


@dataclass(frozen=True, slots=True)
class Words:
    """A flat catalogue: dotted name to text with ``{placeholders}``."""

    language: str
    texts: dict[str, str]

    def __call__(self, name: str, /, **facts: object) -> str:
        """Return the text called ``name`` with ``facts`` put in. Raises KeyError for an unknown name."""
        text = self.texts[name]
        return text.format(**facts) if facts else text


    def with_own(self, own: Mapping[str, str]) -> Words:
        """Return the catalogue with the project's ``own`` words in it."""
        return replace(self, texts={**self.texts, **own}) if own else self


def placeholders(text: str) -> frozenset[str] | None:
    """Return the names in braces that ``text`` has; None where a brace is anything else."""
    if "{{" in text or "}}" in text:
        return None
    try:
        parts = [part[1:] for part in Formatter().parse(text) if part[1] is not None]
    except ValueError:
        return None
    plain = all(name and not spec and not conversion for name, spec, conversion in parts)
    return frozenset(str(name) for name, _, _ in parts) if plain else None


def languages() -> list[str]:
    """Return the languages that have a catalogue."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml") if "." not in path.stem)


def nearest_language(tag: str) -> str:
    """Return the catalogue language for a tag such as ``zh-Hant`` or ``en_GB.UTF-8``."""
    base = tag.replace("_", "-").split("-")[0].split(".")[0].lower()
    return base if base in languages() else FALLBACK


@lru_cache(maxsize=8)
def interface(language: str) -> Words:
    """Return the words that readers see."""
    return _catalogue(language, f"{language}.yaml")


@lru_cache(maxsize=8)
def messages(language: str) -> Words:
    """Return the words that writers see."""
    return _catalogue(language, f"messages.{language}.yaml")


def _catalogue(language: str, name: str) -> Words:
    source, problems = read(FOLDER / name, name)
    if source is None:
        raise RuntimeError(f"catalogue {name}: {problems}")
    texts: dict[str, str] = {}
    _flatten(source.data, "", texts)
    return Words(language, texts)


def _flatten(tree: dict[str, Any], prefix: str, texts: dict[str, str]) -> None:
    for name, value in tree.items():
        if isinstance(value, dict):
            _flatten(value, f"{prefix}{name}.", texts)
        else:
            texts[prefix + name] = value
