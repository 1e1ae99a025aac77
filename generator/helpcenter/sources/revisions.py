"""Files as they were at a revision of the project's git repository."""

from __future__ import annotations

import subprocess
import tarfile
from collections.abc import Iterable, Sequence
from itertools import takewhile
from pathlib import Path

SECONDS = 20
"""How long git may take."""
_BARE = ("-p", "--unified=0", "--no-color", "--no-ext-diff")
"""What makes git show changed lines alone, whatever somebody's settings are."""


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


def newest(root: Path) -> str:
    """Return the commit that ``root`` stands at. Raises RevisionError where there is none."""
    return _commit(root, "HEAD")


def taken_away(root: Path, name: str, commit: str) -> list[str]:
    """Return every line that the file ``name`` below ``root`` lost by ``commit`` or before it, once each.

    What was lost with the whole file is left out, and all that was before: who deletes a file begins anew.
    Raises RevisionError when git cannot tell.
    """
    told = _git(root, "log", "-m", "--first-parent", "--format=", *_BARE, commit, "--", name)
    lines = list(takewhile(lambda line: not line.startswith("deleted file mode"), told.splitlines()))
    return _removed(lines)


def changed_away(root: Path, name: str) -> list[str]:
    """Return every line that the file ``name`` has in the newest commit and not on the disk.

    Raises RevisionError when git cannot tell.
    """
    return _removed(_git(root, "diff", *_BARE, "HEAD", "--", name).splitlines())


def _removed(lines: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(line[1:] for line in lines if line.startswith("-") and not line.startswith("---")))


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
