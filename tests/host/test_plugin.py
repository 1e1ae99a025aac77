"""The MkDocs adapter: options, what it leaves out, and what a refused build hands on."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.structure.files import Files as MkDocsFiles

from helpcenter.host.plugin import HelpCenterPlugin
from tests.making import BASE, FAQ, MKDOCS, Files, faq_entry, write
from tests.reading import tree


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795420800")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    yield


def configured(folder: Path, files: Files | None = None) -> MkDocsConfig:
    """Load the settings of a project as ``mkdocs build`` does; MkDocs keeps one plugin for all of them."""
    write(folder, {**BASE, **(files or {})})
    config = load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "out"))
    config.plugins.on_startup(command="build", dirty=False)
    return config


def plugin_of(config: MkDocsConfig) -> HelpCenterPlugin:
    return cast(HelpCenterPlugin, config.plugins["helpcenter"])


def test_the_project_is_the_one_of_the_settings(tmp_path: Path) -> None:
    config = configured(tmp_path)
    project = plugin_of(config).prepare(config).project
    assert (project.root, project.content) == (tmp_path, tmp_path / "content")
    assert (project.language, project.today) == ("zh", date(2026, 11, 23))
    assert (project.overdue_is_error, project.drafts) == (False, False)


@pytest.mark.parametrize(("more", "language"), [("", "zh-CN"), ("theme: material\n", "zh-CN"), ("theme: {name: material, language: en}\n", "en-GB")])
def test_what_the_settings_do_not_say_is_filled_in_for_mkdocs_too(more: str, language: str, tmp_path: Path) -> None:
    files = {"mkdocs.yml": "site_name: 帮助\nplugins: [helpcenter]\n" + more, "docs/other.md": "# 别的\n"}
    build(configured(tmp_path, files))
    assert f'<html lang="{language}"' in (tmp_path / "out" / "reapply" / "index.html").read_text(encoding="utf-8")
    assert not (tmp_path / "out" / "other").exists()


def test_options_are_passed_on(tmp_path: Path) -> None:
    settings = MKDOCS.replace("[helpcenter]", "[helpcenter: {overdue: error}]")
    config = configured(tmp_path, {"mkdocs.yml": settings})
    assert plugin_of(config).prepare(config).project.overdue_is_error is True


@pytest.mark.parametrize("option", ["overdue: maybe", "overdu: error"])
def test_wrong_options_are_refused(option: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    settings = MKDOCS.replace("[helpcenter]", f"[helpcenter: {{{option}}}]") + "strict: true\n"
    with caplog.at_level(logging.WARNING, logger="mkdocs"):
        if "maybe" in option:
            with pytest.raises(Abort):
                configured(tmp_path, {"mkdocs.yml": settings})
        else:
            with pytest.raises(Abort):
                build(configured(tmp_path, {"mkdocs.yml": settings}))
    assert "overdu" in caplog.text


def test_a_preview_shows_drafts(tmp_path: Path) -> None:
    config = configured(tmp_path)
    plugin_of(config).on_startup(command="serve", dirty=False)
    assert plugin_of(config).prepare(config).project.drafts is True


def test_a_preview_carries_no_policy_because_mkdocs_reloads_it_by_an_inline_script(tmp_path: Path) -> None:
    config = configured(tmp_path)
    plugin_of(config).on_startup(command="serve", dirty=False)
    build(config)
    assert "Content-Security-Policy" not in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    config.plugins.on_startup(command="build", dirty=False)


def test_broken_sources_stop_a_build_before_anything_is_written(tmp_path: Path) -> None:
    config = configured(tmp_path, {"faq.yaml": faq_entry(topic="nowhere")})
    with pytest.raises(PluginError, match=r"faq\.yaml:3:10: 错误 \[unknown-topic\]"):
        config.plugins.on_pre_build(config=config)
    assert not (tmp_path / "out").exists()


def test_broken_sources_do_not_stop_a_preview(tmp_path: Path) -> None:
    config = configured(tmp_path, {"faq.yaml": faq_entry(topic="nowhere"), "content/about.md": "# 关于\n"})
    plugin = plugin_of(config)
    plugin.on_startup(command="serve", dirty=False)
    plugin.on_pre_build(config=plugin.on_config(config))
    assert list(plugin.on_files(MkDocsFiles([]), config=config)) == []


def test_sources_that_a_command_has_read_are_not_read_again(tmp_path: Path) -> None:
    config = configured(tmp_path)
    plugin = plugin_of(config)
    prepared = plugin.prepare(config)
    plugin.use(prepared)
    (tmp_path / "faq.yaml").write_text("broken: [", encoding="utf-8")
    build(config)
    assert plugin.page_count == 8
    assert (tmp_path / "out" / "can-withdraw" / "index.html").is_file()
    with pytest.raises(Abort):
        build(config)


def test_what_was_reported_is_not_reported_again(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    config = configured(tmp_path, {"faq.yaml": faq_entry(reviewed="2020-01-01")})
    plugin = plugin_of(config)
    plugin.use(plugin.prepare(config))
    with caplog.at_level(logging.WARNING, logger="mkdocs"):
        build(config)
        assert "review-overdue" not in caplog.text
        build(config)
    assert "review-overdue" in caplog.text


def test_settings_that_addresses_and_a_strict_policy_need_are_made(tmp_path: Path) -> None:
    settings = MKDOCS.replace("language: zh}", "language: zh, font: {text: Roboto}}") + "use_directory_urls: false\n"
    config = configured(tmp_path, {"mkdocs.yml": settings})
    build(config)
    assert (tmp_path / "out" / "reapply" / "index.html").is_file()
    assert "fonts.g" not in (tmp_path / "out" / "reapply" / "index.html").read_text(encoding="utf-8")


def test_pages_come_after_a_change_of_the_sources(tmp_path: Path) -> None:
    config = configured(tmp_path)
    build(config)
    build(configured(tmp_path, {"faq.yaml": FAQ + faq_entry("more-one")}))
    assert (tmp_path / "out" / "more-one" / "index.html").is_file()


def test_pages_that_are_gone_are_not_left_behind(tmp_path: Path) -> None:
    build(configured(tmp_path, {"faq.yaml": FAQ + faq_entry("more-one")}))
    build(configured(tmp_path, {"faq.yaml": FAQ}))
    assert not (tmp_path / "out" / "more-one").exists()


def test_other_plugins_see_our_pages(tmp_path: Path) -> None:
    settings = MKDOCS.replace("[helpcenter]", "[helpcenter]\nhooks: [hook.py]")
    hook = (
        "def on_post_page(output, page, config):\n"
        "    return output.replace('</body>', f'<!-- {page.url} --></body>')\n"
    )
    build(configured(tmp_path, {"mkdocs.yml": settings, "hook.py": hook}))
    assert "<!-- reapply/ --></body>" in (tmp_path / "out" / "reapply" / "index.html").read_text(encoding="utf-8")


MAKER = """\
from mkdocs.structure.files import File


def on_files(files, config):
    files.append(File.generated(config, "made.md", content="# 做出来的\\n\\n## 一节\\n\\n\\ue000正文\\ue000\\n"))
    return files
"""


def test_a_page_of_another_plugin_gets_what_stands_around_ours(tmp_path: Path) -> None:
    settings = MKDOCS.replace("[helpcenter]", "[helpcenter]\nhooks: [maker.py]")
    overriding = '{% extends "base.html" %}{% block content %}<i>{{ super() }}</i>{% endblock %}'
    settings = settings.replace("theme: {", "theme: {custom_dir: mine, ")
    build(configured(tmp_path, {"mkdocs.yml": settings, "maker.py": MAKER, "mine/main.html": overriding}))
    made = tree((tmp_path / "out" / "made" / "index.html").read_text(encoding="utf-8"))
    body = made.one("div", "hc-body")
    assert "\ue000正文\ue000" in body.one("i").text()
    assert "做出来的" in made.one("title").text()
    assert made.one("nav", "hc-toc").one("a").attributes["href"].startswith("#")
    assert [len(made.all("header", "hc-header")), len(made.all("footer", "hc-footer"))] == [1, 1]


def test_the_header_and_footer_know_the_page(tmp_path: Path) -> None:
    settings = MKDOCS.replace("theme: {", "theme: {custom_dir: mine, ")
    footer = "<footer>{{ page.url }} {{ page.title }}</footer>"
    build(configured(tmp_path, {"mkdocs.yml": settings, "mine/partials/footer.html": footer}))
    html = (tmp_path / "out" / "reapply" / "index.html").read_text(encoding="utf-8")
    assert "<footer>reapply/ 怎么重新申请</footer>" in html


@pytest.mark.parametrize("name", ["page.menu", "page.skip", "page.footer", "home.recent", "search.label", "copy.menu", "search.failed"])
def test_own_words_around_a_page_are_escaped(name: str, tmp_path: Path) -> None:
    """MkDocs' templates do not escape by themselves, and a word may stand in an attribute."""
    build(configured(tmp_path, {"content/words.yaml": f"""{name}: 甲"><img src=x onerror=alert(1)>乙\n"""}))
    text = (tmp_path / "out" / "reapply" / "index.html").read_text(encoding="utf-8")
    assert "<img src=x" not in text
    assert "&lt;img src=x" in text
