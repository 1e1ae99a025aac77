"""Where a value stands within what a writer wrote, from the outside in: keys of mappings and numbers of items."""

from __future__ import annotations

KeyPath = tuple[str | int, ...]
