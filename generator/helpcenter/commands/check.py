"""``helpcenter check``: every problem of the content and of the settings."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from helpcenter.commands.console import CLEAN, PROBLEMS
from helpcenter.commands.findings import print_findings
from helpcenter.commands.links import unrecorded
from helpcenter.commands.options import add_command
from helpcenter.words.catalogue import Words


def add(commands: object, words: Words) -> None:
    """Add the command to ``commands``."""
    command = add_command(commands, "check", check, words)
    command.add_argument("--published", action="store_true", help=words("cli.published"))
    command.add_argument("--format", choices=("text", "json"), default="text", help=words("cli.format"))


def check(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Print what is found. Exit 1 for errors, and for addresses that are not recorded where that was asked."""
    from helpcenter.host.running import checked, opened

    settings = opened(root)
    prepared = checked(settings)
    if prepared.problems or options.format == "json" or sys.stdout.isatty():
        print_findings(prepared.problems, settings.language, options.format, sys.stdout)
    due = unrecorded(prepared, words)
    if due:
        print(due, file=sys.stderr if options.format == "json" else sys.stdout)
    return PROBLEMS if prepared.refused or (due and options.published) else CLEAN
