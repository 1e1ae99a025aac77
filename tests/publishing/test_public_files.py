"""Of all that lies below ``content/`` only what is meant goes public, whatever it is called and however it is built."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from helpcenter.build import prepare
from helpcenter.project import Project
from tests.making import BASE, FAQ, MKDOCS, PNG, Files, article, faq_entry, prepared, project, write

SECRET = "内部话术甲乙丙"
RAW = SECRET.encode()
PICTURES: Files = {
    "content/images/used.png": PNG + b"used",
    "content/images/step.png": PNG + b"step",
    "content/images/page.png": PNG + b"page",
    "content/images/draft.png": PNG + RAW,
    "content/images/retired.png": PNG + RAW,
    "content/images/old.png": PNG + RAW,
    "content/images/comment.png": PNG + RAW,
}
ENTRIES: Files = {
    "faq.yaml": FAQ.replace("点撤销。", "点撤销。![按钮在右边](images/used.png)")
    + f"  staff: {SECRET} ![内部图](images/old.png)\n# {SECRET}\n"
    + faq_entry("gone", status="retired", see="reapply", answer="'![旧的订单页](images/retired.png)'"),
    "content/articles/half-done.yaml": article(
        "half-done", status="draft", title=SECRET, steps="[{id: aa, title: 甲, image: {src: images/draft.png, alt: 订单页}}]"
    ),
    "content/articles/reapply.yaml": article(
        steps="[{id: open-order, title: 打开订单, image: {src: images/step.png, alt: 订单页}}]", questions="[can-withdraw]"
    )
    + f"# {SECRET}\n",
    "content/about.md": "# 关于\n\n![订单页](images/page.png)\n\n<!-- ![图](images/comment.png) -->\n",
}
COPIES = ("{}~", "{}.orig", "{}.bak", "{}.rej", "{}.save", "{}.txt", "{}.swp", "#{}#", ".#{}", "._{}", "{}.tmp", "{}.lock")
STRAYS: Files = {
    **{f"content/{folder}{mark.format(name)}": RAW for mark in COPIES
       for folder, name in (("", "values.yaml"), ("articles/", "reapply.yaml"), ("", "about.md"), ("images/", "used.png"))},
    **{f"{mark.format('faq.yaml')}": RAW for mark in COPIES},
    **{f"content/{name}": RAW for name in (
        "todo.txt", "价格.xlsx", "合同.docx", "~$合同.docx", "data.json", "page.html", "old.css", "run.js", "articles/notes.md",
        "images/README.md", "images/source.psd", ".env", ".git/config", "guides/.DS_Store", "movie.mp4")},
}  # fmt: skip


def built_by_command(folder: Path) -> Path:
    done = subprocess.run([sys.executable, "-m", "helpcenter", "build"], cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return folder / "site"


def built_by_mkdocs(folder: Path) -> Path:
    config = load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "out"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return folder / "out"


def published(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.mark.parametrize("builder", [built_by_command, built_by_mkdocs])
def test_no_byte_of_what_is_not_meant_goes_public(builder: object, tmp_path: Path) -> None:
    write(tmp_path, {**BASE, **PICTURES, **ENTRIES, **STRAYS, "content/articles/z.yaml": None})
    files = published(builder(tmp_path))  # type: ignore[operator]
    assert [name for name, content in files.items() if RAW in content] == []
    assert {name for name in files if name.startswith("images/")} == {"images/used.png", "images/step.png", "images/page.png"}


def test_every_stray_is_told_and_what_systems_leave_is_not(tmp_path: Path) -> None:
    found = prepared(tmp_path, {**PICTURES, **ENTRIES, **STRAYS})
    told = {problem.location.file for problem in found.problems}
    silent = {name for name in STRAYS if Path(name).name.startswith((".", "~$")) or name.endswith(".swp") or "/." in name}
    assert told == (set(STRAYS) - silent) | {"content/images/comment.png"}
    assert {problem.code for problem in found.problems} == {"unused-file"}
    assert not found.refused


def test_a_preview_shows_the_pictures_of_drafts(tmp_path: Path) -> None:
    assert "images/draft.png" not in prepared(tmp_path, {**PICTURES, **ENTRIES}).public
    assert "images/draft.png" in prepared(tmp_path, drafts=True).public


def test_files_that_the_settings_name_go_public(tmp_path: Path) -> None:
    settings = MKDOCS.replace("language: zh}", "language: zh, logo: brand/logo.png}").replace(
        "[helpcenter]", "[helpcenter: {publish: [forms/a.pdf, robots.txt, .well-known/security.txt]}]"
    )
    settings += "extra_css: [extra.css]\nextra_javascript: [a.js, {path: b.mjs, type: module}]\n"
    named = ["forms/a.pdf", "robots.txt", ".well-known/security.txt", "extra.css", "a.js", "b.mjs", "brand/logo.png"]
    files = {f"content/{name}": b"x" for name in [*named, "forms/c.pdf", ".well-known/other.txt"]} | {"content/brand/logo.png": PNG}
    write(tmp_path, {**BASE, **files, "mkdocs.yml": settings})
    site = published(built_by_mkdocs(tmp_path))
    assert [name for name in named if name not in site] == []
    assert [name for name in ("forms/c.pdf", ".well-known/other.txt") if name in site] == []


def test_what_the_settings_keep_home_is_not_told(tmp_path: Path) -> None:
    settings = MKDOCS.replace("language: zh}", "language: zh, custom_dir: content/theme}") + "exclude_docs: |\n  notes/\n"
    files = {"content/notes/a.txt": b"x", "content/theme/main.html": b'{% extends "base.html" %}'}
    write(tmp_path, {**BASE, **files, "mkdocs.yml": settings})
    done = subprocess.run([sys.executable, "-m", "helpcenter", "check"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
    assert not {"notes/a.txt", "theme/main.html"} & published(built_by_mkdocs(tmp_path)).keys()


def test_a_picture_whose_case_differs_is_missing(tmp_path: Path) -> None:
    text = article(steps="[{id: aa, title: 甲, image: {src: images/A.png, alt: 订单页}}]")
    found = prepared(tmp_path, {"content/articles/reapply.yaml": text, "content/images/a.png": PNG})
    assert [problem.code for problem in found.problems] == ["missing-image", "unused-file"]


def test_a_pipe_is_neither_read_nor_published(tmp_path: Path) -> None:
    made = project(tmp_path)
    os.mkfifo(made.content / "about.md")
    (made.content / "images").mkdir()
    os.mkfifo(made.content / "images" / "a.png")
    assert [problem.code for problem in prepare(made).problems] == ["not-a-file", "not-a-file"]


def test_a_folder_that_links_to_itself_ends(tmp_path: Path) -> None:
    made = project(tmp_path)
    (made.content / "loop").symlink_to(made.content)
    (made.root / "faq").mkdir()
    (made.root / "faq" / "loop").symlink_to(made.root / "faq")
    found = prepare(Project(made.root, made.content, today=made.today))
    assert [(problem.code, problem.location.file) for problem in found.problems] == [("bad-symlink", "content/loop"), ("bad-symlink", "faq/loop")]
