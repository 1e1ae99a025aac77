"""What of a page folds to a line, so that a reader on a phone sees all of it before any of it in full.

Folded is what is long: readers look for their own case and open that. What does harm when it is not read stays open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from helpcenter.model.characters import measured
from helpcenter.model.entries import Article, FaqEntry, Precaution, Step
from helpcenter.model.fields import Level

FEW = 3
"""So many parts of an area stand open, however long they are."""
LONG_AREA = 400
"""An area with more Chinese characters (see ``measured``) is longer than the screen of a phone."""
LONG_STEP = 80
"""A step of a long area whose parts have more characters shows their titles alone."""

LONG_FOLLOW_UP = 100
"""What comes afterwards folds in an article with other folds when it has more characters."""


def folded(entry: Article | FaqEntry) -> frozenset[str]:
    """Return the ids of the parts of ``entry`` that fold, and of the steps whose own parts do."""
    if isinstance(entry, FaqEntry):
        long = _is_long([f"{cause.cause}{cause.fix}" for cause in entry.causes])
        return frozenset(cause.id for cause in entry.causes if long)
    found = frozenset((*_parts(entry), *_steps(entry.steps)))
    return found | {"follow-up"} if found and measured(entry.follow_up or "") > LONG_FOLLOW_UP else found


def _parts(entry: Article) -> Iterator[str]:
    for area in (entry.reasons, tuple(filter(_may_fold, entry.precautions))):
        if any(part.short for part in area) or _is_long([f"{part.title}{part.text}" for part in area]):
            yield from (part.id for part in area)
    yield from (section.id for section in entry.sections if section.short)


def _may_fold(precaution: Precaution) -> bool:
    return precaution.level is not Level.DANGER and not precaution.must_see


def _steps(steps: Sequence[Step]) -> Iterator[str]:
    details = [_details(step) for step in steps]
    if sum(details) + sum([measured(f"{step.title}{step.text or ''}") for step in steps]) > LONG_AREA:
        for step, length in zip(steps, details, strict=True):
            if length > LONG_STEP and all(part.title for _, _, part in step.parts()):
                yield step.id


def _details(step: Step) -> int:
    return sum([measured(f"{part.title or ''}{part.text or ''}") for _, _, part in step.parts()])


def _is_long(texts: Sequence[str]) -> bool:
    return len(texts) > FEW and sum(map(measured, texts)) > LONG_AREA
