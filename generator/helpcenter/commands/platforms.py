"""``helpcenter platforms``: which platform has no text of its own for a value, and what its readers see then."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from helpcenter.commands.console import CLEAN, PROBLEMS
from helpcenter.commands.findings import print_findings
from helpcenter.commands.options import add_command
from helpcenter.words.catalogue import Words

if TYPE_CHECKING:
    from helpcenter.model.help_center import HelpCenter


def add(commands: object, words: Words) -> None:
    """Add the command to ``commands``."""
    add_command(commands, "platforms", list_platforms, words)


def list_platforms(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Print for each platform the values that others put their way and it does not."""
    from helpcenter.host.running import checked, opened

    settings = opened(root)
    prepared = checked(settings)
    if prepared.refused:
        print_findings(prepared.problems, settings.language, "text", sys.stderr)
        return PROBLEMS
    for line in told(prepared.loaded.center, words):
        print(line)
    return CLEAN


def told(center: HelpCenter, words: Words) -> list[str]:
    """Return the listing, a line each."""
    differing = {name: value for name, value in center.values.items() if value.platforms}
    lines = []
    for platform in center.platforms:
        lacking = {name: value for name, value in differing.items() if platform.id not in value.platforms}
        count = len(differing) - len(lacking)
        lines.append(words("cli.platforms.has", label=platform.label, id=platform.id, own=count, all=len(differing)))
        lines += [words("cli.platforms.lacks", name=name, text=value.text) for name, value in lacking.items()]
    return lines or [words("cli.platforms.none")]
