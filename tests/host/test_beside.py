"""The pages that only a preview has: beside each entry, and the list of all; what is written holds none of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from helpcenter.host.live import LiveSite
from helpcenter.preview.state import Served
from helpcenter.rendering.policy import POLICY
from tests.host.test_live import clean
from tests.making import FAQ, FLOW_FILES, MKDOCS, Files, project
from tests.reading import Node, tree

HOSTILE = FAQ.replace("question: 还能撤销吗？", "question: '</title><script>alert(1)</script>\"&还能撤销吗？'").replace(
    "reply: 商家处理前", "reply: '\"><b onclick=alert(1)>商家处理前"
).replace("可以撤销。\n  answer", "可以撤销。'\n  answer")
HOOK: Files = {"hooks.py": "def on_post_page(output, **_):\n    return output\n", "mkdocs.yml": f"{MKDOCS}hooks: [hooks.py]\n"}


def site_of(folder: Path, files: Files = FLOW_FILES) -> LiveSite:
    site = LiveSite(project(folder, files).root)
    assert not site.refresh().is_stale
    return site


def page(site: LiveSite, path: str) -> Node:
    served = site.get(path)
    assert served is not None, path
    assert served.media_type == "text/html; charset=utf-8"
    return tree(served.content.decode())


@pytest.mark.parametrize("files", [FLOW_FILES, {**FLOW_FILES, **HOOK}], ids=["alone", "other-plugins"])
def test_an_entry_stands_beside_its_page_and_every_page_knows_where(files: Files, tmp_path: Path) -> None:
    site = site_of(tmp_path, files)
    found = page(site, "__preview/why-not/")
    assert found.one("iframe").attributes["src"] == "/why-not/"
    assert found.one("main").attributes["data-id"] == "why-not"
    abouts = {path: getattr(site.get(path), "beside", None) for path in ("why-not/", "why-not/map/", "", "after-sales/", "404.html")}
    assert abouts == {"why-not/": "__preview/why-not/", "why-not/map/": "__preview/why-not/", "": "__preview/", "after-sales/": "__preview/", "404.html": "__preview/"}


def test_the_site_may_stand_below_a_folder(tmp_path: Path) -> None:
    files = {"mkdocs.yml": MKDOCS.replace("example.com/", "example.com/help")}
    found = page(site_of(tmp_path, files), "__preview/reapply/")
    assert found.one("iframe").attributes["src"] == "/help/reapply/"
    assert all(link.attributes["href"].startswith(("/help/", "/__preview/")) for link in found.all("link"))


def test_only_these_pages_may_frame_and_only_pages_of_the_site(tmp_path: Path) -> None:
    site = site_of(tmp_path)

    def policy(path: str) -> str:
        metas = page(site, path).all("meta")
        return next(m.attributes["content"] for m in metas if m.attributes.get("http-equiv") == "Content-Security-Policy")

    assert policy("__preview/reapply/") == f"{POLICY}; frame-src 'self'"
    assert policy("reapply/") == POLICY


def test_what_writers_type_is_text(tmp_path: Path) -> None:
    found = page(site_of(tmp_path, {"faq.yaml": HOSTILE}), "__preview/can-withdraw/")
    assert found.one("h1").text() == "</title><script>alert(1)</script>\"&还能撤销吗？"
    assert found.one("p", "beside-bubble").text() == '"><b onclick=alert(1)>商家处理前一般可以撤销。'
    assert [button.attributes["data-copy"][:3] for button in found.all("button")] == ['"><', "htt"]
    assert {script.attributes.get("src") is not None for script in found.all("script")} == {True}


def test_nothing_else_is_answered(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    for path in ("__preview", "__preview/nobody/", "__preview/reapply", "__preview//", "__preview/../reapply/", "__preview/a/b/"):
        assert site.get(path) is None, path
    kinds = {name: getattr(site.get(f"__preview/beside.{name}"), "media_type", "") for name in ("css", "js")}
    assert kinds == {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8"}


def test_the_list_names_every_entry_what_was_saved_last_first(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    for place, name in enumerate(("faq.yaml", "content/articles/reapply.yaml", "content/flows/why-not.yaml")):
        os.utime(tmp_path / name, (1e9 + place, 1e9 + place))

    def order() -> list[str]:
        return [link.attributes["href"] for link in page(site, "__preview/").one("ul").all("a")]

    assert order() == ["/__preview/why-not/", "/__preview/reapply/", "/__preview/can-withdraw/"]
    os.utime(tmp_path / "faq.yaml", (2e9, 2e9))
    assert order()[0] == "/__preview/can-withdraw/"


def test_a_save_that_changes_nothing_here_leaves_the_page_as_it_is(tmp_path: Path) -> None:
    site = site_of(tmp_path)
    before = site.get("__preview/can-withdraw/")
    faq = tmp_path / "faq.yaml"
    faq.write_text(faq.read_text(encoding="utf-8").replace("打开售后单详情", "先打开售后单详情"), encoding="utf-8")
    site.refresh()
    assert site.get("__preview/can-withdraw/") == before != Served(b"", "")
    faq.write_text(faq.read_text(encoding="utf-8").replace("一般可以撤销", "一般都可以撤销"), encoding="utf-8")
    site.refresh()
    assert site.get("__preview/can-withdraw/") != before


def test_nothing_of_it_is_part_of_a_site(tmp_path: Path) -> None:
    root = project(tmp_path / "project", FLOW_FILES).root
    written = clean(root, tmp_path / "site")
    assert "why-not/index.html" in written
    assert [name for name, content in written.items() if "__preview" in name or b"__preview" in content or b"beside-" in content] == []
