"""What a process that tests start does with signals, whatever whoever runs the tests does."""

from __future__ import annotations

import signal

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def heed(ignoring: int | None = None) -> None:
    """Heed what stops a process, before it begins: nohup and jobs in the background make their children ignore some."""
    for number in STOPPING:
        signal.signal(number, signal.SIG_IGN if number == ignoring else signal.SIG_DFL)
