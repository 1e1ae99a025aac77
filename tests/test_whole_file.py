"""A file that is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpcenter.whole_file import write_whole


def test_a_file_is_replaced_and_nothing_stands_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "values.yaml"
    for content in (b"one", b"two"):
        write_whole(path, content)
        assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["values.yaml"]


def test_what_fails_leaves_what_was_there_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, _: object) -> None:
        raise OSError(28, "No space left on device", str(path))

    path = tmp_path / "values.yaml"
    path.write_bytes(b"one")
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"two")
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"values.yaml": b"one"}
