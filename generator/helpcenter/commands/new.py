"""``helpcenter new``: a help center of one's own, or an entry of the one that is here."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path

from helpcenter.commands.console import CLEAN, PROBLEMS
from helpcenter.commands.findings import print_findings
from helpcenter.commands.options import add_command
from helpcenter.problems import CannotRunError, in_order
from helpcenter.project import CONFIG, build_day
from helpcenter.words.catalogue import Words, nearest_language

KINDS = ("article", "faq", "flow", "topic")
LANGUAGES = ("zh", "en")


def add(commands: object, words: Words) -> None:
    """Add the command to ``commands``."""
    command = add_command(commands, "new", new, words)
    command.usage = words("cli.new.usage")
    command.set_defaults(anywhere=True)
    command.add_argument("what", metavar="DIR", help=words("cli.new.what"))
    command.add_argument("id", nargs="?", metavar="ID", help=words("cli.new.id"))
    command.add_argument("--language", choices=LANGUAGES, help=words("cli.new.language"))
    command.add_argument("--sample", action="store_true", help=words("cli.new.sample"))
    command.add_argument("--topic", metavar="TOPIC", help=words("cli.new.topic"))


def new(options: argparse.Namespace, root: Path | None, words: Words) -> int:
    """Write what was asked for. Exit 1 when an entry of that name cannot be."""
    if options.what not in KINDS:
        if options.id is not None or options.topic is not None:
            raise CannotRunError(words("cli.new.unknown_kind", kind=options.what))
        return _new_center(options, words)
    if options.language or options.sample:
        raise CannotRunError(words("cli.new.only_for_folder"))
    if options.id is None:
        raise CannotRunError(words("cli.new.no_id", kind=options.what))
    if options.topic is not None and options.what == "topic":
        raise CannotRunError(words("cli.new.topic_of_topic"))
    if root is None:
        raise CannotRunError(words("cli.no_project", config=CONFIG))
    return _new_entry(options, root, words)


def _new_center(options: argparse.Namespace, words: Words) -> int:
    from helpcenter.starters.starter import NotEmptyError, sample, starter, write_starter

    if options.sample and options.language not in (None, "zh"):
        raise CannotRunError(words("cli.new.sample_language"))
    today = build_day()
    files = sample(today) if options.sample else starter(options.language or LANGUAGES[0], today)
    if files is None:
        raise CannotRunError(words("cli.new.no_sample"))
    folder = Path(options.what).absolute()
    try:
        write_starter(folder, files)
    except NotEmptyError:
        raise CannotRunError(words("cli.new.not_empty", folder=options.what)) from None
    except OSError as error:
        raise CannotRunError(f"{error.filename or folder}: {error.strerror or error}") from None
    print(words("cli.new.made", folder=options.what, count=len(files)))
    if folder != Path.cwd():
        print(f"  cd {shlex.quote(options.what)}")
    print("  helpcenter serve")
    print(words("cli.new.read_on"))
    return CLEAN


def _new_entry(options: argparse.Namespace, root: Path, words: Words) -> int:
    from helpcenter.host.running import checked, sound
    from helpcenter.problems import Location, problem
    from helpcenter.starters.entry import FOLDERS, NewEntry, NoListError, bad_id, put, refusals

    settings, _ = sound(root)
    prepared = checked(settings)
    project, loaded = prepared.project, prepared.loaded
    topics = [topic.id for topic in loaded.center.topics]
    if options.what != "topic" and options.topic is None and not topics:
        raise CannotRunError(words("cli.new.no_topics"))
    entry = NewEntry(options.what, options.id, options.topic or next(iter(topics), ""))
    found = list(bad_id(entry))
    if not found:
        path = entry.file(project)
        name = project.name(path)
        found = list(refusals(entry, loaded, name))
        if not project.holds(path):
            found.append(problem("outside-project", Location(name)))
        elif not found and entry.id in loaded.broken:
            raise CannotRunError(words("cli.new.in_broken_file", id=entry.id))
    if found:
        print_findings(in_order(found), settings.language, "text", sys.stderr)
        return PROBLEMS
    try:
        put(path, name, entry.text(nearest_language(settings.language), build_day()), alone=entry.kind in FOLDERS)
    except FileExistsError:
        raise CannotRunError(words("cli.flow.exists", file=name)) from None
    except NoListError:
        raise CannotRunError(words("cli.new.no_list", file=name)) from None
    except OSError as error:
        raise CannotRunError(f"{name}: {error.strerror}") from None
    print(words("cli.new.written_topic" if entry.kind == "topic" else "cli.new.written", file=name))
    return CLEAN
