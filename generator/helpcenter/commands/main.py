"""The commands: ``helpcenter build``, ``serve``, ``check``, ``flow`` and ``search``.

Exit 0: clean. Exit 1: the sources have errors. Exit 2: the command cannot run, or could run nothing.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from helpcenter import __version__
from helpcenter.commands.console import CANNOT_RUN, can_show, ended, machine_words, open_streams
from helpcenter.commands.flow import flow_import, flow_map, flow_sheet, flow_test
from helpcenter.commands.search import search_eval, search_explain, search_test
from helpcenter.commands.stopping import heed_signals
from helpcenter.problems import CannotRunError
from helpcenter.project import CONFIG, find_root
from helpcenter.words.catalogue import Words, messages, nearest_language

if TYPE_CHECKING:
    from helpcenter.problems import Problem

CLEAN, PROBLEMS = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that ``arguments`` name; returns the exit code."""
    words = machine_words()
    options = _parser(words).parse_args(arguments)
    root = _root()
    if root is None:
        print(words("cli.no_project", config=CONFIG), file=sys.stderr)
        return CANNOT_RUN
    from helpcenter.host.running import RefusedError

    try:
        return int(options.run(options, root, words))
    except RefusedError as error:
        _print(error.problems, error.language, "text", sys.stderr)
        return PROBLEMS
    except CannotRunError as error:
        print(words("cli.cannot_run", reason=error), file=sys.stderr)
        return CANNOT_RUN


def _root() -> Path | None:
    try:
        return find_root(Path.cwd())
    except OSError:  # somebody deleted the folder that we are in
        return None


def run() -> None:
    """Run the command of this process and end it at once.

    A build makes a million small values and keeps them to its end: collecting or freeing them only costs time.
    """
    gc.disable()
    heed_signals()
    open_streams()
    os._exit(ended(main))


def _build(options: argparse.Namespace, root: Path, words: Words) -> int:
    from helpcenter.host.running import checked, opened, target_of, write_site
    from helpcenter.publishing.generations import publish

    settings = opened(root)
    prepared = checked(settings)
    if prepared.problems:
        _print(prepared.problems, settings.language, "text", sys.stderr)
    config = settings.config
    if prepared.refused or config is None:
        return PROBLEMS
    target = target_of(config, prepared.project, options.site, words)
    pages = 0

    def write(folder: Path) -> None:
        nonlocal pages
        pages = write_site(config, prepared, folder)

    try:
        publish(target, write)
    except OSError as error:
        raise CannotRunError(f"{error.filename or target}: {error.strerror}") from None
    if sys.stdout.isatty():
        print(words("cli.built", pages=pages, folder=target))
    return CLEAN


def _serve(options: argparse.Namespace, root: Path, words: Words) -> int:
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


def _check(options: argparse.Namespace, root: Path, words: Words) -> int:
    from helpcenter.host.running import checked, opened

    settings = opened(root)
    prepared = checked(settings)
    if prepared.problems or options.format == "json" or sys.stdout.isatty():
        _print(prepared.problems, settings.language, options.format, sys.stdout)
    return PROBLEMS if prepared.refused else CLEAN


def _print(problems: Sequence[Problem], language: str, form: str, stream: TextIO) -> None:
    """Print ``problems`` in ``language``, or in that of this machine where the settings do not tell one."""
    from helpcenter.words.report import as_json, as_text

    words = messages(nearest_language(language)) if language else machine_words()
    text = (as_json if form == "json" else as_text)(problems, words)
    if form == "json" and not can_show(stream, text):
        text = as_json(problems, words, ascii_only=True)
    print(text, file=stream)


def _parser(words: Words) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "helpcenter",
        description=words("cli.about"),
        epilog=words("cli.examples"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"helpcenter {__version__}", help=words("cli.version"))
    commands = parser.add_subparsers(required=True, metavar=words("cli.command"))
    build = _command(commands, "build", _build, words)
    build.add_argument("--site", metavar=words("cli.folder"), help=words("cli.site"))
    serve = _command(commands, "serve", _serve, words)
    port = partial(_port, words)
    host = partial(_host, words)
    serve.add_argument("--host", type=host, metavar=words("cli.address"), help=words("cli.host"))
    serve.add_argument("--port", type=port, metavar=words("cli.number"), help=words("cli.port"))
    check = _command(commands, "check", _check, words)
    check.add_argument("--format", choices=("text", "json"), default="text", help=words("cli.format"))
    _add_flow(commands, words)
    _add_search(commands, words)
    return parser


def _add_flow(commands: object, words: Words) -> None:
    """Add ``helpcenter flow`` with its own commands."""
    group = _command(commands, "flow", None, words)
    inner = group.add_subparsers(required=True, metavar=words("cli.command"))
    test = _command(inner, "test", flow_test, words, "flow.")
    test.add_argument("id", nargs="?", metavar="ID", help=words("cli.flow.id_or_all"))
    percent = partial(_percent, words)
    test.add_argument(
        "--min-edge-coverage", type=percent, default=0, metavar=words("cli.number"), help=words("cli.flow.least")
    )
    sheet = _command(inner, "sheet", flow_sheet, words, "flow.")
    sheet.add_argument("id", metavar="ID", help=words("cli.flow.id"))
    sheet.add_argument("--format", choices=("md", "csv"), default="md", help=words("cli.flow.sheet_format"))
    sheet.add_argument("--since", metavar="REV", help=words("cli.flow.since"))
    picture = _command(inner, "map", flow_map, words, "flow.")
    picture.add_argument("id", metavar="ID", help=words("cli.flow.id"))
    forms = ("svg", "mermaid", "dot")
    picture.add_argument("--format", choices=forms, default="svg", help=words("cli.flow.map_format"))
    reading = _command(inner, "import", flow_import, words, "flow.")
    reading.add_argument("file", metavar="FILE", help=words("cli.flow.file"))
    reading.add_argument("--write", action="store_true", help=words("cli.flow.write"))


def _add_search(commands: object, words: Words) -> None:
    """Add ``helpcenter search`` with its own commands."""
    group = _command(commands, "search", None, words)
    inner = group.add_subparsers(required=True, metavar=words("cli.command"))
    _command(inner, "test", search_test, words, "search.")
    explain = _command(inner, "explain", search_explain, words, "search.")
    explain.add_argument("query", metavar="QUERY", help=words("cli.search.query"))
    evaluate = _command(inner, "eval", search_eval, words, "search.")
    for name in ("docs", "queries", "qrels"):
        evaluate.add_argument(name, metavar=name.upper(), help=words(f"cli.search.{name}"))


def _command(
    commands: object, name: str, run: object, words: Words, group: str = ""
) -> argparse.ArgumentParser:
    about = words(f"cli.{group}{name}.about")
    command = commands.add_parser(  # type: ignore[attr-defined]
        name,
        help=about,
        description=about,
        epilog=words(f"cli.{group}{name}.examples"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(run=run)
    return command  # type: ignore[no-any-return]


def _port(words: Words, text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(words("cli.bad_port", text=text))
    return int(text)


def _host(words: Words, text: str) -> str:
    from helpcenter.host.settings.places import is_host

    if not is_host(text):
        raise argparse.ArgumentTypeError(words("cli.bad_host", text=text))
    return text.strip("[]")


def _percent(words: Words, text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 100:
        raise argparse.ArgumentTypeError(words("cli.flow.bad_percent", text=text))
    return int(text)

