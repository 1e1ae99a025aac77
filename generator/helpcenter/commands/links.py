"""``helpcenter links``: published addresses are recorded, renamed and retired, and go on working."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from helpcenter.commands.console import CLEAN
from helpcenter.commands.options import add_command
from helpcenter.problems import CannotRunError, Severity
from helpcenter.words.catalogue import Words

if TYPE_CHECKING:
    from helpcenter.build import Prepared
    from helpcenter.links.edits import Edit
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


def publish(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Record every address that the site has now."""
    from helpcenter.links.history import forgotten
    from helpcenter.links.plan import LinkPlan
    from helpcenter.links.registry import published

    prepared, planner = _opened(root, words, SOLVED)
    known = planner.registry.lock
    lock = published({**forgotten(planner.project, known), **known}, planner.registry.today)
    _carry_out(LinkPlan(lock), planner, root, words)
    file = prepared.project.name(prepared.project.content / "links.lock")
    print(words("cli.links.added", file=file, count=len(lock) - len(known), total=len(lock)))
    return CLEAN


def move(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Give content another id, or record that it has one."""
    from helpcenter.links.kept import plain_address
    from helpcenter.links.plan import NoPlanError

    _, planner = _opened(root, words, SOLVED)
    old, new = (plain_address(typed) or typed for typed in (options.old, options.new))
    try:
        plan = planner.move(old, new)
    except NoPlanError as refused:
        raise CannotRunError(_reason(refused, words)) from None
    _carry_out(plan, planner, root, words)
    print(words("cli.links.moved", old=old, new=new))
    _tell(plan.edits, planner, words)
    return CLEAN


def retire(options: argparse.Namespace, root: Path, words: Words) -> int:
    """Say what replaces an entry, or something that was deleted."""
    from helpcenter.links.kept import plain_address
    from helpcenter.links.plan import NoPlanError

    _, planner = _opened(root, words, SOLVED)
    old, see = (plain_address(typed) or typed for typed in (options.id, options.see))
    try:
        plan = planner.retire(old, see)
    except NoPlanError as refused:
        raise CannotRunError(_reason(refused, words)) from None
    _carry_out(plan, planner, root, words)
    print(words("cli.links.retired", old=old, see=see))
    _tell(plan.edits, planner, words)
    return CLEAN


def _opened(root: Path, words: Words, solved: set[str]) -> tuple[Prepared, Planner]:
    """Read the project. Raises CannotRunError when it has errors that keep its addresses from being known."""
    from helpcenter.host.running import checked, sound
    from helpcenter.links.kept import promises_of
    from helpcenter.links.plan import Planner

    prepared = checked(sound(root)[0])
    if _errors(prepared) - solved:
        raise CannotRunError(words("cli.links.broken"))
    loaded = prepared.loaded
    promises = promises_of(prepared.project, loaded, prepared.flows, prepared.public, always=True)
    return prepared, Planner(prepared.project, loaded, promises.registry)


def _carry_out(plan: LinkPlan, planner: Planner, root: Path, words: Words) -> None:
    """Write all files of ``plan``, or none: also when the content has errors afterwards that it had not before."""
    from helpcenter.host.running import checked, sound
    from helpcenter.links.edits import undo, write_edits
    from helpcenter.links.lock_edit import lock_edits

    edits = [*plan.edits, *lock_edits(plan.lock, planner.project)]
    before = _errors(checked(sound(root)[0])) if plan.edits else set()
    try:
        write_edits(edits)
    except OSError as error:
        raise CannotRunError(f"{error.filename}: {error.strerror}") from None
    worse = _errors(checked(sound(root)[0])) - before if plan.edits else set()
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
