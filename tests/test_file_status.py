from __future__ import annotations

import os
from pathlib import Path

from helpcenter.file_status import GRAIN, is_reliable, status_of


def test_every_change_of_a_file_changes_its_status(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("one")
    seen = [status_of(str(path))]
    os.utime(path, ns=(1, 1))
    seen.append(status_of(str(path)))
    path.chmod(0o600)
    seen.append(status_of(str(path)))
    path.write_text("other")
    seen.append(status_of(str(path)))
    beside = tmp_path / "b.yaml"
    beside.write_text("other")
    os.utime(beside, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns))
    beside.replace(path)
    seen.append(status_of(str(path)))
    assert None not in seen
    assert len(set(seen)) == len(seen)


def test_what_is_no_file_has_no_status(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("one")
    (tmp_path / "link.yaml").symlink_to("a.yaml")
    for name in ("", "link.yaml", "nothing.yaml", "a.yaml/below"):
        assert status_of(str(tmp_path / name)) is None, name


def test_a_file_that_was_read_right_after_a_change_may_change_unseen(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("one")
    os.utime(path, ns=(1, 1))  # the status changes now, whatever time the content is given
    status = status_of(str(path))
    assert status is not None
    assert not is_reliable(status, status[1] + GRAIN)
    assert is_reliable(status, status[1] + GRAIN + 1)
