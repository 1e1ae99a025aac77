"""A second process: what it hands over, and that nothing of it goes on. Started where no thread is, as builds are."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from helpcenter.processes import Task, begin, can_fork

ROOT = Path(__file__).parents[1]
FORKED = """
import os, signal, sys, time
from helpcenter import processes
processes.can_fork = lambda: True
{code}
"""


def said(code: str) -> str:
    """Return what ``code`` prints, with a second process allowed whatever this machine has."""
    command = [sys.executable, "-c", FORKED.format(code=code)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


def test_what_the_second_process_makes_is_handed_over() -> None:
    code = "task = processes.begin(lambda: (os.getpid(), b'x' * 1_000_000))\nchild, made = task.result()"
    assert said(f"{code}\nprint(child != os.getpid(), len(made))") == "True 1000000"


def test_what_it_raises_is_raised_here_with_its_trace() -> None:
    code = "def broken(): raise ValueError('so')\ntry: processes.begin(broken).result()"
    assert said(f"{code}\nexcept ValueError as error: print(error, 'in broken' in error.__notes__[0])") == "so True"


def test_an_error_that_cannot_be_handed_over_is_told() -> None:
    code = "class Own(Exception): pass\nOwn.__qualname__ = 'nowhere'\ndef broken(): raise Own('so')"
    code += "\ntry: processes.begin(broken).result()\nexcept RuntimeError as error: print(error)"
    assert said(code) == "Own: so"


@pytest.mark.parametrize("end", ["os.kill(os.getpid(), signal.SIGKILL)", "os._exit(0)", "os._exit(3)"])
def test_a_killed_process_is_told(end: str) -> None:
    code = f"task = processes.begin(lambda: {end})\ntry: task.result()\nexcept processes.DiedError: print('died')"
    assert said(code) == "died"


def test_a_stopped_one_is_gone() -> None:
    code = "task = processes.begin(lambda: time.sleep(60))\nchild = task._child\ntask.stop()\ntask.stop()"
    assert said(f"{code}\ntry: os.kill(child, 0)\nexcept ProcessLookupError: print('gone')") == "gone"


def test_a_signal_ends_it_without_what_the_first_process_would_do() -> None:
    code = "signal.signal(signal.SIGTERM, lambda *_: print('handled', flush=True))\n"
    code += "task = processes.begin(lambda: os.kill(os.getpid(), signal.SIGTERM) or time.sleep(60))\n"
    assert said(f"{code}try: task.result()\nexcept processes.DiedError: print('died')") == "died"


def test_without_a_second_core_or_beside_threads_things_are_made_in_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert can_fork()
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert not can_fork()
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert not can_fork()
    asked: list[int] = []
    task = begin(lambda: asked.append(1))
    assert (type(task), asked) == (Task, [])
    task.result()
    assert asked == [1]
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not can_fork()
