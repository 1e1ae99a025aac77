"""Simplified screens of a phone: where everything stands, the picture, and the same in words."""

from __future__ import annotations

from helpcenter.screens.placing import placed
from helpcenter.screens.svg import screen_picture
from helpcenter.screens.telling import told
from helpcenter.screens.variants import screen_variants

__all__ = ["placed", "screen_picture", "screen_variants", "told"]
