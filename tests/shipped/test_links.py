"""No address that this project ever published is lost or means something else. New ones may wait for their day."""

from __future__ import annotations

from pathlib import Path

from helpcenter.build import prepare
from helpcenter.project import Project

ROOT = Path(__file__).parent.parent.parent


def test_every_published_address_keeps_its_promise() -> None:
    promises = prepare(Project(ROOT, ROOT / "content")).promises
    registry = promises.registry
    assert promises.file is not None
    assert promises.file.problems == ()
    assert (registry.lost(), registry.changed(), registry.reused(), registry.loops()) == ([], [], [], [])
    assert len(registry.lock) > 600
