"""What a preview serves is what a whole build writes, byte for byte, whatever was saved before."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path
from shutil import copytree

import pytest

from helpcenter.host.live import LiveSite
from helpcenter.host.running import checked, opened, write_site
from helpcenter.pages.search import POINTER
from tests.conftest import EXAMPLE
from tests.host.desk import png
from tests.making import ARTICLE, MKDOCS, article, project


def clean(root: Path, folder: Path) -> dict[str, bytes]:
    """Build the project at ``root``, drafts and all, without anything that was kept."""
    settings = opened(root)
    assert settings.config is not None
    write_site(settings.config, checked(settings, drafts=True), folder)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def served(site: LiveSite, names: dict[str, bytes]) -> dict[str, bytes | None]:
    return {name: found.content if (found := site.get(name)) else None for name in names}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copytree(EXAMPLE, tmp_path / "project", ignore=lambda *_: {"site", ".cache"})


def test_everything_that_a_build_writes_is_served(root: Path, tmp_path: Path) -> None:
    site = LiveSite(root)
    assert not site.refresh().is_stale
    written = clean(root, tmp_path / "site")
    assert served(site, written) == written


def test_a_page_stands_at_its_address_and_nothing_at_any_other(tmp_path: Path) -> None:
    site = LiveSite(project(tmp_path).root)
    site.refresh()
    page = site.get("reapply/")
    assert page is not None and page.media_type == "text/html; charset=utf-8"
    assert site.get("reapply/index.html") == page
    for path in ("reapply", "nobody/", "../mkdocs.yml", "content/values.yaml", "values.yaml", "\0", "a" * 9999):
        assert site.get(path) is None, path


def test_a_state_is_let_go_of_with_the_next_one(tmp_path: Path) -> None:
    """By itself: to find what only holds itself takes longer than a save."""
    site = LiveSite(project(tmp_path).root)
    site.refresh()
    site.get("reapply/")
    site.get("404.html")
    former = weakref.ref(site._site)
    gc.disable()
    try:
        site.refresh()
        assert former() is None
    finally:
        gc.enable()


def test_with_errors_the_last_good_page_stays_and_the_problem_is_told(tmp_path: Path) -> None:
    root = project(tmp_path).root
    site = LiveSite(root)
    first = site.refresh()
    before = site.get("reapply/")
    path = root / "content" / "articles" / "reapply.yaml"
    path.write_text(ARTICLE.replace("topic: after-sales", "topic: after-slaes"), encoding="utf-8")
    broken = site.refresh()
    assert (broken.is_stale, broken.version > first.version) == (True, True)
    found = broken.problems[0]
    assert (found.place, found.typed) == ("content/articles/reapply.yaml:4:8", "topic: after-slaes")
    assert "after-sales" in found.hint and found.is_error
    assert site.get("reapply/") == before
    path.write_text(ARTICLE.replace("怎么重新申请", "怎么再申请一次"), encoding="utf-8")
    assert not site.refresh().is_stale
    page = site.get("reapply/")
    assert page is not None and "怎么再申请一次" in page.content.decode()


def test_a_page_from_before_a_save_still_finds_its_search(tmp_path: Path) -> None:
    root = project(tmp_path).root
    site = LiveSite(root)
    site.refresh()
    folder = search_folder(site)
    before = site.get(f"{folder}index.js")
    path = root / "content" / "articles" / "reapply.yaml"
    for title in ("怎么再申请一次", "怎么另外申请"):
        path.write_text(ARTICLE.replace("怎么重新申请", title), encoding="utf-8")
        site.refresh()
        assert before is not None and site.get(f"{folder}index.js") == before
    assert search_folder(site) != folder


def search_folder(site: LiveSite) -> str:
    pointer = site.get(POINTER)
    assert pointer is not None
    return pointer.content.decode().split('"')[1]


def test_settings_are_read_again_when_they_change(tmp_path: Path) -> None:
    root = project(tmp_path).root
    site = LiveSite(root)
    site.refresh()
    config = root / "mkdocs.yml"
    typed = config.read_text(encoding="utf-8")
    config.write_text("site_name: [", encoding="utf-8")
    assert site.refresh().is_stale
    config.unlink()
    assert site.refresh().is_stale
    config.write_text(typed.replace("site_name: ", "site_name: 另一个"), encoding="utf-8")
    assert not site.refresh().is_stale
    home = site.get("")
    assert home is not None and "另一个" in home.content.decode()


def test_a_site_with_other_plugins_is_built_whole(root: Path, tmp_path: Path) -> None:
    (root / "hooks.py").write_text("def on_post_page(output, **_):\n    return output + '<!-- hook -->'\n", encoding="utf-8")
    config = root / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "\nhooks: [hooks.py]\n", encoding="utf-8")
    site = LiveSite(root)
    assert not site.refresh().is_stale
    written = clean(root, tmp_path / "site")
    assert served(site, written) == written
    home = site.get("")
    assert home is not None and home.content.endswith(b"<!-- hook -->")


def test_a_hook_that_fails_is_told_and_the_last_good_page_stays(tmp_path: Path) -> None:
    root = project(tmp_path).root
    site = LiveSite(root)
    site.refresh()
    (root / "hooks.py").write_text("def on_pre_build(**_):\n    raise RuntimeError('no luck')\n", encoding="utf-8")
    config = root / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + "\nhooks: [hooks.py]\n", encoding="utf-8")
    state = site.refresh()
    assert state.is_stale and "no luck" in state.problems[-1].message
    assert site.get("") is not None


def test_wrong_settings_hide_no_problem_of_the_content(tmp_path: Path) -> None:
    root = project(tmp_path, {"content/articles/other.yaml": "id: other\n", "mkdocs.yml": f"{MKDOCS}no_such: 1\n"}).root
    files = [found.file for found in LiveSite(root).refresh().problems]
    assert {"mkdocs.yml", "content/articles/other.yaml"} <= set(files)


def test_a_page_of_the_last_good_state_is_the_same_whenever_it_is_opened(tmp_path: Path) -> None:
    step = "[{id: open-order, title: 打开订单, image: {src: images/a.png, alt: 订单在右上角}}]"
    files: dict[str, str | bytes] = {"content/articles/reapply.yaml": article("reapply", steps=step), "content/images/a.png": png(30, 20)}
    root = project(tmp_path, files).root
    live, other = LiveSite(root), LiveSite(root)
    assert not live.refresh().is_stale and not other.refresh().is_stale
    before = other.get("reapply/")
    (root / "content" / "images" / "a.png").unlink()
    assert live.refresh().is_stale
    assert live.get("reapply/") == before
    assert before is not None and b'width="30"' in before.content
