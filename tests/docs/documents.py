"""The documents of the project: their text, headings, blocks and links."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import helpcenter
from helpcenter.sources.yaml.reader import read

ROOT = Path(__file__).parent.parent.parent
PACKAGE = Path(helpcenter.__file__).parent
README, README_ZH, GUIDE = "README.md", "README.zh-CN.md", "docs/guide.zh.md"
STAFF = "docs/staff.zh.md"
CONTRIBUTING, ARCHITECTURE, CHANGELOG, DECISIONS = "CONTRIBUTING.md", "docs/architecture.md", "CHANGELOG.md", "docs/decisions.md"
READMES = (README, README_ZH)
CHINESE = (README_ZH, GUIDE, STAFF)
DOCUMENTS = (*READMES, GUIDE, STAFF, CONTRIBUTING, ARCHITECTURE, CHANGELOG, DECISIONS)


@cache
def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def without_blocks(name: str) -> str:
    """Return a document without its fenced blocks."""
    return re.sub(r"^```.*?^```$", "", text_of(name), flags=re.M | re.S)


def blocks(name: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text_of(name), flags=re.M | re.S)


def headings(name: str) -> list[tuple[int, str]]:
    found = re.findall(r"^(#+) (.+)$", without_blocks(name), flags=re.M)
    return [(len(marks), title) for marks, title in found]


def section(name: str, title: str) -> str:
    """Return what stands between a heading and the next one of any level."""
    found = re.search(rf"^#+ {re.escape(title)}\n(.*?)(?=^#+ |\Z)", without_blocks(name), flags=re.M | re.S)
    assert found is not None, f"{name} lacks the heading {title!r}"
    return found[1]


def anchors(name: str) -> list[str]:
    """Return the anchors that GitHub gives to the headings of a document."""
    return [re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for _, title in headings(name)]


def code_in(text: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", text))


def plain_value(text: str, folder: Path) -> Any:
    """Read YAML as the generator does; it must be right."""
    path = folder / "example.yaml"
    path.write_text(text, encoding="utf-8")
    source, problems = read(path, "example.yaml")
    assert source is not None, (problems, text)
    return source.data
