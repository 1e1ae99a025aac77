"""Commands that are told to stop clean up first, say so, and end as shells expect: 128 and the number of the signal."""

from __future__ import annotations

import signal
from types import FrameType

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


class Stopped(BaseException):
    """A signal asks to stop. No Exception, so that nothing on the way takes it for a fault."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = 128 + number


def heed_signals() -> None:
    """Raise Stopped, or KeyboardInterrupt for Ctrl+C, at the first signal; what is ignored already stays ignored."""
    for number in _numbers():
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def _stop(number: int, frame: FrameType | None) -> None:
    for other in _numbers():
        signal.signal(other, signal.SIG_IGN)  # let the cleaning end
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    raise Stopped(number)


def _numbers() -> list[int]:
    return [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
