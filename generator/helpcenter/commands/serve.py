"""``helpcenter serve``: the preview."""

from __future__ import annotations

import argparse
import gc
from contextlib import suppress
from functools import partial
from pathlib import Path

from helpcenter.commands.console import CLEAN
from helpcenter.commands.options import add_command, host, port
from helpcenter.problems import CannotRunError
from helpcenter.words.catalogue import Words


def add(commands: object, words: Words) -> None:
    """Add the command to ``commands``."""
    command = add_command(commands, "serve", serve, words)
    command.add_argument("--host", type=partial(host, words), metavar=words("cli.address"), help=words("cli.host"))
    command.add_argument("--port", type=partial(port, words), metavar=words("cli.number"), help=words("cli.port"))


def serve(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Preview until somebody stops it."""
    from helpcenter.host.running import AddressError, run_preview

    def announce(address: str) -> None:
        with suppress(OSError):  # it serves even if nobody can be told
            print(words("cli.serving", address=f"http://{address}/"), flush=True)

    gc.enable()  # a preview lives long
    try:
        run_preview(root, options.host, options.port, announce)
    except AddressError as error:
        name = "cli.port_taken" if error.taken else "cli.no_address"
        raise CannotRunError(words(name, address=error.address)) from None
    return CLEAN
