"""What goes public of all that lies below ``content/``: pages, the pictures that they show, what the settings name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from helpcenter.model.entries import Article
from helpcenter.model.fields import Status
from helpcenter.model.help_center import AnyEntry
from helpcenter.project import Project
from helpcenter.sources.loading import Loaded
from helpcenter.texts.all_texts import Texts
from helpcenter.texts.ordinary_texts import OrdinaryText


def public_files(
    loaded: Loaded, project: Project, texts: Texts, ordinary: Iterable[OrdinaryText]
) -> frozenset[str]:
    """Return the names below ``content/`` of all files that go out as they are or become a page."""
    shown_pages = [text for text in ordinary if project.drafts or not text.page.is_draft]
    pages = {text.page.name for text in shown_pages}
    shown = (Status.PUBLISHED, Status.DRAFT) if project.drafts else (Status.PUBLISHED,)
    used = {
        src
        for entry in loaded.center.entries()
        if entry.status in shown
        for src in (*entry_pictures(entry, texts), *(noted_pictures(entry, texts) if project.staff else ()))
    }
    used |= {contact.picture.src for contact in loaded.center.contacts.values() if contact.picture}
    used |= {name for text in shown_pages for name in text.rendered.images}
    return frozenset((pages | used | project.named) & loaded.files)


def entry_pictures(entry: AnyEntry, texts: Texts) -> Iterator[str]:
    """Yield the paths of all pictures of an entry, below ``content/``."""
    for text in texts[entry.id].telling:
        yield from text.rendered.images
    if isinstance(entry, Article):
        yield from (step.image.src for step in entry.steps if step.image is not None)


def noted_pictures(entry: AnyEntry, texts: Texts) -> Iterator[str]:
    """Yield the paths of the pictures in the notes of an entry, which only the site for staff has."""
    for text in texts[entry.id].notes:
        yield from text.rendered.images
