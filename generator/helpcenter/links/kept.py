"""The promises of one project: its lock as it stands on the disk, held against what was loaded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from os.path import lexists

from helpcenter.flow.compiled import Compiled
from helpcenter.links.history import forgotten, remembered
from helpcenter.links.lock import LockFile, is_address, read_lock
from helpcenter.links.registry import Registry, Way
from helpcenter.links.today import addresses_today
from helpcenter.links.versions import AnswerVersions, read_versions, with_today
from helpcenter.model.fields import Status
from helpcenter.model.help_center import HelpCenter
from helpcenter.problems import Problem
from helpcenter.project import Project
from helpcenter.sources.loading import Loaded
from helpcenter.sources.source_text import read_text
from helpcenter.sources.survey import LOCK, VERSIONS
from helpcenter.texts.all_texts import Texts
from helpcenter.texts.wording import wordings_of

MOST_BYTES = 50_000_000
"""The largest lock that is read: some hundreds of thousands of addresses."""


@dataclass(frozen=True, slots=True)
class Promises:
    """The registry of a project, and its lock file; None where it has none yet."""

    registry: Registry
    file: LockFile | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def led(self) -> tuple[tuple[str, Way], ...]:
        """Every published address that is no more, with where it leads."""
        return tuple(self.registry.led())


def promises_of(
    project: Project, loaded: Loaded, flows: Mapping[str, Compiled], public: Iterable[str], *, always: bool = False
) -> Promises:
    """Read the lock of ``project``, of whose ordinary pages those that are ``public`` count.

    Without a lock there is no promise, and addresses are told only ``always``. What the lock had once is promised
    still, whoever undid the commit that recorded it; a preview of drafts does not ask, as it would at every save.
    """
    shown = set(public)
    pages = {page.id: page.anchors for page in loaded.pages.values() if page.name in shown and not page.is_draft}
    center = loaded.center
    file, problems = _read(project)
    if file is None and not center.inbound and not always:
        return Promises(Registry({}, {}), None, problems)
    retired = frozenset(entry.id for entry in center.entries() if entry.status is Status.RETIRED)
    today = addresses_today(center, flows, pages)
    lock = file.records if file else {}
    if file and not project.drafts:
        lock = {**forgotten(project, lock), **lock}
    return Promises(Registry(lock, today, retired), file, problems)


def versions_of(project: Project, center: HelpCenter, texts: Texts, *, always: bool = False) -> AnswerVersions:
    """Read the versions of the answers of ``center``; what they say today is told where any is known, or ``always``."""
    text, problems = _text(project, VERSIONS)
    if text is None and not always:
        return AnswerVersions(problems=problems)
    known, found = read_versions(text or "", project.name(project.content / VERSIONS))
    return AnswerVersions(known, wordings_of(center, texts, project.memory), (*problems, *found))


def versions_to_publish(project: Project, center: HelpCenter, texts: Texts) -> AnswerVersions:
    """Return the versions with a new one of every answer that says something new, and with those that git knows."""
    found = versions_of(project, center, texts, always=True)
    known = replace(found, known=remembered(project, found.known))
    return replace(known, known=with_today(known, project.today))


def _read(project: Project) -> tuple[LockFile | None, tuple[Problem, ...]]:
    text, problems = _text(project, LOCK)
    return None if text is None else read_lock(text, project.name(project.content / LOCK)), problems


def _text(project: Project, name: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the text of a lock, and what is wrong with its file; None where there is none."""
    path = project.content / name
    if not lexists(path) or not project.holds(path):
        return None, ()
    text, problems = read_text(path, project.name(path), MOST_BYTES)
    return text or "", tuple(problem for problem in problems if problem.code != "empty-file")


def plain_address(typed: str) -> str:
    """Return the address that somebody ``typed`` as browsers show it, without slashes and answers; nothing for none."""
    page, mark, part = typed.strip().partition("#")
    page = page.strip("/")
    part = part.partition("?")[0]
    found = f"{page}#{part}" if mark and part else page
    return found if is_address(found) else ""
