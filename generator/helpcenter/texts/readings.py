"""What a text says once its values stand in it: to everybody, and to readers of each platform."""

from __future__ import annotations

from collections.abc import Mapping

from helpcenter.model.values import Value
from helpcenter.texts.braces import VALUE, put_in


def readings(text: str, values: Mapping[str, Value]) -> tuple[str, ...]:
    """Return ``text`` as everybody reads it, then as readers of platforms do who read something else."""
    named = [values[name] for name in VALUE.findall(text) if name in values]
    platforms = dict.fromkeys(platform for value in named for platform in value.platforms)
    said = (_reading(text, values, reader) for reader in ("", *platforms))
    return tuple(dict.fromkeys(said))


def _reading(text: str, values: Mapping[str, Value], reader: str) -> str:
    def value(name: str) -> str | None:
        whole, _, platform = name.partition(".")
        if whole not in values:
            return None
        fact = values[whole].fact(platform) if platform else values[whole].fact(reader) or values[whole]
        return fact.text if fact else None

    return put_in(text, value)[0]
