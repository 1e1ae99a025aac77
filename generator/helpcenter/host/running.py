"""Drives MkDocs for the commands; with ``plugin`` the only module that imports it."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import cast

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from helpcenter.build import Prepared, prepare, unread
from helpcenter.host.extra_files import keep_offline
from helpcenter.host.plugin import HelpCenterPlugin
from helpcenter.host.replacing import refusal
from helpcenter.host.settings.reading import Settings, read_settings
from helpcenter.host.writing import is_known, write_known
from helpcenter.memory import FORGETFUL, Memory
from helpcenter.problems import CannotRunError, Problem
from helpcenter.project import Project
from helpcenter.publishing.generations import AmongSourcesError, NotASiteError, refuse_target
from helpcenter.publishing.workshop import repair
from helpcenter.words.catalogue import Words

STAFF_SITE = "site-staff"
"""The folder of a project for the site for staff, where nobody names another."""


class RefusedError(Exception):
    """``mkdocs.yml`` has errors. ``problems`` are in the words of ``language``."""

    def __init__(self, problems: list[Problem], language: str) -> None:
        super().__init__(*(found.code for found in problems))
        self.problems, self.language = problems, language


def opened(root: Path) -> Settings:
    """Read ``mkdocs.yml`` with all its problems; what a dead build left beside the site is repaired."""
    with _quiet(logging.CRITICAL):
        settings = read_settings(root)
    if settings.config is not None:
        repair(Path(settings.config.site_dir).parent)
    return settings


def sound(root: Path) -> tuple[Settings, MkDocsConfig]:
    """Read ``mkdocs.yml`` for a command that needs it whole. Raises RefusedError when it has errors."""
    settings = opened(root)
    if settings.config is None:
        raise RefusedError(settings.problems, settings.language)
    return settings, settings.config


def plugin_of(config: MkDocsConfig) -> HelpCenterPlugin:
    """Return our plugin, which a sound ``config`` names."""
    return cast(HelpCenterPlugin, config.plugins["helpcenter"])


def checked(
    settings: Settings, *, drafts: bool = False, staff: bool = False, memory: Memory = FORGETFUL
) -> Prepared:
    """Read and check the sources, perhaps for ``staff``; problems of ``settings`` are among those that are found."""
    if settings.config is not None:
        plugin = plugin_of(settings.config)
        return plugin.prepare(settings.config, settings.problems, drafts=drafts, staff=staff, memory=memory)
    content = settings.content if settings.content is not None and settings.content.is_dir() else None
    project = Project(settings.root, content or settings.root, settings.language, drafts=drafts, memory=memory)
    if content is None:
        return unread(project, settings.problems)
    prepared = prepare(project, settings.problems)
    known = [found for found in prepared.problems if found.code != "unused-file"]  # the settings may name it
    return replace(prepared, problems=known)


def target_of(config: MkDocsConfig, project: Project, site: str | None, words: Words) -> Path:
    """Return the folder to write, named by ``site`` or else ``config``. Raises CannotRunError if it must not be.

    The site for staff never takes the place of the public one.
    """
    public = Path(config.site_dir).absolute()
    target = Path(site or (project.root / STAFF_SITE if project.staff else public)).absolute()
    if project.staff and target.resolve() == public.resolve():
        raise CannotRunError(words("cli.public_folder", folder=target, other=STAFF_SITE))
    try:
        refuse_target(target, project.root, project.sources)
    except (NotASiteError, AmongSourcesError) as error:
        raise CannotRunError(refusal(error, words, str(target))) from None
    return target


def write_site(config: MkDocsConfig, prepared: Prepared, folder: Path) -> int:
    """Build the site of ``prepared`` into ``folder`` and return how many pages it has.

    Raises CannotRunError when MkDocs refuses.
    """
    plugin = plugin_of(config)
    config.site_dir = str(folder)
    with _quiet():
        try:
            count = _written(config, prepared, plugin)
        except MkDocsException as error:
            raise CannotRunError(str(error)) from None
        finally:
            plugin.discard()  # MkDocs tells plugins of faults, but not that somebody stops it
    if prepared.project.staff:
        keep_offline(folder)
    return count


def _written(config: MkDocsConfig, prepared: Prepared, plugin: HelpCenterPlugin) -> int:
    if prepared.project.memory is not FORGETFUL and is_known(config):
        return write_known(config, prepared)
    plugin.use(prepared)
    build(config)
    return plugin.page_count


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
