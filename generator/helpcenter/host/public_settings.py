"""What ``mkdocs.yml`` says of single files below ``content/``: these go out, those stay home.

Takes MkDocs' settings as they come; imports nothing of it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from helpcenter.host.settings.brand import SHARE


def named_files(config: Any, publish: Iterable[str]) -> frozenset[str]:
    """Return the files that settings name: styles, scripts, templates, pictures of the brand, pages, ``publish``."""
    theme = (config.theme.get(name) for name in ("logo", "favicon", SHARE))
    scripts = (getattr(script, "path", script) for script in config.extra_javascript)
    names = (*config.extra_css, *scripts, *config.extra_templates, *theme, *_leaves(config.nav), *publish)
    return frozenset(posixpath.normpath(name) for name in names if isinstance(name, str) and name)


def is_private(config: Any, name: str) -> bool:
    """Return whether the settings exclude a file, or it belongs to the theme that overrides ours."""
    if config.exclude_docs is not None and config.exclude_docs.match_file(name):
        return True
    custom = config.theme.custom_dir
    return custom is not None and Path(config.docs_dir, name).is_relative_to(custom)


def _leaves(nav: object) -> Iterator[object]:
    if isinstance(nav, dict):
        nav = list(nav.values())
    if isinstance(nav, list):
        for item in nav:
            yield from _leaves(item)
    else:
        yield nav
