"""``helpcenter links external``: whether links to other sites still lead somewhere. Alone asks the network."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from helpcenter.commands.console import CLEAN, PROBLEMS
from helpcenter.commands.findings import print_findings
from helpcenter.commands.options import add_command, days
from helpcenter.problems import CannotRunError, has_errors
from helpcenter.project import CACHE
from helpcenter.words.catalogue import Words

if TYPE_CHECKING:
    from helpcenter.links.external import ExternalReport

KEPT = "external-links.json"
"""The file in the project's cache that says which links were sound, and when."""
DAYS = 7
"""How long a sound link is not asked for again."""


def add(commands: object, words: Words) -> None:
    """Add the command to ``commands`` of links."""
    command = add_command(commands, "external", external, words, "links.")
    command.add_argument("--days", metavar="N", type=lambda text: days(words, text), default=DAYS,
                         help=words("cli.links.days"))
    command.add_argument("--format", choices=("text", "json"), default="text", help=words("cli.format"))


def external(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Ask for every link to another site. Exit 1 when a page is gone."""
    from helpcenter.caching import make_cache
    from helpcenter.host.running import checked, sound
    from helpcenter.links.external import OfflineError, look, read_sound, write_sound
    from helpcenter.links.external_links import external_links

    settings, config = sound(root)
    prepared = checked(settings)
    links = external_links(prepared.loaded, prepared.texts, prepared.ordinary, str(config.site_url or ""))
    kept = root / CACHE / KEPT
    try:
        report, fine = look(links, read_sound(kept), prepared.project.today, options.days)
    except OfflineError:
        raise CannotRunError(words("cli.links.offline")) from None
    try:
        make_cache(kept.parent)
        write_sound(kept, fine)
    except OSError as error:
        print(words("cli.links.not_kept", reason=error.strerror), file=sys.stderr)
    print_findings(report.problems, settings.language, options.format, sys.stdout)
    if options.format == "text":
        _tell(report, words)
    return PROBLEMS if has_errors(report.problems) else CLEAN


def _tell(report: ExternalReport, words: Words) -> None:
    print(words("cli.links.asked", asked=report.asked, kept=report.kept))
    if report.unsure:
        print(words("cli.links.unsure", count=len(report.unsure)))
        print("\n".join(f"  {url}" for url in report.unsure))
