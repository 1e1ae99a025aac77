"""A number as one character, from 35 on, without the backslash and without surrogates."""

from __future__ import annotations

from functools import lru_cache

MOST = 0xFFFF - 35 - 1 - 0x800


@lru_cache(maxsize=1 << 12)
def number(value: int) -> str:
    """Return a number from 0 to ``MOST`` as one character."""
    if not 0 <= value <= MOST:
        raise ValueError(f"{value} cannot be packed")
    code = 35 + value
    code += code >= 92
    return chr(code if code < 0xD800 else code + 0x800)
