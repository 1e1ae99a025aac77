"""Problems in words: as text for people, as JSON for tools."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from helpcenter.problems import Problem, stands_for
from helpcenter.words.catalogue import Words


def message(found: Problem, words: Words) -> str:
    """Say what is wrong, in one sentence."""
    return words(f"problem.{found.code}.message", **_facts(found, words))


def hint(found: Problem, words: Words) -> str:
    """Say what to do, in one sentence."""
    guess = found.details.get("guess")
    did_you_mean = words("report.did_you_mean", guess=guess) if guess else ""
    if found.details.get("renamed"):
        did_you_mean = words("report.renamed", new=found.details["renamed"])
    return did_you_mean + words(f"problem.{found.code}.hint", **_facts(found, words))


def _facts(found: Problem, words: Words) -> dict[str, str]:
    """Return the facts of ``found``; of a ``kind`` the catalogue has what it is called and what to do instead."""
    facts = dict(found.details)
    if "char" in facts and "kind" in facts:
        facts["name"] = words(f"character.{facts['kind']}")
    elif "kind" in facts:
        name = f"problem.{found.code}.{facts['kind']}"
        facts |= {"thing": words(f"{name}.thing"), "instead": words(f"{name}.instead")}
    return facts


def as_text(problems: Sequence[Problem], words: Words) -> str:
    """Return all problems as text: place, what is wrong, what to do; then how many."""
    lines = [line for found in problems for line in _lines(found, words)]
    errors, warnings = stands_for(problems)
    lines.append(words("report.count", errors=errors, warnings=warnings))
    return "\n".join(lines)


def as_json(problems: Iterable[Problem], words: Words, *, ascii_only: bool = False) -> str:
    """Return all problems as a JSON list; columns count Unicode characters from 1.

    With ``ascii_only`` every other character is escaped, for an output that cannot hold it.
    """
    return json.dumps([as_record(found, words) for found in problems], ensure_ascii=ascii_only, indent=2)


def as_record(found: Problem, words: Words) -> dict[str, str | int]:
    """Return one problem as plain values; ``more-problems`` also says how many errors and warnings it stands for."""
    errors, warnings = stands_for([found])
    counts = {"errors": errors, "warnings": warnings} if found.code == "more-problems" else {}
    return {
        "code": found.code,
        "severity": found.severity.value,
        "file": found.location.file,
        "line": found.location.line,
        "column": found.location.column,
        "message": message(found, words),
        "hint": hint(found, words),
        **counts,
    }


def _lines(found: Problem, words: Words) -> Iterable[str]:
    place = f"{found.location.file}:{found.location.line}:{found.location.column}"
    severity = words(f"report.{found.severity}")
    yield f"{place}: {severity} [{found.code}] {message(found, words)}"
    yield f"    {words('report.hint')}{hint(found, words)}"
