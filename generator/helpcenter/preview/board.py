"""The panel of problems as HTML: over the pages, and as a page of its own while there is none yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from helpcenter.preview.state import LiveState, ShownProblem
from helpcenter.rendering.compiling import environment
from helpcenter.rendering.indentation import TEMPLATES
from helpcenter.rendering.policy import POLICY
from helpcenter.words.catalogue import Words

MOST = 50
"""How many problems are shown; who has more mends these first."""


class ProblemBoard:
    """Writes states for the browser, in the words for writers."""

    def __init__(self, words: Words) -> None:
        self._words = words
        made = environment(TEMPLATES, words)
        self._panel, self._page = (made.get_template(f"preview/{name}.html.jinja") for name in ("panel", "page"))

    def panel(self, state: LiveState) -> str:
        """Return what lies over every page, or nothing when all is well."""
        return self._panel.render(self._view(state)) if state.problems else ""

    def page(self, state: LiveState) -> str:
        """Return the page that stands in place of those that there are not yet."""
        return self._page.render(self._view(state), policy=POLICY, language=self._words.language)

    def _view(self, state: LiveState) -> Mapping[str, Any]:
        errors = sum(found.is_error for found in state.problems)
        warnings = len(state.problems) - errors
        errors_first = sorted(state.problems, key=lambda found: not found.is_error)
        return {
            "problems": [_shown(found) for found in errors_first[:MOST]],
            "more": max(0, len(state.problems) - MOST),
            "errors": errors,
            "count": self._count(errors, warnings),
            "stale": state.is_stale,
        }

    def _count(self, errors: int, warnings: int) -> str:
        counts = {"preview.errors": errors, "preview.warnings": warnings}
        return " · ".join(self._words(name, count=count) for name, count in counts.items() if count)


def _shown(found: ShownProblem) -> Mapping[str, Any]:
    """Return a problem with its line in three: what stands before its place, the character there, and the rest."""
    at = found.column - 1
    cut = {"before": found.typed[:at], "mark": found.typed[at : at + 1], "after": found.typed[at + 1 :]}
    return {**asdict(found), "place": found.place, **cut}
