"""``mkdocs build`` replaces a site whole too: MkDocs, which empties its folder first, is given a new one.

Works on MkDocs' settings as they come; imports nothing of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from helpcenter.project import Project
from helpcenter.publishing.generations import AmongSourcesError, NewSite, NotASiteError, refuse_target
from helpcenter.words.catalogue import Words, messages, nearest_language


class Replacing:
    """The new folder that stands in for ``site_dir`` during one build."""

    def __init__(self) -> None:
        self._config: Any = None
        self._made: NewSite | None = None
        self._target = ""

    def begin(self, config: Any, project: Project) -> str:
        """Let ``config`` name a new folder. Returns why not when the site cannot be written, and does nothing then."""
        target = Path(config.site_dir).absolute()
        try:
            refuse_target(target, project.root, project.sources)
            self._config, self._target, self._made = config, config.site_dir, NewSite(target)
            self._made.begin()
        except (NotASiteError, AmongSourcesError, OSError) as error:
            self.discard()
            return refusal(error, messages(nearest_language(project.language)), str(target))
        config.site_dir = str(self._made.folder)
        return ""

    def finish(self) -> None:
        """Put the new site in place. Raises OSError, with the old site as it was."""
        if self._made is not None:
            try:
                self._made.put_in_place()
            finally:
                self.discard()

    def discard(self) -> None:
        """Leave nothing behind, and let the settings name the site again."""
        if self._made is not None:
            self._made.discard()
            self._config.site_dir, self._made = self._target, None


def refusal(error: Exception, words: Words, target: str) -> str:
    """Return in words why a site cannot be written to ``target``."""
    if isinstance(error, NotASiteError):
        return words("cli.not_a_site", folder=target)
    if isinstance(error, AmongSourcesError):
        return words("cli.among_sources", folder=target, source=error)
    return f"{getattr(error, 'filename', '') or target}: {getattr(error, 'strerror', '') or error}"
