"""The desk: the page of staff, on which answers are found, filled in, joined and copied; a part of their site alone."""

from __future__ import annotations

from helpcenter.desk.files import DeskFiles

__all__ = ["DeskFiles"]
