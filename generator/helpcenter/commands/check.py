"""``helpcenter check``: every problem of the content and of the settings."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from helpcenter.commands.console import CLEAN, PROBLEMS
from helpcenter.commands.findings import print_findings
from helpcenter.commands.options import add_command
from helpcenter.words.catalogue import Words


def add(commands: object, words: Words) -> None:
    """Add the command to ``commands``."""
    command = add_command(commands, "check", check, words)
    command.add_argument("--format", choices=("text", "json"), default="text", help=words("cli.format"))


def check(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Print what is found. Exit 1 for errors."""
    from helpcenter.host.running import checked, opened

    settings = opened(root)
    prepared = checked(settings)
    if prepared.problems or options.format == "json" or sys.stdout.isatty():
        print_findings(prepared.problems, settings.language, options.format, sys.stdout)
    new = prepared.promises.registry.new() if prepared.promises.file else []
    if new and options.format == "text" and not prepared.refused:
        file = prepared.promises.file.name if prepared.promises.file else ""
        print(words("cli.links.new", count=len(new), file=file, first=new[0]))
    return PROBLEMS if prepared.refused else CLEAN
