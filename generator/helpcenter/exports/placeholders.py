"""Blanks as tools fill them in, and signs in texts that a tool would take for blanks of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from helpcenter.exports.answer import Answer, Loss


def as_shown(answers: Iterable[Answer]) -> list[Answer]:
    """Return the answers with each blank as pages show it."""
    return [answer.with_blanks(lambda blank: blank.shown) for answer in answers]


def left_open(answers: Sequence[Answer]) -> tuple[list[Answer], tuple[Loss, ...]]:
    """Return the answers as pages show them, for a tool that fills nothing in, and those that have blanks."""
    return as_shown(answers), tuple(Loss("blank", answer.id) for answer in answers if answer.blanks)


def in_fields(
    answers: Sequence[Answer], field: Callable[[str], str], placeholder: Callable[[str], str]
) -> tuple[list[Answer], tuple[Loss, ...]]:
    """Return the answers with the ``placeholder`` of the tool's own ``field`` for each blank, and the fields' names.

    A tool fills in what it knows and asks nobody: where the field has no value, nothing is there.
    """
    names = dict.fromkeys(field(blank.name) for answer in answers for blank in answer.blanks)
    filled = [answer.with_blanks(lambda blank: placeholder(field(blank.name))) for answer in answers]
    return filled, tuple(Loss("blank-field", name) for name in names)


def taken_for_placeholders(answers: Iterable[Answer], signs: Iterable[str], *, whole: bool) -> tuple[Loss, ...]:
    """Return the answers with one of ``signs``, in which a tool would look for a value of its own."""
    signs = tuple(signs)
    texts = ((answer.id, answer.whole if whole else answer.short) for answer in as_shown(answers))
    return tuple(Loss("placeholder", name) for name, text in texts if any(sign in text for sign in signs))
