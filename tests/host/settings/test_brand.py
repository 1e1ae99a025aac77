"""The look that ``mkdocs.yml`` asks for, from the settings to the files of the site."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from helpcenter.commands.main import main
from helpcenter.host.settings.brand import FAVICON, OURS, Brand, brand_of
from helpcenter.host.settings.reading import read_settings
from helpcenter.rendering.palette import parsed
from tests.host.desk import png
from tests.making import BASE, MKDOCS, PNG, Files, write

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><path d="M0 0h60v20z"/></svg>'
INDIGO = (0x40, 0x51, 0xB5)
THEME = "theme: {name: material, language: zh"


def themed(settings: str) -> str:
    return MKDOCS.replace(THEME, f"{THEME}, {settings}")


def test_nothing_chosen_is_ours(tmp_path: Path) -> None:
    assert brand_of({}, tmp_path) == brand_of({"favicon": FAVICON, "palette": None}, tmp_path) == OURS


def test_a_file_called_like_the_favicon_of_material_is_the_projects(tmp_path: Path) -> None:
    write(tmp_path, {FAVICON: PNG})
    assert brand_of({"favicon": FAVICON}, tmp_path).favicon == FAVICON


def test_a_logo_has_the_width_that_its_shape_gives(tmp_path: Path) -> None:
    write(tmp_path, {"images/logo.svg": LOGO})
    assert brand_of({"logo": "./images//logo.svg"}, tmp_path) == Brand(logo="images/logo.svg", logo_width=84)


def test_a_picture_to_share_tells_its_size(tmp_path: Path) -> None:
    write(tmp_path, {"images/share.png": png(600, 400)})
    found = brand_of({"share_picture": "images/share.png"}, tmp_path)
    assert found == Brand(share="images/share.png", share_size=(600, 400))


@pytest.mark.parametrize(
    ("palette", "light", "dark"),
    [
        ("{primary: indigo}", INDIGO, None),
        ("{scheme: default, primary: '#4051b5'}", INDIGO, None),
        ("{scheme: slate, primary: '#abc'}", None, parsed("#abc")),
        ("[{media: '(prefers-color-scheme: dark)', primary: pink}, {primary: indigo}]", INDIGO, parsed("pink")),
        ("[{media: '(prefers-color-scheme)'}, {scheme: default, primary: indigo}, {primary: red}]", INDIGO, None),
        ("{primary: custom, accent: red}", None, None),
    ],
)
def test_a_color_is_for_the_scheme_that_its_palette_names(palette: str, light: Any, dark: Any, tmp_path: Path) -> None:
    found = brand_of({"palette": yaml.safe_load(palette)}, tmp_path)
    assert (found.light, found.dark) == (light, dark)


def test_a_warning_about_a_theme_does_not_lose_its_settings(tmp_path: Path) -> None:
    write(tmp_path, {**BASE, "mkdocs.yml": themed("features: [search.share], palette: {primary: indigo}")})
    settings = read_settings(tmp_path)
    assert [found.code for found in settings.problems] == ["idle-setting"]
    assert settings.config is not None
    assert settings.config.theme["palette"] == {"primary": "indigo"}


@pytest.mark.parametrize("theme", ["font: false", "features: []", "icon: null", "palette: null", "custom_dir: over, features: [a], icon: {logo: b}"])
def test_settings_that_change_nothing_are_let_be(theme: str, tmp_path: Path) -> None:
    write(tmp_path, {**BASE, "mkdocs.yml": themed(theme), "over/main.html": '{% extends "base.html" %}\n'})
    assert read_settings(tmp_path).problems == []


def test_a_site_shows_its_logo_its_favicon_and_its_color(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = themed("logo: images/my logo.svg, favicon: images/icon.png, palette: {primary: indigo}, share_picture: images/icon.png")
    files: Files = {"content/images/my logo.svg": LOGO, "content/images/icon.png": PNG, "mkdocs.yml": settings}
    write(tmp_path, {**BASE, **files})
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == 0
    site = tmp_path / "site"
    page = (site / "reapply" / "index.html").read_text(encoding="utf-8")
    assert '<img class="hc-logo__picture" src="../images/my%20logo.svg" alt="" width="84" height="28">' in page
    assert '<link rel="icon" href="../images/icon.png">' in page
    assert '<meta property="og:image" content="https://help.example.com/images/icon.png">' in page
    assert "hc-logo__icon" not in page
    style = re.search(r'href="\.\./(assets/helpcenter\.\w+\.css)"', page)
    assert style is not None
    assert "--hc-brand:#4051b5" in (site / style[1]).read_text(encoding="utf-8")
    assert (site / "images" / "my logo.svg").is_file()
    assert (site / "images" / "icon.png").is_file()
    assert list((site / "assets").glob("helpcenter.*.css")) == [site / style[1]]
    assert "style=" not in page
