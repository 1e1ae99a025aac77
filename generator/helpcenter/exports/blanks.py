"""Blanks in texts that are sent: what stands for them on pages becomes ``{{ name }}`` again, to be filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from html import escape

from helpcenter.exports.answer import Answer, AnswerBlank
from helpcenter.pages.book import Book
from helpcenter.pages.edition import blank_marks
from helpcenter.texts.plain_markdown import escaped


def keeper(book: Book) -> Callable[[str], str]:
    """Return what turns the marks of blanks, in plain text and in HTML of ``book``, into names in double braces."""
    return _keeper(blank_marks(book.center, book.words))


def with_its_blanks(answer: Answer, book: Book) -> Answer:
    """Return ``answer``, which keeps its blanks, with what they are called and what pages show for them."""
    texts, marks = f"{answer.title}{answer.reply}{answer.text}", blank_marks(book.center, book.words)
    kept = {name: blank for name, blank in book.center.desk.blanks.items() if f"{{{{{name}}}}}" in texts}
    return replace(answer, blanks=tuple(AnswerBlank(name, kept[name].label, marks[name]) for name in kept))


def _keeper(marks: Mapping[str, str]) -> Callable[[str], str]:
    forms = {form: name for name, mark in marks.items() for form in (mark, escaped(mark), escape(mark, quote=False))}
    if not forms:
        return str
    pattern = re.compile("|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True)))
    return lambda text: pattern.sub(lambda found: f"{{{{{forms[found[0]]}}}}}", text)
