"""Files that nobody wrote are known by their names; what a person may have written is not."""

from __future__ import annotations

import pytest

from helpcenter.sources.side_files import folded, is_side_file, is_yaml

IGNORED = [".#x.yaml", "._x.yaml", ".x.yaml.swp", "x.yaml.swp", ".DS_Store", "Thumbs.db", "desktop.ini", "Desktop.ini", "4913",
           "~$x.docx", ".git", ".~lock.x.ods#", "x.yaml___jb_tmp___", "__MACOSX"]  # fmt: skip
WRITTEN = ["x.yaml", "x.yaml~", "#x.yaml#", "x.yaml.bak", "4913.yaml", "thumbs.yaml", "x - 副本.yaml", "notes.txt", "~x.md"]


@pytest.mark.parametrize("name", IGNORED)
def test_locks_and_shadows_are_known(name: str) -> None:
    assert is_side_file(name)


@pytest.mark.parametrize("name", WRITTEN)
def test_what_somebody_may_have_written_is_not_ignored(name: str) -> None:
    assert not is_side_file(name)


def test_names_are_compared_as_people_do() -> None:
    assert [folded(name) for name in ("FAQ.yaml", "ＦＡＱ.yaml", "faq.YAML ")] == ["faq.yaml"] * 3
    assert [is_yaml(name) for name in ("a.YML", "a.yaml", "a.yaml~", "yaml")] == [True, True, False, False]
