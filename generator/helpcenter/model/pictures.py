"""A picture with its words."""

from __future__ import annotations

from helpcenter.model.fields import ImagePath, Line, Strict


class Image(Strict):
    """A picture: path below ``content/`` and what it shows, for who cannot see it."""

    src: ImagePath
    alt: Line
