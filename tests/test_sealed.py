"""A file of kept results is believed only as this program of this user wrote it."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest

from helpcenter import seal, sealed
from helpcenter.sealed import Sealed, Sealing

ENTRIES = {b"name".ljust(16): b"some bytes" * 20, b"other".ljust(16): b""}


def read_sealed(path: Path) -> dict[bytes, bytes]:
    found = Sealed(path)
    known = {name: found.get(name) for name in ENTRIES if name in found}
    assert len(found) == len(known)
    return {name: content for name, content in known.items() if content is not None}


def write_sealed(path: Path, entries: dict[bytes, bytes]) -> None:
    sealing = Sealing(path).begin()
    for name, content in entries.items():
        sealing.add(name, content)
    sealing.write(Sealed(path), ())


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "home"))
    return tmp_path / "home" / "helpcenter"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / ".cache" / "kept"
    write_sealed(file, ENTRIES)
    return file


def test_what_was_written_is_read(path: Path) -> None:
    assert read_sealed(path) == ENTRIES
    assert sorted(file.name for file in path.parent.iterdir()) == [".gitignore", "kept"]


def test_a_byte_that_is_another_anywhere_is_noticed(path: Path) -> None:
    whole = path.read_bytes()
    for place in range(0, len(whole), 7):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x20]) + whole[place + 1 :])
        found = read_sealed(path)
        assert found.items() < ENTRIES.items(), place
    path.write_bytes(whole)
    assert read_sealed(path) == ENTRIES


def test_a_result_in_the_place_of_another_is_noticed(path: Path) -> None:
    write_sealed(path, dict(zip(ENTRIES, (b"one", b"two"), strict=True)))
    whole = path.read_bytes()
    path.write_bytes(b"twoone" + whole[6:])
    assert read_sealed(path) == {} and len(Sealed(path)) == len(ENTRIES)


def test_what_is_cut_off_or_goes_on_is_noticed(path: Path) -> None:
    whole = path.read_bytes()
    for part in (b"", whole[:1], whole[:40], whole[:48], whole[:-1], whole + b"\0", b"\xff" * 40 + bytes(90)):
        path.write_bytes(part)
        assert read_sealed(path) == {}, len(part)


@pytest.mark.parametrize(("secret", "believed"), [(b"", {}), (bytes(32), {}), (None, ENTRIES)])
def test_what_somebody_else_put_there_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, secret: bytes | None, believed: dict[bytes, bytes]
) -> None:
    path = tmp_path / ".cache" / "kept"
    with monkeypatch.context() as other:
        if secret is not None:
            other.setattr(seal, "_secret", lambda: secret)
        write_sealed(path, ENTRIES)
    assert read_sealed(path) == believed and path.exists()


def test_what_the_file_before_held_is_kept_for_whom_it_is_asked_for(path: Path) -> None:
    name, other = ENTRIES
    sealing = Sealing(path).begin()
    sealing.add(other, b"anew")
    assert (sealing.get(other), sealing.get(name)) == (b"anew", None)
    sealing.add(b"third".ljust(16), b"x" * 3_000_000)
    sealing.write(Sealed(path), [name])
    found = Sealed(path)
    assert [found.get(one) for one in (name, other, b"third".ljust(16))] == [ENTRIES[name], b"anew", b"x" * 3_000_000]
    Sealing(path).begin().write(found, [other])
    assert len(Sealed(path)) == 1 and Sealed(path).get(other) == b"anew" == found.get(other)


def test_a_file_of_another_user_is_not_believed(path: Path, home: Path) -> None:
    (home / "secret").unlink()
    assert read_sealed(path) == {}
    write_sealed(path, ENTRIES)
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
    write_sealed(path, ENTRIES)
    assert read_sealed(path) == ENTRIES and secret.read_bytes() != before
    assert os.name != "posix" or secret.stat().st_mode & 0o777 == 0o600


def test_without_a_place_for_the_secret_nothing_is_kept(path: Path, home: Path) -> None:
    (home / "secret").unlink()
    home.rmdir()
    home.write_text("a file where the folder should be", encoding="utf-8")
    path.unlink()
    write_sealed(path, ENTRIES)
    assert not path.exists() and read_sealed(path) == {}


def test_another_program_does_not_believe_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seal, "_program", lambda: b"another")
    assert read_sealed(path) == {}


def test_a_program_is_another_with_another_file_or_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "room").mkdir()
    file = tmp_path / "room" / "module.py"
    file.write_text("one", encoding="utf-8")
    monkeypatch.setattr(seal, "OURS", str(tmp_path))
    first = seal.program()
    assert seal.program() == first
    os.utime(file, ns=(1, 1))
    second = seal.program()
    monkeypatch.setattr(seal, "LIBRARIES", "mkdocs")
    third = seal.program()
    file.with_name("words.yaml").write_text("", encoding="utf-8")
    assert len({first, second, third, seal.program()}) == 4


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
    write_sealed(path, ENTRIES)
    assert read_sealed(path) == ({} if put is _folder else ENTRIES)
    assert sorted(file.name for file in path.parent.iterdir()) == [".gitignore", "kept"]


def test_a_place_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for path in (tmp_path / "file" / "kept", tmp_path / "nowhere" / ".cache" / "kept"):
        write_sealed(path, ENTRIES)
        assert read_sealed(path) == {}


@pytest.mark.parametrize("when", ["beginning", "adding", "writing"])
def test_a_full_disk_leaves_what_was_there(path: Path, monkeypatch: pytest.MonkeyPatch, when: str) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    class Full(BytesIO):
        write = full  # type: ignore[assignment]

    name = b"new".ljust(16)
    if when == "writing":
        monkeypatch.setattr(os, "replace", full)
    else:
        monkeypatch.setattr(sealed, "TemporaryFile", full if when == "beginning" else lambda **_: Full())
    sealing = Sealing(path).begin()
    sealing.add(name, b"some bytes")
    assert (sealing.get(name) is None) is (when != "writing")
    sealing.write(Sealed(path), ())
    assert read_sealed(path) == ENTRIES
    assert sorted(file.name for file in path.parent.iterdir()) == [".gitignore", "kept"]
