"""What the commands take from their line: how one is added, and the kinds of value that an option may have."""

from __future__ import annotations

import argparse
from typing import Any

from helpcenter.words.catalogue import Words


def add_command(commands: Any, name: str, run: object, words: Words, group: str = "") -> argparse.ArgumentParser:
    """Add the command ``name``, which ``run`` does, to those of ``group``, with its words."""
    about = words(f"cli.{group}{name}.about")
    command: argparse.ArgumentParser = commands.add_parser(
        name,
        help=about,
        description=about,
        epilog=words(f"cli.{group}{name}.examples"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(run=run, anywhere=False)
    return command


def port_or_auto(words: Words, text: str) -> int:
    """Return the port that ``text`` names, 0 for ``auto``."""
    if text == "auto":
        return 0
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(words("cli.bad_port", text=text))
    return int(text)


def host(words: Words, text: str) -> str:
    """Return the address that ``text`` names, without brackets."""
    from helpcenter.host.settings.places import is_host

    if not is_host(text):
        raise argparse.ArgumentTypeError(words("cli.bad_host", text=text))
    return text.strip("[]")


def days(words: Words, text: str) -> int:
    """Return the number of days that ``text`` names."""
    if not text.isascii() or not text.isdigit() or int(text) > 3650:
        raise argparse.ArgumentTypeError(words("cli.links.bad_days", text=text))
    return int(text)


def percent(words: Words, text: str) -> int:
    """Return the share that ``text`` names."""
    if not text.isascii() or not text.isdigit() or int(text) > 100:
        raise argparse.ArgumentTypeError(words("cli.flow.bad_percent", text=text))
    return int(text)
