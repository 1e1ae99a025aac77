"""``helpcenter build``: check, then write the site."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from helpcenter.commands.console import CLEAN, PROBLEMS
from helpcenter.commands.findings import print_findings
from helpcenter.commands.links import numbered, recorded, unrecorded
from helpcenter.commands.options import add_command
from helpcenter.problems import CannotRunError
from helpcenter.project import CACHE
from helpcenter.words.catalogue import Words

KEPT, KEPT_FOR_STAFF = "kept", "kept-staff"
"""The files in the project's cache that hold what the last build of each site made."""


def add(commands: object, words: Words) -> None:
    """Add the command to ``commands``."""
    command = add_command(commands, "build", build, words)
    command.add_argument("--site", metavar=words("cli.folder"), help=words("cli.site"))
    purpose = command.add_mutually_exclusive_group()
    purpose.add_argument("--publish", action="store_true", help=words("cli.publish"))
    purpose.add_argument("--staff", action="store_true", help=words("cli.staff"))


def build(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Check and build. Exit 1 for errors, with the old site as it was.

    What is to be published is recorded when the site is whole and has not taken its place yet.
    """
    from helpcenter.host.running import checked, opened, target_of, write_site
    from helpcenter.lasting import LastingMemory
    from helpcenter.publishing.generations import publish

    settings = opened(root)
    memory = LastingMemory(root / CACHE / (KEPT_FOR_STAFF if options.staff else KEPT))
    prepared = checked(settings, staff=options.staff, memory=memory)
    if prepared.problems:
        print_findings(prepared.problems, settings.language, "text", sys.stderr)
    config = settings.config
    if prepared.refused or config is None:
        return PROBLEMS
    if options.staff and not config.site_url:
        print(words("cli.no_site_url"), file=sys.stderr)
    prepared = numbered(prepared) if options.publish else prepared
    target = target_of(config, prepared.project, options.site, words)
    pages, said = 0, ""

    def write(folder: Path) -> None:
        nonlocal pages, said
        pages = write_site(config, prepared, folder)
        if not options.staff:
            said = recorded(prepared, words) if options.publish else unrecorded(prepared, words)

    try:
        publish(target, write)
    except OSError as error:
        raise CannotRunError(f"{error.filename or target}: {error.strerror}") from None
    memory.keep()
    if sys.stdout.isatty():
        print(words("cli.built", pages=pages, folder=target))
    if said and (options.publish or sys.stdout.isatty()):
        print(said)
    return CLEAN
