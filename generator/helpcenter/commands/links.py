"""``helpcenter links``: published addresses are recorded, renamed and retired, and go on working."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from helpcenter.commands import external
from helpcenter.commands.console import CLEAN
from helpcenter.commands.options import add_command
from helpcenter.problems import CannotRunError, Severity
from helpcenter.words.catalogue import Words

if TYPE_CHECKING:
    from helpcenter.build import Prepared
    from helpcenter.links.edits import Edit
    from helpcenter.links.kept import Promises
    from helpcenter.links.plan import LinkPlan, NoPlanError, Planner

SOLVED = {"link-lost", "inbound-lost", "link-changed", "link-reused", "link-loop", "unknown-id", "unknown-link",
          "unknown-part", "inbound-unknown", "flow-unknown-target"}
"""Problems that these commands solve, so that they do not stand in their way."""


def add(commands: object, words: Words) -> None:
    """Add the commands to ``commands``."""
    command = add_command(commands, "links", publish, words)
    inner = command.add_subparsers(required=True, metavar=words("cli.command"))
    add_command(inner, "publish", publish, words, "links.")
    moving = add_command(inner, "move", move, words, "links.")
    moving.add_argument("old", metavar="OLD", help=words("cli.links.old"))
    moving.add_argument("new", metavar="NEW", help=words("cli.links.new_id"))
    retiring = add_command(inner, "retire", retire, words, "links.")
    retiring.add_argument("id", metavar="ID", help=words("cli.links.old"))
    retiring.add_argument("--see", metavar="ID", required=True, help=words("cli.links.see"))
    external.add(inner, words)


def publish(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Record every address that the site has now, and every answer that says something new."""
    prepared = numbered(_opened(root, words)[0])
    try:
        print(recorded(prepared, words))
    except OSError as error:
        raise CannotRunError(f"{error.filename}: {error.strerror}") from None
    return CLEAN


def numbered(prepared: Prepared) -> Prepared:
    """Return ``prepared`` with a new version of every answer that says something new."""
    from helpcenter.links.kept import versions_to_publish

    return replace(prepared, versions=versions_to_publish(prepared.project, prepared.loaded.center, prepared.texts))


def recorded(prepared: Prepared, words: Words) -> str:
    """Record every address and every version of what is ``numbered``; return what to say of that. Raises OSError."""
    from helpcenter.links.lock_edit import record

    versions, new, total = record(_promises(prepared), prepared.versions, prepared.project)
    said = words("cli.links.versions", file=_lock_name(prepared, "versions.lock"), count=versions)
    return f"{said}\n{words('cli.links.added', file=_lock_name(prepared), count=new, total=total)}"


def unrecorded(prepared: Prepared, words: Words) -> str:
    """Return what to say of addresses that are not recorded yet; nothing where all are, or none ever was."""
    new = prepared.promises.registry.new() if prepared.promises.file and not prepared.refused else []
    return words("cli.links.new", count=len(new), file=_lock_name(prepared), first=new[0]) if new else ""


def move(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Give content another id, or record that it has one."""
    from helpcenter.links.plan import Planner

    return _lead_on(Planner.move, options.old, options.new, root, words, "cli.links.moved", "new")


def retire(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Say what replaces an entry, or something that was deleted."""
    from helpcenter.links.plan import Planner

    return _lead_on(Planner.retire, options.id, options.see, root, words, "cli.links.retired", "see")


def _lead_on(
    planned: Callable[[Planner, str, str], LinkPlan], old: str, to: str, root: Path, words: Words, said: str, name: str
) -> int:
    """Carry out what is ``planned`` so that ``old`` leads ``to`` another address, which ``said`` calls ``name``."""
    from helpcenter.links.kept import plain_address
    from helpcenter.links.plan import NoPlanError
    from helpcenter.links.versions import with_moved_versions

    prepared, planner = _opened(root, words)
    old, to = (plain_address(typed) or typed for typed in (old, to))
    try:
        plan = planned(planner, old, to)
    except NoPlanError as refused:
        raise CannotRunError(_reason(refused, words)) from None
    if name == "new":
        plan = replace(plan, versions=with_moved_versions(prepared.versions.known, old, to))
    _carry_out(plan, planner, prepared, root, words)
    print(words(said, old=old, **{name: to}))
    _tell(plan.edits, planner, words)
    return CLEAN


def _opened(root: Path, words: Words) -> tuple[Prepared, Planner]:
    """Read the project. Raises CannotRunError when it has errors that keep its addresses from being known."""
    from helpcenter.host.running import checked, sound
    from helpcenter.links.plan import Planner

    prepared = checked(sound(root)[0])
    if _errors(prepared) - SOLVED:
        raise CannotRunError(words("cli.links.broken"))
    return prepared, Planner(prepared.project, prepared.loaded, _promises(prepared).registry)


def _promises(prepared: Prepared) -> Promises:
    """Return the promises of a project that may have made none yet."""
    from helpcenter.links.kept import promises_of

    return promises_of(prepared.project, prepared.loaded, prepared.flows, prepared.public, always=True)


def _lock_name(prepared: Prepared, name: str = "links.lock") -> str:
    return prepared.project.name(prepared.project.content / name)


def _carry_out(plan: LinkPlan, planner: Planner, before: Prepared, root: Path, words: Words) -> None:
    """Write all files of ``plan``, or none: also when the content has errors afterwards that it had not ``before``."""
    from helpcenter.host.running import checked, sound
    from helpcenter.links.edits import undo, write_edits
    from helpcenter.links.lock_edit import lock_edits

    edits = [*plan.edits, *lock_edits(plan.lock, planner.project, plan.versions)]
    try:
        write_edits(edits)
    except OSError as error:
        raise CannotRunError(f"{error.filename}: {error.strerror}") from None
    worse = _errors(checked(sound(root)[0])) - _errors(before) if plan.edits else set()
    if worse:
        undo(edits)
        raise CannotRunError(words("cli.links.no_edit", problems=" ".join(sorted(worse))))


def _errors(prepared: Prepared) -> set[str]:
    return {found.code for found in prepared.problems if found.severity is Severity.ERROR}


def _reason(refused: NoPlanError, words: Words) -> str:
    facts = dict(refused.facts)
    if "guess" in facts:
        facts["guess"] = words("cli.links.maybe", guess=facts["guess"]) if facts["guess"] else ""
    return words(f"cli.links.{refused.name}", **facts)


def _tell(edits: Sequence[Edit], planner: Planner, words: Words) -> None:
    if edits:
        files = " ".join(planner.project.name(edit.to) for edit in edits)
        print(words("cli.links.changed", files=files))
