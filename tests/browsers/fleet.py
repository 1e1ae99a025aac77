"""Which browsers walk, where each is found, and what to say where one is not."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from tests.browser import needs

from .browser import Browser
from .chromium import Chromium
from .firefox import Firefox
from .webdriver import WebKit

OLD: Final = needs.ROOT / ".tools" / "browsers" / "chromium-80"


class Member(NamedTuple):
    """A browser that walks: how to start it, which programs that takes, and who has it."""

    start: Callable[..., Browser]
    programs: tuple[Path | str, ...]
    origin: str


FLEET: Final = {
    "WebKit": Member(
        WebKit, ("WebKitWebDriver", "Xvfb"), "Debian: apt install webkit2gtk-driver xvfb; iPhones have WebKit"
    ),
    "Firefox": Member(Firefox, ("firefox-esr|firefox",), "Debian: apt install firefox-esr"),
    "Chromium 80": Member(
        Chromium, (OLD,), "npm: chrome-aws-lambda 2.1.1, Linux on x86-64 only; old WebViews are like it"
    ),
}


def programs(member: Member) -> list[Path]:
    """Return where the programs of a member are; raises ``LookupError`` with the first that is missing."""
    return [_found(name) for name in member.programs]


def _found(program: Path | str) -> Path:
    for name in str(program).split("|"):
        path = shutil.which(name)
        if path:
            return Path(path)
    raise LookupError(f"no {program}")
