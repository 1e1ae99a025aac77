"""Files as they were at a revision of the project's git repository."""

from __future__ import annotations

import subprocess
from pathlib import Path


class RevisionError(Exception):
    """Git is missing, there is no repository, or it does not know the revision."""


def text_at(root: Path, revision: str, name: str) -> str | None:
    """Return the text of the file ``name`` below ``root`` at ``revision``; None where it did not exist yet.

    Raises RevisionError when git cannot tell.
    """
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    if not _git(root, "ls-tree", commit, "--", name):
        return None
    return _git(root, "show", f"{commit}:./{name}").removeprefix("\ufeff")


def _git(root: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise RevisionError(" ".join(arguments[:2])) from error
    return done.stdout.decode("utf-8", errors="replace")
