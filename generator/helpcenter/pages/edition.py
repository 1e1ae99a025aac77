"""What a build tells of itself: whose site it is, the day, and whom entries are for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from helpcenter.links.registry import Way
from helpcenter.links.versions import AnswerVersions
from helpcenter.model.help_center import HelpCenter
from helpcenter.project import Project, Site
from helpcenter.words.catalogue import Words, interface, nearest_language


@dataclass(frozen=True, slots=True)
class Edition:
    """One help center as one build shows it."""

    site: Site
    today: date
    audiences: Mapping[str, str]
    """The labels of whom entries are for, by id; common readers first."""
    led: tuple[tuple[str, Way], ...] = ()
    """Every published address that is no more, with where it leads."""
    staff: bool = False
    """Whether it is for staff, with their notes; nothing public is made of it."""
    print_codes: bool = True
    """Whether what is printed has a code that leads back to the page."""
    versions: AnswerVersions = field(default_factory=AnswerVersions)
    """What every answer said since it was first published."""

    @property
    def readers(self) -> str:
        """The id of common readers, of whom pages say nothing; empty where nobody was told apart."""
        return next(iter(self.audiences), "")


def edition_of(
    center: HelpCenter, project: Project, site: Site, led: tuple[tuple[str, Way], ...], versions: AnswerVersions
) -> Edition:
    """Return the edition of ``center`` in the language of ``site``."""
    language = nearest_language(site.language)
    audiences = {audience.id: audience.called(language) for audience in center.audiences}
    return Edition(site, project.today, audiences, led, project.staff, project.print_codes, versions)


def words_of(center: HelpCenter, project: Project, language: str) -> Words:
    """Return what pages say in ``language``, with the own words of ``center``."""
    return project.memory.same("words", interface(nearest_language(language)).with_own(center.words))


def blank_marks(center: HelpCenter, words: Words) -> dict[str, str]:
    """Return what stands for each blank of ``center`` where nobody fills it in."""
    return {name: words("page.blank", label=blank.label) for name, blank in center.desk.blanks.items()}
