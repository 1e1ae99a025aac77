"""Golden cases: each file below ``golden/`` is a tiny project and what the generator says of it or makes of it.

``files`` (name to text; null takes a file of the base project away), ``bytes_hex``, ``repeat`` and ``symlinks`` are
laid over the base project of ``making``. ``problems`` are all problems, in order; keys that a case leaves out are not
compared. ``pages`` are strings that a page's body holds in this order, ``absent`` strings it does not hold,
``no_pages`` addresses that have no page. A new case is a new file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from helpcenter.build import Prepared, make, prepare, unread
from helpcenter.host.settings.reading import read_settings
from helpcenter.project import Project
from helpcenter.words.catalogue import messages
from helpcenter.words.report import as_record
from tests.making import SITE, project

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(GOLDEN.rglob("*.yaml"))
KEYS = {"files", "bytes_hex", "repeat", "symlinks", "options", "problems", "pages", "absent", "no_pages"}


def case_at(path: Path) -> dict[str, Any]:
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert case.keys() <= KEYS, path
    assert case.keys() & {"problems", "pages", "absent", "no_pages"}, f"{path} expects nothing"
    return case


def laid_out(case: dict[str, Any], folder: Path) -> Project:
    (folder / "outside.txt").write_text("outside", encoding="utf-8")
    files = dict(case.get("files", {}))
    files |= {name: bytes.fromhex(text) for name, text in case.get("bytes_hex", {}).items()}
    files |= {name: part["text"] * part["times"] for name, part in case.get("repeat", {}).items()}
    made = project(folder / "project", files, **case.get("options", {}))
    for name, target in case.get("symlinks", {}).items():
        link = made.root / name
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(target)
    return made


def with_settings(made: Project) -> Prepared:
    """Return what is found with ``mkdocs.yml`` among the sources."""
    settings = read_settings(made.root)
    return unread(made, settings.problems) if settings.content is None else prepare(made, settings.problems)


def seen(found: Prepared, expected: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return all problems as records, each with the keys that the case names."""
    records = [as_record(problem, messages("zh")) for problem in found.problems]
    if len(records) != len(expected):
        return [dict(record) for record in records]
    return [{key: record[key] for key in wanted} for record, wanted in zip(records, expected, strict=True)]


def check_pages(case: dict[str, Any], found: Prepared) -> None:
    assert not found.refused, found.problems
    bodies = {page.path: page.body for page in make(found, SITE).pages}
    for path, texts in case.get("pages", {}).items():
        position = 0
        for text in texts:
            position = bodies[path].find(text, position)
            assert position >= 0, f"/{path} lacks {text!r} after the text before it"
            position += len(text)
    for path, texts in case.get("absent", {}).items():
        assert [text for text in texts if text in bodies[path]] == []
    assert [path for path in case.get("no_pages", ()) if path in bodies] == []


@pytest.mark.parametrize("path", CASES, ids=[path.relative_to(GOLDEN).with_suffix("").as_posix() for path in CASES])
def test_case(path: Path, tmp_path: Path) -> None:
    case = case_at(path)
    made = laid_out(case, tmp_path)
    found = with_settings(made) if "mkdocs.yml" in case.get("files", ()) else prepare(made)
    expected = case.get("problems", [])
    assert seen(found, expected) == expected
    if case.keys() & {"pages", "absent", "no_pages"}:
        check_pages(case, found)
