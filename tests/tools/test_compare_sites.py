"""Two built sites are told apart by what readers get, not by the names of hashed files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import write
from tools.compare_sites import compare, main

PAGE = '<link href="assets/style.{hash}.css"><body data-search="search-{hash}/">{text}</body>'


def site(folder: Path, name: str, digest: str, text: str = "撤销", **more: str) -> Path:
    page = PAGE.format(hash=digest, text=text)
    write(folder / name, {"a/index.html": page, f"assets/style.{digest}.css": "p{}", f"search-{digest}/a.js": "1", **more})
    return folder / name


def test_other_hashes_are_no_difference(tmp_path: Path) -> None:
    found = compare(site(tmp_path, "one", "0a1b2c3d"), site(tmp_path, "two", "ffffffff"))
    assert (found.is_same, found.renamed, found.same) == (True, ("a/index.html",), 2)


@pytest.mark.parametrize(
    ("other", "field", "name"),
    [
        ({"text": "取消"}, "different", "a/index.html"),
        ({"b.xml": "<a/>"}, "new", "b.xml"),
        ({"search-0a1b2c3d/a.js": "2"}, "different", "search-*/a.js"),
    ],
)
def test_what_readers_would_notice_is_one(
    other: dict[str, str], field: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = site(tmp_path, "one", "0a1b2c3d"), site(tmp_path, "two", "0a1b2c3d", **other)
    assert getattr(compare(before, after), field) == (name,)
    assert main([str(before), str(after)]) == 1
    assert name in capsys.readouterr().out
    assert compare(after, before).gone == ((name,) if field == "new" else ())
