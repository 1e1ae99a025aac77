"""``helpcenter serve``: the preview."""

from __future__ import annotations

import argparse
import gc
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from helpcenter.commands.console import CLEAN
from helpcenter.commands.options import add_command, host, port_or_auto
from helpcenter.problems import CannotRunError
from helpcenter.words.catalogue import Words

if TYPE_CHECKING:
    from helpcenter.host.serving import AddressError
    from helpcenter.preview.state import LiveState

YOUNG = 50_000
"""New objects after which they are looked through: few saves leave anything that is not let go of at once."""
OLDER = (10, 2)
"""Looks after which those that were left are looked at, too, and after so many of these all that is not spared."""
LARGE = 4
"""A part of what is spared: so many others, as after another branch was taken, are spared, too."""


def add(commands: object, words: Words) -> None:
    """Add the command to ``commands``."""
    command = add_command(commands, "serve", serve, words)
    command.add_argument("--host", type=partial(host, words), metavar=words("cli.address"), help=words("cli.host"))
    command.add_argument(
        "--port", type=partial(port_or_auto, words), metavar=words("cli.number"), help=words("cli.port")
    )
    command.add_argument("--staff", action="store_true", help=words("cli.staff"))


def serve(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Preview until somebody stops it."""
    from helpcenter.host.serving import AddressError, run_preview

    def announce(address: str, instead_of: AddressError | None) -> None:
        with suppress(OSError):  # it serves even if nobody can be told
            if instead_of is not None:
                print(words("cli.other_port", address=instead_of.address, holder=_holder(instead_of, words)))
            print(words("cli.serving", address=address), flush=True)

    report, sweep = Report(words), Sweeping()

    def told(state: LiveState) -> None:
        sweep.spare()
        report(state)

    try:
        run_preview(root, options.host, options.port, announce, told, staff=options.staff)
    except AddressError as error:
        if error.taken:
            said = words("cli.port_taken", address=error.address, holder=_holder(error, words))
            raise CannotRunError(said) from None
        raise CannotRunError(words("cli.no_address", address=error.address)) from None
    return CLEAN


class Sweeping:
    """Lets the collector of garbage, without which the command begins, leave out what lives as long as the preview.

    That is nearly all: to look through it takes longer than a save.
    """

    def __init__(self) -> None:
        self._sweeps = 0

    def spare(self) -> None:
        """Spare all that there is, the first time, and again when all the rest was looked through and has grown large.

        What was spared and is garbage by then goes.
        """
        if not gc.isenabled():
            gc.freeze()
            gc.set_threshold(YOUNG, *OLDER)
            gc.enable()
        elif _sweeps() != self._sweeps and len(gc.get_objects(generation=2)) > gc.get_freeze_count() // LARGE:
            gc.unfreeze()
            gc.collect()
            gc.freeze()
        self._sweeps = _sweeps()


def _sweeps() -> int:
    """Return how often all that is not spared was looked through."""
    return int(gc.get_stats()[-1]["collections"])


class Report:
    """Prints what is wrong whenever that changes."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._last: tuple[object, ...] = ()

    def __call__(self, state: LiveState) -> None:
        """Print the problems of ``state``, unless they were printed last."""
        if state.problems == self._last:
            return
        self._last = state.problems
        with suppress(OSError):
            for found in state.problems:
                severity = self._words("report.error" if found.is_error else "report.warning")
                place = f"{found.place}: " if found.file else ""
                print(f"{place}{severity} {found.message}", file=sys.stderr)
                print(f"    {self._words('report.hint')}{found.hint}", file=sys.stderr)
            if not state.problems:
                print(self._words("report.clean"), file=sys.stderr)


def _holder(error: AddressError, words: Words) -> str:
    return words("cli.holder", name=error.by.name, pid=error.by.pid) if error.by else ""
