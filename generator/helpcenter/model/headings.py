"""What stands above the areas of an article: headings of its own, and lead-in texts."""

from __future__ import annotations

from helpcenter.model.fields import Line, Markdown, Strict


class Leads(Strict):
    """Lead-in texts above the lists of an article."""

    reasons: Markdown | None = None
    steps: Markdown | None = None
    precautions: Markdown | None = None
    questions: Markdown | None = None


class Headings(Strict):
    """What the areas of an article are called, where that is not what all articles say."""

    reasons: Line | None = None
    steps: Line | None = None
    precautions: Line | None = None
    questions: Line | None = None
    follow_up: Line | None = None
    closing: Line | None = None
