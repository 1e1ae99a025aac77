"""All documents: links lead somewhere, headings are unique, Chinese is set as Chinese."""

from __future__ import annotations

import re

import pytest

from tests.docs.documents import CHANGELOG, CHINESE, DOCUMENTS, ROOT, anchors, without_blocks


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_to_files_and_anchors_that_exist(name: str) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]+`", "", without_blocks(name))):
        if target.startswith("https://"):
            continue
        path, _, anchor = target.partition("#")
        file = (ROOT / name).parent / path if path else ROOT / name
        assert file.exists(), target
        if anchor:
            assert anchor in anchors(file.relative_to(ROOT).as_posix()), target


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name != CHANGELOG])
def test_headings_are_unique(name: str) -> None:
    assert len(set(anchors(name))) == len(anchors(name))


def prose(name: str) -> str:
    """Return the text of a document: no code, no targets of links."""
    text = re.sub(r"`[^`\n]+`", "`", without_blocks(name))
    return re.sub(r"\]\([^)\s]*\)", "]", text)


HALF_WIDTH = re.compile(r"""[\u3400-\u9fff`][,.;:!?()"']|[,;:!?()"'][\u3400-\u9fff`]|[\u3400-\u9fff]\.""")


@pytest.mark.parametrize("name", CHINESE)
def test_chinese_has_chinese_punctuation(name: str) -> None:
    assert [text for text in prose(name).splitlines() if HALF_WIDTH.search(text)] == []


@pytest.mark.parametrize("name", CHINESE)
def test_chinese_keeps_a_blank_beside_latin_letters_and_digits(name: str) -> None:
    touching = re.compile(r"[\u3400-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u3400-\u9fff]")
    assert [text for text in prose(name).splitlines() if touching.search(text)] == []


def test_the_search_for_half_width_punctuation_finds_it() -> None:
    assert all(HALF_WIDTH.search(text) for text in ("你好,", "(见下", "“甲”是乙;", "甲`: 乙", "好."))
    assert not any(HALF_WIDTH.search(text) for text in ("你好，", "（见下）", "48 小时。", "Python 3.11，make"))
