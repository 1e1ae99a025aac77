"""What a preview shows: the state of the site after a save, the problems in words, and what one address answers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShownProblem:
    """A problem in the writer's words: where (1-based), the line as it was typed, what is wrong and what to do."""

    file: str
    line: int
    column: int
    typed: str
    message: str
    hint: str
    is_error: bool

    @property
    def place(self) -> str:
        """The place as editors and terminals take it."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class LiveState:
    """The site after one refresh.

    ``version`` grows whenever something changed. ``is_stale``: there are errors, and pages are those of the last good
    state.
    """

    version: int
    problems: tuple[ShownProblem, ...] = ()
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class Served:
    """What one address answers: a page or a file.

    ``beside`` is the address of the page that shows this one side by side with what else is made of it, empty where
    there is none.
    """

    content: bytes
    media_type: str
    beside: str = ""
