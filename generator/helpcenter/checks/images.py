"""Pictures exist below ``content/images/`` and are described; the survey sees to it that none is a link elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from helpcenter.model.entries import Article
from helpcenter.model.key_path import KeyPath
from helpcenter.model.pictures import Image
from helpcenter.model.values import FILE
from helpcenter.problems import Location, Problem, problem, warning
from helpcenter.project import Project, is_file
from helpcenter.sources.loading import Loaded, Origin
from helpcenter.sources.pictures import sign_of
from helpcenter.texts.all_texts import Texts
from helpcenter.texts.images import is_idle_name, says_nothing

MOST_BYTES = 300_000
"""A picture that weighs more takes seconds on a phone's connection: ten times a whole page without it."""


def check_images(loaded: Loaded, project: Project, texts: Texts) -> Iterator[Problem]:
    """Yield a problem for each picture that is not there or not below ``content/images/``."""
    for name, held in texts.items():
        if not held.all_pictures:
            continue
        entry, origin = loaded.center.entry(name), loaded.origins[name]
        for text in (*held.telling, *held.notes):
            for src in text.rendered.images:
                yield from check_image(src, origin.at_text(text.steps, f"]({src}", skip=2), project, loaded.files)
        if isinstance(entry, Article):
            for index, step in enumerate(entry.steps):
                if step.image is not None:
                    yield from _check_described(step.image, origin, ("steps", index, "image"), project, loaded.files)
    yield from _check_files(loaded, project, texts)
    for name, contact in loaded.center.contacts.items():
        if contact.picture is not None:
            steps = ("contacts", name, "picture")
            yield from _check_described(contact.picture, loaded.origins[FILE], steps, project, loaded.files)


def check_image(src: str, location: Location, project: Project, files: frozenset[str]) -> Iterator[Problem]:
    """Yield a problem when the picture ``src``, named at ``location``, is not there."""
    path = PurePosixPath(src)
    if path.is_absolute() or ".." in path.parts or path.parts[:1] != ("images",) or "\\" in src:
        yield problem("bad-image-path", location, target=src)
    elif src not in files and not _is_there(project.content / path):
        yield problem("missing-image", location, target=src)


def _check_files(loaded: Loaded, project: Project, texts: Texts) -> Iterator[Problem]:
    """Yield a warning for each picture of an entry that is heavy, or called as a camera or a chat calls it."""
    shown = {src for held in texts.values() if held.pictures for src in held.pictures}
    for src in sorted(shown & loaded.files):
        place = Location(project.name(project.content / src))
        sign = sign_of(project.content / src)
        if sign is not None and sign[1] > MOST_BYTES:
            yield warning("heavy-picture", place, size=round(sign[1] / 1000), limit=MOST_BYTES // 1000)
        if is_idle_name(src):
            yield warning("idle-picture-name", place, name=PurePosixPath(src).name)


def _check_described(
    image: Image, origin: Origin, steps: KeyPath, project: Project, files: frozenset[str]
) -> Iterator[Problem]:
    yield from check_image(image.src, origin.at(*steps, "src"), project, files)
    if says_nothing(image.alt, image.src):
        yield warning("idle-alternative", origin.at(*steps, "alt"), value=image.alt)


def _is_there(path: Path) -> bool:
    """Return whether a picture exists by this very name; some systems find ``A.PNG`` as ``a.png``.

    Nobody knows what a closed folder holds; that it is closed is told by itself.
    """
    try:
        return path in path.parent.iterdir() and is_file(path)
    except PermissionError:
        return True
    except OSError:
        return False
