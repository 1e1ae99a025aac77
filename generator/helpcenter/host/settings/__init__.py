"""The settings of a project in ``mkdocs.yml``: a file like the others, with a place for every problem.

Only ``reading`` knows MkDocs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from helpcenter.host.settings.brand import check_brand
from helpcenter.host.settings.file import SettingsFile
from helpcenter.host.settings.named_files import check_files, check_nav
from helpcenter.host.settings.names import check_kinds, check_names, check_theme
from helpcenter.host.settings.places import check_address, check_content, check_url
from helpcenter.host.settings.plugins import check_plugins
from helpcenter.problems import Problem

_CHECKS: dict[str, Callable[[SettingsFile], Iterator[Problem]]] = {
    "theme": check_theme,
    "plugins": check_plugins,
    "nav": check_nav,
    "docs_dir": check_content,
    "dev_addr": check_address,
}


def check_settings(file: SettingsFile) -> Iterator[tuple[str, Problem]]:
    """Yield each problem of ``file`` with the name of the setting that it is about."""
    yield from check_names(file)
    yield from check_kinds(file)
    for name, check in _CHECKS.items():
        yield from ((name, found) for found in check(file))
    yield from (("theme", found) for found in check_brand(file))
    for name in ("site_url", "repo_url"):
        yield from ((name, found) for found in check_url(file, name))
    for name in ("extra_css", "extra_javascript"):
        yield from ((name, found) for found in check_files(file, name))
