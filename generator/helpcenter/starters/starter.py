"""A whole help center to begin with, and how it gets into a folder: whole, or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

FOLDER = Path(__file__).parent
ENTRIES, TODAY = "entries", "TODAY"
"""The folder of single entries beside a starter, and the word in its files that stands for the day they are written."""
SAMPLE = ("content", "faq.yaml", "mkdocs.yml")
_SAMPLES = (FOLDER / "sample", FOLDER.parents[2])
"""Where the content that ships is: beside this module in an installation, at the top of a checkout."""
_HIDDEN = {"gitignore": ".gitignore"}
"""Files that would have an effect where they stand here."""
ATTRIBUTES = ".gitattributes"
_HISTORY = ".git"


class NotEmptyError(ValueError):
    """There is something in the folder, or it is none."""


def starter_languages() -> list[str]:
    """Return the languages that have a starter."""
    return sorted(path.name for path in FOLDER.iterdir() if (path / ENTRIES).is_dir())


def starter(language: str, today: date) -> dict[str, bytes]:
    """Return the files of the help center to begin with in ``language``, dated ``today``, by their names."""
    top = FOLDER / language
    files = {name: content for name, content in _files(top).items() if not name.startswith(f"{ENTRIES}/")}
    dated = {name: content.replace(TODAY.encode(), str(today).encode()) for name, content in files.items()}
    return {_HIDDEN.get(name, name): content for name, content in dated.items()}


def sample(today: date) -> dict[str, bytes] | None:
    """Return the files of the content that ships, with notes for writers; None where it is not there."""
    for folder in _SAMPLES:
        if all((folder / name).exists() for name in SAMPLE):
            found = {name: content for name, content in _files(folder, SAMPLE).items() if not _is_stray(name)}
            beside = {name: content for name, content in starter("zh", today).items() if "/" not in name}
            return {**beside, **found}
    return None


def _is_stray(name: str) -> bool:
    """Return whether a file is one that systems and editors leave, not what git is told about the content."""
    return any(part.startswith(".") and part != ATTRIBUTES for part in name.split("/"))


def write_starter(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write ``files`` into ``folder``, which must be empty (a git history may be there) or not exist.

    Raises NotEmptyError, or OSError with everything as it was.
    """
    if os.path.lexists(folder) and not (folder.is_dir() and {path.name for path in folder.iterdir()} <= {_HISTORY}):
        raise NotEmptyError(str(folder))
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    moved: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".new-", dir=folder) as workshop:
            for name, content in files.items():
                path = Path(workshop, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
            for path in sorted(Path(workshop).iterdir()):
                target = folder / path.name
                if os.path.lexists(target):
                    raise NotEmptyError(str(folder))
                moved.append(target)
                path.rename(target)
    except BaseException:
        _undo(moved, missing)
        raise


def _undo(moved: list[Path], made: list[Path]) -> None:
    for path in moved:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    for path in made:
        with suppress(OSError):
            path.rmdir()


def _files(folder: Path, names: tuple[str, ...] = ("",)) -> dict[str, bytes]:
    """Return the content of every file at or below ``names`` in ``folder`` by its path from there."""
    paths = (path for name in names for path in ([folder / name] if name else [folder, *folder.iterdir()]))
    below = {file for path in paths for file in (path.rglob("*") if path.is_dir() else [path]) if file.is_file()}
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(below)}
