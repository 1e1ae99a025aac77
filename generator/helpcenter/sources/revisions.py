"""Files as they were at a revision of the project's git repository."""

from __future__ import annotations

import subprocess
import tarfile
from collections.abc import Sequence
from pathlib import Path

SECONDS = 20
"""How long git may take."""


class RevisionError(Exception):
    """Git is missing, there is no repository, or it does not know the revision."""


def text_at(root: Path, revision: str, name: str) -> str | None:
    """Return the text of the file ``name`` below ``root`` at ``revision``; None where it did not exist yet.

    Raises RevisionError when git cannot tell.
    """
    commit = _commit(root, revision)
    if not _git(root, "ls-tree", commit, "--", name):
        return None
    return _git(root, "show", f"{commit}:./{name}").removeprefix("\ufeff")


def files_with(root: Path, revision: str, ids: Sequence[str], places: Sequence[str]) -> list[str]:
    """Return the files below ``places`` of ``root`` that named one of ``ids`` at ``revision``, relative to ``root``.

    Raises RevisionError when git cannot tell.
    """
    commit = _commit(root, revision)
    wanted = [part for one in ids for part in ("-e", one)]
    found = _git(root, "grep", "-l", "-z", "-F", *wanted, commit, "--", *places, found=(0, 1))
    return [name.removeprefix(f"{commit}:") for name in found.split("\0") if name]


def put_out(root: Path, revision: str, folder: Path) -> None:
    """Write the files below ``root``, as they were at ``revision``, below ``folder``; no link that leads out.

    Raises RevisionError when git cannot tell.
    """
    archive = folder / "files.tar"
    _git(root, "archive", "--format=tar", f"--output={archive}", _commit(root, revision))
    with tarfile.open(archive) as files:
        files.extractall(folder, filter=_staying_inside)
    archive.unlink()


def _staying_inside(member: tarfile.TarInfo, folder: str) -> tarfile.TarInfo | None:
    """Leave out what would lead out of ``folder``, such as a link to somewhere else."""
    try:
        return tarfile.data_filter(member, folder)
    except tarfile.FilterError:
        return None


def taken_away(root: Path, name: str) -> list[str]:
    """Return every line that a commit took away from the file ``name`` below ``root``, once each.

    Raises RevisionError when git cannot tell.
    """
    told = _git(root, "log", "-p", "-m", "--first-parent", "--unified=0", "--format=", "--", name)
    lines = (line[1:] for line in told.splitlines() if line.startswith("-") and not line.startswith("---"))
    return list(dict.fromkeys(lines))


def _commit(root: Path, revision: str) -> str:
    return _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()


def _git(root: Path, *arguments: str, found: Sequence[int] = (0,)) -> str:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False, timeout=SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise RevisionError(" ".join(arguments[:2])) from error
    if done.returncode not in found:
        raise RevisionError(" ".join(arguments[:2]))
    return done.stdout.decode("utf-8", errors="replace")
