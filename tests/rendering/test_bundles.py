"""The files that every page loads: joined in order, named by their content, and small."""

from __future__ import annotations

import gzip
import re
from hashlib import sha256
from xml.etree import ElementTree

import pytest
from rjsmin import jsmin

from bench.promises import limit
from helpcenter.rendering.bundles import (
    BESIDE,
    COPIED,
    COPYING,
    DESK,
    DESK_STYLES,
    FLOW,
    FLOW_STYLES,
    FOLDER,
    FUZZY,
    HITS_STYLES,
    LISTS_STYLES,
    LIVE,
    MAP_STYLES,
    MATERIAL_STYLES,
    NAMED,
    OF_PLATFORMS,
    RESULTS,
    SCRIPTS,
    SEARCH,
    STYLES,
    assets,
    beside_script,
    beside_style,
    copying,
    desk_script,
    desk_style,
    live_script,
    live_style,
    small_style,
    styles_of,
)
from helpcenter.rendering.older import SIDES, spelled_out

MORE_STYLES = (*LISTS_STYLES, *FLOW_STYLES, *MAP_STYLES, *HITS_STYLES, *MATERIAL_STYLES)
"""Those that only some pages load."""


def test_every_asset_is_named_by_its_content() -> None:
    for asset in assets().files():
        digest = sha256(asset.content).hexdigest()[:8]
        assert re.fullmatch(rf"assets/[a-z]+\.{digest}\.(?:css|js|svg)", asset.path)


def test_every_file_of_the_folder_is_shipped() -> None:
    named = {f"{name}.css" for name in (*STYLES, *MORE_STYLES, "platforms")} | {f"{name}.js" for name in (*SCRIPTS, *OF_PLATFORMS)}
    apart = {"scheme.js", "favicon.svg", "staff.css", *(f"{name}.js" for name in (*FLOW, *SEARCH, *FUZZY, *RESULTS, *NAMED))}
    assert {path.name for path in FOLDER.iterdir() if path.is_file()} == named | apart
    assert named & apart == {"component.js"}  # either of its bundles may fail to arrive


def test_what_a_preview_or_staff_alone_have_is_no_part_of_a_public_site() -> None:
    added = {"preview/panel.css", "preview/beside.css", *(f"{name}.js" for name in (*LIVE, *BESIDE))}
    added |= {"desk/worker.js", *(f"{name}.js" for name in DESK if "/" in name)}
    added |= {f"{name}.css" for name in DESK_STYLES if "/" in name}
    ours = {f"{name}.js" for name in COPYING} | {f"{name}.css" for name in COPIED}
    assert {path.relative_to(FOLDER).as_posix() for path in FOLDER.glob("*/*")} == added | ours
    site = b"".join(asset.content for asset in (*assets().files(), assets().fuzzy))
    assert b"__preview" in live_script() and b"__preview" in beside_script()
    assert b"__preview" not in site and live_style() not in site and beside_style() not in site
    assert b"HelpcenterDesk" in desk_script().content and b".desk-bar" in desk_style().content
    assert b"HelpcenterDesk" not in site and b"helpcenterFiles" not in site and b".desk" not in site


def bare(sheet: str) -> str:
    """Return a style sheet without the blanks that mean nothing in it."""
    return re.sub(r"\s*([;{},>])\s*|(:)\s+", r"\1\2", sheet).replace(";}", "}")


def test_styles_and_scripts_are_joined_in_order() -> None:
    sent, written = assets().style.content.decode(), "".join(map(style, STYLES))
    assert bare(sent) == bare(spelled_out(bare(re.sub(r"/\*.*?\*/", "", written))))
    assert "  " not in sent and len(sent.splitlines()) == len(STYLES)
    for asset, names in ((assets().script, SCRIPTS), (assets().flow, FLOW), (assets().search, SEARCH), (assets().fuzzy, FUZZY), (assets().results, RESULTS)):
        parts = [jsmin((FOLDER / f"{name}.js").read_text("utf-8")) for name in names]
        assert asset.content.decode() == "".join(f"{part}\n" for part in parts)
    assert STYLES[0] == "tokens"


def test_blanks_in_strings_stay() -> None:
    sheet = 'a > b,\nc:hover {\n  /* why > */\n  content: " > , {";\n  width: calc(1px + 2px);\n}\n@media (a: b) {\n  d :is(e) {\n    top: 0;\n  }\n}\n'
    assert small_style(sheet) == 'a>b,c:hover{content:" > , {";width:calc(1px + 2px)}@media (a:b){d e{top:0}}'


def test_pages_load_the_styles_of_what_they_have_and_no_others() -> None:
    files = assets()
    assert styles_of("article", "<p>") == styles_of("faq", "<p>") == styles_of("markdown", "<p>") == ()
    assert styles_of("flow", "<p>") == (files.walk.path,)
    assert styles_of("home", "<p>") == styles_of("not_found", "<p>") == (files.lists.path,)
    assert styles_of("search", "<p>") == (files.lists.path, files.hits.path)
    assert styles_of("article", '<svg class="hc-map hc-states">') == styles_of("map", '<svg class="hc-map">') == (files.map.path,)


def test_only_projects_with_platforms_load_what_is_for_them() -> None:
    plain, full = assets(), assets(None, None, ("harbour",))
    assert b"data-platform" not in plain.style.content + plain.script.content
    assert b"data-platform" in full.style.content and b"helpcenter.platform" in full.script.content
    assert plain.named is None and full.named is not None and b"platform hits" in full.named.content
    assert full.named.path.encode() in full.script.content and b"HelpcenterNamed=" not in plain.script.content


def test_nothing_is_sent_that_older_browsers_would_drop() -> None:
    newer = re.compile(rf":(?:is|where)\(|(?:^|[;{{}}])(?:{'|'.join(SIDES)}):")
    files = (*assets(None, None, ("harbour",)).files(), *copying(()), desk_style())
    sheets = [file.content for file in files if file.path.endswith(".css")]
    assert len(sheets) > 5
    for sheet in (*sheets, live_style(), beside_style()):
        assert newer.findall(bare(sheet.decode())) == []


@pytest.mark.parametrize("name", [*STYLES, *MORE_STYLES, "platforms"])
def test_a_flex_box_with_a_gap_has_margins_where_there_are_no_gaps(name: str) -> None:
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", style(name)))
    boxes = [box for box, body in rules if re.search(r"display: (?:inline-)?flex;", body) and re.search(r"[ -]gap:", body)]
    assert [one.strip() for box in boxes for one in box.split(",") if one.strip() not in style("older")] == []


def test_files_go_out_without_comments() -> None:
    for asset in (*assets().files(), *assets(None, None, ("harbour",)).files(), *copying(())):
        assert b"/*" not in asset.content


def test_the_search_is_small_enough_for_slow_networks() -> None:
    assert len(gzip.compress(assets().search.content, 9)) <= limit("search-script")
    assert len(gzip.compress(assets().results.content, 9)) <= limit("results-script")
    assert len(gzip.compress(assets().fuzzy.content, 9)) <= limit("fuzzy-script")


def test_no_asset_loads_anything_from_elsewhere() -> None:
    copies = copying(())
    for asset in (*assets().files(), *copies):
        text = asset.content.decode("utf-8")
        if asset == assets().flow:  # cards fetch the flow's page, from the same folder as the link
            text = text.replace("fetch(base)", "", 1)
        if asset == copies[0]:  # what changed and short replies, from the folder of the page
            text = text.replace('fetch("changed.json")', "", 1).replace('fetch(page+"replies.json")', "", 1)
        text = re.sub(r"xmlns(?::\w+)?=\"[^\"]+\"", "", text)
        assert not re.search(r"https?://|@import|url\((?!['\"]?data:)|\beval\(|\bfetch\(|document\.write", text), asset.path


def style(name: str) -> str:
    return (FOLDER / f"{name}.css").read_text(encoding="utf-8")


def faults(sheet: str) -> list[str]:
    """Return the lines that hold more than a selector, a declaration or an end, stand in no column, or are too long."""
    found, depth, is_value = [], 0, False
    for line in sheet.splitlines():
        text = line.strip()
        depth -= text == "}"
        is_right = re.fullmatch(r"/\*[^*]+\*/|\}|[^;{}]+[,:;{]|", text) and len(line) <= 120
        found += [] if is_right and line == "  " * (depth + is_value) * bool(text) + text else [line]
        depth += text.endswith("{")
        is_value = (is_value or text.endswith(":")) and not text.endswith(";")
    return found if depth == 0 else [*found, "a brace is left open"]


@pytest.mark.parametrize("name", [*STYLES, *MORE_STYLES, "platforms"])
def test_a_style_sheet_has_a_declaration_a_line(name: str) -> None:
    assert faults(style(name)) == []


def test_lines_that_hold_more_are_found() -> None:
    wrong = ("a { color: red; }", "color: red; top: 0;", "color: red", "} b {", "top: 0; /* why */", "    top: 0;", "top: 0;")
    for line in (*wrong, f"  font: {'a' * 120};"):
        assert line in faults(f"a {{\n{line}\n}}\n")
    assert faults("@media print {\n  a {\n    top: 0;\n  }\n") == ["a brace is left open"]
    assert faults("a,\nb {\n  font:\n    Arial,\n    serif;\n}\n") == []


def test_the_favicon_is_an_svg_without_scripts() -> None:
    root = ElementTree.fromstring(assets().favicon.content)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert [node.tag for node in root.iter() if node.tag.endswith("script")] == []
