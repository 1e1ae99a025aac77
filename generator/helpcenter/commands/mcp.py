"""``helpcenter mcp``: the published answers as tools of an assistant, over standard input and output."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from helpcenter.commands.console import CLEAN, PROBLEMS
from helpcenter.commands.options import add_command
from helpcenter.commands.published import published
from helpcenter.problems import CannotRunError
from helpcenter.words.catalogue import Words

EXTRA = frozenset({"mcp", "mcp_types", "quickjs", "_quickjs"})
"""What comes with ``helpcenter[mcp]`` alone."""


def add(commands: object, words: Words) -> None:
    """Add the command to ``commands``."""
    command = add_command(commands, "mcp", mcp, words)
    command.set_defaults(anywhere=True)
    command.add_argument("--site", metavar=words("cli.folder"), help=words("cli.mcp.site"))


def mcp(options: argparse.Namespace, root: Path | None, words: Words) -> int:
    """Serve until the assistant goes. Exit 1 when the sources have errors."""
    try:
        from helpcenter.assistants.library import NotReadableError
        from helpcenter.assistants.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in EXTRA:
            raise CannotRunError(words("cli.mcp.no_extra", package=error.name)) from None
        raise
    gc.enable()  # a server lives long
    with _site(options.site, root, words) as folder:
        if folder is None:
            return PROBLEMS
        try:
            serve(folder)
        except NotReadableError as error:
            raise CannotRunError(words(f"cli.mcp.{error.code}", folder=folder)) from None
    return CLEAN


@contextmanager
def _site(named: str | None, root: Path | None, words: Words) -> Iterator[Path | None]:
    """Give the folder of the site: the one that was named, else what of it programs read, made from the project.

    None when the sources have errors.
    """
    if named is not None:
        yield Path(named).absolute()
        return
    if root is None:
        raise CannotRunError(words("cli.mcp.no_project"))
    built = published(root)
    if built is None:
        yield None
        return
    from helpcenter.exports.machine import machine_files
    from helpcenter.pages.search import make_search
    from helpcenter.rendering.bundles import assets

    if not built.book.edition.site.url:
        print(words("cli.export.no_site_url"), file=sys.stderr)
    script = assets().search
    files = {**machine_files(built.book), **make_search(built.book, built.searchable).files()}
    with TemporaryDirectory(prefix="helpcenter-") as name:
        for path, content in {**files, script.path: script.content}.items():
            file = Path(name, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        yield Path(name)
