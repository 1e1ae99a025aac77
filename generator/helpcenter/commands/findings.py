"""Findings on a stream, in the words of the project or of this machine."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from helpcenter.commands.console import can_show, machine_words
from helpcenter.words.catalogue import messages, nearest_language

if TYPE_CHECKING:
    from helpcenter.problems import Problem


def print_findings(problems: Sequence[Problem], language: str, form: str, stream: TextIO) -> None:
    """Print ``problems`` in ``language``, or in that of this machine where the settings do not tell one."""
    from helpcenter.words.report import as_json, as_text

    words = messages(nearest_language(language)) if language else machine_words()
    text = (as_json if form == "json" else as_text)(problems, words)
    if form == "json" and not can_show(stream, text):
        text = as_json(problems, words, ascii_only=True)
    print(text, file=stream)
