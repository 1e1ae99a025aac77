"""What the settings hang on beside their own text: a preview reads them again when one of these is another."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from helpcenter.host.public_settings import named_files
from helpcenter.host.settings.reading import Settings
from helpcenter.project import CONFIG

Signs = tuple[tuple[str, object], ...]
"""Names of files, each with its text or with what the system tells of it: None where there is none."""
_INHERIT = re.compile(r"^INHERIT:[ \t]*['\"]?([^'\"\s#]+)", re.MULTILINE)


def signs_of(settings: Settings) -> Signs:
    """Return the signs of what ``settings`` were read from, as it is now."""
    return (*_texts(settings.root / CONFIG), *((str(path), _state(path)) for path in _beside(settings)))


def files_of(settings: Settings) -> tuple[Path, ...]:
    """Return the files and folders, there or not, whose change may be one of the settings."""
    texts = (Path(name) for name, _ in _texts(settings.root / CONFIG))
    config = settings.config
    if config is None:
        return tuple(texts)
    hooks = [Path(config.config_file_path).parent / name for name in config.hooks]
    return *texts, *hooks, *_own_theme(settings)


def _texts(path: Path, deep: int = 0) -> Iterator[tuple[str, object]]:
    """Yield ``mkdocs.yml`` and the files that it continues."""
    try:
        text = path.read_bytes().decode("utf-8", "replace")
    except OSError:
        yield str(path), None
        return
    yield str(path), text
    parent = _INHERIT.search(text)
    if parent and deep < 8:
        yield from _texts(path.parent / parent[1], deep + 1)


def _beside(settings: Settings) -> Iterator[Path]:
    """Yield what the settings name, and the folder of the content, which may come and go."""
    if settings.content is not None:
        yield settings.content
    config = settings.config
    if config is not None and settings.content is not None:
        yield from (settings.content / name for name in sorted(named_files(config, ())))
        for folder in _own_theme(settings):
            yield from sorted(folder.rglob("*"))


def _own_theme(settings: Settings) -> tuple[Path, ...]:
    custom = settings.config and settings.config.theme.custom_dir
    return (Path(custom),) if custom else ()


def _state(path: Path) -> object:
    try:
        status = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    is_folder = path.is_dir()
    return is_folder or (status.st_mtime_ns, status.st_size, status.st_ino)
