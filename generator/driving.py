"""Drives MkDocs for the commands; with ``plugin`` the only module that imports it."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException

from generator.build import Prepared
from generator.console import CannotRunError
from generator.plugin import HelpCenterPlugin
from generator.project import CONFIG

HOST = "127.0.0.1"


class NoPluginError(CannotRunError):
    """``mkdocs.yml`` does not name our plugin."""


def configured(root: Path) -> MkDocsConfig:
    """Load ``mkdocs.yml``. Raises CannotRunError when it is wrong or lacks our plugin."""
    with _quiet(logging.CRITICAL):
        try:
            config = load_config(str(root / CONFIG))
        except ConfigurationError as error:
            raise CannotRunError(f"{CONFIG}: {error}") from None
        except Abort:
            raise CannotRunError(_config_faults(root)) from None
    plugin_of(config)
    return config


def plugin_of(config: MkDocsConfig) -> HelpCenterPlugin:
    """Return our plugin. Raises NoPluginError when ``mkdocs.yml`` does not name it."""
    plugin = config.plugins.get("helpcenter")
    if plugin is None:
        raise NoPluginError
    return cast(HelpCenterPlugin, plugin)


def checked(config: MkDocsConfig) -> Prepared:
    """Read and check the sources of ``config``."""
    return plugin_of(config).prepare(config)


def write_site(config: MkDocsConfig, prepared: Prepared, folder: Path) -> int:
    """Build the site of ``prepared`` into ``folder`` and return how many pages it has.

    Raises CannotRunError when MkDocs refuses.
    """
    plugin = plugin_of(config)
    plugin.use(prepared)
    config.site_dir = str(folder)
    with _quiet():
        try:
            build(config)
        except MkDocsException as error:
            raise CannotRunError(str(error)) from None
    return plugin.page_count


def run_preview(root: Path, port: int) -> None:
    """Serve until interrupted. Raises CannotRunError when the port cannot be had or ``mkdocs.yml`` is wrong."""
    from mkdocs.commands.serve import serve

    configured(root)
    try:
        with _quiet():
            serve(str(root / CONFIG), dev_addr=f"{HOST}:{port}")
    except OSError as error:
        raise CannotRunError(f"{HOST}:{port}: {error.strerror or error}") from None
    except MkDocsException as error:
        raise CannotRunError(str(error)) from None


def _config_faults(root: Path) -> str:
    config = MkDocsConfig(config_file_path=str(root / CONFIG))
    with (root / CONFIG).open("rb") as file:
        config.load_file(file)
    errors, _ = config.validate()
    return "\n".join(f"{CONFIG}: {name}: {error}" for name, error in errors) or CONFIG


@contextmanager
def _quiet(level: int = logging.WARNING) -> Iterator[None]:
    """Let MkDocs and its plugins speak from ``level`` on; progress lines are no help to writers."""
    logger = logging.getLogger("mkdocs")
    before = logger.level
    logger.setLevel(level)
    try:
        yield
    finally:
        logger.setLevel(before)
