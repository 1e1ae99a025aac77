"""The rules that let a page speak of the platform that a reader chose; ``texts.variants`` says what they find."""

from __future__ import annotations

from collections.abc import Iterable


def platform_style(platforms: Iterable[str]) -> str:
    """Return the style sheet for the ``platforms`` with these ids; ``assets/platforms.css`` has what holds for all."""
    return "".join(map(_rules, platforms))


def _rules(platform: str) -> str:
    chosen = f"[data-platform={_quoted(platform)}]"
    named = f"~={_quoted(platform)}"
    return (
        f"{chosen} [data-not{named}], {chosen} [data-for]:not([data-for{named}]) {{\ndisplay: none;\n}}\n"
        f"{chosen} span[data-for{named}] {{\ndisplay: inline;\n}}\n"
        f"{chosen} .hc-platforms [value={_quoted(platform)}] {{\n"
        "background: var(--hc-brand);\ncolor: var(--hc-on-brand);\n}\n"
    )


def _quoted(platform: str) -> str:
    """Return an id as a string: one that begins with a digit is no name in CSS."""
    return f'"{platform}"'
