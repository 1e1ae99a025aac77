"""The Jinja environment: escapes, refuses unknown names, and keeps compiled templates only where they fit."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

import helpcenter
from helpcenter.rendering.compiling import environment, visible_files
from helpcenter.words.catalogue import Words
from tests.making import BASE, write

WORDS = Words("xx", {"a.b": "<words> & {more}", "a.c": "{n} times"})


def rendered(folder: Path, template: str, words: Words = WORDS, *, cache: Path | None = None, **view: object) -> str:
    (folder / "page.html").write_text(template, encoding="utf-8")
    return environment(folder, words, cache).get_template("page.html").render(view)


@pytest.mark.parametrize(
    ("value", "html"),
    [
        ("<b>\"&", "&lt;b&gt;&#34;&amp;"),
        (Markup("<b>"), "<b>"),
        (3, "3"),
        (["<b>"], "[&#39;&lt;b&gt;&#39;]"),
        (None, "None"),
    ],
)
def test_everything_but_safe_html_is_escaped(value: object, html: str, tmp_path: Path) -> None:
    assert rendered(tmp_path, "{{ value }}", value=value) == html
    assert rendered(tmp_path, "{{ value if value is not none else value }}", value=value) == html


def test_words_are_escaped_with_and_without_facts(tmp_path: Path) -> None:
    assert rendered(tmp_path, "{{ 'a.b'|t }} {{ 'a.c'|t(n='<3>') }}") == "&lt;words&gt; &amp; {more} &lt;3&gt; times"


def test_other_words_are_not_taken_from_what_was_compiled_before(tmp_path: Path) -> None:
    first = rendered(tmp_path, "{{ 'a.b'|t }}")
    other = rendered(tmp_path, "{{ 'a.b'|t }}", Words("yy", {"a.b": "others"}))
    assert (first, other) == ("&lt;words&gt; &amp; {more}", "others")


def test_a_changed_template_is_compiled_again(tmp_path: Path) -> None:
    assert [rendered(tmp_path, "one"), rendered(tmp_path, "two")] == ["one", "two"]


def test_an_unknown_name_or_word_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError):
        rendered(tmp_path, "{{ nobody }}")
    with pytest.raises(KeyError):
        rendered(tmp_path, "{{ 'no.word'|t }}")


def kept(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("template-*") if path.is_file())


def test_compiled_templates_are_kept_where_git_does_not_look(tmp_path: Path) -> None:
    assert rendered(tmp_path, "one", cache=tmp_path / "cache") == "one"
    (path,) = kept(tmp_path / "cache")
    assert (path.parent / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_compiled_templates_are_made_anew_when_words_change(tmp_path: Path) -> None:
    for text in ("one", "other", "one"):
        words = Words("xx", {"a.b": text})
        assert rendered(tmp_path, "{{ 'a.b'|t }}", words, cache=tmp_path / "cache") == text
    assert len(kept(tmp_path / "cache")) == 1


@pytest.mark.parametrize("cut", [0, 3, 20, -1])
def test_a_damaged_cache_is_made_anew(cut: int, tmp_path: Path) -> None:
    assert rendered(tmp_path, "one", cache=tmp_path / "cache") == "one"
    (path,) = kept(tmp_path / "cache")
    whole = path.read_bytes()
    for damage in (whole[:cut], b"x" * 100):
        path.write_bytes(damage)
        assert rendered(tmp_path, "one", cache=tmp_path / "cache") == "one"
        assert path.read_bytes() == whole


@pytest.mark.parametrize("place", ["a-file/cache", "a-file", "nowhere/cache"])
def test_where_nothing_can_be_kept_templates_are_compiled_each_time(place: str, tmp_path: Path) -> None:
    (tmp_path / "a-file").write_text("a file", encoding="utf-8")
    assert [rendered(tmp_path, "one", cache=tmp_path / place) for _ in range(2)] == ["one", "one"]
    assert kept(tmp_path) == []


def test_of_a_theme_all_files_are_known_that_are_not_hidden(tmp_path: Path) -> None:
    first = {"main.html": "", "assets/a.css": "", ".icons/b.svg": "", "assets/.c/d.css": ""}
    write(tmp_path / "first", first)
    write(tmp_path / "second", {"form.pdf": "", "assets/a.css": "", "assets/more/e.js": ""})
    known = visible_files([str(tmp_path / "first"), str(tmp_path / "second")]).list_templates()
    assert known == ["assets/a.css", "assets/more/e.js", "form.pdf", "main.html"]


@pytest.fixture
def installed() -> Iterator[Path]:
    """The program where its user may not write, and a project of that user."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(Path(helpcenter.__file__).parent, folder / "code" / "helpcenter", ignore=shutil.ignore_patterns("__pycache__"))
        write(folder / "project", BASE)
        for path in (folder / "code").rglob("*"):
            path.chmod(0o555 if path.is_dir() else 0o444)
        (folder / "code").chmod(0o555)
        yield folder
        for path in (folder / "code", *(folder / "code").rglob("*")):
            path.chmod(0o755)


def like_anybody() -> None:
    """Take from root what lets it write where it may not."""
    if os.getuid() == 0:
        ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)  # PR_CAPBSET_DROP, CAP_DAC_OVERRIDE: at exec it is gone


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="capabilities are Linux's")
def test_an_installation_that_its_user_may_not_write_to_builds(installed: Path) -> None:
    environ = {"PYTHONPATH": str(installed / "code"), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}  # no HOME
    before = sorted(path for path in (installed / "code").rglob("*"))
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-m", "helpcenter", "build"], cwd=installed / "project", env=environ, preexec_fn=like_anybody,
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
        assert (installed / "project" / "site" / "reapply" / "index.html").is_file()
    assert sorted(path for path in (installed / "code").rglob("*")) == before
    assert sorted(path.name for path in (installed / "project").iterdir()) == [".cache", "content", "faq.yaml", "mkdocs.yml", "site"]
