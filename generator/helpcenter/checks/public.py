"""Nothing below ``content/`` is left out in silence, and what goes public as a picture is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from helpcenter.problems import Location, Problem, problem, warning
from helpcenter.project import Project
from helpcenter.sources.loading import Loaded
from helpcenter.sources.ordinary_pages import is_page
from helpcenter.sources.pictures import fault_of, is_picture
from helpcenter.texts.all_texts import Texts
from helpcenter.texts.ordinary_texts import OrdinaryText


def check_public(
    loaded: Loaded, project: Project, texts: Texts, ordinary: Iterable[OrdinaryText], public: frozenset[str]
) -> Iterator[Problem]:
    """Yield a warning for each file that nothing uses, and an error for each picture that must not go out."""
    for name in sorted(public):
        if is_picture(name) and name not in project.named:
            yield from _picture(project, name)
    for name in sorted(loaded.files - public - _waiting(loaded, texts, ordinary)):
        yield warning("unused-file", Location(project.name(project.content / name)))


def _picture(project: Project, name: str) -> Iterator[Problem]:
    place = Location(project.name(project.content / name))
    try:
        fault = fault_of(project.content / name)
    except OSError as error:
        yield problem("unreadable-file", place, reason=error.strerror or str(error))
        return
    if fault:
        yield problem(fault, place)


def _waiting(loaded: Loaded, texts: Texts, ordinary: Iterable[OrdinaryText]) -> frozenset[str]:
    """Return the pages and pictures of which nobody can say that nothing uses them.

    Those are drafts, their pictures and those of retired entries, and all pictures while some entry cannot be read.
    """
    pages = {name for name in loaded.files if is_page(name)}
    if loaded.broken or not loaded.complete:
        return frozenset({*pages, *filter(is_picture, loaded.files)})
    pictures = {src for found in texts.values() for src in found.all_pictures}
    return frozenset(pages | pictures | {src for text in ordinary for src in text.rendered.images})
