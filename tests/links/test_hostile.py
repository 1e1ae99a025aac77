"""Hostile ids and redirects: each is refused, or does no harm. No page is overwritten, no file stands outside the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from helpcenter.build import prepare
from helpcenter.commands.main import main
from helpcenter.project import Project
from tests.making import BASE, FLOW_FILES, TODAY, faq_entry, write

STEMS = [
    "..", ".", "../reapply", "reapply/../x", "/etc", "C:", "C:\\x", "..\\x", "\\\\host\\x", "~", "~root", "%2e%2e", "%2e%2e%2fx",
    "reapply", "Reapply", "REAPPLY", "reapply.", "reapply ", "can-withdraw", "after-sales", "about", "About", "guides/returns",
    "GUIDES/Returns", "why-not", "why-not/map", "Why-Not/Map", "index", "index.html", "404", "404.html", "feed", "feed.xml",
    "sitemap.xml", "sitemap.xml.gz", "_redirects", "redirects.map", "redirects.json", "robots.txt", "search", "Search", "questions",
    "topics", "updates", "assets", "Assets/x", "images", "images/step.png", "IMAGES/step.png", "extra.css", "search-index", "__preview",
    "con", "NUL", "a:b", "a*b", "a?b", "a|b", "a<b", 'a"b', "a`b", "a'b", "$(x)", "{{ days }}", "{% raw %}", "<script>", "javascript:x",
    "//evil.example", "https://evil.example", "a\u202eb", "a\u200bb", "\ufeffa", "a\u0000b", "é", "e\u0301", "中文", "🙂", "ſ", "K", "-", "--", "a" * 41,
    "a" * 250, "x/" * 60 + "x", "null", "true", "1.0", "*", "&a", "!!x", "- a", "#", "a#b", "a?b=c", "a b", "a\tb", "a;b", "a,b", "]]>", "&amp;",
]  # fmt: skip
KINDS = ["from", "to", "part", "entry", "name of a part"]
CASES = list(product(STEMS, KINDS))
ENTRY = faq_entry("ID", topic="after-sales", causes="[{id: PART, cause: 一, fix: 二。}]")


def blocks() -> Iterator[tuple[str, list[str]]]:
    """Yield for each case the file it goes to and its lines."""
    for number, (stem, kind) in enumerate(CASES):
        quoted = '"' + "".join(f"\\u{ord(one):04x}" if ord(one) < 0x10000 else f"\\U{ord(one):08x}" for one in stem) + '"'
        if kind == "entry":
            yield "faq/hostile.yaml", ENTRY.replace("ID", quoted).replace("PART", f"part-{number}").splitlines()
        elif kind == "name of a part":
            yield "faq/hostile.yaml", ENTRY.replace("ID", f"holder-{number}").replace("PART", quoted).splitlines()
        elif kind == "from":
            yield "content/links.lock", [f"{stem} article moved reapply"]
        elif kind == "to":
            yield "content/links.lock", [f"old-{number} article moved {stem}"]
        else:
            yield "content/links.lock", [f"can-withdraw#{stem} cause moved {stem}#{stem}"]


def written(kept: list[tuple[str, list[str]]]) -> dict[str, bytes]:
    files: dict[str, list[str]] = {"content/links.lock": [], "faq/hostile.yaml": []}
    for name, lines in kept:
        files[name] += lines
    return {name: ("\n".join(lines) + "\n").encode("utf-8", "surrogatepass") for name, lines in files.items() if lines}


def owner(kept: list[tuple[str, list[str]]], file: str, line: int) -> int | None:
    """Return which of ``kept`` has the ``line`` of ``file``."""
    at = 1
    for index, (name, lines) in enumerate(kept):
        if name == file:
            if at <= line < at + len(lines):
                return index
            at += len(lines)
    return None


def harmless(root: Path) -> list[tuple[str, list[str]]]:
    """Return the cases that no check refuses, one with another."""
    kept = list(blocks())
    while True:
        for name in ("content/links.lock", "faq/hostile.yaml"):
            (root / name).unlink(missing_ok=True)
        write(root, written(kept))
        found = prepare(Project(root, root / "content", today=TODAY))
        if not found.refused:
            return kept
        errors = [one for one in found.problems if one.severity == "error"]
        bad = {owner(kept, one.location.file, one.location.line) for one in errors}
        told = {one.details.get("address") for one in errors}
        bad |= {index for index, (_, lines) in enumerate(kept) if lines[0].split(" ")[0] in told}
        assert bad - {None}, errors
        kept = [case for index, case in enumerate(kept) if index not in bad]


def titles(site: Path) -> dict[str, str]:
    found = {}
    for path in site.rglob("*.html"):
        heading = re.search(r"<h1[^>]*>(.*?)</h1>", path.read_text(encoding="utf-8"), flags=re.S)
        found[path.relative_to(site).as_posix()] = heading[1] if heading else ""
    return found


def outside(root: Path) -> dict[str, bytes]:
    paths = (path for path in root.parent.rglob("*") if path.is_file() and not {"site", ".cache"} & set(path.parts))
    return {path.as_posix(): path.read_bytes() for path in paths}


def test_nothing_is_overwritten_and_nothing_stands_outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(CASES) >= 500
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795435200")
    root = tmp_path / "here"
    root.mkdir()
    pages = {"content/about.md": "# 关于\n\n一句话。\n", "content/guides/returns.md": "# 退货\n\n一句话。\n"}
    write(root, {**BASE, **FLOW_FILES, **pages, "content/images/step.png": b"\x89PNG\r\n\x1a\n" + b"\0" * 40})
    monkeypatch.chdir(root)
    assert main(["build"]) == 0
    before = titles(root / "site")
    kept = harmless(root)
    assert 20 < len(kept) < len(CASES) / 2, "most are refused, but not all"
    around = outside(root)
    assert main(["build"]) == 0
    after = titles(root / "site")
    assert {name: after.get(name) for name in before} == before
    assert outside(root) == around
    assert len({name.casefold() for name in after}) == len(after)
    led = {line.split()[0] for name, lines in kept if name == "content/links.lock" for line in lines if "#" not in line}
    assert {name.removesuffix("/index.html") for name in after.keys() - before.keys()} >= led
