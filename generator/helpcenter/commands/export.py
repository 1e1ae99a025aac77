"""``helpcenter export``: the answers as a file that another tool takes in. Writes files, asks no network."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from helpcenter.commands.console import CLEAN, PROBLEMS
from helpcenter.commands.options import add_command
from helpcenter.commands.published import published
from helpcenter.problems import CannotRunError
from helpcenter.whole_file import write_whole
from helpcenter.words.catalogue import Words

if TYPE_CHECKING:
    from helpcenter.exports.answer import Answer, Loss
    from helpcenter.exports.changes import Changes, Versions
    from helpcenter.pages import Book

FOLDER, MARK = "exports", "mark.json"
SHOWN = 20
"""How many ids one line of the report names."""


def add(commands: object, words: Words) -> None:
    """Add the command to ``commands``."""
    command = add_command(commands, "export", export, words)
    command.add_argument("format", metavar="FORMAT", help=words("cli.export.format"))
    command.add_argument("--changed-since", metavar="REV|FILE", help=words("cli.export.since"))
    for name in ("audience", "topic"):
        command.add_argument(f"--{name}", metavar="ID", action="append", default=[], help=words(f"cli.export.{name}"))
    command.add_argument("--platform", metavar="ID", default="", help=words("cli.export.platform"))
    command.add_argument("--whole", action="store_true", help=words("cli.export.whole"))
    command.add_argument("--out", metavar=words("cli.folder"), default=FOLDER, help=words("cli.export.out"))


def export(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Write the answers in one form, and the mark of what was written. Exit 1 when the sources have errors."""
    from helpcenter.exports import FORMATS, WHOLE
    from helpcenter.exports.answer import told_of_all
    from helpcenter.exports.changes import changes, mark_bytes, mark_of

    make = FORMATS.get(_known(options.format, FORMATS, "format", words))
    assert make is not None, "the name is known"
    book = _book(root, shown=True)
    if book is None:
        return PROBLEMS
    _refuse_unknown(options, book, words)
    answers = _answers(book, options)
    now = mark_of(answers)
    found = None
    if options.changed_since is not None:
        found = changes(now, _before(options, root, words))
        answers = [answer for answer in answers if answer.id in {*found.added, *found.changed}]
    made = make(answers, whole=options.whole)
    folder = _folder(Path(options.out), root, words)
    _write(folder, {made.name: made.content, MARK: mark_bytes(now)})
    losses = (*made.losses, *told_of_all(answers, whole=options.whole or options.format in WHOLE))
    _report(folder / made.name, len(answers), found, losses, words, linked=bool(book.edition.site.url))
    return CLEAN


def _answers(book: Book, options: argparse.Namespace) -> list[Answer]:
    from helpcenter.exports.answers import answers_of

    chosen = {"audiences": options.audience, "topics": options.topic, "platform": options.platform}
    return answers_of(book, **chosen, keep_blanks=True)


def _book(root: Path, *, shown: bool) -> Book | None:
    """Return the published help center in ``root``; None for errors, which are printed if ``shown``."""
    built = published(root, shown=shown)
    return built.book if built else None


def _before(options: argparse.Namespace, root: Path, words: Words) -> Versions:
    """Return the versions that answers had: in a mark, or at a git revision."""
    from helpcenter.exports.changes import mark_of, read_mark
    from helpcenter.host.running import RefusedError
    from helpcenter.sources.revisions import RevisionError, put_out

    since = options.changed_since
    if Path(since).is_file():
        mark = read_mark(Path(since).read_text(encoding="utf-8", errors="replace"))
        if mark is None:
            raise CannotRunError(words("cli.export.no_mark", file=since, name=MARK))
        return mark
    with TemporaryDirectory() as folder:
        try:
            put_out(root, since, Path(folder))
            book = _book(Path(folder), shown=False)
        except RevisionError:
            raise CannotRunError(words("cli.export.no_revision", revision=since)) from None
        except (RefusedError, CannotRunError):
            book = None
        if book is None:
            raise CannotRunError(words("cli.export.broken_then", revision=since))
        return mark_of(_answers(book, options))


def _refuse_unknown(options: argparse.Namespace, book: Book, words: Words) -> None:
    for topic in options.topic:
        _known(topic, [one.id for one in book.center.topics], "topic", words)
    for audience in options.audience:
        _known(audience, book.edition.audiences, "audience", words)
    if options.platform:
        _known(options.platform, book.platforms, "platform", words)


def _known(name: str, names: Iterable[str], kind: str, words: Words) -> str:
    """Return ``name``, which must be one of ``names``."""
    known = list(names)
    if name not in known:
        raise CannotRunError(words(f"cli.export.unknown.{kind}", name=name, known=", ".join(known) or "—"))
    return name


def _folder(folder: Path, root: Path, words: Words) -> Path:
    """Return the folder to write, made where there was none. Raises CannotRunError where sources are."""
    path, sources = folder.resolve(), [(root / name).resolve() for name in ("content", "faq")]
    if any(path.is_relative_to(source) for source in sources):
        raise CannotRunError(words("cli.export.among_sources", folder=folder))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotRunError(f"{folder}: {error.strerror}") from None
    return folder


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """Write each of ``files`` whole or not at all."""
    for name, content in files.items():
        try:
            write_whole(folder / name, content)
        except OSError as error:
            raise CannotRunError(f"{folder / name}: {error.strerror}") from None


def _report(
    file: Path, count: int, found: Changes | None, losses: Iterable[Loss], words: Words, *, linked: bool
) -> None:
    print(words("cli.export.written", file=file, count=count, mark=file.parent / MARK))
    if found is not None:
        for name in ("added", "changed", "removed"):
            ids = getattr(found, name)
            print("  " + words(f"cli.export.{name}", count=len(ids), ids=_few(ids) or "—"))
    if not linked:
        print("  " + words("cli.export.no_site_url"))
    for line in _told(losses, words):
        print(f"  {line}")


def _told(losses: Iterable[Loss], words: Words) -> list[str]:
    """Return a line for each kind of loss, with the answers that it befell."""
    kinds: dict[str, list[str]] = {}
    for loss in losses:
        kinds.setdefault(loss.code, []).append(loss.answer)
    return [words(f"cli.export.loss.{code}", count=len(ids), ids=_few(ids)) for code, ids in kinds.items()]


def _few(ids: Iterable[str]) -> str:
    names = [name for name in ids if name]
    return ", ".join(names[:SHOWN]) + (" …" if len(names) > SHOWN else "")
