"""Cells of tables that people open in a spreadsheet."""

from __future__ import annotations

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula."""


def guarded(cell: str) -> str:
    """Return ``cell`` with an apostrophe before it, where a spreadsheet would take it for a formula or drop that."""
    return f"'{cell}" if is_formula(cell) or cell.startswith("'") else cell


def is_formula(cell: str) -> bool:
    """Return whether a spreadsheet would take ``cell`` for a formula."""
    return cell.lstrip().startswith(FORMULA)
