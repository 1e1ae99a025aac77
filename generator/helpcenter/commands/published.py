"""The help center as readers have it, for commands that tell of it without writing a site."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from helpcenter.commands.findings import print_findings
from helpcenter.problems import has_errors

if TYPE_CHECKING:
    from helpcenter.build import Built


def published(root: Path, *, shown: bool = True) -> Built | None:
    """Return what is published of the project in ``root``; None for errors, which are printed if ``shown``."""
    from helpcenter.build import make
    from helpcenter.host.pages import site_of
    from helpcenter.host.running import checked, sound

    settings, config = sound(root)
    prepared = checked(settings)
    if shown and has_errors(prepared.problems):
        print_findings(prepared.problems, settings.language, "text", sys.stderr)
    return None if prepared.refused else make(prepared, site_of(config))
