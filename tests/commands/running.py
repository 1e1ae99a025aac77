"""Runs commands as ``helpcenter`` does, in the process of the tests: without Python's start, most of a command's time."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

from helpcenter.commands import main
from helpcenter.commands.console import ended


class Done(NamedTuple):
    """How a command ended and what it wrote."""

    returncode: int
    stdout: str
    stderr: str


def run(folder: Path, *arguments: str, language: str = "zh_CN.UTF-8", encoding: str = "utf-8") -> Done:
    """Run ``helpcenter`` with ``arguments`` in ``folder`` on a machine that speaks ``language``.

    Its output is in ``encoding``; bytes that are not UTF-8 are refused when they are read back.
    """
    out, err = io.BytesIO(), io.BytesIO()
    streams = [io.TextIOWrapper(raw, encoding, newline="", write_through=True) for raw in (out, err)]
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(streams[0]), redirect_stderr(streams[1]):
        patch.chdir(folder)
        patch.setenv("LC_ALL", language)
        code = ended(lambda: main.main(arguments))
    return Done(code, *(raw.getvalue().decode("utf-8") for raw in (out, err)))
