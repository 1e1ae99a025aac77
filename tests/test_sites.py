"""Whole tiny help centers through MkDocs: what is written to disk is what a reader gets."""

from __future__ import annotations

import json
import logging
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

import helpcenter
from helpcenter.rendering.policy import POLICY
from helpcenter.words.catalogue import interface, messages
from tests.reading import Node, tree

SITES = Path(__file__).parent / "sites"
EPOCH = "1795420800"
"""2026-11-23, so that no entry is overdue by accident and builds are the same."""
HAN = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")


@pytest.fixture(scope="module", autouse=True)
def fixed_day() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        yield


def site(name: str, folder: Path) -> Path:
    """Copy a site to ``folder`` and build it; return where it was written."""
    shutil.copytree(SITES / name, folder / "project", dirs_exist_ok=True)
    return built(folder)


def built(folder: Path, **settings: str) -> Path:
    out = folder / "out"
    config = load_config(str(folder / "project" / "mkdocs.yml"), site_dir=str(out), **settings)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return out


@pytest.fixture(scope="module")
def chinese(fixed_day: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site("chinese", tmp_path_factory.mktemp("chinese"))


@pytest.fixture(scope="module")
def english(fixed_day: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site("english", tmp_path_factory.mktemp("english"))


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def html(folder: Path) -> dict[str, Node]:
    return {name: tree(content.decode("utf-8")) for name, content in files(folder).items() if name.endswith(".html")}


def page(folder: Path, path: str) -> Node:
    return tree((folder / path).read_text(encoding="utf-8"))


PAGES = ["", "after-sales/", "topics/", "questions/", "updates/", "reapply/", "can-withdraw/", "where-is-money/"]
ORDINARY = ["about/", "guides/returns/"]


def test_every_page_is_written_where_its_address_says(chinese: Path) -> None:
    written = {name.removesuffix("index.html") for name in files(chinese) if name.endswith("index.html")}
    assert written == {*PAGES, *ORDINARY, "search/", "old-question/"}


def test_sources_are_never_published(chinese: Path, english: Path) -> None:
    for folder in (chinese, english):
        assert [name for name in files(folder) if re.search(r"\.(?:ya?ml|lock|md|py|jinja)$", name)] == []
        assert not any(b"after-sales-team" in content or b"returns-team" in content for content in files(folder).values())


def test_pictures_and_styles_of_the_writers_are_published(chinese: Path) -> None:
    names = files(chinese)
    assert names["images/order.png"].startswith(b"\x89PNG")
    assert "extra.css" in names


def loaded(document: Node) -> list[str]:
    """Return the files that a page loads."""
    links = [node.attributes["href"] for node in document.all("link") if node.attributes["rel"] in ("stylesheet", "icon")]
    return links + [node.attributes["src"] for node in document.walk() if "src" in node.attributes]


def reached(folder: Path, name: str, path: str) -> Path:
    """Return the file or folder that ``path`` on the page ``name`` leads to."""
    start = folder if path.startswith("/") else folder / Path(name).parent
    return (start / path.removeprefix("/base/").removeprefix("/")).resolve()


@pytest.mark.parametrize(
    ("path", "fields", "ways"),
    [("reapply/index.html", 1, 1), ("about/index.html", 1, 1), ("index.html", 0, 1), ("404.html", 0, 1), ("search/index.html", 0, 0)],
)
def test_a_header_searches_where_the_page_itself_does_not(path: str, fields: int, ways: int, chinese: Path) -> None:
    header = page(chinese, path).one("header", "hc-header")
    assert [len(header.all("form", "hc-search")), len(header.all("a", "hc-tool--search"))] == [fields, ways]


def test_everything_that_a_page_loads_is_there(chinese: Path, english: Path) -> None:
    for folder in (chinese, english):
        for name, document in html(folder).items():
            for path in loaded(document):
                assert not re.match(r"[a-z]+:|//", path), f"{name} loads {path} from elsewhere"
                assert reached(folder, name, path).is_file(), f"{name} loads {path}"


def test_every_link_leads_to_a_file(chinese: Path, english: Path) -> None:
    for folder in (chinese, english):
        for name, document in html(folder).items():
            for link in document.all("a"):
                path = link.attributes["href"].partition("#")[0]
                if not path or re.match(r"[a-z]+:", path):
                    continue
                found = reached(folder, name, path)
                assert found.is_file() or (found / "index.html").is_file(), f"{name} links to {path}"


def test_every_page_has_the_frame(chinese: Path) -> None:
    for name, document in html(chinese).items():
        assert document.one("html").attributes["lang"] == "zh-CN", name
        assert document.one("header", "hc-header"), name
        assert document.one("footer", "site-footer").text() == "小站的页脚", name
        assert document.one("main").attributes["id"] == "content", name
        assert document.one("a", "hc-skip").attributes["href"] == "#content", name


def test_every_page_carries_the_policy_before_anything_that_it_governs(chinese: Path, english: Path) -> None:
    for folder in (chinese, english):
        for name, content in files(folder).items():
            if name.endswith(".html"):
                head = content.decode("utf-8").partition("<head>")[2].lstrip()
                assert head.startswith(f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'), name


def test_overrides_and_extra_styles_are_on_every_page(chinese: Path) -> None:
    for name, document in html(chinese).items():
        assert document.one("p", "site-announcement").text() == "双十一期间客服较忙", name
        assert [path for path in loaded(document) if path.endswith("extra.css")], name


def test_an_ordinary_page_has_our_markdown_and_our_frame(chinese: Path) -> None:
    document = page(chinese, "about/index.html")
    assert document.one("blockquote").text() == "先看这里：只讲撤销。"
    assert [path for path in loaded(document) if "stylesheets/main" in path] == []
    assert [cell.text() for cell in document.one("table").all("th")] == ["问题", "去哪里"]
    assert document.one("meta", name="description").attributes["content"] == "这个站讲什么。"
    assert len(document.all("h1")) == 1
    assert document.one("title").raw_text() == "关于本站 - 小站"


def test_the_trail_of_a_nested_ordinary_page_leads_home(chinese: Path) -> None:
    trail = page(chinese, "guides/returns/index.html").one("nav", "hc-crumbs")
    assert trail.all("a")[0].attributes["href"] in ("../../", "../..")


def test_ordinary_pages_of_the_navigation_are_in_the_menu(chinese: Path) -> None:
    menu = page(chinese, "reapply/index.html").one("details", "hc-menu")
    links = [(link.attributes["href"], link.text()) for link in menu.all("a")]
    assert ("../about/", "关于本站") in links
    assert ("../guides/returns/", "更深的页面") in links


def test_a_folder_of_lists_makes_one_help_center(chinese: Path) -> None:
    links = [link.attributes["href"] for link in page(chinese, "questions/index.html").one("ul", "hc-list").all("a")]
    assert links == ["../can-withdraw/", "../where-is-money/"]


def test_no_page_runs_or_styles_anything_inline(chinese: Path, english: Path) -> None:
    for folder in (chinese, english):
        for name, document in html(folder).items():
            for node in document.walk():
                kind = node.attributes.get("type", "")
                assert node.tag != "style", name
                assert node.tag != "script" or "src" in node.attributes or kind.endswith("json"), name
                assert not [key for key in node.attributes if key == "style" or key.startswith("on")], (name, node.attributes)


def test_no_page_has_an_id_twice(chinese: Path, english: Path) -> None:
    for folder in (chinese, english):
        for name, document in html(folder).items():
            ids = [node.attributes["id"] for node in document.walk() if "id" in node.attributes]
            assert sorted(set(ids)) == sorted(ids), name


def test_the_page_for_wrong_addresses_works_anywhere(chinese: Path) -> None:
    document = page(chinese, "404.html")
    assert document.one("h1").text() == "没有找到这个页面"
    links = {link.attributes["href"] for link in document.one("main").all("a")}
    assert "/base/after-sales/" in links
    assert "/base/" in links
    assert document.one("meta", name="robots").attributes["content"] == "noindex"


SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def addresses(folder: Path) -> list[str]:
    root = ElementTree.fromstring((folder / "sitemap.xml").read_bytes())
    return [node.text or "" for node in root.iter(f"{SITEMAP}loc")]


def test_the_sitemap_lists_what_may_be_found(chinese: Path, english: Path) -> None:
    assert sorted(addresses(chinese)) == sorted(f"https://help.example.com/base/{path}" for path in [*PAGES, *ORDINARY])
    paths = ["", "returns/", "topics/", "questions/", "updates/", "reapply/", "overdue/", "can-withdraw/"]
    assert sorted(addresses(english)) == sorted(f"https://help.example.com/{path}" for path in paths)


def last_modified(folder: Path) -> dict[str, str | None]:
    urls = ElementTree.fromstring((folder / "sitemap.xml").read_bytes()).iter(f"{SITEMAP}url")
    paths = ((node.findtext(f"{SITEMAP}loc", ""), node.findtext(f"{SITEMAP}lastmod")) for node in urls)
    return {path.removeprefix("https://help.example.com/base/"): day for path, day in paths}


def test_the_sitemap_tells_when_entries_changed(chinese: Path) -> None:
    days = last_modified(chinese)
    assert days["can-withdraw/"] == "2026-11-20"
    assert days["where-is-money/"] == "2026-11-19"


def test_lists_changed_when_their_newest_entry_did_and_nothing_with_the_day_of_the_build(
    chinese: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = last_modified(chinese)
    assert {path: days[path] for path in ("", "after-sales/", "topics/", "questions/", "updates/")} == {
        "": "2026-11-20",
        "after-sales/": "2026-11-20",
        "topics/": "2026-11-20",
        "questions/": "2026-11-20",
        "updates/": "2026-11-20",
    }
    assert [path for path in ORDINARY if days[path]] == []
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(EPOCH) + 86_400))
    assert files(site("chinese", tmp_path)) == files(chinese)


def test_canonical_addresses_are_those_of_the_sitemap(chinese: Path) -> None:
    canonical = {
        document.one("link", rel="canonical").attributes["href"]
        for name, document in html(chinese).items()
        if name != "404.html" and not document.all("meta", name="robots")
    }
    assert canonical == set(addresses(chinese))


def index(folder: Path, name: str) -> Any:
    (path,) = folder.glob(f"search-*/{name}.js")
    text = path.read_text(encoding="utf-8")
    return json.loads(text[text.index(",") + 1 : text.rindex(")")])


def test_search_knows_entries_topics_and_ordinary_pages(chinese: Path, english: Path) -> None:
    found = {row[0]: row[1] for row in index(english, "index")["titles"]}
    assert found["reapply/"] == "How to apply again"
    assert set(found) == {"returns/", "reapply/", "overdue/", "can-withdraw/"}
    assert {"about/", "guides/returns/"} <= {row[0] for row in index(chinese, "index")["titles"]}


def test_search_holds_nothing_internal_unfinished_or_old(english: Path) -> None:
    text = "".join(content.decode("utf-8") for name, content in files(english).items() if name.startswith("search-"))
    assert "Choose the item" in text
    assert [part for part in ("Never promise", "returns-team", "Draft reply", "Old reply") if part in text] == []


def test_every_page_leads_to_the_index_and_to_the_script_of_the_search(chinese: Path) -> None:
    (folder,) = (path.name for path in chinese.glob("search-*") if path.is_dir())
    for name, document in html(chinese).items():
        told = document.one("body").attributes
        pointer = (chinese / told["data-search-pointer"]).read_text(encoding="utf-8")
        assert pointer == f'document.body.dataset.searchIndex = "{folder}/";\n', name
        assert folder not in (chinese / name).read_text(encoding="utf-8"), "another index would change the page"
        assert (chinese / told["data-search-script"]).is_file(), name


def test_no_script_of_the_theme_is_published(chinese: Path, english: Path) -> None:
    for folder in (chinese, english):
        assert [name for name in files(folder) if name.startswith("assets/javascripts/")] == []


def test_the_themes_own_search_is_not_needed(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    shutil.copytree(SITES / "english", tmp_path / "project")
    settings = tmp_path / "project" / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("[helpcenter]", "[search, helpcenter]")
    settings.write_text(text, encoding="utf-8")
    with caplog.at_level(logging.WARNING, logger="mkdocs"):
        out = built(tmp_path)
    assert messages("en")("cli.search_plugin") in caplog.text
    assert [name for name in files(out) if name.startswith("assets/javascripts/")] == []


def test_no_chinese_word_is_left_on_an_english_site(english: Path) -> None:
    ours = {name: content.decode("utf-8") for name, content in files(english).items() if name.endswith((".html", ".xml", "/site.js"))}
    ours["index.js"] = json.dumps({**index(english, "index"), "spelling": "what queries may be spelled like"}, ensure_ascii=False)
    assert len(ours) > 10
    assert {name for name, content in ours.items() if HAN.search(content)} == set()
    assert page(english, "index.html").one("html").attributes["lang"].startswith("en")


def test_every_english_word_for_readers_is_the_catalogues(english: Path) -> None:
    words = interface("en")
    document = page(english, "reapply/index.html")
    text = document.one("main").text()
    for name in ("article.reasons", "article.steps", "article.precautions", "level.danger", "page.sources"):
        assert words(name) in text, name
    assert [badge.text() for badge in document.one("header", "hc-head").all("span", "hc-badge")] == ["Merchants", "Agents"]
    assert words("page.overdue") in page(english, "overdue/index.html").one("main").text()


def test_no_word_for_people_stands_in_code_or_templates() -> None:
    package = Path(helpcenter.__file__).parent
    kinds = ("*.py", "*.jinja", "*.html", "*.js", "*.css", "*.svg")
    found = {
        (path.name, match.group())
        for kind in kinds
        for path in package.rglob(kind)
        for match in HAN.finditer(path.read_text(encoding="utf-8"))
    }
    assert {name for name, _ in found} <= {"fields.py", "cjk.py", "characters.py", "lettering.py", "options.py", "states.py",
                                       "writer.py", "as_typed.py", "braces.py", "plain_markdown.py", "typed_lines.py", "review.py",
                                       "sounds.py", "folding.py", "dictionary.py", "spelling.py", "images.py", "presses.py", "action_words.py", "contacts.py",
                                       "actions.py", "folded_lines.py", "faults.py", "odd_characters.py", "salvage.py", "index.py",
                                       "tables.py", "pinyin.py", "list_items.py", "replies.py", "sequences.py", "qianniu.py", "cells.py", "telling.py",
                                       "search-results.js", "flow-state.js", "page.js", "basket.js", "codes.py"}  # fmt: skip
    """Units, punctuation, and what is looked for in texts of writers and readers."""
    assert {char for name, char in found if name == "fields.py"} == {"天"}
    assert {char for name, char in found if name == "cjk.py"} <= set("注意：请")


def test_two_builds_give_the_same_bytes(chinese: Path, tmp_path: Path) -> None:
    again = files(site("chinese", tmp_path))
    first = files(chinese)
    assert again.keys() == first.keys()
    assert [name for name in first if again[name] != first[name]] == []


def test_a_broken_source_leaves_the_old_site_untouched(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    out = site("chinese", tmp_path)
    before = files(out)
    faq = tmp_path / "project" / "faq" / "a-first.yaml"
    faq.write_text(faq.read_text(encoding="utf-8").replace("(reapply#open-order)", "(reaply)"), encoding="utf-8")
    with caplog.at_level(logging.ERROR, logger="mkdocs"), pytest.raises(Abort) as stopped:
        built(tmp_path)
    assert stopped.value.code
    assert "faq/a-first.yaml:6:35: 错误 [unknown-link] 链接指向的“reaply”不存在。" in caplog.text
    assert "你是不是想写“reapply”？" in caplog.text
    assert files(out) == before


def test_a_warning_is_told_and_does_not_stop_the_build(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="mkdocs"):
        out = site("english", tmp_path)
    assert "content/articles/overdue.yaml:6:11: warning [review-overdue]" in caplog.text
    assert (out / "overdue" / "index.html").is_file()


def test_overdue_can_be_made_an_error(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    shutil.copytree(SITES / "english", tmp_path / "project")
    settings = tmp_path / "project" / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("[helpcenter]", "[{helpcenter: {overdue: error}}]")
    settings.write_text(text, encoding="utf-8")
    with caplog.at_level(logging.ERROR, logger="mkdocs"), pytest.raises(Abort):
        built(tmp_path)
    assert "error [review-overdue]" in caplog.text


def test_a_site_without_an_address_of_its_own_works(tmp_path: Path) -> None:
    shutil.copytree(SITES / "chinese", tmp_path / "project")
    out = built(tmp_path, site_url="")
    document = page(out, "reapply/index.html")
    assert document.all("link", rel="canonical") == []
    assert ElementTree.fromstring((out / "feed.xml").read_bytes()).tag.endswith("feed")


def test_the_feed_is_linked_and_written(chinese: Path) -> None:
    assert ElementTree.fromstring((chinese / "feed.xml").read_bytes()).tag == "{http://www.w3.org/2005/Atom}feed"
    for name, document in html(chinese).items():
        link = document.one("link", type="application/atom+xml")
        assert link.attributes["href"].endswith("feed.xml"), name


def test_pages_stay_small(chinese: Path) -> None:
    sizes = {name: len(content) for name, content in files(chinese).items() if name.endswith(".html")}
    assert {name: size for name, size in sizes.items() if size > 20_000} == {}
