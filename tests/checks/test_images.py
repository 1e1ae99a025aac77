"""Pictures stand below ``content/images/``, exist, and stay inside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import PNG, Files, article, codes, faq_entry, prepared


def step(src: str) -> str:
    return article(steps=f"[{{id: aa, title: 甲, image: {{src: '{src}', alt: 订单页}}}}]")


@pytest.mark.parametrize("src", ["images/a.png", "images/sub/a.png", "images/订单截图 1.png"])
def test_a_picture_of_a_step_that_exists_is_right(src: str, tmp_path: Path) -> None:
    assert codes(prepared(tmp_path, {f"content/{src}": PNG, "content/articles/reapply.yaml": step(src)})) == []


@pytest.mark.parametrize(
    ("src", "code"),
    [
        ("images/none.png", "missing-image"),
        ("images", "missing-image"),
        ("a.png", "bad-image-path"),
        ("/images/a.png", "bad-image-path"),
        ("images/../articles/reapply.yaml", "bad-image-path"),
        ("images\\a.png", "bad-image-path"),
        ("https://a.example/a.png", "bad-image-path"),
    ],
)
def test_a_picture_of_a_step_that_is_not_there_is_a_problem(src: str, code: str, tmp_path: Path) -> None:
    assert codes(prepared(tmp_path, {"content/articles/reapply.yaml": step(src)})) == [code]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("![订单页](images/a.png)", []),
        ("![订单页](images/b.png)", ["missing-image"]),
        ("![订单页](a.png)", ["link-refused"]),
        ("![图片](images/a.png)", ["idle-alternative"]),
        ("![](images/a.png)", ["idle-alternative"]),
        ("![订单页](images/a b.png)", ["blank-in-image-path"]),
        ("![订单页](images/售后 1.png)", ["blank-in-image-path"]),
        ("![订单页](<images/a b.png>)", ["missing-image"]),
        ("写成`![订单页](images/a.png)`。", []),
    ],
)
def test_a_picture_in_a_text_is_checked_too(text: str, found: list[str], tmp_path: Path) -> None:
    files: Files = {"content/images/a.png": PNG, "faq.yaml": faq_entry(answer=f"'{text}'")}
    assert [code for code in codes(prepared(tmp_path, files)) if code != "unused-file"] == found
