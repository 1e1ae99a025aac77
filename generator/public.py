"""What goes public of all that lies below ``content/``: pages, the pictures that they show, what the settings name."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from generator.fields import Status
from generator.help_center import AnyEntry
from generator.loading import Loaded
from generator.model import Article
from generator.pictures import is_picture
from generator.project import Project
from generator.survey import FOLDERS, IMAGES
from generator.texts import Texts

_COMMENT = re.compile("<!--.*?-->", re.S)


def public_files(loaded: Loaded, project: Project, texts: Texts) -> frozenset[str]:
    """Return the names below ``content/`` of all files that are published as they are or become a page."""
    pages = {name for name in loaded.files if is_page(name)}
    shown = (Status.PUBLISHED, Status.DRAFT) if project.drafts else (Status.PUBLISHED,)
    used = {
        src for entry in loaded.center.entries() if entry.status in shown for src in entry_pictures(entry, texts)
    }
    used |= {name for page in pages for name in _page_pictures(project, page, loaded.files)}
    return frozenset((pages | used | project.named) & loaded.files)


def is_page(name: str) -> bool:
    """Return whether a file is an ordinary page: Markdown that does not lie among entries or pictures."""
    return name.endswith(".md") and name.partition("/")[0] not in (*FOLDERS, IMAGES)


def entry_pictures(entry: AnyEntry, texts: Texts) -> Iterator[str]:
    """Yield the paths of all pictures of an entry, below ``content/``."""
    for text in texts[entry.id]:
        yield from text.rendered.images
    if isinstance(entry, Article):
        yield from (step.image.src for step in entry.steps if step.image is not None)


def _page_pictures(project: Project, page: str, files: frozenset[str]) -> Iterator[str]:
    """Yield the pictures that the Markdown of an ordinary page names."""
    text = (project.content / page).read_text(encoding="utf-8", errors="replace")
    text = unquote(_COMMENT.sub("", text))
    for name in filter(is_picture, files):
        path = posixpath.relpath(name, posixpath.dirname(page) or ".")
        if re.search(rf"(?<![\w/.-]){re.escape(path)}(?!\w)", text):
            yield name
