"""What pytest says of browser tests at the end: which could not run and why, and where the pictures of failures are.

Hooks of the whole run, so ``tests/conftest.py`` takes them in: with several workers nobody else is asked.
"""

from __future__ import annotations

import shutil
from collections.abc import Generator

import pytest

from . import needs
from .visitor import PICTURES

HERE = "tests/browser/"


def pytest_sessionstart(session: pytest.Session) -> None:
    """Forget the pictures of the run before; workers do not, they share them."""
    if not hasattr(session.config, "workerinput"):
        shutil.rmtree(PICTURES, ignore_errors=True)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Generator[None]:
    """Say loudly, after all else, which promises nobody checked, and why; and where the pictures of failures are."""
    yield
    reasons: dict[str, list[str]] = {}
    for report in terminalreporter.getreports("skipped"):
        if report.nodeid.startswith(HERE) and isinstance(report.longrepr, tuple):
            module = report.nodeid.removeprefix(HERE).partition("::")[0]
            reasons.setdefault(str(report.longrepr[2]).removeprefix("Skipped: "), []).append(module)
    if reasons:
        terminalreporter.section("BROWSER TESTS THAT DID NOT RUN", "!", red=True, bold=True)
        for reason, modules in reasons.items():
            names = ", ".join(dict.fromkeys(modules))
            terminalreporter.line(f"{len(modules)} skipped, {reason}\n    {names}", red=True)
    passed, failed = (_has_browser_tests(terminalreporter.getreports(outcome)) for outcome in ("passed", "failed"))
    if (passed or failed) and not needs.has_chinese_fonts():
        terminalreporter.line(f"Chinese was drawn as boxes: {needs.ADVICE['fonts']}", red=True)
    if failed and PICTURES.exists():
        terminalreporter.line(f"Pictures of failures: {PICTURES.relative_to(needs.ROOT)}")


def _has_browser_tests(reports: list[pytest.TestReport]) -> bool:
    return any(report.nodeid.startswith(HERE) for report in reports)
