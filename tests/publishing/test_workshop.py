"""What a dead build left is swept and repaired by the next one; what a living one is at work on is not touched."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from helpcenter.publishing import workshop
from helpcenter.publishing.workshop import DAY, Workshop, repair

ROOT = Path(__file__).parents[2]
MAKER = """
import sys, time
from pathlib import Path
from helpcenter.publishing.workshop import Workshop
shop = Workshop(Path(sys.argv[1]))
shop.open()
(shop.folder / "new" / "site").mkdir()
(shop.folder / "new" / "site" / "text").write_text("new")
if sys.argv[2] == "between":
    (shop.folder / "old").mkdir()
    (Path(sys.argv[1]) / "site").rename(shop.folder / "old" / "site")
print("ready", flush=True)
time.sleep(60)
"""


@contextmanager
def maker(folder: Path, state: str = "") -> Iterator[subprocess.Popen[str]]:
    """A process that is at work in ``folder``."""
    command = [sys.executable, "-c", MAKER, str(folder), state]
    process = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(ROOT / "generator")}, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def site(folder: Path, text: str = "old") -> Path:
    (folder / "site").mkdir()
    (folder / "site" / "text").write_text(text, encoding="utf-8")
    return folder / "site"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_workshop_is_gone_when_it_is_closed(tmp_path: Path) -> None:
    shop = Workshop(tmp_path)
    shop.close()
    shop.open()
    assert [name[:6] for name in names(tmp_path)] == [".site-"]
    shop.close()
    shop.close()
    assert names(tmp_path) == []


def test_what_a_killed_maker_left_is_swept(tmp_path: Path) -> None:
    site(tmp_path)
    with maker(tmp_path) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert len(names(tmp_path)) == 2
        repair(tmp_path)
    assert names(tmp_path) == ["site"]


def test_a_maker_at_work_is_left_alone_whoever_asks(tmp_path: Path) -> None:
    with maker(tmp_path, "") as process:
        repair(tmp_path)
        command = [sys.executable, "-c", f"from helpcenter.publishing.workshop import repair; from pathlib import Path; repair(Path({str(tmp_path)!r}))"]
        subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT / "generator")}, check=True)
        assert len(names(tmp_path)) == 1
        assert process.poll() is None


def test_a_maker_between_two_renames_is_left_alone(tmp_path: Path) -> None:
    site(tmp_path)
    with maker(tmp_path, "between"):
        repair(tmp_path)
        assert not (tmp_path / "site").exists()


def test_a_site_between_its_two_names_takes_its_place(tmp_path: Path) -> None:
    site(tmp_path)
    with maker(tmp_path, "between") as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
        repair(tmp_path)
    assert names(tmp_path) == ["site"]
    assert (tmp_path / "site" / "text").read_text(encoding="utf-8") == "new"


def test_a_site_that_came_in_between_is_not_replaced(tmp_path: Path) -> None:
    site(tmp_path)
    with maker(tmp_path, "between") as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
        site(tmp_path, "another")
        repair(tmp_path)
    assert names(tmp_path) == ["site"]
    assert (tmp_path / "site" / "text").read_text(encoding="utf-8") == "another"


def left_by(machine: str, folder: Path, age: float, ending: str = "") -> Path:
    left = folder / f".site-{machine}-00000000{ending}"
    left.mkdir()
    then = time.time() - age
    os.utime(left, (then, then))
    return left


@pytest.mark.parametrize(("age", "swept"), [(0, False), (DAY - 60, False), (DAY + 60, True), (-DAY, False)])
def test_what_another_machine_left_goes_by_age(age: float, swept: bool, tmp_path: Path) -> None:
    left = left_by("00000000", tmp_path, age)
    repair(tmp_path)
    assert left.exists() is not swept


@pytest.mark.parametrize(("age", "swept"), [(0, False), (120, True)])
def test_what_was_only_begun_goes_by_age(age: float, swept: bool, tmp_path: Path) -> None:
    left = left_by(workshop._machine(), tmp_path, age, ".begun")
    repair(tmp_path)
    assert left.exists() is not swept


def test_without_locks_age_decides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workshop, "fcntl", None)
    young, old = left_by(workshop._machine(), tmp_path, 60), left_by("0000000a", tmp_path, DAY + 60)
    shop = Workshop(tmp_path)
    shop.open()
    repair(tmp_path)
    assert (young.exists(), old.exists(), shop.folder.exists()) == (True, False, True)
    shop.close()


@pytest.mark.parametrize("name", [".site-", ".site-backup", ".site-2026", "site", ".site-00000000-00000000.txt"])
def test_folders_of_others_are_never_swept(name: str, tmp_path: Path) -> None:
    (tmp_path / name).mkdir()
    os.utime(tmp_path / name, (0, 0))
    (tmp_path / "target").mkdir()
    (tmp_path / ".site-00000000-11111111").symlink_to(tmp_path / "target")
    repair(tmp_path)
    assert names(tmp_path) == sorted([name, "target", ".site-00000000-11111111"])


def test_a_folder_that_is_not_there_needs_no_repair(tmp_path: Path) -> None:
    repair(tmp_path / "nowhere")
