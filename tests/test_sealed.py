"""A file of kept results is believed only as this program of this user wrote it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from helpcenter import sealed
from helpcenter.sealed import read_sealed, write_sealed

ENTRIES = {b"name".ljust(16): b"some bytes" * 20, b"other".ljust(16): b""}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "home"))
    return tmp_path / "home" / "helpcenter"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / ".cache" / "kept"
    write_sealed(file, ENTRIES.items())
    return file


def test_what_was_written_is_read(path: Path) -> None:
    assert read_sealed(path) == ENTRIES
    assert sorted(file.name for file in path.parent.iterdir()) == [".gitignore", "kept"]


def test_a_byte_that_is_another_anywhere_is_noticed(path: Path) -> None:
    whole = path.read_bytes()
    for place in range(0, len(whole), 7):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x20]) + whole[place + 1 :])
        assert read_sealed(path) == {}, place
    path.write_bytes(whole)
    assert read_sealed(path) == ENTRIES


def test_what_is_cut_off_or_goes_on_is_noticed(path: Path) -> None:
    whole = path.read_bytes()
    for part in (b"", whole[:1], whole[:32], whole[:40], whole[:-1], whole + b"\0", whole + whole):
        path.write_bytes(part)
        assert read_sealed(path) == {}, len(part)


def test_what_somebody_else_put_there_is_not_believed(path: Path, home: Path) -> None:
    content = sealed._HEAD.pack(bytes(16), 1) + b"x"
    for secret, believed in ((b"", {}), (bytes(32), {}), ((home / "secret").read_bytes(), {bytes(16): b"x"})):
        seal = sealed._seal(secret)
        seal.update(content)
        path.write_bytes(content + seal.digest())
        assert read_sealed(path) == believed


def test_a_file_of_another_user_is_not_believed(path: Path, home: Path) -> None:
    (home / "secret").unlink()
    assert read_sealed(path) == {}
    write_sealed(path, ENTRIES.items())
    assert read_sealed(path) == ENTRIES


@pytest.mark.parametrize("spoil", ["short", "open"])
def test_a_secret_that_others_may_know_is_made_anew(path: Path, home: Path, spoil: str) -> None:
    secret = home / "secret"
    before = secret.read_bytes()
    if spoil == "short":
        secret.write_bytes(before[:-1])
    else:
        secret.chmod(0o644)
    assert read_sealed(path) == {}
    write_sealed(path, ENTRIES.items())
    assert read_sealed(path) == ENTRIES and secret.read_bytes() != before
    assert os.name != "posix" or secret.stat().st_mode & 0o777 == 0o600


def test_without_a_place_for_the_secret_nothing_is_kept(path: Path, home: Path) -> None:
    (home / "secret").unlink()
    home.rmdir()
    home.write_text("a file where the folder should be", encoding="utf-8")
    path.unlink()
    write_sealed(path, ENTRIES.items())
    assert not path.exists() and read_sealed(path) == {}


def test_another_program_does_not_believe_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealed, "_program", lambda: b"another")
    assert read_sealed(path) == {}


def test_a_program_is_another_with_another_file_or_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "room").mkdir()
    file = tmp_path / "room" / "module.py"
    file.write_text("one", encoding="utf-8")
    monkeypatch.setattr(sealed, "OURS", str(tmp_path))
    first = sealed.program()
    assert sealed.program() == first
    os.utime(file, ns=(1, 1))
    second = sealed.program()
    monkeypatch.setattr(sealed, "LIBRARIES", "mkdocs")
    third = sealed.program()
    file.with_name("words.yaml").write_text("", encoding="utf-8")
    assert len({first, second, third, sealed.program()}) == 4


def _folder(path: Path) -> None:
    path.mkdir()


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


def _pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize("put", [_folder, _loop, _pipe])
def test_what_is_no_file_is_no_error(path: Path, put: object) -> None:
    path.unlink()
    assert callable(put)
    put(path)
    assert read_sealed(path) == {}
    write_sealed(path, ENTRIES.items())
    assert read_sealed(path) == ({} if put is _folder else ENTRIES)
    assert sorted(file.name for file in path.parent.iterdir()) == [".gitignore", "kept"]


def test_a_place_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for path in (tmp_path / "file" / "kept", tmp_path / "nowhere" / ".cache" / "kept"):
        write_sealed(path, ENTRIES.items())
        assert read_sealed(path) == {}


def test_a_full_disk_leaves_what_was_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    write_sealed(path, [(b"new".ljust(16), b"")])
    assert read_sealed(path) == ENTRIES
    assert sorted(file.name for file in path.parent.iterdir()) == [".gitignore", "kept"]
