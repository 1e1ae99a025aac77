"""Output as machines have it: what cannot be shown is escaped, what cannot be written is told."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from helpcenter.commands import console, main
from tests.commands.running import run
from tests.making import BASE, FLOW_FILES, write

ROOT = Path(__file__).parents[2]
ARTICLE = "content/articles/reapply.yaml"


@pytest.fixture
def center(tmp_path: Path) -> Path:
    write(tmp_path, {**BASE, **FLOW_FILES, "faq.yaml": "- {id: 撤销}\n"})
    return tmp_path


def command(folder: Path, line: str, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    """Run a line of the shell in which ``$hc`` is the program."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator"), "PYTHONIOENCODING": encoding}
    environment["hc"] = f"env LC_ALL=zh_CN.UTF-8 {sys.executable} -m helpcenter"
    for name in (console.DEBUG, "PYTHONUNBUFFERED"):
        environment.pop(name, None)
    done = subprocess.run(["bash", "-c", line], cwd=folder, env=environment, capture_output=True, timeout=60)
    assert b"Traceback" not in done.stdout + done.stderr
    return done


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "gbk"])
@pytest.mark.parametrize("line", ["check", "build", "flow test"])
def test_problems_are_listed_whatever_the_output_can_hold(line: str, encoding: str, center: Path) -> None:
    write(center, {"content/flows/stuck.yaml": "id: 撤销\n"})
    done = command(center, f"$hc {line}", encoding)
    assert done.returncode == 1
    assert b"[bad-id] " in done.stdout + done.stderr
    assert ("撤销".encode("gbk") if encoding == "gbk" else rb"\u64a4\u9500") in done.stdout + done.stderr


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_json_stays_json(encoding: str, center: Path) -> None:
    write(center, {"faq.yaml": "- {id: é撤😀}\n"})
    done = command(center, "$hc check --format json", encoding)
    assert done.returncode == 1
    said = [record["message"] for record in json.loads(done.stdout.decode(encoding))]
    assert any("é撤😀" in message for message in said)


@pytest.mark.parametrize("line", ["flow sheet why-not", "flow sheet why-not --format csv", "flow map why-not"])
def test_documents_are_written_in_utf_8_whatever_the_terminal_has(line: str, center: Path) -> None:
    write(center, BASE)
    same = {run(center, *line.split(), encoding=encoding).stdout for encoding in ("utf-8", "cp1252", "gbk")}
    (text,) = {*same, command(center, f"$hc {line}", "cp1252").stdout.decode("utf-8")}
    assert "撤" in text


@pytest.mark.parametrize(
    "line",
    ["$hc check >/dev/full", "$hc check >&-", "$hc check --format json >/dev/full", "$hc --help >&-",
     "$hc --help >/dev/full", "$hc flow map why-not >&-", "$hc flow map why-not >/dev/full"],
)  # fmt: skip
def test_output_that_cannot_be_written_is_told(line: str, center: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    done = command(center, line)
    assert done.returncode == 2
    assert "输出写不出去" in done.stderr.decode()


def test_without_a_reader_of_errors_the_exit_code_stays(center: Path) -> None:
    assert command(center, "$hc check 2>&-").returncode == 1
    assert command(center, "$hc build >&- 2>&-").returncode == 1
    write(center, BASE)
    assert command(center, "$hc build >&- 2>&-").returncode == 0
    assert (center / "site" / "index.html").is_file()


def test_a_reader_who_leaves_early_is_no_clean_end(center: Path) -> None:
    done = command(center, "{ sleep 0.3; $hc check; } | true; exit ${PIPESTATUS[0]}")
    assert done.returncode == console.CUT_OFF
    assert done.stderr == b""


def failing(error: Exception) -> int:
    def run() -> int:
        raise error

    return console.ended(run)


def test_a_fault_of_ours_is_told_without_a_stack_trace(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.delenv(console.DEBUG, raising=False)
    assert failing(KeyError("steps")) == 2
    said = capsys.readouterr().err
    assert "fault of helpcenter" in said and "KeyError" in said and "HELPCENTER_DEBUG=1" in said
    assert "Traceback" not in said
    monkeypatch.setenv(console.DEBUG, "1")
    assert failing(KeyError("steps")) == 2
    assert "Traceback" in capsys.readouterr().err


def test_a_full_disk_under_a_file_is_not_called_the_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert failing(OSError(errno.ENOSPC, "full", "site/index.html")) == 2
    assert "site/index.html" in capsys.readouterr().err
    assert failing(OSError(errno.ENOSPC, "disk full")) == 2
    assert "disk full" in capsys.readouterr().err


@pytest.mark.parametrize(("code", "expected"), [(0, 0), (2, 2), ("odd", 2)])
def test_what_ends_early_keeps_its_code(code: object, expected: int) -> None:
    def run() -> int:
        raise SystemExit(code)

    assert console.ended(run) == expected


def test_a_fault_in_any_command_goes_through_the_net(
    center: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*arguments: object) -> None:
        raise RecursionError

    monkeypatch.chdir(center)
    monkeypatch.setattr("helpcenter.host.running.opened", broken)
    monkeypatch.setattr(sys, "argv", ["helpcenter", "check"])
    assert console.ended(main.main) == 2
    assert "RecursionError" in capsys.readouterr().err
