"""The command line: finds the project and the command, and runs it.

Exit 0: clean. Exit 1: the sources have errors. Exit 2: the command cannot run, or could run nothing.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from helpcenter import __version__
from helpcenter.commands import build, check, export, flow, links, mcp, new, platforms, search, serve
from helpcenter.commands import words as word_list
from helpcenter.commands.console import CANNOT_RUN, PROBLEMS, ended, machine_words, open_streams
from helpcenter.commands.findings import print_findings
from helpcenter.commands.stopping import heed_signals
from helpcenter.problems import CannotRunError
from helpcenter.project import CONFIG, EPOCH, build_day, find_root
from helpcenter.words.catalogue import Words

COMMANDS = (new, serve, check, build, flow, search, links, export, mcp, platforms, word_list)
"""A module a command, in the order in which help lists them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that ``arguments`` name; returns the exit code."""
    words = machine_words()
    options = parser(words).parse_args(arguments)
    root = _root()
    if root is None and not options.anywhere:
        print(words("cli.no_project", config=CONFIG), file=sys.stderr)
        return CANNOT_RUN
    try:
        build_day()
    except ValueError:
        reason = words("cli.bad_epoch", name=EPOCH, text=os.environ[EPOCH])
        print(words("cli.cannot_run", reason=reason), file=sys.stderr)
        return CANNOT_RUN
    from helpcenter.host.running import RefusedError

    try:
        return int(options.run(options, root, words))
    except RefusedError as error:
        print_findings(error.problems, error.language, "text", sys.stderr)
        return PROBLEMS
    except CannotRunError as error:
        print(words("cli.cannot_run", reason=error), file=sys.stderr)
        return CANNOT_RUN


def run() -> None:
    """Run the command of this process and end it at once.

    A build makes a million small values and keeps them to its end: collecting or freeing them only costs time.
    """
    gc.disable()
    heed_signals()
    open_streams()
    os._exit(ended(main))


def parser(words: Words) -> argparse.ArgumentParser:
    """Return what reads the command line, with its help in ``words``."""
    top = argparse.ArgumentParser(
        "helpcenter",
        description=words("cli.about"),
        epilog=words("cli.examples"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"helpcenter {__version__}", help=words("cli.version"))
    commands = top.add_subparsers(required=True, metavar=words("cli.command"))
    for command in COMMANDS:
        command.add(commands, words)
    return top


def _root() -> Path | None:
    try:
        return find_root(Path.cwd())
    except OSError:  # somebody deleted the folder that we are in
        return None
