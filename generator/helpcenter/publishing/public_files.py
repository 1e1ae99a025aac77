"""What goes public of all that lies below ``content/``: pages, the pictures that they show, what the settings name."""

from __future__ import annotations

from collections.abc import Iterable

from helpcenter.model.fields import Status
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
    pictured = ((name, held) for name, held in texts.items() if held.all_pictures)
    entries = ((loaded.center.entry(name), held) for name, held in pictured)
    held = [held for entry, held in entries if entry is not None and entry.status in shown]
    used = {src for found in held for src in (found.all_pictures if project.staff else found.pictures)}
    used |= {contact.picture.src for contact in loaded.center.contacts.values() if contact.picture}
    used |= {name for text in shown_pages for name in text.rendered.images}
    return frozenset((pages | used | project.named) & loaded.files)
