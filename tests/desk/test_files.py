"""The desk is files that need no server and no other host; nothing that writers type can end a script."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

from bench.promises import limit
from helpcenter.desk.files import DeskFiles, script
from helpcenter.rendering.bundles import assets, desk_script, desk_style
from helpcenter.rendering.palette import parsed

from .making import desk_of

HOSTILE = "</script><script>alert(1)</script>\u2028\u2029<!--"
MOST_BYTES = 60_000
"""What the page may weigh with all that it loads before its data, compressed."""


def test_nothing_ends_a_script() -> None:
    made = script("globalThis.X =", {"text": HOSTILE, "half": "\ud800"}).decode()
    assert made.startswith("globalThis.X =")
    assert not re.search("[<\u2028\u2029]", made)
    assert json.loads(made.removeprefix("globalThis.X =").removesuffix(";\n")) == {"text": HOSTILE, "half": "\ud800"}


def test_the_page_loads_what_is_there_and_has_no_script_or_style_of_its_own(tmp_path: Path) -> None:
    made = desk_of(tmp_path)
    files = DeskFiles(made.book, made.layout.renderer)
    page = files["desk/index.html"].decode()
    loaded = re.findall(r'(?:src|href)="([^"]+)"', page)
    known = {f"../{path}" for path in (*files, *assets().contents())} | {"../"}
    assert {f"../desk/{path}" if not path.startswith("..") else path for path in (one.split("?")[0] for one in loaded)} <= known
    assert not re.search(r"<script(?! src)|<style| style=| on[a-z]+=|//", page.replace('xmlns="http://www.w3.org/2000/svg"', ""))
    assert '<meta name="robots" content="noindex">' in page
    assert "Content-Security-Policy" in page
    assert dict(files) == dict(DeskFiles(made.book, made.layout.renderer))
    assert len(files) == len([*files])
    assert "desk/other.js" not in files


def test_the_page_is_light_before_its_data(tmp_path: Path) -> None:
    made = desk_of(tmp_path)
    files = DeskFiles(made.book, made.layout.renderer)
    data = ("data.js", "search.js", "flows.js", "bodies.js")
    before = [content for path, content in files.items() if not path.endswith(data)]
    sent = sum(len(gzip.compress(content, 6)) for content in (*before, assets().scheme.content, assets().favicon.content))
    assert 5_000 < sent <= MOST_BYTES


def test_style_and_script_are_as_light_as_promised() -> None:
    sent = sum(len(gzip.compress(asset.content, 6)) for asset in (desk_style(), desk_script()))
    assert sent <= limit("desk-script")


def test_the_entries_of_the_index_are_the_answers(tmp_path: Path) -> None:
    made = desk_of(tmp_path)
    files = DeskFiles(made.book, made.layout.renderer)
    data = json.loads(files["desk/data.js"].decode().removeprefix("globalThis.HelpcenterDesk =").removesuffix(";\n"))
    pieces = dict(re.findall(r'^HelpcenterSearch\.take\("(\w+)",(.*)\);$', files["desk/search.js"].decode(), re.MULTILINE))
    index = json.loads(pieces["index"])
    assert index["size"] == len(data["answers"])
    assert [row[0] for row in index["titles"]] == [answer["path"] for answer in data["answers"]]
    assert "details0" not in pieces
    assert files["desk/search.js"].rstrip().endswith(assets().fuzzy.content.rstrip()), "the last piece says that all are there"


def test_the_desk_has_the_colours_of_the_site(tmp_path: Path) -> None:
    made = desk_of(tmp_path)
    brown = parsed("brown")
    plain, dyed = (DeskFiles(made.book, made.layout.renderer, colors) for colors in ((None, None), (brown, brown)))
    assert {path for path in plain if path.startswith("assets/desk.") and path.endswith(".css")}.isdisjoint(dyed)
