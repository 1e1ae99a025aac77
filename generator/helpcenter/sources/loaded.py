"""What was read: the model, where each value of it was written, and what is known of the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from helpcenter.model.help_center import HelpCenter
from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Location
from helpcenter.sources.ordinary_pages import Ordinary
from helpcenter.sources.yaml.reader import SourceFile


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a model value was written."""

    source: SourceFile
    steps: KeyPath = ()

    def at(self, *steps: str | int, key: bool = False) -> Location:
        """Return the place of what stands at ``steps`` below this value."""
        return self.source.locate((*self.steps, *steps), key=key)

    def at_text(self, steps: KeyPath, text: str, *, skip: int = 0, nth: int = 0) -> Location:
        """Return the place ``skip`` characters into the ``nth`` mention of ``text`` in the value at ``steps``."""
        return self.source.locate_text((*self.steps, *steps), text, skip=skip, nth=nth)


@dataclass(frozen=True, slots=True)
class Loaded:
    """The model, where each value was written, and the ids of what could not be read.

    ``broken`` holds ids that exist in files with mistakes, with ``state``, ``value``, ``blank`` or ``contact`` before
    those of such. With ``complete`` false there may be more of them, so nothing can be said about ids that are not
    found; ``unread`` are the files, as ``values.yaml``, of whose rows nothing can be said. ``lost`` names lists with
    entries whose ids nobody can tell, each with how many. ``files`` are the names below ``content/`` of all that is no
    source, ``pages`` the ordinary pages among them.
    """

    center: HelpCenter
    origins: dict[str, Origin]
    broken: frozenset[str] = frozenset()
    complete: bool = True
    files: frozenset[str] = frozenset()
    lost: Mapping[str, int] = field(default_factory=dict)
    pages: Mapping[str, Ordinary] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()

    def knows(self, file: str) -> bool:
        """Return whether all rows of ``file``, as ``values.yaml``, are known, with those of mistakes ``broken``."""
        return file not in self.unread

    @property
    def draft_pages(self) -> frozenset[str]:
        """The ids of ordinary pages that only the preview shows."""
        return frozenset(page.id for page in self.pages.values() if page.is_draft)
